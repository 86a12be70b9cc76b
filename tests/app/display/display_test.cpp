// SPDX-License-Identifier: Apache-2.0
#include "core/server/gatefixture.h"
#include "support/paths.h"
#include "voice/callmark.h"
#include "voice/sound.h"
#include "wire/terminalfile.h"

#include <QDir>
#include <QProcess>

#include <fcntl.h>
#include <functional>

using namespace antre;
using namespace antre::test;

namespace {

/// A mall whose counter calls, and a hall with the real program and files in place of loudspeakers.
class Hall
{
public:
    Hall()
        : m_counter(mall)
    {
        const TerminalFile file{{QStringLiteral("127.0.0.1"), mall.port}, mall.identity.fingerprint,
            TerminalId(QStringLiteral("display-1")), TerminalKind::Display,
            Mall::tokenOf("display-1"), {}, {}};
        REQUIRE(saveTerminalFile(m_folder.filePath(QStringLiteral("terminal.json")), file));
        m_counter.signedOn("counter-1");
        const CommandId wish = mall.newCommand();
        m_counter.send(
            SignIn{wish, OfficerId(QStringLiteral("rina")), QStringLiteral("2580"), desk});
        REQUIRE(eventually([&] { return m_counter.answerTo(wish) != nullptr; }));
        REQUIRE(!m_counter.answerTo(wish)->error);
    }
    ~Hall() { stops(); }
    Q_DISABLE_COPY_MOVE(Hall)

    void starts()
    {
        m_said.clear();
        m_display.setProcessChannelMode(QProcess::MergedChannels);
        // Else the program would inherit this process's listening socket and keep its port taken.
        m_display.setChildProcessModifier([] {
            constexpr int descriptorsMax = 256;
            for (int descriptor = 3; descriptor < descriptorsMax; ++descriptor)
                fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        });
        m_display.start(programPath("antre-display"),
            {QStringLiteral("-platform"), QStringLiteral("offscreen"), QStringLiteral("--terminal"),
                m_folder.filePath(QStringLiteral("terminal.json")), QStringLiteral("--data"),
                m_folder.filePath(QStringLiteral("data")), QStringLiteral("--sounds"),
                soundFolder(), QStringLiteral("--window"), QStringLiteral("1280x720")});
        REQUIRE(eventually([&] { return says("link: up"); }));
    }
    void stops()
    {
        m_display.kill();
        m_display.waitForFinished();
    }
    /// Whether the program has written this line since it started.
    bool says(const char *line)
    {
        m_said += m_display.readAll();
        CAPTURE(m_said);
        return m_said.contains(line);
    }
    void calls()
    {
        mall.clock.advance(std::chrono::seconds(5));
        if (const TicketId served = mall.service.state().desk(desk).current; !served.isEmpty())
            wants(MarkNoShow{desk, served});
        mall.apply(takeNumber(mall.newCommand()).data);
        wants(CallNext{desk});
    }
    /// The same without the officer's console, which a stopped service has hung up on.
    void callsByItself()
    {
        mall.clock.advance(std::chrono::seconds(5));
        if (const TicketId served = mall.service.state().desk(desk).current; !served.isEmpty())
            mall.apply(MarkNoShow{desk, served});
        mall.apply(takeNumber(mall.newCommand()).data);
        mall.apply(CallNext{desk});
    }
    /// The service goes; what `meanwhile` does happens before it is back.
    void loses(const std::function<void()> &meanwhile)
    {
        mall.server.reset();
        REQUIRE(eventually([&] { return says("link: down"); }));
        meanwhile();
        m_said.clear();
        mall.start();
        REQUIRE(eventually([&] { return says("link: up"); }));
    }
    QString soundFolder() const { return m_folder.filePath(QStringLiteral("sounds")); }
    QStringList sounds() const
    {
        QStringList numbers;
        for (const QString &name : QDir(soundFolder()).entryList(QDir::Files, QDir::Name))
            numbers += name.section(QLatin1Char('-'), 2).chopped(4);
        return numbers;
    }
    /// How many of the day's calls its memory says were heard out.
    qsizetype heardOut() const
    {
        const auto mark = loadCallMark(m_folder.filePath(QStringLiteral("data/spoken.json")));
        if (!mark || !*mark)
            return 0;
        const auto &calls = mall.service.state().calls;
        const auto marked = std::find_if(
            calls.begin(), calls.end(), [&](const Call &call) { return (*mark)->isOf(call); });
        REQUIRE(marked != calls.end());
        return marked - calls.begin() + ((*mark)->heard ? 0 : 1);
    }
    /// What "antre-display --test-call" says, and whether it found all well.
    std::pair<QString, bool> testCall(const QString &folder)
    {
        QProcess test;
        test.setProcessChannelMode(QProcess::MergedChannels);
        test.start(programPath("antre-display"),
            {QStringLiteral("-platform"), QStringLiteral("offscreen"),
                QStringLiteral("--test-call"), QStringLiteral("--terminal"),
                m_folder.filePath(QStringLiteral("terminal.json")), QStringLiteral("--data"),
                m_folder.filePath(QStringLiteral("data")), QStringLiteral("--sounds"), folder});
        REQUIRE(test.waitForFinished());
        return {QString::fromUtf8(test.readAll()), test.exitCode() == 0};
    }
    bool remembers() const
    {
        return QFile::exists(m_folder.filePath(QStringLiteral("data/spoken.json")));
    }

