// SPDX-License-Identifier: Apache-2.0
// Slips through a real cupsd to a printer that is real in all but paper.
#include "print/cupsprinter.h"
#include "print/fileprinter.h"
#include "scan/qrreader.h"
#include "slip/slippicture.h"
#include "support/catch.h"
#include "support/paths.h"
#include "support/privatecups/privatecups.h"
#include "support/relay.h"
#include "support/sampleslip.h"
#include "support/virtualprinter/virtualprinter.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

using namespace antre;

namespace Catch {
template <> struct StringMaker<SlipState>
{
    static std::string convert(SlipState state) { return slipStateName(state).toStdString(); }
};
} // namespace Catch

namespace {

const QString queueName = QStringLiteral("slips");

/// A printer that isn't there is given up quickly, so that the tests are too.
constexpr CupsPatience patience{.job = Milliseconds(3'000), .unreachable = Milliseconds(1'000)};

/// Runs the event loop until `condition` holds; asked again at every event.
template <typename Condition> bool waitUntil(Condition condition, int ms = 20'000)
{
    QElapsedTimer time;
    time.start();
    QTimer tick;
    tick.start(10);
    while (!condition() && time.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

/// Takes part in a printer's life: submits, waits, remembers every outcome.
class Clerk
{
public:
    explicit Clerk(Printer &printer)
        : m_printer(printer)
    {
        QObject::connect(&printer, &Printer::finished, &m_context,
            [this](const PrintOutcome &outcome) { m_outcomes.push_back(outcome); });
    }
    Slip submit(const QString &id)
    {
        SlipContent content = sampleSlip();
        content.link += id;
        const Slip slip = layOutSlip(content, m_printer.profile().width);
        m_printer.submit({id, slip});
        return slip;
    }
    /// The next outcome not yet asked for.
    PrintOutcome outcome()
    {
        REQUIRE(waitUntil([&] { return m_outcomes.size() > m_seen; }));
        return m_outcomes.at(m_seen++);
    }
    PrintOutcome print(const QString &id)
    {
        submit(id);
        return outcome();
    }
    [[nodiscard]] size_t outcomes() const { return m_outcomes.size(); }

private:
    Printer &m_printer;
    QObject m_context;
    std::vector<PrintOutcome> m_outcomes;
    size_t m_seen = 0;
};

/// A lobby's corner: a printer, a print service, and the queue between them.
class Corner
{
public:
    explicit Corner(int width = slipWidth80,
        const QString &uri = QStringLiteral("socket://127.0.0.1:%1/?snmp=false"))
        : paper({.width = width, .headToCutter = 112, .doubleByte = true})
        , cups(m_folder.path())
    {
        REQUIRE(paper.switchOn());
        const auto started
            = cups.addBackend(QStringLiteral("escpos"), programPath("antre-escpos-backend"))
                  .and_then([&] { return cups.start(); })
                  .and_then([&] { return cups.addRawQueue(queueName, uri.arg(paper.port())); });
        if (!started)
            FAIL(started.error().detail.toStdString());
    }
    [[nodiscard]] CupsQueue queue() const
    {
        return {cups.server(), queueName, QStringLiteral("kiosk-1")};
    }
    [[nodiscard]] bool nothingWaits()
    {
        const auto jobs = cups.run(QStringLiteral("lpstat"), {QStringLiteral("-o")});
        return jobs && jobs->trimmed().isEmpty();
    }

private:
    QTemporaryDir m_folder;

public:
    VirtualPrinter paper;
    PrivateCups cups;
};

QImage withoutFeed(const QImage &slip)
{
    return slip.copy(0, 112, slip.width(), slip.height() - 112);
}

const SystemClock systemClock;

} // namespace

TEST_CASE("A slip reaches the paper through CUPS as it was drawn", "[print]")
{
    const int width = GENERATE(slipWidth58, slipWidth80);
    Corner corner(width);
    CupsPrinter printer(corner.queue(), {.width = width}, systemClock);
    Clerk clerk(printer);

    const Slip slip = clerk.submit(QStringLiteral("1"));
    const PrintOutcome outcome = clerk.outcome();
    REQUIRE(waitUntil([&] { return corner.paper.slips().size() == 1; }));

    CAPTURE(outcome.detail);
    CHECK(outcome.id == QStringLiteral("1"));
    CHECK(outcome.result == SlipState::Sent); // the stock back-end can't know more
    CHECK((withoutFeed(corner.paper.slips().front()) == slipPicture(slip)));
    CHECK(corner.paper.machine().problems() == QStringList());
    CHECK(QZXingReader().read(corner.paper.slips().front())
        == sampleSlip().link + QStringLiteral("1"));
    CHECK(printer.state().condition == PrinterCondition::Ready);
}

TEST_CASE("Slips come out in order, one for each, and each has one outcome", "[print]")
{
    Corner corner;
    CupsPrinter printer(corner.queue(), {}, systemClock);
    Clerk clerk(printer);
    for (int i = 0; i < 5; ++i)
        clerk.submit(QString::number(i));
    for (int i = 0; i < 5; ++i) {
        const PrintOutcome outcome = clerk.outcome();
        CHECK(outcome.id == QString::number(i));
        CHECK(outcome.result == SlipState::Sent);
    }
    REQUIRE(waitUntil([&] { return corner.paper.slips().size() == 5; }));
    for (size_t i = 0; i < 5; ++i)
        CHECK(QZXingReader().read(corner.paper.slips().at(i))
            == sampleSlip().link + QString::number(i));
    CHECK(clerk.outcomes() == 5);
}

TEST_CASE("A printer that isn't there is told within seconds, and its slip never comes", "[print]")
{
    Corner corner;
    const quint16 port = corner.paper.port();
    corner.paper.switchOff();
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    Clerk clerk(printer);

    QElapsedTimer time;
    time.start();
    const PrintOutcome outcome = clerk.print(QStringLiteral("lost"));
    CAPTURE(outcome.detail);
    CHECK(time.elapsed() < 5'000);
    CHECK(outcome.result == SlipState::Failed);
    CHECK(outcome.trouble == PrintTrouble::NoPrinter);
    CHECK(printer.state().condition == PrinterCondition::NoPrinter);
    CHECK(corner.nothingWaits());

    // Plugged in again: only the next visitor's slip comes.
    REQUIRE(corner.paper.switchOn(port));
    CHECK(clerk.print(QStringLiteral("next")).result == SlipState::Sent);
    REQUIRE(waitUntil([&] { return !corner.paper.slips().empty(); }));
    CHECK(QZXingReader().read(corner.paper.slips().front())
        == sampleSlip().link + QStringLiteral("next"));
    CHECK(corner.paper.slips().size() == 1);
    CHECK(waitUntil([&] { return printer.state().condition == PrinterCondition::Ready; }));
}

TEST_CASE("Without paper a slip is called sent, never printed", "[print]")
{
    Corner corner;
    corner.paper.setFaults({.paperOut = true});
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    Clerk clerk(printer);
    CHECK(clerk.print(QStringLiteral("1")).result == SlipState::Sent);
    CHECK(corner.paper.slips().empty());
    // The bytes wait in the printer, where nobody can take them back: hence "sent".
    corner.paper.setFaults({});
    CHECK(waitUntil([&] { return corner.paper.slips().size() == 1; }));
}

TEST_CASE("A printer that stops reading leaves the slip unknown, and it is cancelled", "[print]")
{
    Corner corner;
    corner.paper.setStalled(true);
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    Clerk clerk(printer);
    const PrintOutcome outcome = clerk.print(QStringLiteral("1"));
    CAPTURE(outcome.detail);
    CHECK(outcome.result == SlipState::Unknown);
    CHECK(outcome.trouble == PrintTrouble::Slow);
    CHECK(waitUntil([&] { return corner.nothingWaits(); }));
}

TEST_CASE("A paused queue prints nothing and keeps nothing", "[print]")
{
    Corner corner;
    REQUIRE(corner.cups.run(QStringLiteral("cupsdisable"), {queueName}).has_value());
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    Clerk clerk(printer);
    const PrintOutcome outcome = clerk.print(QStringLiteral("1"));
    CHECK(outcome.result == SlipState::Failed);
    CHECK(outcome.trouble == PrintTrouble::Stopped);
    CHECK(corner.nothingWaits());
    CHECK(printer.state().condition == PrinterCondition::Stopped);
    REQUIRE(corner.cups.run(QStringLiteral("cupsenable"), {queueName}).has_value());
    CHECK(clerk.print(QStringLiteral("2")).result == SlipState::Sent);
    CHECK(waitUntil([&] { return corner.paper.slips().size() == 1; }));
}

TEST_CASE("Without the print service a slip fails at once, and the next one works when it is back",
    "[print]")
{
    Corner corner;
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    Clerk clerk(printer);
    CHECK(clerk.print(QStringLiteral("1")).result == SlipState::Sent);
    corner.cups.stop();

    QElapsedTimer time;
    time.start();
    const PrintOutcome outcome = clerk.print(QStringLiteral("2"));
    CHECK(time.elapsed() < 2'000);
    CHECK(outcome.result == SlipState::Failed);
    CHECK(outcome.trouble == PrintTrouble::NoPrintService);
    CHECK(waitUntil([&] { return printer.state().condition == PrinterCondition::NoPrintService; }));

    REQUIRE(corner.cups.start().has_value());
    CHECK(clerk.print(QStringLiteral("3")).result == SlipState::Sent);
    REQUIRE(waitUntil([&] { return corner.paper.slips().size() == 2; }));
    CHECK(QZXingReader().read(corner.paper.slips().back())
        == sampleSlip().link + QStringLiteral("3"));
}

TEST_CASE("A print service that dies with a slip leaves it unknown", "[print]")
{
    Corner corner;
    corner.paper.switchOff();
    CupsPrinter printer(corner.queue(), {}, systemClock,
        {.job = Milliseconds(3'000), .unreachable = Milliseconds(60'000)});
    Clerk clerk(printer);
    clerk.submit(QStringLiteral("1"));
    REQUIRE(waitUntil([&] { return !corner.nothingWaits(); }));
    corner.cups.kill();
    const PrintOutcome outcome = clerk.outcome();
    CHECK(outcome.result == SlipState::Unknown);
    CHECK(outcome.trouble == PrintTrouble::NoPrintService);

    // The service remembers the slip after its restart; its visitor has gone, so it is cancelled.
    REQUIRE(corner.cups.start().has_value());
    CHECK(clerk.print(QStringLiteral("2")).trouble == PrintTrouble::Slow);
    CHECK(corner.nothingWaits());
}

TEST_CASE("What an earlier run left in the queue is cancelled, what others print is not", "[print]")
{
    Corner corner;
    REQUIRE(corner.cups.run(QStringLiteral("cupsdisable"), {queueName}).has_value());
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("job")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("x\n") == 2);
    file.close();
    for (const char *title : {"kiosk-1 slip old", "kiosk-2 slip old"})
        REQUIRE(
            corner.cups
                .run(QStringLiteral("lp"),
                    {QStringLiteral("-d"), queueName, QStringLiteral("-o"), QStringLiteral("raw"),
                        QStringLiteral("-t"), QString::fromLatin1(title), file.fileName()})
                .has_value());
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    REQUIRE(waitUntil([&] { return printer.state().condition == PrinterCondition::Stopped; }));
    const QString left = corner.cups.run(QStringLiteral("lpstat"), {QStringLiteral("-o")}).value();
    CHECK(left.count(queueName) == 1);
    CHECK(left.contains(queueName + QStringLiteral("-2")));
}

TEST_CASE("A queue that does not exist prints nothing", "[print]")
{
    Corner corner;
    CupsQueue queue = corner.queue();
    queue.name = QStringLiteral("nowhere");
    CupsPrinter printer(queue, {}, systemClock, patience);
    Clerk clerk(printer);
    CHECK(clerk.print(QStringLiteral("1")).result == SlipState::Failed);
}

TEST_CASE("A file printer prints into its folder", "[print]")
{
    const QTemporaryDir folder;
    const QString slips = folder.filePath(QStringLiteral("slips"));
    FilePrinter printer(slips, {.width = slipWidth58});
    Clerk clerk(printer);
    const Slip slip = clerk.submit(QStringLiteral("../1"));
    CHECK(clerk.outcome().result == SlipState::Printed);
    QFile bytes(slips + QStringLiteral("/___1.bin"));
    REQUIRE(bytes.open(QIODevice::ReadOnly));
    CHECK(bytes.readAll() == escposBytes(slip, printer.profile()));
    const QImage picture(slips + QStringLiteral("/___1.png"));
    CHECK((picture.convertToFormat(QImage::Format_RGB32)
        == slipPicture(slip).convertToFormat(QImage::Format_RGB32)));
}

TEST_CASE("A file printer whose folder can't be written says so", "[print]")
{
    FilePrinter printer(QStringLiteral("/dev/null/slips"), {});
    Clerk clerk(printer);
    const PrintOutcome outcome = clerk.print(QStringLiteral("1"));
    CHECK(outcome.result == SlipState::Failed);
    CHECK(outcome.trouble == PrintTrouble::NoPrinter);
}

// With our own back-end, which asks the printer.

static const QString asking = QStringLiteral("escpos://127.0.0.1:%1/");
static const QString askingForId = QStringLiteral("escpos://127.0.0.1:%1/?receipt=id");

TEST_CASE("A slip that the printer confirms is printed", "[print]")
{
    const QString uri = GENERATE(asking, askingForId);
    Corner corner(slipWidth80, uri);
    CupsPrinter printer(corner.queue(), {}, systemClock);
    Clerk clerk(printer);
    const Slip slip = clerk.submit(QStringLiteral("1"));
    const PrintOutcome outcome = clerk.outcome();
    CAPTURE(outcome.detail);
    CHECK(outcome.result == SlipState::Printed);
    REQUIRE(waitUntil([&] { return corner.paper.slips().size() == 1; }));
    CHECK((withoutFeed(corner.paper.slips().front()) == slipPicture(slip)));
    CHECK(corner.paper.machine().problems() == QStringList());
}

TEST_CASE("Slips, their ends and the idle printer's state come over one connection", "[print]")
{
    Corner corner(slipWidth80, asking);
    test::Relay relay(corner.cups.server().section(QLatin1Char(':'), -1).toUShort());
    CupsQueue queue = corner.queue();
    queue.server = QStringLiteral("127.0.0.1:%1").arg(relay.port());
    CupsPrinter printer(queue, {}, systemClock, {.idlePoll = Milliseconds(100)});
    Clerk clerk(printer);
    for (const char *id : {"1", "2", "3"})
        CHECK(clerk.print(QLatin1String(id)).result == SlipState::Printed);
    corner.paper.setFaults({.paperOut = true});
    CHECK(clerk.print(QStringLiteral("4")).result == SlipState::Failed);
    corner.paper.setFaults({}); // found by asking, without a slip
    REQUIRE(waitUntil([&] { return printer.state().condition == PrinterCondition::Ready; }));
    CHECK(corner.paper.slips().size() == 3);
    CHECK(relay.connections() == 1);
}

TEST_CASE("A printer without paper is sent nothing, and nothing comes after the refill", "[print]")
{
    Corner corner(slipWidth80, asking);
    corner.paper.setFaults({.paperOut = true});
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    Clerk clerk(printer);
    const PrintOutcome outcome = clerk.print(QStringLiteral("1"));
    CAPTURE(outcome.detail);
    CHECK(outcome.result == SlipState::Failed);
    CHECK(outcome.trouble == PrintTrouble::PaperOut);
    CHECK(printer.state().condition == PrinterCondition::PaperOut);
    corner.paper.setFaults({});
    CHECK(clerk.print(QStringLiteral("2")).result == SlipState::Printed);
    CHECK(corner.paper.slips().size() == 1);
    CHECK(printer.state().condition == PrinterCondition::Ready);
}

TEST_CASE("Paper that ends within a slip leaves it unknown, and its rest never comes", "[print]")
{
    Corner corner(slipWidth80, GENERATE(asking, askingForId));
    corner.paper.machine().setPaperLeft(600);
    CupsPrinter printer(corner.queue(), {}, systemClock);
    Clerk clerk(printer);
    const PrintOutcome outcome = clerk.print(QStringLiteral("1"));
    CAPTURE(outcome.detail);
    CHECK(outcome.result == SlipState::Unknown);
    CHECK(outcome.trouble == PrintTrouble::PaperOut);

    // After the refill the half slip falls by itself, without its rest, and then the next one.
    corner.paper.setFaults({});
    const Slip next = clerk.submit(QStringLiteral("2"));
    CHECK(clerk.outcome().result == SlipState::Printed);
    REQUIRE(corner.paper.slips().size() == 2);
    CHECK(corner.paper.slips().front().height() < 112 + 800);
    CHECK((withoutFeed(corner.paper.slips().back()) == slipPicture(next)));
}

TEST_CASE("An open cover is told, and so is paper that runs low", "[print]")
{
    Corner corner(slipWidth80, asking);
    corner.paper.setFaults({.coverOpen = true});
    CupsPrinter printer(corner.queue(), {}, systemClock, patience);
    Clerk clerk(printer);
    CHECK(clerk.print(QStringLiteral("1")).trouble == PrintTrouble::CoverOpen);
    CHECK(printer.state().condition == PrinterCondition::CoverOpen);
    corner.paper.setFaults({.nearEnd = true});
    CHECK(clerk.print(QStringLiteral("2")).result == SlipState::Printed);
    CHECK(printer.state().condition == PrinterCondition::PaperLow);
}

TEST_CASE("New paper and a new plug are noticed without a visitor", "[print]")
{
    Corner corner(slipWidth80, asking);
    corner.paper.setFaults({.paperOut = true});
    CupsPrinter printer(corner.queue(), {}, systemClock, {.idlePoll = Milliseconds(100)});
    Clerk clerk(printer);
    const auto becomes = [&](PrinterCondition condition) {
        return waitUntil([&] { return printer.state().condition == condition; });
    };
    CHECK(clerk.print(QStringLiteral("1")).trouble == PrintTrouble::PaperOut);
    CHECK(printer.state().condition == PrinterCondition::PaperOut);
    corner.paper.setFaults({});
    CHECK(becomes(PrinterCondition::Ready));

    const quint16 port = corner.paper.port();
    corner.paper.switchOff();
    CHECK(clerk.print(QStringLiteral("2")).trouble == PrintTrouble::NoPrinter);
    CHECK(printer.state().condition == PrinterCondition::NoPrinter);
    REQUIRE(corner.paper.switchOn(port));
    CHECK(becomes(PrinterCondition::Ready));
    CHECK(corner.paper.slips().empty());
}

TEST_CASE("A printer that answers nothing is never believed", "[print]")
{
    Corner corner(slipWidth80, asking);
    corner.paper.setFaults({.mute = true});
    CupsPrinter printer(corner.queue(), {}, systemClock);
    Clerk clerk(printer);
    CHECK(clerk.print(QStringLiteral("1")).result == SlipState::Sent);
    CHECK(waitUntil([&] { return corner.paper.slips().size() == 1; }));
}

TEST_CASE("Our back-end tells at once that a printer isn't there", "[print]")
{
    Corner corner(slipWidth80, asking);
    corner.paper.switchOff();
    CupsPrinter printer(corner.queue(), {}, systemClock);
    Clerk clerk(printer);
    QElapsedTimer time;
    time.start();
    const PrintOutcome outcome = clerk.print(QStringLiteral("1"));
    CHECK(time.elapsed() < 1'000);
    CHECK(outcome.result == SlipState::Failed);
    CHECK(outcome.trouble == PrintTrouble::NoPrinter);
    CHECK(printer.state().condition == PrinterCondition::NoPrinter);
}

TEST_CASE("A slip whose time has passed is dropped by the back-end", "[print]")
{
    Corner corner(slipWidth80, asking);
    // A clock that stands a minute behind makes every job expire before it is there.
    ManualClock late(systemClock.wall() - Minutes(1));
    CupsPrinter printer(corner.queue(), {}, late);
    Clerk clerk(printer);
    const PrintOutcome outcome = clerk.print(QStringLiteral("1"));
    CHECK(outcome.result == SlipState::Failed);
    CHECK(corner.paper.bytesReceived() == 0);
}
