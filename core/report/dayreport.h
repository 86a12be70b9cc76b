// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/event.h"

#include <optional>
#include <vector>

namespace antre {

/// What became of tickets; each counts once, by how it stands at the end of what was read.
struct DayFigures
{
    int issued = 0;
    int served = 0;
    int missed = 0; ///< called, nobody came
    int cancelled = 0;
    int expired = 0; ///< never called before the day was closed
    int open = 0; ///< waiting, aside or at a counter
    int parked = 0; ///< how often somebody was set aside; taken back, it doesn't count
    int sentOn = 0; ///< how often somebody was sent to another service or counter
    std::vector<double> waits = {}; ///< minutes from touch to first call, shortest first
    /// Of the waits; absent when nobody was called.
    [[nodiscard]] std::optional<double> medianWait() const;
    [[nodiscard]] std::optional<double> longWait() const; ///< nine in ten waited less
    friend bool operator==(const DayFigures &, const DayFigures &) = default;
};

struct ServiceDay
{
    ServiceId id;
    LocalText name;
    DayFigures figures;
    friend bool operator==(const ServiceDay &, const ServiceDay &) = default;
};

struct AgencyDay
{
    AgencyId id;
    QString code;
    LocalText name;
    DayFigures figures;
    std::vector<ServiceDay> services; ///< those that anybody came for, in the catalogue's order
    friend bool operator==(const AgencyDay &, const AgencyDay &) = default;
};

/// How the range that a visitor was told compares with the wait.
struct PromisesKept
{
    int told = 0; ///< to those who were called since
    int sooner = 0; ///< called before the range
    int later = 0; ///< called after it
    [[nodiscard]] int kept() const { return told - sooner - later; }
    friend bool operator==(const PromisesKept &, const PromisesKept &) = default;
};

struct DayReport
{
    BusinessDay day;
    bool isClosed = false; ///< the day's end has come: the figures are final
    DayFigures all;
    std::vector<AgencyDay> agencies; ///< those that anybody came for, in the catalogue's order
    PromisesKept promises;
    friend bool operator==(const DayReport &, const DayReport &) = default;
};

/// The report on `day`. A ticket counts for the service for which it was taken, whatever it was
/// sent on to. `events`: in the journal's order, all of `day`; with them the standing ones before,
/// and those of the month before as far as there are any, since the journal holds no promises:
/// what visitors were told is estimated again, from what the service knew at each touch. Numbers
/// that a kiosk gave alone had no promise.
[[nodiscard]] DayReport reportDay(const std::vector<Event> &events, BusinessDay day);

} // namespace antre
