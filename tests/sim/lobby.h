// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "terminalhost.h"

#include <deque>

namespace antre::sim {

/// What stands and who comes to one kiosk: one printer or two, and visitors one after the other.
class Lobby
{
public:
    Lobby(World &world, size_t kiosk);

    void visitorComes();
    void paperOut(Milliseconds until);
    void mute(Milliseconds until);
    void heal();
    [[nodiscard]] bool isQuiet() const { return m_queue == 0 && !m_busy && m_jobs.empty(); }

private:
    struct Job
    {
        quint64 id = 0;
        KioskTicket ticket;
        quint64 print = 0; ///< as the machine calls it
        int life = 0; ///< of the process that wants to know
        size_t printer = 0;
        bool isCopy = false;
        bool isOfficers = false;
    };

    void next();
    void touch();
    void tap(const Touched &what);
    void look();
    void checkPromptness(const TicketId &ticket, int life);
    void leave(int visit, int triesLeft);

    void print(const PrintSlip &what);
    void finish(quint64 job);
    void answer(const Job &job, SlipState slip);
    void comesOut(const Job &job);
    void died(bool power);
    void speakAgain();
    void tellPrinters();
    void refill();

    World &m_world;
    size_t m_kiosk;
    Chance m_chance;
    int m_queue = 0;
    bool m_busy = false;
    int m_visit = 0;
    TicketId m_present; ///< the wish on the screen
    std::optional<Milliseconds> m_answeredAt;

    std::vector<Job> m_jobs;
    std::vector<Job> m_unanswered; ///< printed or not, and nobody was told
    quint64 m_nextJob = 1;
    bool m_confirms = true; ///< the printer can say "printed"
    std::vector<bool> m_noPaper; ///< by printer
    bool m_mute = false;
};

} // namespace antre::sim
