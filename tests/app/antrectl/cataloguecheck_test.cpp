// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/antrectl.h"
#include "support/paths.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace antre;

namespace {

const QString bengkulu = sourcePath("resources/catalogue/mpp-bengkulu.json");

Said check(const QString &file)
{
    return antrectl({QStringLiteral("catalogue"), QStringLiteral("check"), file});
}

/// A file with these bytes, in a directory of its own.
class Scratch
{
public:
    explicit Scratch(const QByteArray &bytes)
        : m_path(m_directory.filePath(QStringLiteral("catalogue.json")))
    {
        QFile file(m_path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QTemporaryDir m_directory;
    QString m_path;
};

} // namespace

TEST_CASE("Checking Bengkulu's catalogue says what it holds, and no fault", "[antrectl]")
{
    const Said said = check(bengkulu);
    CHECK(said.exit == 0);
    CHECK(said.out.startsWith(QStringLiteral("21 agencies, 118 services, 24 counters\n")));
    CHECK(said.err.isEmpty());
}

TEST_CASE("Every fault is a line with its place, and the exit code is 1", "[antrectl]")
{
    QFile file(bengkulu);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const Scratch bad(file.readAll()
                          .replace("\"code\": \"B\"", "\"code\": \"Q\"")
                          .replace("Asia/Jakarta", "Asia/Bengkulu"));
    const Said said = check(bad.path());
    CHECK(said.exit == 1);
    CHECK(said.out.isEmpty());
    CHECK(said.err.count(QLatin1Char('\n')) == 2);
    CHECK(said.err.startsWith(bad.path()
        + QStringLiteral(":14: site.timeZone: there is no time zone \"Asia/Bengkulu\"; write an "
                         "IANA name such as Asia/Jakarta.\n")));
    CHECK(said.err.contains(QStringLiteral(
        ": agencies[1].code: \"Q\" is no agency's letter; write one capital letter")));
}

TEST_CASE("An exception whose time is over is noted, and is no fault", "[antrectl]")
{
    QFile file(bengkulu);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const Scratch old(file.readAll()
                          .replace("\"day\": \"2026-09-05\"", "\"day\": \"2020-09-05\"")
                          .replace("\"2026-09-", "\"2099-09-")
                          .replace("\"2027-0", "\"2099-0"));
    const Said said = check(old.path());
    CHECK(said.exit == 0);
    CHECK(said.err.isEmpty());
    CHECK(said.out.contains(old.path()
        + QStringLiteral(": exceptions[0]: note: it was for agency:disdukcapil and ended on "
                         "2020-09-05; it may be taken out.\n")));
    CHECK(said.out.count(QStringLiteral(": note: ")) == 1);
}

TEST_CASE("Fifty megabytes of JSON are refused at once", "[antrectl]")
{
    const Scratch huge('[' + QByteArray("0,").repeated(25'000'000) + "0]");
    QElapsedTimer timer;
    timer.start();
    const Said said = check(huge.path());
    CHECK(timer.elapsed() < 2000);
    CHECK(said.exit == 1);
    CHECK(said.err.contains(QStringLiteral("the file has more than 4 MiB")));
}

TEST_CASE("A file that is no text, no JSON or not there is told in words", "[antrectl]")
{
    const Scratch notUtf8("{\n \"site\": \"caf\xe9\"}");
    CHECK(check(notUtf8.path()).exit == 1);
    CHECK(check(notUtf8.path())
              .err.contains(QStringLiteral(":2: byte 16 of the file, 0xe9 at column 14, is not "
                                           "UTF-8; save the file as UTF-8.")));

    const Scratch notJson("Agencies: 21\n");
    CHECK(check(notJson.path()).exit == 1);
    CHECK(check(notJson.path()).err.contains(QStringLiteral(":1: this is not JSON:")));

    CHECK(check(QStringLiteral("/nowhere/catalogue.json")).exit == 1);
    CHECK(check(QStringLiteral("/nowhere/catalogue.json")).err
        == QStringLiteral("/nowhere/catalogue.json: can't be read: No such file or directory.\n"));
    CHECK(check(QStringLiteral("/")).exit == 1);
}

TEST_CASE("A command line that makes no sense does nothing and exits with 2", "[antrectl]")
{
    CHECK(antrectl({}).exit == 2);
    CHECK(antrectl({QStringLiteral("catalog")})
              .err.startsWith(QStringLiteral("antrectl: there is no verb \"catalog\";")));
    CHECK(antrectl({QStringLiteral("catalogue"), QStringLiteral("check")}).exit == 2);
    CHECK(antrectl({QStringLiteral("catalogue"), QStringLiteral("check"), QStringLiteral("a"),
                       QStringLiteral("b")})
              .exit
        == 2);
    CHECK(antrectl({QStringLiteral("catalogue"), QStringLiteral("check"), QStringLiteral("--fast"),
                       bengkulu})
              .exit
        == 2);
}

TEST_CASE("Help names every verb, and each verb explains itself", "[antrectl]")
{
    const Said help = antrectl({QStringLiteral("--help")});
    CHECK(help.exit == 0);
    CHECK(help.out.contains(QStringLiteral("catalogue check FILE")));
    const Said verb = antrectl(
        {QStringLiteral("catalogue"), QStringLiteral("check"), QStringLiteral("--help")});
    CHECK(verb.exit == 0);
    CHECK(verb.out.startsWith(QStringLiteral("Usage: antrectl catalogue check [options] FILE\n")));
    CHECK(antrectl({QStringLiteral("--version")}).out
        == QStringLiteral("antrectl " ANTRE_VERSION "\n"));
}
