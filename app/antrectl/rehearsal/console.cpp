// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/console.h"

#include <algorithm>

namespace antre {

using namespace std::chrono_literals;

/// How long an officer waits before calling again, and then before giving up; on the site's clocks.
constexpr Milliseconds waitingInVain = 45s;
/// Real time, as connecting is.
constexpr Milliseconds retryPause = 100ms;

RehearsedConsole::RehearsedConsole(TerminalSettings settings, CounterId counter,
    const DayHours &hours, const Surroundings &around, const People &people)
    : m_around(around)
    , m_counter(std::move(counter))
    , m_hours(hours)
    , m_lines(around.catalogue->linesOf(m_counter))
    , m_people(people)
    , m_station(std::move(settings), around, journalInMemory)
{
    connect(&m_station.runner(), &TerminalRunner::changed, this, &RehearsedConsole::look);
}

void RehearsedConsole::signIn(
    const SignInData &who, std::function<void(const std::optional<Error> &)> done)
{
    m_who = who;
    m_station.signIn(
        who.officer, who.pin, m_counter, [this, done = std::move(done)](const Answer &answer) {
            m_signedIn = !answer.error;
            done(answer.error);
        });
}

void RehearsedConsole::ask(const CommandData &data, Then then)
{
    ++m_asking;
    send(m_station.newCommand(), data, std::move(then));
}

/// A service that was away doesn't know any more who sits here: then the officer signs in and
/// presses again, which is the same wish under the same id.
void RehearsedConsole::send(const CommandId &id, const CommandData &data, Then then)
{
    m_station.ask(id, data, [this, id, data, then = std::move(then)](const Answer &answer) {
        if (answer.error && answer.error->reason == QLatin1String("signedOut"))
            return signInAgain([this, id, data, then] { send(id, data, then); });
        --m_asking;
        then(answer);
    });
}

void RehearsedConsole::signInAgain(std::function<void()> then)
{
    m_station.signIn(
        m_who.officer, m_who.pin, m_counter, [this, then = std::move(then)](const Answer &answer) {
            if (!answer.error)
                return then();
            // The link is gone once more: it will be back.
            QTimer::singleShot(retryPause, this, [this, then] { signInAgain(then); });
        });
}

bool RehearsedConsole::serves(const LineId &line) const
{
    return std::ranges::find(m_lines, line) != m_lines.end();
}

bool RehearsedConsole::somebodyWaits() const
{
    return std::ranges::any_of(
        m_lines, [this](const LineId &line) { return m_station.state().waitingIn(line) > 0; });
}

/// Whoever has a number is served, also after the doors have closed; but nobody is called in a
/// break.
bool RehearsedConsole::isTime() const
{
    const Minutes time = localTime(m_around.pace.now(), m_around.catalogue->zone()).ofDay;
    return time >= m_hours.open.from
        && std::ranges::none_of(
            m_hours.breaks, [time](const TimeSpan &rest) { return rest.contains(time); });
}

void RehearsedConsole::look()
{
    if (m_signedIn && !m_busy && m_station.isUp() && isTime() && somebodyWaits())
        callNext(TicketId());
}

/// `served`: who sits there still; the call says that their visit is over.
void RehearsedConsole::callNext(const TicketId &served)
{
    m_busy = true;
    const Milliseconds pressedAt = m_around.pace.elapsed();
    ask(CallNext{m_counter}, [this, served, pressedAt](const Answer &answer) {
        if (answer.error) {
            // Another counter of the same line was quicker.
            if (answer.error->reason != QLatin1String("nobodyWaiting"))
                m_surprises.append(answer.error->detail);
            if (served.isEmpty())
                return done();
            return endVisit(served, Ending::Served);
        }
        if (!served.isEmpty())
            m_witness.ended.insert_or_assign(served, EndedVisit{Ending::Served, m_station.id()});
        Q_EMIT called(answer.ticket, pressedAt);
        startCalled(answer.ticket);
    });
}

void RehearsedConsole::startCalled(const TicketId &ticket)
{
    const Visit visit = m_people.value(ticket);
    m_waits.add(m_around.pace.now() - visit.arrival);
    if (!visit.comes)
        return callInVain(ticket);
    m_around.pace.after(visit.walk, this, [this, ticket, visit] {
        ask(StartServing{m_counter, ticket}, [this, ticket, visit](const Answer &answer) {
            // Paper with another number turned up in this moment: whoever holds it waits for that
            // number.
            if (answer.error && answer.error->code == ErrorCode::Conflict)
                return done();
            if (answer.error)
                m_surprises.append(answer.error->detail);
            serve(ticket, visit);
        });
    });
}

void RehearsedConsole::serve(const TicketId &ticket, const Visit &visit)
{
    m_around.pace.after(visit.atCounter, this, [this, ticket] {
        // Officers end a visit either way: with "done", or by calling the next one.
        if (!m_left && m_witness.ended.size() % 2 == 0 && isTime() && somebodyWaits())
            callNext(ticket);
        else
            endVisit(ticket, Ending::Served);
    });
}

void RehearsedConsole::callInVain(const TicketId &ticket)
{
    m_around.pace.after(waitingInVain, this, [this, ticket] {
        ask(CallAgain{m_counter, ticket}, [this, ticket](const Answer &answer) {
            if (answer.error)
                m_surprises.append(answer.error->detail);
            m_around.pace.after(
                waitingInVain, this, [this, ticket] { endVisit(ticket, Ending::NoShow); });
        });
    });
}

void RehearsedConsole::endVisit(const TicketId &ticket, Ending ending)
{
    const CommandData data = ending == Ending::Served
        ? CommandData(FinishServing{m_counter, ticket})
        : CommandData(MarkNoShow{m_counter, ticket});
    ask(data, [this, ticket, ending](const Answer &answer) {
        if (answer.error)
            m_surprises.append(answer.error->detail);
        else
            m_witness.ended.insert_or_assign(ticket, EndedVisit{ending, m_station.id()});
        done();
    });
}

void RehearsedConsole::done()
{
    m_busy = false;
    if (m_left)
        closeCounter();
    else
        look();
}

void RehearsedConsole::leave(std::function<void()> left)
{
    m_left = std::move(left);
    m_signedIn = false;
    if (!m_busy)
        closeCounter();
}

void RehearsedConsole::closeCounter()
{
    ask(CloseCounter{m_counter}, [this](const Answer &answer) {
        if (answer.error)
            m_surprises.append(answer.error->detail);
        m_left();
    });
}

void RehearsedConsole::cancel(const TicketId &ticket)
{
    ask(CancelTicket{ticket}, [this, ticket](const Answer &answer) {
        // Refused when they were called in the same moment: then they stay.
        if (!answer.error)
            m_witness.ended.insert_or_assign(ticket, EndedVisit{Ending::Cancelled, m_station.id()});
    });
}

} // namespace antre
