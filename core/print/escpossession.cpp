// SPDX-License-Identifier: Apache-2.0
#include "print/escpossession.h"

#include "base/overloaded.h"
#include "print/escposanswers.h"
#include "print/escpossteps.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

namespace antre {

namespace {

const QByteArray askAll("\x10\x04\x01\x10\x04\x02\x10\x04\x04"); // DLE EOT 1, 2, 4
const QByteArray clearBuffer("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"); // DLE DC4 8
const QByteArray statusReceipt("\x1D\x72\x01"); // GS r 1
const QByteArray listenOn("\x1D\x61\x0E"); // GS a: online, error, paper
const QByteArray listenOff("\x1D\x61\x00", 3);
const QByteArray leaveDoubleByte("\x1C.");
const QByteArray initialise("\x1B@");
const QByteArray feedAndCut("\x1DV\x42\x00", 4);
/// Fills a command that broke off before its lengths, with lengths of zero. Questions put instead
/// would be taken for lengths, and the printer would wait for a megabyte.
const QByteArray endOfHeader(16, '\0');
constexpr int processReceiptId = 0x22;
constexpr int clearedId = 0x25;
/// The longest command of a slip is a picture of 255 rows; so many NULs end any that was cut short.
constexpr int pictureRowsMax = 255;

class Session
{
public:
    Session(EscposLink &link, const EscposJob &job, const PrinterModel &model,
        const SessionLimits &limits, const Clock &clock, PrinterMemory memory)
        : m_link(link)
        , m_job(job)
        , m_model(model)
        , m_limits(limits)
        , m_clock(clock)
        , m_memory(memory)
    {
    }

    SessionEnd print()
    {
        listen();
        m_answers.clear(); // of somebody's earlier questions
        if (m_memory.unsettled) // in vain on a dead link, which ask() finds out
            (void)write(endOfHeader + (m_model.clearsBuffer ? clearBuffer : QByteArray()));
        const bool answers = m_model.answers != AnswerHabit::Never && ask();
        if (m_lost)
            return SessionEnd::Unreachable;
        if (m_status.stops())
            return stopped();
        remember({!answers && m_model.answers == AnswerHabit::Maybe, m_memory.unsettled});
        if (!answers && m_model.answers == AnswerHabit::Always)
            return SessionEnd::SilentBefore;
        if (m_memory.unsettled && !settle(answers))
            return m_lost          ? SessionEnd::Unreachable
                : m_status.stops() ? stopped()
                                   : SessionEnd::SilentBefore;
        const bool confirms = answers && m_model.receipt != ReceiptKind::None;
        if (m_job.bytes == escposProbe())
            return answers ? SessionEnd::Confirmed : SessionEnd::NotConfirmed;
        remember({m_memory.mute, true});
        if (!send(answers, confirms) || (confirms && !awaitReceipt()))
            return unfinished();
        listen();
        remember({m_memory.mute && m_answered == 0, false});
        return confirms ? SessionEnd::Confirmed : SessionEnd::NotConfirmed;
    }

private:
    [[nodiscard]] Milliseconds now() const { return m_clock.elapsed(); }

    void remember(const PrinterMemory &memory)
    {
        if (std::exchange(m_memory, memory) != memory)
            m_job.onMemory(memory);
    }

    /// Listens meanwhile. False: the link is gone, takes nothing any more, or the printer stopped.
    [[nodiscard]] bool write(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        Milliseconds until = now() + m_limits.stall;
        while (sent < bytes.size() && !m_lost) {
            const qsizetype taken = m_link.write(bytes.constData() + sent, bytes.size() - sent);
            if (taken < 0) {
                m_lost = true;
            } else if (taken > 0) {
                sent += taken;
                until = now() + m_limits.stall;
            } else {
                if (now() >= until || faultHolds())
                    return false;
                m_link.wait(true, until - now());
                listen();
            }
        }
        return !m_lost;
    }

    void listen()
    {
        while (!m_lost) {
            const auto bytes = m_link.read();
            m_lost = !bytes;
            if (!bytes || bytes->isEmpty())
                break;
            m_answers.add(*bytes);
        }
        while (const auto answer = m_answers.next())
            take(*answer);
    }

    void take(const EscposAnswer &answer)
    {
        std::visit(Overloaded{
                       [this](const RealTimeStatus &status) { takeRealTime(status.bits); },
                       [this](const AutomaticStatus &status) {
                           const auto &bits = status.bits;
                           setStatus({.offline = (bits[0] & 0x08) != 0,
                               .coverOpen = (bits[0] & 0x20) != 0,
                               .fault = (bits[1] & 0x68) != 0,
                               .paperOut = (bits[2] & 0x0C) != 0,
                               .paperLow = (bits[2] & 0x03) != 0});
                       },
                       [this](const StatusReceipt &) { ++m_receipts; },
                       [this](const NamedAnswer &named) {
                           m_processed = m_processed
                               || (named.id == processReceiptId && named.data == receiptName());
                           m_cleared = m_cleared || named.id == clearedId;
                       },
                   },
            answer);
    }

