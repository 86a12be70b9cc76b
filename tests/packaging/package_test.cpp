// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "print/cupsprinter.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"
#include "support/privatecups/privatecups.h"
#include "support/sampleslip.h"
#include "support/virtualprinter/virtualprinter.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace antre;

namespace {

struct Ended
{
    int code = -1;
    QString output;
};

Ended run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(90'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAll())};
}

/// The packages, and a folder for what becomes of them.
class Packages
{
public:
    [[nodiscard]] static QString path() { return QStringLiteral(ANTRE_PACKAGES); }
    [[nodiscard]] QString scratch() const { return m_scratch.path(); }
    [[nodiscard]] QString file(const QString &package) const
    {
        const QStringList found
            = QDir(path()).entryList({package + QStringLiteral("_*.deb")}, QDir::Files);
        REQUIRE(found.size() == 1);
        return path() + u'/' + found.front();
    }
    /// A field of the package's control file.
    [[nodiscard]] QString field(const QString &package, const char *name) const
    {
        return run(QStringLiteral("dpkg-deb"),
            {QStringLiteral("-f"), file(package), QString::fromLatin1(name)})
            .output.trimmed();
    }
    /// "drwxr-xr-x root/root ./usr/bin/" for each file.
    [[nodiscard]] QStringList contents(const QString &package) const
    {
        QStringList all;
        const QString listing
            = run(QStringLiteral("dpkg-deb"), {QStringLiteral("-c"), file(package)}).output;
        for (const QString &line : listing.split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList words = line.simplified().split(u' ');
            all += QStringList{words.value(0), words.value(1), words.value(5)}.join(u' ');
        }
        return all;
    }
    [[nodiscard]] QString unpacked() const
    {
        const QString root = scratch() + QStringLiteral("/root");
        for (const QString &deb : QDir(path()).entryList({QStringLiteral("*.deb")}, QDir::Files))
            REQUIRE(
                run(QStringLiteral("dpkg-deb"), {QStringLiteral("-x"), path() + u'/' + deb, root})
                    .code
                == 0);
        return root;
    }

private:
    QTemporaryDir m_scratch{QStringLiteral("/tmp/antre-packages-XXXXXX")};
};

QString text(const char *words) { return QString::fromLatin1(words); }

} // namespace

TEST_CASE("The packages hold the programs, everything root's, and ask for what these need")
{
    const Packages packages;
    for (const char *name : {"antre-common", "antre-service", "antre-kiosk", "antre-counter",
             "antre-display", "antre-escpos"}) {
        CAPTURE(name);
        for (const QString &entry : packages.contents(text(name))) {
            CAPTURE(entry);
            CHECK(entry.contains(text(" root/root ")));
            CHECK_FALSE(entry.left(10).contains(u's'));
            CHECK(entry[8] != u'w');
        }
        CHECK(packages.field(text(name), "Depends").contains(text("libqt6core6")));
    }
    CHECK(packages.contents(text("antre-escpos"))
              .contains(text("-rwxr-xr-x root/root ./usr/lib/cups/backend/escpos")));
    CHECK(packages.field(text("antre-escpos"), "Depends").contains(text("cups-daemon")));
    CHECK(
        packages.contents(text("antre-service"))
            .contains(text("-rw-r--r-- root/root ./usr/lib/systemd/system/antre-service.service")));
    CHECK(packages.field(text("antre-service"), "Depends").contains(text("libqt6sql6-sqlite")));
    CHECK(packages.field(text("antre-kiosk"), "Depends").contains(text("fonts-clear-sans")));
    CHECK(packages.field(text("antre-kiosk"), "Recommends").contains(text("antre-escpos")));
}

TEST_CASE("A mall is set up and served by the packaged programs, and the packaged back-end prints "
          "its slip")
{
    const Packages packages;
    const QString root = packages.unpacked();
    const QString site = packages.scratch() + text("/site");
    const Ended made = run(root + text("/usr/bin/antrectl"),
        {text("site"), text("create"), site, text("--catalogue"),
            root + text("/usr/share/antre/catalogue/mpp-bengkulu.json")});
    CAPTURE(made.output);
    CHECK(made.code == 0);

    QProcess service;
    service.start(root + text("/usr/bin/antre-service"),
        {text("--site"), site, text("--terminals"), text("127.0.0.1:0"), text("--http"),
            text("127.0.0.1:0")});
    QByteArray said;
    CHECK(test::eventually([&] { return (said += service.readAll()).contains("web: http://"); }));
    service.terminate();
    CHECK(service.waitForFinished(10'000));
    CHECK(service.exitCode() == 0);

    VirtualPrinter paper;
    REQUIRE(paper.switchOn());
    PrivateCups cups(packages.scratch() + text("/cups"));
    REQUIRE(QDir(packages.scratch()).mkpath(text("cups")));
    QFile::setPermissions(packages.scratch(), QFileDevice::Permissions::fromInt(0x7755));
    REQUIRE(cups.addBackend(text("escpos"), root + text("/usr/lib/cups/backend/escpos"))
                .and_then([&] { return cups.start(); })
                .and_then([&] {
                    return cups.addRawQueue(text("slips"),
                        text("escpos://127.0.0.1:%1/?profile=epson-tm").arg(paper.port()));
                }));
    const SystemClock clock;
    CupsPrinter printer({cups.server(), text("slips"), text("kiosk-1")}, {}, clock);
    std::optional<PrintOutcome> outcome;
    QObject::connect(
        &printer, &Printer::finished, &printer, [&](const PrintOutcome &told) { outcome = told; });
    printer.submit({text("1"), layOutSlip(sampleSlip(), slipWidth80)});
    CHECK(test::eventually([&] { return outcome.has_value(); }));
    CHECK(outcome.value_or(PrintOutcome()).result == SlipState::Printed);
    CHECK(paper.slips().size() == 1);
}

TEST_CASE("The packages install, and leave the journal where they are purged")
{
    const Packages packages;
    const Ended ended
        = run(sourcePath("tests/packaging/install.sh"), {packages.scratch(), Packages::path()});
    if (ended.code == 77) {
        WARN("needs root, and a system of which an overlay can be made");
        return;
    }
    CAPTURE(ended.output);
    CHECK(ended.code == 0);
    CHECK(ended.output.contains(text("state: antre:antre 750\n")));
    CHECK(ended.output.contains(text("back-end: root:root 755\n")));
    CHECK(ended.output.contains(text("user: antre\n")));
    // A screen takes the console over; that is for somebody to decide.
    CHECK(ended.output.contains(text("enabled: multi-user.target.wants/antre-service.service\n")));
    CHECK(ended.output.section(text("kept: "), 1).contains(text("journal.db")));
}
