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
    REQUIRE(good->printers.size() == 1);
    CHECK(good->printers[0].profile.width == slipWidth58);
    CHECK(good->terminal.printers == std::vector{good->printers[0].known});
    CHECK(good->window == QSize(1080, 1920));
    CHECK(good->moves);
    CHECK(parse(printer)->window.isEmpty());
    CHECK(parse({}).error().detail.contains(QStringLiteral("--printer")));
    CHECK(parse(printer + QStringList{QStringLiteral("--voice"), QStringLiteral("min=id")})
              ->voices.value(QStringLiteral("min"))
        == QStringLiteral("id"));
    CHECK(parse(printer + QStringList{QStringLiteral("--voice"), QStringLiteral("-w /tmp/x")})
              .error()
              .detail.contains(QStringLiteral("--voice")));
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

TEST_CASE("A kiosk with several printers knows where each stands and what it is", "[kiosk]")
{
    const auto good = parse({QStringLiteral("--printer"), QStringLiteral("cups:left"),
        QStringLiteral("--printer-profile"), QStringLiteral("epson-tm"),
        QStringLiteral("--printer"),
        QStringLiteral(
            "cups:right;paper=58;profile=clone-80;roll=50;id=sebelah kanan;en=on the right")});
    REQUIRE(good);
    REQUIRE(good->printers.size() == 2);
    const auto &[left, right] = std::pair(good->printers[0], good->printers[1]);
    CHECK(left.known == KioskPrinter{QStringLiteral("cups:left"), {}, 80});
    CHECK(right.known.id == QStringLiteral("cups:right"));
    CHECK(right.known.place.in(QStringLiteral("en")) == QStringLiteral("on the right"));
    CHECK(right.known.rollMetres == 50);
    CHECK(left.profile.width == slipWidth80);
    CHECK(right.profile.width == slipWidth58);
}

TEST_CASE("A printer that nobody would find, or that makes no sense, is refused", "[kiosk]")
{
    const auto fault = [](const QStringList &printers) {
        QStringList arguments;
        for (const QString &printer : printers)
            arguments << QStringLiteral("--printer") << printer;
        const auto parsed = parse(arguments);
        return parsed ? QString() : parsed.error().detail;
    };
    const QString one = QStringLiteral("cups:a");
    CHECK(fault({one, QStringLiteral("cups:b;id=di sana")}).isEmpty());
    CHECK(
        fault({one, QStringLiteral("cups:b")}).contains(QStringLiteral("where visitors find it")));
    CHECK(fault({one, QStringLiteral("cups:a;id=di sana")}).contains(QStringLiteral("twice")));
    CHECK(fault({QStringLiteral("cups:a;ink=blue")}).contains(QStringLiteral("ink=blue")));
    CHECK(fault({QStringLiteral("cups:a;roll=0")}).contains(QStringLiteral("roll=METRES")));
    CHECK(fault({QStringLiteral("cups:a;profile=inkjet")}).contains(QStringLiteral("inkjet")));
    CHECK(fault({QStringLiteral("cups:a;paper=A4")}).contains(QStringLiteral("80-180dpi")));
}

TEST_CASE("How slips are made for a printer can be said, as far as its profile allows", "[kiosk]")
{
    const auto option = [](const char *more) {
        return parse(
            {QStringLiteral("--printer"), QStringLiteral("cups:a;") + QLatin1String(more)});
    };
    const auto raster = option("render=raster;profile=epson-tm");
    REQUIRE(raster);
    CHECK(raster->printers[0].profile.render == SlipRender::Raster);
    const auto code = option("profile=bixolon;render=native-qr");
    REQUIRE(code);
    CHECK(code->printers[0].profile.nativeCode);
    CHECK(option("profile=epson-tm-180")->printers[0].profile.dotsPerMm == 7);
    CHECK(option("profile=clone-58;render=raster")
              .error()
              .detail.contains(QStringLiteral("clone-58")));
    CHECK(option("profile=clone-80;render=native-qr")
              .error()
              .detail.contains(QStringLiteral("clone-80")));
    CHECK(option("render=raster").error().detail.contains(QStringLiteral("needs profile=")));
    CHECK(option("profile=epson-tm;render=ink").error().detail.contains(QStringLiteral("\"ink\"")));
}
