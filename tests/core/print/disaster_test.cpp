// SPDX-License-Identifier: Apache-2.0
// The print service itself breaks down, or what stands behind it changes: no slip whose outcome was
// told may come out afterwards.
#include "print/cupsprinter.h"
#include "print/ippclient.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/paths.h"
#include "support/privatecups/privatecups.h"
#include "support/sampleslip.h"
#include "support/virtualprinter/virtualprinter.h"

#include <QDir>
#include <QTemporaryDir>

#include <sys/resource.h>

using namespace antre;

namespace {

const QString queueName = QStringLiteral("slips");
const SystemClock systemClock;

/// A kiosk's program, which can end and be started anew, before a print service and a printer.
class Lobby
{
public:
    explicit Lobby(const QString &profile = QStringLiteral("epson-tm"))
        : cups(m_folder.path())
    {
        REQUIRE(paper.switchOn());
        const auto started
            = cups.addBackend(QStringLiteral("escpos"), programPath("antre-escpos-backend"))
                  .and_then([&] { return cups.start(); })
                  .and_then([&] { return cups.addRawQueue(queueName, uri(profile)); });
        if (!started)
            FAIL(started.error().detail.toStdString());
    }
    [[nodiscard]] QString uri(const QString &profile) const
    {
        return QStringLiteral("escpos://127.0.0.1:%1/?profile=%2&stall=2000&confirm=3000")
            .arg(paper.port())
            .arg(profile);
    }
    void startProgram(
        CupsPatience patience = {.job = Milliseconds(4'000), .idlePoll = Milliseconds(300)})
    {
        printer.emplace(CupsQueue{cups.server(), queueName, QStringLiteral("kiosk-1")},
            PrinterProfile(), systemClock, patience);
        QObject::connect(&*printer, &Printer::finished, &m_context,
            [this](const PrintOutcome &outcome) { m_outcomes.push_back(outcome); });
    }
    void submit(const QString &id)
    {
        SlipContent content = sampleSlip();
        content.service = QStringLiteral("Slip ") + id;
        printer->submit({id, layOutSlip(content, slipWidth80)});
    }
    PrintOutcome outcome()
    {
        REQUIRE(test::eventually([this] { return !m_outcomes.empty(); }));
        const PrintOutcome first = m_outcomes.front();
        m_outcomes.erase(m_outcomes.begin());
        return first;
    }
    PrintOutcome print(const QString &id)
    {
        submit(id);
        return outcome();
    }
    [[nodiscard]] qsizetype onPaper(const QString &id)
    {
        return paper.machine().lines().filter(QStringLiteral("Slip ") + id).size();
    }
    [[nodiscard]] bool jobsWait()
    {
        const auto jobs = cups.run(QStringLiteral("lpstat"), {QStringLiteral("-o")});
        return jobs && !jobs->trimmed().isEmpty();
    }

private:
    QTemporaryDir m_folder;
    QObject m_context;
    std::vector<PrintOutcome> m_outcomes;

public:
    VirtualPrinter paper;
    PrivateCups cups;
    std::optional<CupsPrinter> printer;
};

} // namespace

TEST_CASE(
    "A print service killed with slips waiting prints none of them when it is back late", "[print]")
{
    Lobby lobby;
    REQUIRE(lobby.cups.run(QStringLiteral("cupsdisable"), {queueName}).has_value());
    const auto expires
        = std::chrono::ceil<std::chrono::seconds>(systemClock.wall() + Milliseconds(1'000));
    {
        // Another owner's, so that no program of ours cancels them.
        IppClient client(lobby.cups.server(), queueName);
        const QByteArray slip = "Slip lama\n" + QByteArray("\x1DV\x42\x00", 4);
        for (int i = 0; i < 3; ++i)
            REQUIRE(client.printRaw(QStringLiteral("kiosk-2 slip"), slip, expires).has_value());
    }
    lobby.cups.kill();
    // An hour's sleep is one second here, since the jobs carry the moment until which they count.
    REQUIRE(test::eventually(
        [&] { return systemClock.wall() > Instant(expires) + Milliseconds(1'000); }));
    REQUIRE(lobby.cups.start().has_value());
    REQUIRE(lobby.jobsWait()); // it remembers them
    REQUIRE(lobby.cups.run(QStringLiteral("cupsenable"), {queueName}).has_value());
    REQUIRE(test::eventually([&] { return !lobby.jobsWait(); }));
    lobby.startProgram();
    CHECK(lobby.print(QStringLiteral("baru")).result == SlipState::Printed);
    CHECK(lobby.onPaper(QStringLiteral("lama")) == 0);
    CHECK(lobby.onPaper(QStringLiteral("baru")) == 1);
}

TEST_CASE("A print service that stands still leaves a slip unknown, and it never comes", "[print]")
{
    Lobby lobby;
    lobby.startProgram();
    CHECK(lobby.print(QStringLiteral("satu")).result == SlipState::Printed);
    lobby.cups.pause();
    const PrintOutcome outcome = lobby.print(QStringLiteral("lama"));
    CAPTURE(outcome.detail);
    CHECK((outcome.result == SlipState::Unknown || outcome.result == SlipState::Failed));
    CHECK(outcome.trouble == PrintTrouble::NoPrintService);
    // The job carries the moment until which it may be printed: beyond it, the service may wake.
    REQUIRE(test::eventually([&, since = systemClock.elapsed()] {
        return systemClock.elapsed() > since + Milliseconds(5'500);
    }));
    lobby.cups.resume();
    CHECK(lobby.print(QStringLiteral("baru")).result == SlipState::Printed);
    CHECK(lobby.onPaper(QStringLiteral("lama")) == 0);
    CHECK(lobby.onPaper(QStringLiteral("baru")) == 1);
}

TEST_CASE("A full spool fails the slip, and room again prints the next", "[print]")
{
    Lobby lobby;
    lobby.startProgram();
    CHECK(lobby.print(QStringLiteral("satu")).result == SlipState::Printed);
    // The service may make its files no longer than this: what a full disk says, without root.
    REQUIRE(lobby.cups.limitFiles(4'096));
    const PrintOutcome outcome = lobby.print(QStringLiteral("lama"));
    CAPTURE(outcome.detail, outcome.result);
    CHECK((outcome.result == SlipState::Failed || outcome.result == SlipState::Unknown));
    REQUIRE(lobby.cups.limitFiles(RLIM_INFINITY));
    CHECK(lobby.print(QStringLiteral("baru")).result == SlipState::Printed);
    CHECK(lobby.onPaper(QStringLiteral("lama")) == 0);
}

TEST_CASE("A printer swapped for one that knows less is not believed", "[print]")
{
    Lobby lobby;
    lobby.startProgram();
    CHECK(lobby.print(QStringLiteral("satu")).result == SlipState::Printed);
    const quint16 port = lobby.paper.port();
    lobby.paper.switchOff();
    // The profile still says Epson: its receipt does not come, so nothing is called printed.
    VirtualPrinter clone(EscposMachine::Model::clone());
    REQUIRE(clone.switchOn(port));
    CHECK(lobby.print(QStringLiteral("dua")).result == SlipState::Unknown);
    clone.switchOff();
    VirtualPrinter mute(EscposMachine::Model::muteClone());
    REQUIRE(mute.switchOn(port));
    CHECK(lobby.print(QStringLiteral("tiga")).result == SlipState::Failed);
    CHECK(mute.slips().empty());
    mute.switchOff();
    // With the right profile it goes on.
    REQUIRE(clone.switchOn(port));
    REQUIRE(lobby.cups.addRawQueue(queueName, lobby.uri(QStringLiteral("clone-80"))).has_value());
    CHECK(lobby.print(QStringLiteral("empat")).result == SlipState::Printed);
}

TEST_CASE("A cable pulled in the middle of the number's picture leaves no trace in the next slip",
    "[print]")
{
    Lobby lobby;
    lobby.startProgram();
    lobby.paper.afterBytes(5'000, [&] { lobby.paper.pullCable(); });
    CHECK(lobby.print(QStringLiteral("lama")).result == SlipState::Unknown);
    REQUIRE(lobby.paper.plugIn());
    CHECK(lobby.print(QStringLiteral("baru")).result == SlipState::Printed);
    CHECK(lobby.onPaper(QStringLiteral("lama")) == 0);
    CHECK(lobby.onPaper(QStringLiteral("baru")) == 1);
    // First what hung out, then the slip by itself.
    CHECK(lobby.paper.slips().size() == 2);
    CHECK(lobby.paper.machine().problems() == QStringList());
}