    Mall mall;
    const CounterId desk = smallCatalogue()->counters.front().id;

private:
    /// The officer's console asks, and gets it.
    void wants(CommandData data)
    {
        const CommandId id = mall.newCommand();
        m_counter.send(CommandMessage{id, std::move(data)});
        REQUIRE(eventually([&] { return m_counter.answerTo(id) != nullptr; }));
        REQUIRE(!m_counter.answerTo(id)->error);
    }

    QTemporaryDir m_folder;
    Client m_counter;
    QProcess m_display;
    QByteArray m_said;
};

} // namespace

TEST_CASE("The hall hears a call once, whatever happens to the display", "[display]")
{
    Hall hall;
    hall.starts();
    hall.calls();
    REQUIRE(eventually([&] { return hall.remembers(); }));
    CHECK(hall.sounds() == QStringList(QStringLiteral("A001")));
    CHECK(hall.says("call A001 counter 1"));

    hall.stops();
    hall.starts();
    hall.calls();
    REQUIRE(eventually([&] { return hall.sounds().size() == 2; }));
    CHECK(hall.sounds() == QStringList({QStringLiteral("A001"), QStringLiteral("A002")}));
    CHECK_FALSE(hall.says("call A001"));
}

TEST_CASE("A display that was away speaks what is fresh and is silent about the rest", "[display]")
{
    Hall hall;
    hall.starts();
    hall.stops();
    hall.calls();
    hall.mall.clock.advance(std::chrono::minutes(5));
    hall.calls();
    hall.starts();
    REQUIRE(eventually([&] { return !hall.sounds().isEmpty(); }));
    CHECK(hall.sounds() == QStringList(QStringLiteral("A002")));
}

TEST_CASE("A display follows again after the service was gone", "[display]")
{
    Hall hall;
    hall.starts();
    hall.mall.server.reset();
    REQUIRE(eventually([&] { return hall.says("link: down"); }));
    hall.mall.start();
    REQUIRE(eventually([&] { return hall.says("link: down, trying again\nlink: up"); }));
}

TEST_CASE("A service that comes and goes: every fresh call is heard, none twice", "[display]")
{
    Hall hall;
    hall.starts();
    hall.calls();
    REQUIRE(eventually([&] { return hall.sounds().size() == 1; }));
    for (int i = 2; i <= 4; ++i) {
        hall.loses([&] { hall.callsByItself(); });
        REQUIRE(eventually([&] { return hall.sounds().size() == i; }));
    }
    hall.loses([] {});
    hall.callsByItself();
    REQUIRE(eventually([&] { return hall.sounds().size() == 5; }));
    CHECK(hall.sounds()
        == QStringList({QStringLiteral("A001"), QStringLiteral("A002"), QStringLiteral("A003"),
            QStringLiteral("A004"), QStringLiteral("A005")}));
}

TEST_CASE("A display killed at any moment of a call: each is heard, and none again that was heard "
          "out",
    "[display]")
{
    Hall hall;
    hall.starts();
    // Killed at once, when it begins to prepare the sound, when that is heard, and when it is
    // noted: three times each.
    for (int round = 1; round <= 12; ++round) {
        hall.calls();
        const QByteArray announced
            = QByteArray("call A") + QByteArray::number(round).rightJustified(3, '0');
        const int moment = round % 4;
        REQUIRE((moment != 1 || eventually([&] { return hall.says(announced.constData()); })));
        REQUIRE((moment != 2 || eventually([&] { return hall.sounds().size() == round; })));
        REQUIRE((moment != 3 || eventually([&] { return hall.heardOut() == round; })));
        hall.stops();
        const qsizetype before = hall.heardOut();
        CHECK(before >= round - 1);
        hall.starts();
        REQUIRE(eventually([&] { return hall.heardOut() == round; }));
        CHECK(hall.sounds().size() == round);
        CHECK((before < round || !hall.says("call ")));
    }
}

TEST_CASE(
    "Staff hear a test call beside the running display, as loud as calls are now", "[display]")
{
    Hall hall;
    hall.starts();
    hall.calls();
    REQUIRE(eventually([&] { return hall.remembers(); }));
    const QTemporaryDir folder;
    const auto [said, well] = hall.testCall(folder.path());
    CAPTURE(said);
    CHECK(well);
    CHECK(said.contains(QStringLiteral("test call A012 counter 1: id, id, en, volume 100 %")));
    CHECK_FALSE(said.contains(QStringLiteral("knows no catalogue")));
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
}
