// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "terminalhost.h"

namespace antre::sim {

/// One counter: its console and the officer at it, who sees only what the console shows.
class CounterDesk
{
public:
    CounterDesk(World &world, size_t console, const QString &counter);

    /// The officer works; `pace`: how long things take compared with an ordinary day.
    void work(double pace);

private:
    void act();
    void actOffline(const Ticket *current);
    void actAt(const Ticket &current);
    void signIn();
    void want(const CommandData &data, bool keep, const TicketId &about, const QString &what);
    void answered(const Answer &answer);
    [[nodiscard]] bool isWaiting();

    World &m_world;
    size_t m_console;
    CounterId m_counter;
    OfficerId m_officer;
    Chance m_chance;
    double m_pace = 1;
    bool m_working = false;
    std::map<CommandId, bool> m_asked; ///< and whether the answer is waited for
    TicketId m_pressedOffline;
    bool m_mustSignIn = false;
    int m_life = 0;
};

} // namespace antre::sim
