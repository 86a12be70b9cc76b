// SPDX-License-Identifier: Apache-2.0
#include "print/escpossession.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace antre {

namespace {

const QByteArray askAll("\x10\x04\x01\x10\x04\x02\x10\x04\x04"); // DLE EOT 1, 2, 4
const QByteArray clearBuffer("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"); // DLE DC4 8
const QByteArray clearAnswer("\x37\x25\x00", 3);
const QByteArray statusReceipt("\x1D\x72\x01"); // GS r 1
const QByteArray processReceipt(
    "\x1D\x28\x48\x06\x00\x30\x30\x41\x4E\x54\x52", 11); // GS ( H, "ANTR"
const QByteArray processAnswer("\x37\x22\x41\x4E\x54\x52\x00", 7);

/// Faults pass when a cover is opened for a moment; this long they are real.
constexpr Milliseconds faultHolds{1'000};

class Session
{
public:
    Session(int link, const SessionLimits &limits, const Clock &clock,
        const std::function<void(const EscposStatus &)> &onStatus)
        : m_link(link)
        , m_limits(limits)
        , m_clock(clock)
        , m_onStatus(onStatus)
    {
        fcntl(link, F_SETFL, fcntl(link, F_GETFL) | O_NONBLOCK);
    }

    SessionEnd print(const QByteArray &job)
    {
        const bool answers = ask();
        if (m_lost)
            return SessionEnd::LinkLost;
        if (m_status.paperOut)
            return SessionEnd::PaperOutBefore;
        if (m_status.coverOpen)
            return SessionEnd::CoverOpenBefore;
        if (m_status.offline)
            return SessionEnd::OfflineBefore;
        if (job == escposProbe())
            return answers ? SessionEnd::Confirmed : SessionEnd::NotConfirmed;
        if (!write(job))
            return unfinished();
        if (!answers)
            return SessionEnd::NotConfirmed;
        if (!write(m_limits.byProcessId ? processReceipt : statusReceipt))
            return unfinished();
        return awaitReceipt() ? SessionEnd::Confirmed : unfinished();
    }

private:
    [[nodiscard]] Milliseconds now() const { return m_clock.elapsed(); }

    /// Waits for the link until `until`. False: time is over.
    bool wait(short events, Milliseconds until)
    {
        pollfd entry{m_link, events, 0};
        const auto left = std::max(Milliseconds(0), until - now());
        return ::poll(&entry, 1, int(left.count())) > 0;
    }

    bool write(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        Milliseconds until = now() + m_limits.stall;
        while (sent < bytes.size() && !m_lost) {
            const ssize_t count
                = ::write(m_link, bytes.constData() + sent, size_t(bytes.size() - sent));
            if (count > 0) {
                sent += count;
                until = now() + m_limits.stall;
            } else if (errno != EAGAIN && errno != EINTR) {
                m_lost = true;
            } else if (!wait(POLLOUT, until)) {
                return false;
            }
        }
        return !m_lost;
    }

    void read()
    {
        std::array<char, 256> buffer{};
        const ssize_t count = ::read(m_link, buffer.data(), buffer.size());
        if (count > 0)
            m_answers.append(buffer.data(), count);
        else if (count == 0 || (errno != EAGAIN && errno != EINTR))
            m_lost = true;
    }

    /// Asks for the status and takes it in; false: no answer.
    bool ask()
    {
        m_answers.clear();
        if (!write(askAll))
            return false;
        const Milliseconds until = now() + m_limits.answer;
        while (m_answers.size() < 3 && !m_lost && wait(POLLIN, until))
            read();
        return takeStatus();
    }

    /// Takes three answers to DLE EOT off the front; they alone are 0xx1xx10 in binary.
    bool takeStatus()
    {
        if (m_answers.size() < 3
            || !std::all_of(m_answers.begin(), m_answers.begin() + 3, isRealTime))
            return false;
        const auto bit = [this](int answer, int mask) { return (m_answers[answer] & mask) != 0; };
        m_status = {.offline = bit(0, 0x08),
            .coverOpen = bit(1, 0x04),
            .paperOut = bit(1, 0x20) || bit(2, 0x60),
            .paperLow = bit(2, 0x0C)};
        m_answers.remove(0, 3);
        m_onStatus(m_status);
        return true;
    }

    static bool isRealTime(char answer) { return (answer & 0x93) == 0x12; }

    /// Looks for the receipt among the answers, and takes what status there is.
    bool takeReceipt()
    {
        if (m_limits.byProcessId && m_answers.contains(processAnswer))
            return true;
        while (!m_answers.isEmpty()) {
            if (isRealTime(m_answers[0])) {
                if (m_answers.size() < 3 || !takeStatus())
                    return false;
            } else if (m_limits.byProcessId) {
                return false; // the beginning of the receipt
            } else if ((m_answers[0] & 0x90) == 0x00) {
                return true; // GS r: 0xx0xxxx
            } else {
                m_answers.remove(0, 1);
            }
        }
        return false;
    }

    bool awaitReceipt()
    {
        m_answers.clear();
        const Milliseconds until = now() + m_limits.confirm;
        std::optional<Milliseconds> faultSince;
        while (!m_lost && now() < until) {
            if (wait(POLLIN, std::min(until, now() + m_limits.ask)))
                read();
            else if (!write(askAll))
                return false;
            if (takeReceipt())
                return true;
            const bool fault = m_status.paperOut || m_status.coverOpen;
            faultSince = fault ? std::optional(faultSince.value_or(now())) : std::nullopt;
            if (faultSince && now() >= *faultSince + faultHolds)
                return false;
        }
        return false;
    }

    /// Waits for the answer too: closing a link with answers unread resets it, and the printer may
    /// then never see the command.
    void clear()
    {
        m_answers.clear();
        if (!write(clearBuffer))
            return;
        const Milliseconds until = now() + m_limits.answer;
        while (!m_answers.contains(clearAnswer) && !m_lost && wait(POLLIN, until))
            read();
    }

    SessionEnd unfinished()
    {
        if (m_lost)
            return SessionEnd::LinkLost;
        clear();
        return m_status.paperOut ? SessionEnd::PaperOutAmidst
            : m_status.coverOpen ? SessionEnd::CoverOpenAmidst
                                 : SessionEnd::NoEnd;
    }

    int m_link;
    const SessionLimits &m_limits;
    const Clock &m_clock;
    const std::function<void(const EscposStatus &)> &m_onStatus;
    QByteArray m_answers;
    EscposStatus m_status;
    bool m_lost = false;
};

struct EndWords
{
    SessionEnd end;
    QString words;
};

const std::array<EndWords, 11> &allWords()
{
    static const std::array<EndWords, 11> words{{
        {SessionEnd::Confirmed, QStringLiteral("Printed, the printer confirmed it.")},
        {SessionEnd::NotConfirmed, QStringLiteral("Sent to a printer that confirms nothing.")},
        {SessionEnd::Unreachable, QStringLiteral("Printer not reached, nothing was sent.")},
        {SessionEnd::PaperOutBefore, QStringLiteral("No paper, nothing was sent.")},
        {SessionEnd::CoverOpenBefore, QStringLiteral("Cover open, nothing was sent.")},
        {SessionEnd::OfflineBefore, QStringLiteral("Printer offline, nothing was sent.")},
        {SessionEnd::TooLate, QStringLiteral("Job came too late, nothing was sent.")},
        {SessionEnd::PaperOutAmidst, QStringLiteral("Paper ended, not confirmed.")},
        {SessionEnd::CoverOpenAmidst, QStringLiteral("Cover opened, not confirmed.")},
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

QByteArray escposProbe() { return QByteArray(1, '\0'); }

SessionEnd printEscpos(int link, const QByteArray &job, const SessionLimits &limits,
    const Clock &clock, const std::function<void(const EscposStatus &)> &onStatus)
{
    return Session(link, limits, clock, onStatus).print(job);
}

} // namespace antre
