// SPDX-License-Identifier: Apache-2.0
#include "source/rules.h"
#include "support/catch.h"
#include "support/paths.h"

using namespace antre::source;

static File sample(const char *path, const char *text)
{
    return {QString::fromLatin1(path), QString::fromUtf8(text)};
}

static QList<Ban> bans()
{
    const QStringList core = {QStringLiteral("core/")};
    const QStringList everywhere
        = {QStringLiteral("core/"), QStringLiteral("ui/"), QStringLiteral("app/")};
    const QStringList rules = {QStringLiteral("core/domain/"), QStringLiteral("core/service/")};
    const QStringList clock = {QStringLiteral("core/base/clock.")};
    const QStringList chance = {QStringLiteral("core/base/random.")};
    const QString askClock = QStringLiteral("take a Clock in the constructor (base/clock.h)");
    const QString askRandom = QStringLiteral("take a Random in the constructor (base/random.h)");
    const QString askUuid = QStringLiteral("call makeUuid(clock, random) (base/uuid.h)");
    const QString wait = QStringLiteral("wait for the event that ends the pause");
    return {
        {QStringLiteral(R"(\bQUuid::createUuid\w*)"), askUuid, everywhere},
        {QStringLiteral(R"(\bQRandomGenerator\b)"), askRandom, core, chance},
        {QStringLiteral(R"(\brandom_device\b|\bstd::rand\b|\bs?rand\s*\()"), askRandom, everywhere,
            chance},
        {QStringLiteral(R"(\bcurrent(DateTime|DateTimeUtc|SecsSinceEpoch|MSecsSinceEpoch)\b)"),
            askClock, core, clock},
        {QStringLiteral(R"(\bQ(Time::currentTime|Date::currentDate)\b)"), askClock, core, clock},
        {QStringLiteral(
             R"(\b(system|steady|high_resolution)_clock::now\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\))"),
            askClock, everywhere, clock},
        {QStringLiteral(R"(\bQ(Elapsed)?Timer\b)"),
            QStringLiteral(
                "rules are told the time and ask for none; whoever runs them arms the timer"),
            rules},
        {QStringLiteral(
             R"(\b(sleep_for|sleep_until|usleep|nanosleep|qSleep|msleep)\b|\bQThread::sleep\b)"),
            wait, everywhere + QStringList{QStringLiteral("tests/")}},
        {QStringLiteral(R"(\bthrow\b(?!\s*;))"), QStringLiteral("return a Result (base/result.h)"),
            everywhere},
    };
}

TEST_CASE("Clock, chance and pauses are asked for, never taken", "[source]")
{
    CHECK(joined(bannedCalls(projectFiles(), bans())) == QString());
}

TEST_CASE(
    "A banned call is found, but not in a comment, a text or the one place that may", "[source]")
{
    const auto faults = [](const char *path, const char *text) {
        return bannedCalls({sample(path, text)}, bans()).size();
    };
    CHECK(faults("core/wire/a.cpp", "auto id = QUuid::createUuid();") == 1);
    CHECK(faults("core/wire/a.cpp", "auto now = QDateTime::currentDateTimeUtc();") == 1);
    CHECK(faults("core/wire/a.cpp", "auto n = QRandomGenerator::global()->generate();") == 1);
    CHECK(faults("core/wire/a.cpp", "std::mt19937 engine(std::random_device{}());") == 1);
    CHECK(faults("core/service/a.h", "QTimer m_timer;") == 1);
    CHECK(faults("core/terminal/a.h", "QTimer m_timer;") == 0);
    CHECK(faults("tests/core/a.cpp", "std::this_thread::sleep_for(1s);") == 1);
    CHECK(faults("core/wire/a.cpp", "// QUuid::createUuid() would be chance") == 0);
    CHECK(faults("core/wire/a.cpp", "auto text = \"QUuid::createUuid\";") == 0);
    CHECK(faults("core/base/random.cpp", "return QRandomGenerator::system()->generate64();") == 0);
}

TEST_CASE("Nothing was left over", "[source]")
{
    CHECK(joined(leftoverMarkers(projectFiles())) == QString());
}

TEST_CASE("A marker that was left over is found", "[source]")
{
    for (const char *text : {"// TO"
                             "DO later",
             "// FIX"
             "ME",
             "#if"
             " 0\n",
             "<<<<<<"
             "< HEAD\n"})
        CHECK(leftoverMarkers({sample("core/a.cpp", text)}).size() == 1);
    CHECK(leftoverMarkers({sample("a.sh", "mktemp -d /tmp/a.XXXXXX")}).isEmpty());
}

TEST_CASE("No failure can be dropped by accident", "[source]")
{
    CHECK(joined(resultsThatMayBeDropped(projectFiles())) == QString());
}

TEST_CASE("A Result that could be dropped is found", "[source]")
{
    const auto faults = [](const char *text) {
        return resultsThatMayBeDropped({sample("core/a/b.h", text)}).size();
    };
    CHECK(faults("Result<> save();") == 1);
    CHECK(faults("[[nodiscard]] int a();\nvirtual Result<QList<int>> load(int id) = 0;") == 1);
    CHECK(faults("public:\n    static Result<int> load();") == 1);
    CHECK(faults("[[nodiscard]] virtual Result<QList<int>> load(int id) = 0;") == 0);
    CHECK(faults("using Reply = Result<int>;\nstd::function<Result<int>(int)> m_ask;") == 0);
}

