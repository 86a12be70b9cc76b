// SPDX-License-Identifier: Apache-2.0
#include "kiosk/options.h"
#include "slip/sliplayout.h"
#include "support/catch.h"

using namespace antre;

namespace {

Result<KioskProgramOptions> parse(const QStringList &more)
{
    return KioskProgramOptions::parse(
        QStringList{QStringLiteral("antre-kiosk"), QStringLiteral("--terminal"),
            QStringLiteral("k.json"), QStringLiteral("--data"), QStringLiteral("d")}
        + more);
}

} // namespace

TEST_CASE("Slips go to a queue of this machine, of another, or into a folder", "[kiosk]")
{
    CHECK(PrinterTarget::fromText(QStringLiteral("cups:antre"))
        == PrinterTarget{QStringLiteral("antre"), {}, {}, {}});
    CHECK(PrinterTarget::fromText(QStringLiteral("cups:antre@127.0.0.1:631"))
        == PrinterTarget{QStringLiteral("antre"), QStringLiteral("127.0.0.1:631"), {}, {}});
    CHECK(PrinterTarget::fromText(QStringLiteral("cups-pdf:office@127.0.0.1:631"))
        == PrinterTarget{
            QStringLiteral("office"), QStringLiteral("127.0.0.1:631"), {}, SlipPaper::A4});
    CHECK(PrinterTarget::fromText(QStringLiteral("cups-pdf-roll:antre"))
        == PrinterTarget{QStringLiteral("antre"), {}, {}, SlipPaper::Roll});
    CHECK(PrinterTarget::fromText(QStringLiteral("app:slips@127.0.0.1:8631"))
        == PrinterTarget{QStringLiteral("slips"), QStringLiteral("127.0.0.1:8631"), {}, {}, true});
    CHECK(PrinterTarget::fromText(QStringLiteral("folder:/tmp/slips"))
        == PrinterTarget{{}, {}, QStringLiteral("/tmp/slips"), {}});
    for (const char *wrong : {"", "cups:", "cups:a b", "folder:", "lp0", "cups:a/b"}) {
        const auto target = PrinterTarget::fromText(QString::fromUtf8(wrong));
        REQUIRE_FALSE(target);
        CHECK(target.error().detail.contains(QStringLiteral("cups:QUEUE")));
    }
}

TEST_CASE("A kiosk's command line is understood, or told what is wrong with it", "[kiosk]")
{
    const QStringList printer{QStringLiteral("--printer"), QStringLiteral("cups:antre")};
    const auto good = parse(printer
        + QStringList{QStringLiteral("--paper"), QStringLiteral("58"), QStringLiteral("--window"),
            QStringLiteral("1080x1920")});
    REQUIRE(good);
    CHECK(good->slipWidth == slipWidth58);
    CHECK(good->window == QSize(1080, 1920));
    CHECK(good->moves);
    CHECK(parse(printer)->window.isEmpty());
    CHECK(parse({}).error().detail.contains(QStringLiteral("--printer")));
    CHECK(parse(printer + QStringList{QStringLiteral("--paper"), QStringLiteral("A4")})
              .error()
              .detail.contains(QStringLiteral("A4")));
    CHECK(parse(printer + QStringList{QStringLiteral("--window"), QStringLiteral("big")})
              .error()
              .detail.contains(QStringLiteral("--window")));
    CHECK(parse(printer + QStringList{QStringLiteral("--mm-width"), QStringLiteral("wide")})
              .error()
              .detail.contains(QStringLiteral("--mm-width")));
    CHECK(parse(printer + QStringList{QStringLiteral("--clock"), QStringLiteral("noon")})
              .error()
              .detail.contains(QStringLiteral("--clock")));
    CHECK(parse(printer + QStringList{QStringLiteral("--help")}).error().reason
        == QStringLiteral("enough"));
}