    /// Answers to DLE EOT don't say to which question; they come in its order.
    void takeRealTime(int bits)
    {
        if (m_asked.empty())
            return;
        ++m_answered;
        m_realTime.at(size_t(m_asked.front())) = bits;
        m_asked.pop_front();
        if (!m_asked.empty())
            return;
        setStatus({.offline = (m_realTime[1] & 0x08) != 0,
            .coverOpen = (m_realTime[2] & 0x04) != 0,
            .fault = (m_realTime[2] & 0x40) != 0,
            .paperOut = (m_realTime[2] & 0x20) != 0 || (m_realTime[4] & 0x60) != 0,
            .paperLow = (m_realTime[4] & 0x0C) != 0});
    }

    void setStatus(const EscposStatus &status)
    {
        m_status = status;
        if (!status.stops())
            m_faultSince.reset();
        else if (!m_faultSince)
            m_faultSince = now();
        m_job.onStatus(status);
    }

    [[nodiscard]] bool faultHolds() const
    {
        return m_faultSince && now() >= *m_faultSince + m_limits.faultHolds;
    }

    [[nodiscard]] bool putQuestion()
    {
        m_asked = {1, 2, 4};
        return write(askAll);
    }

    /// Asks for the status and takes it in; false: no answer, or not awaited from a mute printer.
    [[nodiscard]] bool ask()
    {
        if (!putQuestion())
            return false;
        const Milliseconds until = now() + (m_memory.mute ? Milliseconds(0) : m_limits.answer);
        for (listen(); !m_asked.empty() && !m_lost && now() < until; listen())
            m_link.wait(false, until - now());
        return m_asked.empty() && !m_lost;
    }

    /// Until `arrived`; asks for the status from time to time. False: it does not come.
    template <typename Condition> [[nodiscard]] bool await(Condition arrived)
    {
        const Milliseconds until = now() + m_limits.confirm;
        Milliseconds nextAsk = now() + m_limits.ask;
        while (true) {
            listen();
            if (arrived())
                return true;
            if (m_lost || now() >= until || faultHolds())
                return false;
            if (now() >= nextAsk) {
                nextAsk = now() + m_limits.ask;
                if (m_asked.empty() && !putQuestion())
                    return false;
            }
            m_link.wait(false, std::min(until, nextAsk) - now());
        }
    }

    /// Sends `bytes` and the question that is answered in turn, and waits until all those are.
    [[nodiscard]] bool catchUp(const QByteArray &bytes = {})
    {
        ++m_questions;
        return write(bytes + statusReceipt) && await([this] { return m_receipts >= m_questions; });
    }

    /// Ends what an unconfirmed job may have left: half a command, print that hangs out, and
    /// answers on their way.
    [[nodiscard]] bool settle(bool answers)
    {
        const QByteArray nothing(8 + pictureRowsMax * m_model.width / 8, '\0');
        if (!write(nothing + initialise + leaveDoubleByte
                + (m_model.cutter ? feedAndCut : QByteArray())))
            return false;
        if (answers && m_model.receipt != ReceiptKind::None) {
            m_receipts = 0;
            m_questions = 0;
            if (!catchUp() || !awaitSilence())
                return false;
        }
        remember({m_memory.mute, false});
        return true;
    }

    /// So that a late answer to a question of an earlier job is not taken for one of this.
    [[nodiscard]] bool awaitSilence()
    {
        for (int before = -1; before != m_receipts && !m_lost;) {
            before = m_receipts;
            const Milliseconds until = now() + m_limits.answer;
            for (listen(); !m_lost && now() < until && before == m_receipts; listen())
                m_link.wait(false, until - now());
        }
        return !m_lost;
    }

    /// Each piece must be carried out before the next is sent, if the model allows.
    [[nodiscard]] bool send(bool answers, bool confirms)
    {
        const bool paced = confirms && m_model.paced;
        const auto steps = answers ? escposSteps(m_job.bytes) : std::vector{m_job.bytes};
        m_receipts = 0;
        m_questions = 0;
        for (size_t i = 0; i < steps.size(); ++i) {
            // Not before the first: ESC @, which begins a slip, turns it off.
            const bool turnsOn = i == 0 && answers && m_model.automaticStatus;
            const QByteArray piece = turnsOn ? steps[i] + listenOn : steps[i];
            const bool asks = paced && i + 1 < steps.size();
            if (asks ? !catchUp(piece) : !write(piece))
                return false;
        }
        return true;
    }

    [[nodiscard]] QByteArray receiptName() const
    {
        return QByteArray::number(1'000 + m_job.number % 9'000);
    }

    [[nodiscard]] bool awaitReceipt()
    {
        bool arrived = false;
        if (m_model.receipt == ReceiptKind::ProcessId) {
            arrived = write(QByteArray("\x1D\x28\x48\x06\x00\x30\x30", 7) + receiptName()) // GS ( H
                && await([this] { return m_processed; });
        } else {
            // A clone may answer out of turn; then at least it must not have stopped.
            arrived = catchUp() && await([this] { return m_asked.empty(); }) && ask()
                && !m_status.stops();
        }
        if (arrived && m_model.automaticStatus)
            (void)write(listenOff); // the slip is out all the same
        return arrived;
    }

