// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/daymodel.h"
#include "rehearsal/figures.h"
#include "rehearsal/station.h"
#include "rehearsal/witnesses.h"

#include <QHash>

namespace antre {

/// Who holds which number: what the people of the day know, and no terminal.
using People = QHash<TicketId, Visit>;

struct SignInData
{
    OfficerId officer;
    QString pin;
};

/// A counter with its officer: signs in, calls, waits for people, serves them, rests in the breaks.
class RehearsedConsole : public QObject
{
    Q_OBJECT

public:
    RehearsedConsole(TerminalSettings settings, CounterId counter, const DayHours &hours,
        const Surroundings &around, const People &people);

    Station &station() { return m_station; }
    /// `done` once the officer sits there, or with the reason why not.
    void signIn(const SignInData &who, std::function<void(const std::optional<Error> &)> done);
    /// Calls the next one, if it is time and somebody waits. To be called whenever that may have
    /// changed.
    void look();
    /// Somebody in one of this counter's lines says that they leave.
    void cancel(const TicketId &ticket);
    /// Calls nobody any more, ends the present visit, closes the counter, then `left`.
    void leave(std::function<void()> left);
    [[nodiscard]] bool serves(const LineId &line) const;
    [[nodiscard]] bool isIdle() const { return !m_busy && m_asking == 0; }

    [[nodiscard]] const Witness &witness() const { return m_witness; }
    /// From the touch to the call, on the site's clocks.
    [[nodiscard]] const Figures &waits() const { return m_waits; }
    /// What the service refused that this console had reason to expect.
    [[nodiscard]] const QStringList &surprises() const { return m_surprises; }

Q_SIGNALS:
    /// The officer pressed "call" for this ticket at this real elapsed time.
    void called(const TicketId &ticket, Milliseconds pressedAt);

private:
    using Then = std::function<void(const Answer &)>;
    void ask(const CommandData &data, Then then);
    void send(const CommandId &id, const CommandData &data, Then then);
    void signInAgain(std::function<void()> then);
    void callNext(const TicketId &served);
    void startCalled(const TicketId &ticket);
    void serve(const TicketId &ticket, const Visit &visit);
    void callInVain(const TicketId &ticket);
    void endVisit(const TicketId &ticket, Ending ending);
    void done();
    void closeCounter();
    [[nodiscard]] bool isTime() const;
    [[nodiscard]] bool somebodyWaits() const;

    const Surroundings &m_around;
    const CounterId m_counter;
    const DayHours m_hours;
    const std::vector<LineId> m_lines;
    const People &m_people;
    Station m_station;
    SignInData m_who;
    bool m_signedIn = false;
    bool m_busy = false;
    std::function<void()> m_left; ///< set once the officer wants to leave
    int m_asking = 0;
    Witness m_witness;
    Figures m_waits;
    QStringList m_surprises;
};

} // namespace antre
