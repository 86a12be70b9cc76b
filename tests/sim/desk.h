// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys.h"
#include "terminalhost.h"

namespace antre::sim {

/// One counter: its console and the officers at it, who see only what the console shows, and press
/// every key that a desk has.
class CounterDesk
{
public:
    CounterDesk(World &world, size_t console, const QString &counter);

    /// The officer works; `pace`: how long things take compared with an ordinary day.
    void work(double pace);

private:
    void act();
    void actOnline(const State &state);
    void actOffline(const Ticket *current);
    void issueForVisitor();
    void signIn(const OfficerId &officer);
    void want(const Press &press);
    void press(const Press &press);
    void answered(const Answer &answer);
    [[nodiscard]] bool isWaiting();
    [[nodiscard]] bool isShown() const;

    World &m_world;
    size_t m_console;
    CounterId m_counter;
    std::vector<OfficerId> m_officers; ///< who may sit here, one at a time
    OfficerId m_officer;
    Chance m_chance;
    double m_pace = 1;
    bool m_working = false;
    std::map<CommandId, bool> m_asked; ///< and whether the answer is waited for
    TicketId m_pressedOffline;
    bool m_mustSignIn = false;
    bool m_regrets = false; ///< the last key was the wrong one
    int m_life = 0;
};

} // namespace antre::sim
