// SPDX-License-Identifier: Apache-2.0
#include "source/rules.h"
#include "support/catch.h"

using namespace antre::source;

// Who may include whom, from the bottom up. What two layers both need moves down, never sideways.
static Layers layers()
{
    const auto names = [](std::initializer_list<const char *> list) {
        QSet<QString> set;
        for (const char *name : list)
            set << QString::fromLatin1(name);
        return set;
    };
    const auto screens = names(
        {"common", "domain", "search", "terminal", "slip", "print", "scan", "voice", "base"});
    return {
        {QStringLiteral("base"), {}},
        {QStringLiteral("domain"), names({"base"})},
        {QStringLiteral("search"), names({"domain", "base"})},
        {QStringLiteral("journal"), names({"base"})},
        {QStringLiteral("wire"), names({"domain", "base"})},
        {QStringLiteral("service"), names({"domain", "journal", "wire", "base"})},
        {QStringLiteral("server"), names({"service", "wire", "search", "scan", "domain", "base"})},
        {QStringLiteral("terminal"), names({"domain", "journal", "wire", "base"})},
        {QStringLiteral("scan"), names({"domain", "base"})},
        {QStringLiteral("slip"), names({"scan", "domain", "base"})},
        {QStringLiteral("print"), names({"slip", "domain", "base"})},
        {QStringLiteral("voice"), names({"domain", "base"})},
        {QStringLiteral("report"), names({"domain", "journal", "base"})},
        {QStringLiteral("common"), screens},
        {QStringLiteral("kiosk"), screens},
        {QStringLiteral("counter"), screens},
        {QStringLiteral("display"), screens},
    };
}

// Libraries that one folder hides from all others.
static QMap<QString, QStringList> homes()
{
    const auto in = [](const char *folder) { return QStringList{QString::fromLatin1(folder)}; };
    const QStringList screens = {QStringLiteral("ui/")};
    return {
        {QStringLiteral("boost/"), in("core/server/")},
        {QStringLiteral("cups/"), in("core/print/")},
        {QStringLiteral("zxing/"), in("core/scan/")},
        {QStringLiteral("QZXing"), in("core/scan/")},
        {QStringLiteral("QSql"), in("core/journal/")},
        {QStringLiteral("QWidget"), screens},
        {QStringLiteral("QApplication"), screens},
        {QStringLiteral("QPushButton"), screens},
    };
}

TEST_CASE("Dependencies point down only", "[source]")
{
    CHECK(joined(strayArrows(projectFiles(), layers())) == QString());
}

TEST_CASE("A library is known to one folder only", "[source]")
{
    CHECK(joined(strayLibraries(projectFiles(), homes())) == QString());
}

TEST_CASE("The domain touches no file, socket, thread, timer or QObject", "[source]")
{
    QMap<QString, QStringList> nowhere;
    for (const char *header :
        {"QObject", "QTimer", "QFile", "QDir", "QSaveFile", "QSettings", "QProcess", "QThread",
            "QMutex", "QTcp", "QUdp", "QLocal", "QNetwork", "QWebSocket", "QCoreApplication",
            "QtConcurrent", "fstream", "iostream", "thread", "mutex", "future", "filesystem"})
        nowhere.insert(QString::fromLatin1(header), {});
    Files domain = projectFiles();
    domain.removeIf([](const File &file) { return !file.isIn(QLatin1String("core/domain/")); });
    CHECK(joined(strayLibraries(domain, nowhere)) == QString());
}

TEST_CASE("The journal's interface needs no SQL module", "[source]")
{
    Files headers = projectFiles();
    headers.removeIf([](const File &file) { return !file.isHeader(); });
    CHECK(joined(strayLibraries(headers, {{QStringLiteral("QSql"), {}}})) == QString());
}

TEST_CASE("An arrow that points up is found, in sources and in CMake", "[source]")
{
    const File up{
        QStringLiteral("core/domain/a.cpp"), QStringLiteral("\n#include \"service/b.h\"\n")};
    const File angled{
        QStringLiteral("core/domain/a.cpp"), QStringLiteral("#  include <service/b.h>\n")};
    const File sideways{
        QStringLiteral("ui/kiosk/a.h"), QStringLiteral("#include \"counter/b.h\"\n")};
    const File linked{QStringLiteral("core/wire/CMakeLists.txt"),
        QStringLiteral("antre_library(wire LINK antre::server)")};
    const File unknown{QStringLiteral("core/extra/a.h"), QStringLiteral("#pragma once\n")};
    const File down{QStringLiteral("core/service/a.cpp"),
        QStringLiteral("#include \"service/a.h\"\n#include \"domain/b.h\"\n#include "
                       "<QString>\n#include \"a.moc\"\n")};
    CHECK(strayArrows({up}, layers())
        == Faults{QStringLiteral("core/domain/a.cpp:2: domain may not include service")});
    CHECK(strayArrows({angled}, layers()).size() == 1);
    CHECK(strayArrows({sideways}, layers()).size() == 1);
    CHECK(strayArrows({linked}, layers()).size() == 1);
    CHECK(strayArrows({unknown}, layers()).size() == 1);
    CHECK(strayArrows({down}, layers()).isEmpty());
}

TEST_CASE("An include that names no folder is found", "[source]")
{
    const File file{QStringLiteral("core/base/a.cpp"), QStringLiteral("#include \"a.h\"\n")};
    const File program{
        QStringLiteral("app/a/main.cpp"), QStringLiteral("#include \"options.h\"\n")};
    CHECK(strayArrows({file}, layers()).size() == 1);
    CHECK(strayArrows({program}, layers()).isEmpty());
}

TEST_CASE("A library away from its home is found", "[source]")
{
    const File file{
        QStringLiteral("core/service/a.cpp"), QStringLiteral("#include <boost/beast.hpp>\n")};
    const File home{
        QStringLiteral("core/server/a.cpp"), QStringLiteral("#include <boost/beast.hpp>\n")};
    CHECK(strayLibraries({file}, homes()).size() == 1);
    CHECK(strayLibraries({home}, homes()).isEmpty());
}
