// SPDX-License-Identifier: Apache-2.0
// Every fault, before, during and after the slip, on three kinds of printer, through a real cupsd
// and our back-end. Each cell prints one slip, is mended, prints a second one, and prints one line
// of the table. The cells of a kind run side by side, each with a queue and a printer of its own.
#include "print/cupsprinter.h"
#include "support/catch.h"
#include "support/privatecups/privatecups.h"
#include "support/sampleslip.h"
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

class Cell
{
public:
    Cell(PrivateCups &cups, Kind kind, Fault fault, When when, const QString &queue)
        : m_kind(kind)
        , m_fault(fault)
        , m_when(when)
        , m_paper(machineOf(kind))
    {
        REQUIRE(m_paper.switchOn());
        // Half a second of silence is long for a printer, but not for this busy process.
        const auto added = cups.addRawQueue(queue,
            QStringLiteral("escpos://127.0.0.1:%1/"
                           "?profile=%2&answer=1500&stall=1500&confirm=3000&ask=200&holds=500")
                .arg(m_paper.port())
                .arg(nameOf(profileNames, kind)));
        REQUIRE(added.has_value());
        m_printer.emplace(CupsQueue{cups.server(), queue, queue}, PrinterProfile(), systemClock,
            CupsPatience{.job = Milliseconds(20'000),
                .poll = Milliseconds(100),
                .idlePoll = Milliseconds(500)});
        QObject::connect(&*m_printer, &Printer::finished, &m_context,
            [this](const PrintOutcome &outcome) { m_outcome = outcome; });
        QObject::connect(&m_paper, &VirtualPrinter::slipFell, &m_context, [this] {
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
            submit(QStringLiteral("lama"));
            return next();
        case 1:
            if (!m_outcome)
                return false;
            m_first = *m_outcome;
            m_shown = m_printer->state().condition;
            return next();
        case 2: // what is on its way comes out
            if (m_since.elapsed() < 1'500)
                return false;
            m_linesThen = m_paper.machine().lines();
            mend();
            return next();
        case 3: // time for old rests to come out, and for the program to notice
            if (m_since.elapsed() < 3'000)
                return false;
            submit(QStringLiteral("baru"));
            return next();
        case 4:
            if (!m_outcome)
                return false;
            m_second = *m_outcome;
            return next();
        default:
            return m_since.elapsed() > 500;
        }
    }

    void checkAndPrint()
    {
        const QStringList all = m_paper.machine().lines();
        const OnPaper then = find(m_linesThen, QStringLiteral("lama"));
        const OnPaper later = find(all.mid(m_linesThen.size()), QStringLiteral("lama"));
        const OnPaper total = find(all, QStringLiteral("lama"));
        std::printf("%-11s %-11s %-7s | shown %-11s | told %-8s %-52s | paper %-8s later %s\n",
            kindNames.at(size_t(m_kind)), faultNames.at(size_t(m_fault)),
            whenNames.at(size_t(m_when)), conditionNames.at(size_t(m_shown)),
            qPrintable(slipStateName(m_first.result)), qPrintable(m_first.detail),
            qPrintable(then.text()), qPrintable(later.text()));

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
        CHECK(find(all, QStringLiteral("baru")).whole);
    }

private:
    bool next()
    {
        ++m_stage;
        m_since.start();
        return false;
    }

    void submit(const QString &id)
    {
        SlipContent content = sampleSlip();
        content.service = QStringLiteral("Mulai ") + id;
        content.greeting = QStringLiteral("Tamat ") + id;
        m_outcome.reset();
        m_printer->submit({id, layOutSlip(content, m_printer->profile().width)});
    }

    void prepare()
    {
        if (m_when == When::Before)
            breakIt();
        else if (m_when == When::During && m_fault == Fault::PaperEnds)
            m_paper.machine().setPaperLeft(480);
        else if (m_when == When::During)
            m_paper.afterBytes(4'000, [this] { breakIt(); });
        if (m_fault == Fault::PowerOff && m_when == When::During)
            m_paper.setSpeed(40); // so that its buffer is full by then
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
        m_paper.setFaults(faults);
        if (m_fault == Fault::Stall)
            m_paper.setStalled(true);
        if (m_fault == Fault::Slow)
            m_paper.setSpeed(60);
        if (m_fault == Fault::CutLink)
            m_when == When::Before ? m_paper.pullCable() : m_paper.cutLink();
        if (m_fault == Fault::PowerOff)
            m_paper.switchOff();
    }

    void mend()
    {
        m_paper.machine().setPaperLeft(-1);
        m_paper.setSpeed(0);
        if (m_fault == Fault::PowerOff || (m_fault == Fault::CutLink && m_when == When::Before))
            REQUIRE(m_paper.plugIn());
        m_paper.setFaults({});
        m_paper.setStalled(false);
    }

    /// Tighter than the rules that hold for all: what is certain must be said.
    [[nodiscard]] std::set<SlipState> mayBeTold() const
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
    VirtualPrinter m_paper;
    std::optional<CupsPrinter> m_printer;
    int m_stage = 0;
    QElapsedTimer m_since;
    bool m_broke = false;
    std::optional<PrintOutcome> m_outcome;
    PrintOutcome m_first;
    PrintOutcome m_second;
    PrinterCondition m_shown = PrinterCondition::Unknown;
    QStringList m_linesThen;
};

/// All faults on one kind of printer.
void playColumn(Kind kind)
{
    QTemporaryDir folder;
    PrivateCups cups(folder.path());
    const auto started = cups.addBackend(QStringLiteral("escpos"),
                                 QStringLiteral(ANTRE_BIN_DIR "/antre-escpos-backend"))
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
            cells.push_back(std::make_unique<Cell>(
                cups, kind, Fault(fault), When(when), QStringLiteral("q%1").arg(cells.size())));
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
