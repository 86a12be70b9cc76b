// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

#include <tuple>

namespace antre {

/// What the wait estimate may learn from: how long things took at the counters, measured from the
/// journal's events. A plain value; seconds are real seconds.
struct PaceHistory
{
    /// From the call to the end, walking included: as long as the visitor kept the counter busy.
    /// Who is set aside meanwhile counts once, with both stays; who is sent on, once at each place.
    struct Visit
    {
        BusinessDay day;
        ServiceId service;
        OfficerId officer;
        int hour = 0; ///< local, of the call
        double seconds = 0;
        bool sentOn = false; ///< ended in a transfer that kept the place: overtakes those who wait
        friend bool operator==(const Visit &, const Visit &) = default;
    };
    /// From the call until the officer gave up.
    struct Absence
    {
        BusinessDay day;
        AgencyId agency;
        double seconds = 0;
        friend bool operator==(const Absence &, const Absence &) = default;
    };
    /// From one visitor's end to the next one's call, while the next was there already; a pause
    /// between them is part of it.
    struct Gap
    {
        BusinessDay day;
        AgencyId agency;
        double seconds = 0;
        friend bool operator==(const Gap &, const Gap &) = default;
    };
    /// A counter became free within `stopWindow` before a break while somebody waited.
    struct BeforeBreak
    {
        BusinessDay day;
        double seconds = 0; ///< left until the break
        bool called = false; ///< or went on break early
        friend bool operator==(const BeforeBreak &, const BeforeBreak &) = default;
    };
    /// From "pause" to "go on".
    struct Pause
    {
        BusinessDay day;
        double seconds = 0;
        std::optional<double> said; ///< as long as the officer meant to be away
        friend bool operator==(const Pause &, const Pause &) = default;
    };
    /// A counter became free, nobody waited in its own lines and somebody in a line that it may
    /// help.
    struct HelpChance
    {
        BusinessDay day;
        CounterId counter;
        bool helped = false; ///< or waited for its own visitors
        friend bool operator==(const HelpChance &, const HelpChance &) = default;
    };
    /// When a counter's officer signed in first and out last, minutes since local midnight.
    struct DeskDay
    {
        BusinessDay day;
        int opened = 0;
        std::optional<int> closed; ///< absent: still open
        bool early = false; ///< closed while somebody waited, or could still come
    };
    /// A visit that has not ended yet.
    struct Present
    {
        ServiceId service;
        OfficerId officer;
        Instant calledAt;
    };
    struct Day
    {
        int issued = 0;
        int gaveUp = 0; ///< cancelled before they were called
    };

    /// When people come: numbers taken at one agency in one part of a day.
    struct Part
    {
        BusinessDay day;
        AgencyId agency;
        int part = 0; ///< of `partMinutes` each, since local midnight
        friend bool operator<(const Part &a, const Part &b)
        {
            return std::tie(a.day, a.agency, a.part) < std::tie(b.day, b.agency, b.part);
        }
    };

    static constexpr int partMinutes = 20;
    static constexpr double stopWindow = 20 * 60;

    std::vector<Visit> visits;
    std::vector<Absence> absences;
    std::vector<Gap> gaps;
    std::vector<Gap> returns; ///< from the break's end to the first call
    std::vector<BeforeBreak> beforeBreaks;
    std::vector<Pause> pauses;
    std::vector<HelpChance> helpChances;
    std::map<CounterId, std::vector<DeskDay>> desks; ///< in order of recording
    std::map<CounterId, Present> present; ///< of the day of the last event
    std::map<BusinessDay, Day> days;
    std::map<Part, int> touches;

    void forgetBefore(BusinessDay day);
    /// Takes back the measurements (not days, desks, touches) that `other` holds.
    void unlearn(const PaceHistory &other);
};

/// Measures from events in the order of the journal. Events of a day must begin with its
/// DayStarted; what began before the first event seen is not measured. An action that its officer
/// took back taught nothing.
class PaceRecorder
{
public:
    /// `history` must outlive the recorder; several may fill one.
    explicit PaceRecorder(PaceHistory &history)
        : m_history(history)
    {
    }
    /// `catalogue`: today's will do for the past, too; services that it has lost are not measured.
    void fold(const Event &event, const Catalogue &catalogue);

private:
    class Measurement;
    struct Visitor
    {
        ServiceId service;
        Instant hereSince; ///< the touch, or the end of the time aside, or when it was sent on
        std::optional<Instant> calledAt = {};
        CounterId counter = {};
        double spent = 0; ///< seconds at counters before it was set aside
        bool isGone = false; ///< served or missed; may yet come back
    };
    struct Seat
    {
        OfficerId officer;
        std::optional<Instant> freeSince; ///< absent: unknown or busy
        bool couldHelp = false; ///< since then
        std::optional<Instant> pausedAt;
        std::optional<double> said; ///< seconds from then on
    };
    /// A counter's last action, and how things stood before.
    struct Action
    {
        CommandId command;
        Seat seat;
        std::optional<PaceHistory::Present> present;
        std::unordered_map<TicketId, Visitor, TicketIdHash> visitors;
        PaceHistory taught;
    };

    /// Closed on the spot, today: what a counter did then tells nothing.
    struct Closed
    {
        Scope scope;
        Instant from;
        Instant until;
    };

    PaceHistory &m_history;
    std::vector<Closed> m_closures;
    std::unordered_map<TicketId, Visitor, TicketIdHash> m_visitors;
    /// Today's who gave up, since they may take that back.
    std::unordered_map<TicketId, Visitor, TicketIdHash> m_left;
    std::map<CounterId, Seat> m_seats;
    std::map<CounterId, Action> m_last;
};

} // namespace antre
