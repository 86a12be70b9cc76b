// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/counterplan.h"
#include "domain/waitestimate.h"

namespace antre::forecast {

/// Who waits, or may come; `rank` as in calling.h: place less head start.
struct Visitor
{
    double rank = 0;
    double place = 0;
    size_t service = 0;
    std::optional<size_t> who = {}; ///< index into Scene::people; absent: may come
    size_t done = 0; ///< services of the visit that are done
    double share = 1; ///< of a visit's time that is still to come
    [[nodiscard]] bool before(const Visitor &other) const
    {
        return std::pair(rank, place) < std::pair(other.rank, other.place);
    }
};

/// Somebody with a number.
struct Person
{
    TicketId ticket;
    double headStart = 0;
    double touched = 0;
    std::vector<size_t> further; ///< services of the visit that come later
};

/// Everybody of one line with the same head start, and bound to the same counter, in order of
/// place.
struct Queue
{
    double headStart = 0;
    std::optional<size_t> onlyAt; ///< index of a counter; absent: any of the line
    std::vector<Visitor> waiting;
    double comingRate = 0; ///< a second
    double comingUntil = 0; ///< who comes later changes nothing
};

/// Somebody who can be called from a certain moment on.
struct Aside
{
    Visitor visitor;
    double from = 0;
    std::optional<size_t> onlyAt = {};
};

/// A place that somebody reserved and has not come for yet.
struct Booking
{
    Visitor visitor; ///< placed as if in time
    double from = 0; ///< check-in begins
    double slot = 0; ///< seconds until it
    double until = 0; ///< check-in ends
};

struct LineScene
{
    LineId id;
    bool takesNumbers = false;
    std::optional<size_t> anyService;
    std::vector<size_t> services; ///< of today's tickets: what those to come may want
    std::vector<Queue> queues; ///< first one per head start, bound to no counter
    std::vector<Aside> asides;
    std::vector<Booking> bookings;
};

struct ServiceScene
{
    const ServicePace::OfService *pace;
    size_t agency; ///< agencies and lines are numbered alike
};

/// The state as numbers, for one estimate; the same in each of its runs.
class Scene
{
public:
    /// All three must outlive it. REQUIRES: state.catalogue.
    Scene(const State &state, const ServicePace &pace, const WaitQuestion &question);

    std::set<LineId> chosen; ///< what was asked about, with all that it depends on
    std::vector<const ServicePace::OfAgency *> agencies;
    std::vector<ServiceScene> services;
    std::vector<LineScene> lines;
    std::vector<CounterPlan> counters;
    std::vector<Person> people;
    const ServicePace &pace;
    Minutes ofDay{0}; ///< now

private:
    class Reading;
};

} // namespace antre::forecast
