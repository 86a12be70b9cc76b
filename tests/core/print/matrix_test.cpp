// SPDX-License-Identifier: Apache-2.0
// Every fault, before, during and after the slip, on three kinds of printer, with and without an
// Epson beside it that takes over: a kiosk's real machine, journal and service, a real cupsd and
// our back-end. In each cell a visitor takes a number, all is mended, and another one takes one;
// each prints one line of the table. The cells of a column run side by side, each with a mall,
// queues and printers of its own.
#include "print/cupsprinter.h"
#include "support/catch.h"
#include "support/paths.h"
#include "support/privatecups/privatecups.h"
#include "support/sampleslip.h"
#include "support/smallhall.h"
#include "support/virtualprinter/virtualprinter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>
#include <set>

using namespace antre;

namespace {

enum class Kind { Tm, Clone, Mute };
enum class Fault {
    None,
    PaperOut,
    PaperEnds, ///< after 60 mm
    NearEnd,
    CoverOpen,
    Cutter,
    Offline,
    Silent, ///< a printer that answers stops answering
    Stall,
    Slow,
    CutLink,
    PowerOff, ///< with a full buffer
};
enum class When { Before, During, After };

constexpr std::array kindNames{"TM class", "clone", "mute clone"};
constexpr std::array profileNames{"epson-tm", "clone-80", "generic"};
constexpr std::array faultNames{"none", "paper out", "paper ends", "near end", "cover open",
    "cutter", "offline", "silent", "stall", "slow", "cut link", "power off"};
constexpr std::array whenNames{"before", "during", "after"};
constexpr std::array conditionNames{"unknown", "ready", "paper low", "paper out", "cover open",
    "fault", "stopped", "no printer", "no service"};

template <typename Names, typename Value> QString nameOf(const Names &names, Value value)
{
    return QString::fromLatin1(names.at(size_t(value)));
}

const SystemClock systemClock;

/// What is on the paper of one slip: its first line, its last line, and its own cut.
struct OnPaper
{
    qsizetype heads = 0;
    qsizetype tails = 0;
    bool whole = false;
    [[nodiscard]] QString text() const
    {
        return whole            ? QStringLiteral("whole")
            : heads + tails > 0 ? QStringLiteral("part")
                                : QStringLiteral("nothing");
    }
};

OnPaper find(const QStringList &lines, const QString &id)
{
    OnPaper found;
    const QString head = QStringLiteral("Mulai ") + id;
    const QString tail = QStringLiteral("Tamat ") + id;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        found.heads += lines[i].contains(head) ? 1 : 0;
        if (!lines[i].contains(tail))
            continue;
        ++found.tails;
        found.whole
            = found.whole || (found.heads > 0 && i + 1 < lines.size() && lines[i + 1].isEmpty());
    }
    return found;
}

EscposMachine::Model machineOf(Kind kind)
{
    switch (kind) {
    case Kind::Tm:
        return EscposMachine::Model::tmClass();
    case Kind::Clone:
        return EscposMachine::Model::clone();
    case Kind::Mute:
        break;
    }
    return EscposMachine::Model::muteClone();
}

/// A printer and its queue.
struct Device
{
    Device(PrivateCups &cups, Kind what, const QString &queue)
        : kind(what)
        , paper(machineOf(what))
    {
        REQUIRE(paper.switchOn());
        // Half a second of silence is long for a printer, but not for this busy process.
        const auto added = cups.addRawQueue(queue,
            QStringLiteral("escpos://127.0.0.1:%1/"
                           "?profile=%2&answer=1500&stall=1500&confirm=3000&ask=200&holds=500")
                .arg(paper.port())
                .arg(nameOf(profileNames, what)));
        REQUIRE(added.has_value());
        printer.emplace(CupsQueue{cups.server(), queue, queue}, PrinterProfile(), systemClock,
            CupsPatience{.job = Milliseconds(20'000),
                .poll = Milliseconds(100),
                .idlePoll = Milliseconds(500)});
    }
    Kind kind;
    VirtualPrinter paper;
    std::optional<CupsPrinter> printer;
    qsizetype linesThen = 0; ///< when all was mended
};

/// What is known of one visitor's slip in the end.
struct Told
{
    QString number;
    TicketId ticket;
    SlipState result = SlipState::Pending;
    QString detail;
};

class Cell
{
public:
    Cell(PrivateCups &cups, Kind kind, Fault fault, When when, bool takesOver, const QString &queue)
        : m_kind(kind)
        , m_fault(fault)
        , m_when(when)
        , m_kiosk(m_hall.kiosk("kiosk-1", "1", takesOver ? 2 : 1))
    {
        m_kiosk.printerAnswers = false;
        m_devices.push_back(std::make_unique<Device>(cups, kind, queue));
        if (takesOver)
            m_devices.push_back(
                std::make_unique<Device>(cups, Kind::Tm, queue + QStringLiteral("-second")));
        for (const auto &device : m_devices) {
            QObject::connect(&*device->printer, &Printer::finished, &m_context,
                [this](const PrintOutcome &outcome) { printed(outcome); });
            QObject::connect(
                &*device->printer, &Printer::stateChanged, &m_context, [this] { tellPrinters(); });
        }
        QObject::connect(&first().paper, &VirtualPrinter::slipFell, &m_context, [this] {
            if (m_when == When::After && m_stage == 1 && !std::exchange(m_broke, true))
                breakIt();
        });
    }

