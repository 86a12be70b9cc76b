// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/appointmentrules.h"
#include "domain/dayend.h"
#include "domain/halldesign.h"
#include "domain/phonerules.h"
#include "domain/schedule.h"
#include "domain/slipdesign.h"
#include "domain/timespan.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace antre {

/// One service: what a visitor comes for. Its line is that of its agency.
struct Service
{
    ServiceId id;
    AgencyId agency;
    LocalText name;
    std::vector<LocalText> requirements; ///< what to bring, most important first
    LocalText fee;
    bool free = false; ///< the slip may say "this service is free"
    LocalText processingTime;
    Minutes duration{0}; ///< planned time at the counter for one visitor
    std::optional<int> dailyQuota; ///< absent: no limit
    std::optional<WeekHours> hours; ///< absent: the agency's
    std::optional<AppointmentRules> appointments = {}; ///< absent: none can be made
    /// What people say when they look for it. A language's first is the everyday name, fit to be
    /// shown where the name is too long.
    LocalWords keywords;
    /// The everyday name, or the name when it has none.
    [[nodiscard]] QString everydayName(const QString &language) const;
    friend bool operator==(const Service &, const Service &) = default;
};

/// One authority. Its letter code names its line: I, O, Q, X and Z are not used, since they read as
/// digits or sound foreign.
struct Agency
{
    AgencyId id;
    QString code;
    LocalText name;
    LocalText shortName; ///< as on the door, at most 20 characters
    LocalText about; ///< what it does, at most 26 characters
    std::vector<Service> services;
    std::optional<WeekHours> hours; ///< absent: the site's
    LocalWords keywords; ///< for what it is known, beside its services
    [[nodiscard]] LineId line() const { return LineId(code); }
    friend bool operator==(const Agency &, const Agency &) = default;
};

struct Counter
{
    CounterId id;
    LocalText name;
    std::vector<AgencyId> agencies;
    std::vector<AgencyId> helps = {}; ///< whose lines it may call from when its own are empty
    friend bool operator==(const Counter &, const Counter &) = default;
};

/// Visitors who may go first. The head start is added to their waiting time when the next ticket is
/// chosen; it never grows, so nobody else starves.
struct PriorityClass
{
    ClassId id;
    LocalText name; ///< "Elderly, 60+"
    LocalText shortName; ///< for the officer's list: "Elderly"
    QString icon; ///< file name below resources/icons without ".svg"
    Minutes headStart{0};
    friend bool operator==(const PriorityClass &, const PriorityClass &) = default;
};

/// How often and how fast one visitor is called.
struct CallingRules
{
    int maxCalls = 3; ///< the first call counts
    std::chrono::seconds pause{15}; ///< between two calls of one ticket, at least
    friend bool operator==(const CallingRules &, const CallingRules &) = default;
};

/// What can come of a service, for the officer to choose from: "done", "papers missing".
struct ServiceOutcome
{
    OutcomeId id;
    LocalText name;
    friend bool operator==(const ServiceOutcome &, const ServiceOutcome &) = default;
};

/// Why a visitor is set aside, and for how long as a rule.
struct ParkReason
{
    ReasonId id;
    LocalText name;
    Minutes minutes{10};
    friend bool operator==(const ParkReason &, const ParkReason &) = default;
};

/// Why a counter rests or closes.
struct PauseReason
{
    ReasonId id;
    LocalText name;
    friend bool operator==(const PauseReason &, const PauseReason &) = default;
};

struct Site
{
    QString id;
    LocalText name; ///< "Mal Pelayanan Publik Kota Bengkulu"
    LocalText shortName; ///< where space is short: "MPP Kota Bengkulu"
    LocalText subtitle; ///< "Harapan dan Doa"
    LocalText greeting; ///< the slip's last line
    QString timeZone; ///< IANA name
    LocalText timeZoneLabel; ///< "WIB"
    QStringList languages; ///< the first is the one on the start screen
    QString publicUrl; ///< where phones reach the web pages, without a slash at the end
    WeekHours hours;
    std::map<BusinessDay, LocalText> holidays; ///< with their names, which may be empty
    SlipDesign slip; ///< how this mall's slips look
    std::vector<ServiceId> frequent; ///< what most visitors come for, most wanted first
    HallDesign hall; ///< how its hall looks and sounds
    CallingRules calling;
    std::vector<ServiceOutcome> outcomes; ///< in the officer's order; empty: officers are not asked
    std::vector<ParkReason> parkReasons; ///< in the officer's order
    std::vector<PauseReason> pauseReasons; ///< in the officer's order
    DayEndRule dayEnd; ///< what becomes of those who still wait after closing
    /// As many people may wait in the whole mall; absent: the hall is never full.
    std::optional<int> waitingMax = {};
    PhoneRules phones; ///< what phones may do
    friend bool operator==(const Site &, const Site &) = default;
};

/// Everything the mall decides and no visitor does: what is offered, by whom, when. An immutable
/// value; a change is a new one with the next version.
struct Catalogue
{
    int version = 1;
    Site site;
    std::vector<PriorityClass> classes; ///< the first is the one nobody has to ask for
    std::vector<Agency> agencies; ///< in letter order
    std::vector<Counter> counters; ///< in number order
    std::vector<HoursException> exceptions; ///< in the file's order

    [[nodiscard]] const Agency *agency(const AgencyId &id) const;
    [[nodiscard]] const Agency *agencyOfLine(const LineId &line) const;
    [[nodiscard]] const Service *service(const ServiceId &id) const;
    [[nodiscard]] const Counter *counter(const CounterId &id) const;
    [[nodiscard]] const PriorityClass *priorityClass(const ClassId &id) const;
    /// The lines that a counter serves, in its own order.
    [[nodiscard]] std::vector<LineId> linesOf(const CounterId &id) const;
    /// The lines that a counter may help when its own are empty, in its own order.
    [[nodiscard]] std::vector<LineId> linesHelpedBy(const CounterId &id) const;
    [[nodiscard]] const ServiceOutcome *outcome(const OutcomeId &id) const;
    [[nodiscard]] const ParkReason *parkReason(const ReasonId &id) const;
    [[nodiscard]] const PauseReason *pauseReason(const ReasonId &id) const;
    [[nodiscard]] const std::vector<LineId> &lines() const { return m_lines; }
    /// Some counter serves it.
    [[nodiscard]] bool isServed(const LineId &line) const { return m_served.contains(line); }
    /// The hours that hold for a service: its own, else its agency's, else the site's.
    [[nodiscard]] const WeekHours &hoursOf(const Service &service) const;
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] int serviceCount() const;
    /// Builds what the look-ups need. Call once when all fields are set; the reader does.
    void index();
    friend bool operator==(const Catalogue &a, const Catalogue &b)
    {
        return a.version == b.version && a.site == b.site && a.classes == b.classes
            && a.agencies == b.agencies && a.counters == b.counters && a.exceptions == b.exceptions;
    }

private:
    QTimeZone m_zone = QTimeZone::utc();
    std::vector<LineId> m_lines;
    std::set<LineId> m_served;
    QHash<ServiceId, std::pair<size_t, size_t>> m_services;
    QHash<AgencyId, size_t> m_agencies;
    QHash<CounterId, size_t> m_counters;
};

using CataloguePtr = std::shared_ptr<const Catalogue>;

} // namespace antre
