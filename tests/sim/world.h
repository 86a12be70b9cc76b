// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk.h"
#include "hall.h"
#include "lobby.h"
#include "network.h"
#include "phone.h"
#include "plan.h"
#include "servicehost.h"
#include "terminalhost.h"
#include "timeline.h"
#include "truth.h"

#include <QTemporaryDir>

namespace antre::sim {

/// What every officer of the simulation types.
[[nodiscard]] QString officerPin();

/// One mall and its days, all from one seed: run() lets it live through its troubles, heals it and
/// lets it come to rest. One thread; two worlds know nothing of each other.
class World
{
public:
    World(const Plan &plan, bool tellsStory);

    void run();

    Plan plan;

private:
    std::unique_ptr<QTemporaryDir> m_folder; ///< of SQLite files; made before the disks

public:
    Timeline timeline;
    Truth truth;
    Network network;
    ServiceHost service;

    [[nodiscard]] TerminalHost &terminal(size_t index) { return *m_terminals[index]; }
    [[nodiscard]] size_t terminals() const { return m_terminals.size(); }
    [[nodiscard]] Lobby &lobby(size_t kiosk) { return *m_lobbies[kiosk]; }
    [[nodiscard]] bool isHealed() const { return m_healed; }
    /// Where a machine's SQLite file lies; empty: this world's journals are in memory.
    [[nodiscard]] QString sqlitePath(const QString &machine) const;
    [[nodiscard]] CataloguePtr nextCatalogue();

    /// A line of the story; `text` is only asked for when somebody listens.
    template <typename Text> void tell(Text text)
    {
        static_assert(std::same_as<decltype(text()), QString>, "a QStringBuilder would dangle");
        if (m_tellsStory)
            write(text());
    }
    [[nodiscard]] QString timeOfDay(Instant moment) const;
    [[nodiscard]] const QStringList &story() const { return m_story; }

    // What really happened, noted as it happens.
    void complain(const QString &check, const QString &what);
    void promised(const QString &who, const Answer &answer);
    void pressPromised(const CommandId &id);
    void pressAnswered(const CommandId &id);
    void callMade(const TicketId &ticket, Instant at);
    /// A terminal's view of the hall was, or may have been, interrupted.
    void disturbed(size_t terminal);
    /// Whether a display watched undisturbed for long enough after `at` to have said a call.
    [[nodiscard]] bool watchedOn(size_t display, int life, Milliseconds at) const;

private:
    void write(const QString &line);
    void furnish();
    void planDay(int day);
    void planPhones(const std::vector<Milliseconds> &bursts);
    void lookForDayEnd();
    void healAll();
    [[nodiscard]] bool isAtRest();
    [[nodiscard]] Milliseconds localTime(int day, Minutes ofDay) const;

    bool m_tellsStory;
    bool m_healed = false;
    QStringList m_story;
    Chance m_chance;
    std::vector<std::unique_ptr<TerminalHost>> m_terminals; ///< kiosks, counters, displays
    std::vector<std::unique_ptr<Lobby>> m_lobbies;
    std::vector<std::unique_ptr<CounterDesk>> m_desks;
    std::vector<std::unique_ptr<Hall>> m_halls;
    std::vector<std::unique_ptr<Phone>> m_phones;
    int m_edition = 1;
    Milliseconds m_lastBurst{0};
    std::map<size_t, std::vector<Milliseconds>> m_disturbances;
};

} // namespace antre::sim