    /// Goes on if it can; true once it is at its end.
    bool advance()
    {
        switch (m_stage) {
        case 0:
            prepare();
            touch();
            return next();
        case 1:
            if (!isOver(m_first))
                return false;
            m_shown = first().printer->state().condition;
            return next();
        case 2: // what is on its way comes out
            if (m_since.elapsed() < 1'500)
                return false;
            for (const auto &device : m_devices)
                device->linesThen = device->paper.machine().lines().size();
            mend();
            return next();
        case 3: // time for old rests to come out, and for the program to notice
            if (m_since.elapsed() < 3'000)
                return false;
            m_kiosk.input(Dismissed{});
            touch();
            return next();
        case 4:
            return isOver(m_second) ? next() : false;
        default:
            return m_since.elapsed() > 500;
        }
    }

    void checkAndPrint()
    {
        const OnPaper then = found(m_first.number, true, false);
        const OnPaper later = found(m_first.number, false, true);
        const OnPaper total = found(m_first.number, true, true);
        const bool isSecond = m_printerOf.value(m_first.number) > 0;
        std::printf(
            "%-11s %-11s %-7s | shown %-11s | journal %-8s %-7s %-52s | paper %-8s later %s\n",
            kindNames.at(size_t(m_kind)), faultNames.at(size_t(m_fault)),
            whenNames.at(size_t(m_when)), conditionNames.at(size_t(m_shown)),
            qPrintable(slipStateName(m_first.result)), isSecond ? "second" : "",
            qPrintable(m_first.detail), qPrintable(then.text()), qPrintable(later.text()));

        INFO(nameOf(kindNames, m_kind).toStdString()
            << ", " << nameOf(faultNames, m_fault).toStdString() << " "
            << nameOf(whenNames, m_when).toStdString() << ": "
            << qPrintable(slipStateName(m_first.result)) << ", " << m_first.detail.toStdString()
            << "; then " << m_second.detail.toStdString());
        CHECK(mayBeTold().contains(m_first.result));
        CHECK((m_first.result != SlipState::Printed || then.whole));
        CHECK((m_first.result != SlipState::Failed || total.heads + total.tails == 0));
        CHECK((total.heads <= 1 && total.tails <= 1));
        // A printer that answers nothing keeps what it took, and nobody can take it back: hence
        // "sent".
        if (m_kind != Kind::Mute)
            CHECK(later.heads + later.tails <= 1);
        if (m_kind == Kind::Tm && m_fault != Fault::CutLink)
            CHECK(later.heads + later.tails == 0);
        CHECK(m_second.result == (m_kind == Kind::Mute ? SlipState::Sent : SlipState::Printed));
        CHECK(found(m_second.number, true, true).whole);
        checkJournals(m_first);
        checkJournals(m_second);
    }

private:
    bool next()
    {
        ++m_stage;
        m_since.start();
        return false;
    }

    Device &first() { return *m_devices.front(); }

    void tellPrinters()
    {
        DevicesChanged now;
        for (const auto &device : m_devices)
            now.printers.push_back(device->printer->state().condition);
        m_kiosk.input(now);
        goOn();
    }

    void touch()
    {
        m_kiosk.touches("a.one");
        goOn();
    }

    /// The mall's time goes by, and what the machine wants printed goes to its printer.
    void goOn()
    {
        m_hall.run(Milliseconds(50));
        while (m_handed < m_kiosk.prints.size()) {
            const PrintSlip &print = m_kiosk.prints[m_handed++];
            const QString number = print.ticket.number->text();
            SlipContent content = sampleSlip();
            content.number = number;
            content.service = QStringLiteral("Mulai ") + number;
            content.greeting = QStringLiteral("Tamat ") + number;
            const QString job = QStringLiteral("%1-%2").arg(number).arg(print.printer);
            m_printerOf.insert(number, print.printer);
            m_jobs.insert(job, print.print);
            CupsPrinter &printer = *m_devices[print.printer]->printer;
            printer.submit({job, layOutSlip(content, printer.profile().width)});
        }
    }

    void printed(const PrintOutcome &outcome)
    {
        m_detail = outcome.detail;
        m_kiosk.input(PrintEnded{m_jobs.value(outcome.id), outcome.result, 120});
        goOn();
    }

    /// The present visitor's slip has its end: what the screen knows of it.
    bool isOver(Told &told)
    {
        const Issue &issue = m_kiosk.issue();
        if (issue.stage != IssueStage::Finished)
            return false;
        told = {issue.ticket.number->text(), issue.ticket.id, issue.print, m_detail};
        return true;
    }

    /// On all paper, before and after all was mended.
    [[nodiscard]] OnPaper found(const QString &number, bool before, bool after) const
    {
        OnPaper all;
        for (const auto &device : m_devices) {
            const QStringList &lines = device->paper.machine().lines();
            const qsizetype from = before ? 0 : device->linesThen;
            const qsizetype until = after ? lines.size() : device->linesThen;
            const OnPaper here = find(lines.mid(from, until - from), number);
            all.heads += here.heads;
            all.tails += here.tails;
            all.whole = all.whole || here.whole;
        }
        return all;
    }

    /// The kiosk's own disk and the service's say what its screen said.
    void checkJournals(const Told &told)
    {
        CHECK(m_hall.state().ticket(told.ticket)->slip == told.result);
        KioskTickets kept;
        const std::vector<StoredRecord> records = *m_kiosk.disk->read(0, 1'000);
        for (const StoredRecord &stored : records)
            CHECK(kept.fold(stored.record).has_value());
        REQUIRE(kept.find(told.ticket));
        CHECK(kept.find(told.ticket)->slip == told.result);
    }

    void prepare()
    {
        if (m_when == When::Before)
            breakIt();
        else if (m_when == When::During && m_fault == Fault::PaperEnds)
            first().paper.machine().setPaperLeft(480);
        else if (m_when == When::During)
            first().paper.afterBytes(4'000, [this] { breakIt(); });
        if (m_fault == Fault::PowerOff && m_when == When::During)
            first().paper.setSpeed(40); // so that its buffer is full by then
    }

    void breakIt()
    {
        PrinterFaults faults;
        faults.paperOut = m_fault == Fault::PaperOut || m_fault == Fault::PaperEnds;
        faults.nearEnd = m_fault == Fault::NearEnd;
        faults.coverOpen = m_fault == Fault::CoverOpen;
        faults.cutter = m_fault == Fault::Cutter;
        faults.offline = m_fault == Fault::Offline;
        faults.mute = m_fault == Fault::Silent;
        first().paper.setFaults(faults);
        if (m_fault == Fault::Stall)
            first().paper.setStalled(true);
        if (m_fault == Fault::Slow)
            first().paper.setSpeed(60);
        if (m_fault == Fault::CutLink)
            m_when == When::Before ? first().paper.pullCable() : first().paper.cutLink();
        if (m_fault == Fault::PowerOff)
            first().paper.switchOff();
    }

    void mend()
    {
        first().paper.machine().setPaperLeft(-1);
        first().paper.setSpeed(0);
        if (m_fault == Fault::PowerOff || (m_fault == Fault::CutLink && m_when == When::Before))
            REQUIRE(first().paper.plugIn());
        first().paper.setFaults({});
        first().paper.setStalled(false);
    }

    /// Tighter than the rules that hold for all: what is certain must be said.
    [[nodiscard]] std::set<SlipState> mayBeTold() const
    {
        using enum SlipState;
        std::set<SlipState> may = mayBeToldOfFirst();
        // What certainly failed came out of the other one.
        if (m_devices.size() > 1 && may == std::set{Failed})
            may = {Printed};
        return may;
    }
    [[nodiscard]] std::set<SlipState> mayBeToldOfFirst() const
    {
        using enum SlipState;
        const bool harmless = m_fault == Fault::None || m_fault == Fault::NearEnd
            || m_fault == Fault::Slow || (m_fault == Fault::Silent && m_kind == Kind::Mute);
        if (m_kind == Kind::Mute) {
            const bool gone = m_fault == Fault::CutLink || m_fault == Fault::PowerOff;
            return harmless || !gone     ? std::set{Sent}
                : m_when == When::Before ? std::set{Failed}
                                         : std::set{Sent, Unknown};
        }
        if (harmless)
            return {Printed};
        if (m_when == When::After)
            return {Printed, Unknown};
        // A jam shows only at the cut.
        return m_when == When::Before && m_fault != Fault::Cutter ? std::set{Failed}
                                                                  : std::set{Unknown};
    }

    Kind m_kind;
    Fault m_fault;
    When m_when;
    QObject m_context;
    SmallHall m_hall;
    HallTerminal &m_kiosk;
    std::vector<std::unique_ptr<Device>> m_devices;
    size_t m_handed = 0; ///< of the machine's slips, to their printers
    QHash<QString, quint64> m_jobs;
    QHash<QString, size_t> m_printerOf; ///< the last one
    int m_stage = 0;
    QElapsedTimer m_since;
    bool m_broke = false;
    QString m_detail;
    Told m_first;
    Told m_second;
    PrinterCondition m_shown = PrinterCondition::Unknown;
};

/// All faults on one kind of printer; with `takesOver` there is a second one, which is well.
void playColumn(Kind kind, bool takesOver = false)
{
    QTemporaryDir folder;
    PrivateCups cups(folder.path());
    const auto started
        = cups.addBackend(QStringLiteral("escpos"), programPath("antre-escpos-backend"))
              .and_then([&] { return cups.start(); });
    if (!started)
        FAIL(started.error().detail.toStdString());
    std::vector<std::unique_ptr<Cell>> cells;
    for (size_t fault = 0; fault < faultNames.size(); ++fault)
        for (size_t when = 0; when < whenNames.size(); ++when) {
            // Paper that ends does so in the middle, and nothing happens only once.
            if ((Fault(fault) == Fault::PaperEnds && When(when) != When::During)
                || (Fault(fault) == Fault::None && When(when) != When::Before))
                continue;
            cells.push_back(std::make_unique<Cell>(cups, kind, Fault(fault), When(when), takesOver,
                QStringLiteral("q%1").arg(cells.size())));
        }
    QElapsedTimer time;
    time.start();
    std::set<Cell *> open;
    for (const auto &cell : cells)
        open.insert(cell.get());
    QTimer tick;
    tick.start(20);
    while (!open.empty() && time.elapsed() < 100'000) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        std::erase_if(open, [](Cell *cell) { return cell->advance(); });
    }
    REQUIRE(open.empty());
    for (const auto &cell : cells)
        cell->checkAndPrint();
}

} // namespace

TEST_CASE("Every fault of an Epson is told truly, and no slip comes twice or later", "[print]")
{
    playColumn(Kind::Tm);
}

TEST_CASE("Every fault of a clone is told truly, and no slip comes twice or later", "[print]")
{
    playColumn(Kind::Clone);
}

TEST_CASE("Of a printer that answers nothing, no slip is called printed", "[print]")
{
    playColumn(Kind::Mute);
}

TEST_CASE("Beside an Epson that fails, another printer prints what certainly did not come out",
    "[print][takeover]")
{
    playColumn(Kind::Tm, true);
}

TEST_CASE("Beside a clone that fails, another printer prints what certainly did not come out",
    "[print][takeover]")
{
    playColumn(Kind::Clone, true);
}

TEST_CASE("Beside a printer that answers nothing, another one prints only what was never sent",
    "[print][takeover]")
{
    playColumn(Kind::Mute, true);
}
