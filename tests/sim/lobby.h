// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "support/virtualprinter/troubledprinter.h"
#include "terminalhost.h"

#include <deque>
#include <map>
#include <memory>

namespace antre::sim {

/// What stands and who comes to one kiosk: one printer or two, and visitors one after the other.
///
/// At some kiosks printers are made up: what they say of a slip is a matter of chance. At the
/// others our back-end's real conversation runs with a virtual printer, in a time of its own.
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
    void converse(const Job &job);
    void takePaper(size_t printer);
    void setPaper(bool isThere);
    void answer(const Job &job, SlipState slip);
    void comesOut(const Job &job);
    void died(bool power);
    void losesPower(const Job &job);
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

    Chance m_trouble; ///< of the printers below
    std::vector<std::unique_ptr<TroubledPrinter>> m_printers; ///< none: they are made up
    std::map<int, Job> m_conversed; ///< jobs that they were given
};

} // namespace antre::sim