    /// Waits for the answer too: closing a link with answers unread resets it, and the printer may
    /// then never see the command.
    void clear()
    {
        if (!m_model.clearsBuffer || !write(clearBuffer))
            return;
        const Milliseconds until = now() + m_limits.answer;
        for (listen(); !m_cleared && !m_lost && now() < until; listen())
            m_link.wait(false, until - now());
    }

    [[nodiscard]] SessionEnd unfinished()
    {
        m_faultSince.reset(); // which would keep clear() from writing
        if (!m_lost)
            clear();
        return m_status.paperOut ? SessionEnd::PaperOutAmidst
            : m_status.coverOpen ? SessionEnd::CoverOpenAmidst
            : m_status.fault     ? SessionEnd::FaultAmidst
            : m_lost             ? SessionEnd::LinkLost
                                 : SessionEnd::NoEnd;
    }

    [[nodiscard]] SessionEnd stopped() const
    {
        return m_status.paperOut ? SessionEnd::PaperOutBefore
            : m_status.coverOpen ? SessionEnd::CoverOpenBefore
            : m_status.fault     ? SessionEnd::FaultBefore
                                 : SessionEnd::OfflineBefore;
    }

    EscposLink &m_link;
    const EscposJob &m_job;
    const PrinterModel &m_model;
    const SessionLimits &m_limits;
    const Clock &m_clock;
    PrinterMemory m_memory;

    EscposAnswers m_answers;
    std::deque<int> m_asked; ///< DLE EOT n that are not answered yet
    std::array<int, 5> m_realTime{}; ///< the last answer to each
    int m_answered = 0;
    int m_questions = 0; ///< GS r asked
    int m_receipts = 0; ///< GS r answered
    bool m_processed = false;
    bool m_cleared = false;
    EscposStatus m_status;
    std::optional<Milliseconds> m_faultSince;
    bool m_lost = false;
};

struct EndWords
{
    SessionEnd end;
    QString words;
};

const std::array<EndWords, 14> &allWords()
{
    static const std::array<EndWords, 14> words{{
        {SessionEnd::Confirmed, QStringLiteral("Printed, the printer confirmed it.")},
        {SessionEnd::NotConfirmed, QStringLiteral("Sent to a printer that confirms nothing.")},
        {SessionEnd::Unreachable, QStringLiteral("Printer not reached, nothing was sent.")},
        {SessionEnd::PaperOutBefore, QStringLiteral("No paper, nothing was sent.")},
        {SessionEnd::CoverOpenBefore, QStringLiteral("Cover open, nothing was sent.")},
        {SessionEnd::FaultBefore, QStringLiteral("Printer reports a fault, nothing was sent.")},
        {SessionEnd::OfflineBefore, QStringLiteral("Printer offline, nothing was sent.")},
        {SessionEnd::SilentBefore, QStringLiteral("Printer does not answer, nothing was sent.")},
        {SessionEnd::TooLate, QStringLiteral("Job came too late, nothing was sent.")},
        {SessionEnd::PaperOutAmidst, QStringLiteral("Paper ended, not confirmed.")},
        {SessionEnd::CoverOpenAmidst, QStringLiteral("Cover opened, not confirmed.")},
        {SessionEnd::FaultAmidst, QStringLiteral("Printer reports a fault, not confirmed.")},
        {SessionEnd::LinkLost, QStringLiteral("Link lost, not confirmed.")},
        {SessionEnd::NoEnd, QStringLiteral("No answer in time, not confirmed.")},
    }};
    return words;
}

} // namespace

QString sessionEndWords(SessionEnd end)
{
    for (const EndWords &entry : allWords())
        if (entry.end == end)
            return entry.words;
    return {};
}

std::optional<SessionEnd> sessionEndFromWords(const QString &words)
{
    for (const EndWords &entry : allWords())
        if (entry.words == words)
            return entry.end;
    return {};
}

bool nothingWasSent(SessionEnd end)
{
    switch (end) {
    case SessionEnd::Unreachable:
    case SessionEnd::PaperOutBefore:
    case SessionEnd::CoverOpenBefore:
    case SessionEnd::FaultBefore:
    case SessionEnd::OfflineBefore:
    case SessionEnd::SilentBefore:
    case SessionEnd::TooLate:
        return true;
    case SessionEnd::Confirmed:
    case SessionEnd::NotConfirmed:
    case SessionEnd::PaperOutAmidst:
    case SessionEnd::CoverOpenAmidst:
    case SessionEnd::FaultAmidst:
    case SessionEnd::LinkLost:
    case SessionEnd::NoEnd:
        return false;
    }
    return false;
}

QByteArray escposProbe() { return QByteArray(1, '\0'); }

SessionEnd printEscpos(EscposLink &link, const EscposJob &job, const PrinterModel &model,
    const SessionLimits &limits, const Clock &clock, PrinterMemory memory)
{
    return Session(link, job, model, limits, clock, memory).print();
}

} // namespace antre