TEST_CASE("Every source file is built", "[source]")
{
    CHECK(joined(filesInNoTarget(projectFiles())) == QString());
}

TEST_CASE("A source file that is in no target is found", "[source]")
{
    const File list = sample("core/a/CMakeLists.txt", "antre_library(a SOURCES b.cpp part/d.cpp)");
    CHECK(filesInNoTarget({list, sample("core/a/b.cpp", ""), sample("core/a/part/d.cpp", "")})
              .isEmpty());
    CHECK(filesInNoTarget({list, sample("core/a/ab.cpp", "")}).size() == 1);
    CHECK(filesInNoTarget({list, sample("core/a/b.h", "")}).size() == 1);
    CHECK(filesInNoTarget({list, sample("core/a/other/d.cpp", "")}).size() == 1);
}

TEST_CASE("Every folder says in ten lines what it is for", "[source]")
{
    CHECK(joined(missingReadmes(projectFiles())) == QString());
}

TEST_CASE("A folder that says nothing, or too much, is found", "[source]")
{
    const File code = sample("core/a/b.cpp", "");
    const File core = sample("core/README.md", "# core\n");
    CHECK(missingReadmes({code, core}).size() == 1);
    CHECK(missingReadmes({code, core, sample("core/a/README.md", "# a\n")}).isEmpty());
    CHECK(missingReadmes(
              {code, core, sample("core/a/README.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n")})
              .size()
        == 1);
}

TEST_CASE("Every file names its licence, every header is read once", "[source]")
{
    CHECK(joined(missingLicences(projectFiles())) == QString());
    CHECK(joined(missingPragmaOnce(projectFiles())) == QString());
}

TEST_CASE("A file without licence or #pragma once is found", "[source]")
{
    CHECK(missingLicences({sample("core/a.h", "#pragma once\n")}).size() == 1);
    CHECK(missingLicences({sample("packaging/run", "#!/bin/sh\n")}).size() == 1);
    CHECK(missingLicences({sample("README.md", "# Antre\n")}).isEmpty());
    CHECK(missingPragmaOnce({sample("core/a.h", "// #pragma once\n")}).size() == 1);
}

TEST_CASE("No function is longer than a screen", "[source]")
{
    CHECK(joined(longFunctions(projectFiles(), 70)) == QString());
}

TEST_CASE("A long function is found, a long class or table is not", "[source]")
{
    const auto faults
        = [](const char *text) { return longFunctions({sample("core/a.cpp", text)}, 3); };
    CHECK(faults("void a()\n{\n  x();\n  y();\n}\n")
        == Faults{
            QStringLiteral("core/a.cpp:2: a function of 4 lines; more than 3 hide their point")});
    CHECK(faults("void a()\n{\n  x();\n}\n").isEmpty());
    CHECK(faults("namespace n {\nclass A\n{\n  int b;\n  int c;\n};\n}\n").isEmpty());
    CHECK(
        faults("class A\n{\npublic:\n  void a()\n  {\n    x();\n    y();\n  }\n};\n").size() == 1);
    CHECK(faults("A::A(int x)\n  : m_a{x}\n  , m_b(x)\n{\n  x();\n  y();\n}\n").size() == 1);
    CHECK(faults("static const QList<int> table = {\n  f(1),\n  f(2),\n  f(3),\n};\n").isEmpty());
    CHECK(faults("template<typename F> void a(F f)\n{\n  if (f('{')) {\n    y(\"}\");\n  }\n}\n")
              .size()
        == 1);
    CHECK(faults("int a() { return 1; } // {{{\nint b() { return 1'000; }\n\n\n").isEmpty());
}

TEST_CASE("No file knows the machine it was written on", "[source]")
{
    CHECK(joined(machinePaths(projectFiles(), antre::sourceRoot())) == QString());
}

TEST_CASE("A path of one machine is found", "[source]")
{
    const QString checkout = QStringLiteral("/some/where/antre");
    CHECK(machinePaths({sample("a",
                           "cd /ho"
                           "me/budi/antre")},
              checkout)
              .size()
        == 1);
    CHECK(machinePaths({sample("a",
                           "x=/ro"
                           "ot/antre")},
              checkout)
              .size()
        == 1);
    CHECK(machinePaths({sample("a", "see /some/where/antre/core")}, checkout).size() == 1);
    CHECK(
        machinePaths({sample("a", "/usr/share/antre /some/where/antre-data")}, checkout).isEmpty());
}

TEST_CASE("The root holds what every newcomer looks for, and nothing else", "[source]")
{
    CHECK(joined(strayTopLevelEntries(topLevelEntries())) == QString());
}

TEST_CASE("A stray entry at the root, or one that is missing, is found", "[source]")
{
    const qsizetype all = strayTopLevelEntries({}).size();
    CHECK(strayTopLevelEntries({QStringLiteral("README.md"), QStringLiteral(".gitignore")}).size()
        == all - 1);
    CHECK(strayTopLevelEntries({QStringLiteral("docs")}).size() == all + 1);
}
