// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/kiosk.h"

#include <algorithm>

namespace antre {

using namespace std::chrono_literals;

// How long people take, on the site's clocks.
constexpr Milliseconds reading = 15s; ///< three touches from the start screen
constexpr Milliseconds printing = 2s;
constexpr Milliseconds leaving = 3s;

RehearsedKiosk::RehearsedKiosk(
    TerminalSettings settings, const Surroundings &around, TerminalRunner::OpenJournal journal)
    : m_around(around)
    , m_station(std::move(settings), around, std::move(journal))
{
    connect(&m_station.runner(), &TerminalRunner::slipWanted, this, &RehearsedKiosk::slipWanted);
    connect(&m_station.runner(), &TerminalRunner::changed, this, &RehearsedKiosk::lookForRefusal);
}

void RehearsedKiosk::arrive(const Visit &visit)
{
    m_queue.push_back(visit);
    if (m_queue.size() == 1)
        nextVisitor();
}

void RehearsedKiosk::nextVisitor()
{
    m_around.pace.after(reading, this, [this] { touch(); });
}

void RehearsedKiosk::touch()
{
    const Visit &visit = m_queue.front();
    m_touched = true;
    m_touchedAt = m_around.pace.elapsed();
    m_station.runner().input(Touched{visit.service, visit.priority, visit.language});
    Q_EMIT touched(m_station.machine().issue()->ticket.id, visit);
}

void RehearsedKiosk::slipWanted(const PrintSlip &slip)
{
    const KioskTicket &ticket = slip.ticket;
    m_touchToNumber.add(m_around.pace.elapsed() - m_touchedAt);
    m_moments.push_back(m_around.pace.elapsed());
    m_witness.given.insert_or_assign(
        ticket.id, GivenNumber{ticket.number->text(), ticket.service, m_station.id()});
    m_around.pace.after(printing, this, [this, print = slip.print] {
        m_station.runner().input(PrintEnded{print, SlipState::Printed});
        leave();
    });
}

void RehearsedKiosk::lookForRefusal()
{
    const auto &issue = m_station.machine().issue();
    if (!m_touched || !issue || issue->stage != IssueStage::Refused)
        return;
    m_touched = false;
    ++m_refusals[issue->ticket.refusal];
    leave();
}

void RehearsedKiosk::leave()
{
    m_around.pace.after(leaving, this, [this] {
        m_touched = false;
        m_station.runner().input(Dismissed());
        m_queue.pop_front();
        if (!m_queue.empty())
            nextVisitor();
    });
}

bool RehearsedKiosk::isSettled() const
{
    return m_queue.empty()
        && std::ranges::all_of(m_station.machine().tickets().all(),
            [](const auto &ticket) { return ticket.second.isSettled(); });
}

} // namespace antre
