// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/faultlist.h"

#include <set>

namespace antre {

// What reading and writing share.

/// Stands in every file as "format"; grows when an older Antre could misread a newer file.
constexpr int catalogueFormat = 1;
/// "08:00-15:00"
[[nodiscard]] QString spanText(const TimeSpan &span);
constexpr int idMax = 64;
constexpr int nameMax = 120;

/// Makes a Catalogue from JSON and finds all that is wrong on the way. For one use.
class CatalogueReader
{
public:
    explicit CatalogueReader(FaultList &faults)
        : m_faults(faults)
    {
    }
    /// The catalogue; incomplete if the FaultList isn't empty afterwards.
    [[nodiscard]] Catalogue read(const QJsonObject &json);

private:
    /// Where each id was first seen.
    using Seen = QHash<QString, QString>;

    void readSite(const JsonNode &node);
    void readLanguages(const JsonNode &node);
    void readHolidays(const JsonNode &node);
    void readSlip(const JsonNode &node);
    void readSlipParts(const JsonNode &node);
    [[nodiscard]] std::optional<SlipItem> slipItem(const JsonNode &node) const;
    void readCalling(const JsonNode &node);
    /// A list of {"id", "name"} and whatever `rest` reads beside them, if it is there.
    template <typename Item, typename Rest>
    void readNamed(const JsonNode &node, std::vector<Item> &items, const QStringList &keys,
        const Rest &rest) const;
    void readClasses(const JsonNode &node);
    void readAgencies(const JsonNode &node);
    void readAgency(const JsonNode &node);
    void readService(const JsonNode &node, Agency &agency);
    void readFrequent(const JsonNode &node);
    void readCounters(const JsonNode &node);
    void readCounter(const JsonNode &node);
    [[nodiscard]] std::vector<AgencyId> agencyIds(const JsonNode &node) const;
    void requireCounters();
    void readHall(const JsonNode &site);
    void readDisplay(const JsonNode &node, Seen &displays);
    [[nodiscard]] std::vector<CounterId> countersShown(const JsonNode &node) const;
    [[nodiscard]] std::optional<HallNotice> hallNotice(const JsonNode &node) const;
    void readVoice(const JsonNode &node);
    void readSpokenLanguages(const JsonNode &node);
    void readVolume(const JsonNode &node);
    void readDayEnd(const JsonNode &node);
    void readExceptions(const JsonNode &node);
    [[nodiscard]] std::optional<HoursException> exception(const JsonNode &node) const;
    void readStretch(const JsonNode &node, HoursException &exception) const;
    void requireKnown(const JsonNode &node, const Scope &scope) const;
    void requireFirst(const JsonNode &node, const HoursException &exception) const;

    [[nodiscard]] LocalText localText(const JsonNode &node, int max) const;
    [[nodiscard]] LocalWords keywords(const JsonNode &node) const;
    [[nodiscard]] QString id(const JsonNode &node, Seen &seen) const;
    [[nodiscard]] QString code(const JsonNode &node);
    void unique(const JsonNode &node, const QString &value, Seen &seen) const;
    [[nodiscard]] QString timeZone(const JsonNode &node) const;
    [[nodiscard]] QString publicUrl(const JsonNode &node) const;
    void readPhones(const JsonNode &node);
    [[nodiscard]] WeekHours week(const JsonNode &node) const;
    [[nodiscard]] std::optional<WeekHours> optionalWeek(const JsonNode &node) const;
    [[nodiscard]] std::optional<DayHours> dayHours(const JsonNode &node) const;
    [[nodiscard]] std::optional<Break> rest(const JsonNode &node) const;
    [[nodiscard]] TimeSpan span(const JsonNode &node) const;
    [[nodiscard]] std::optional<AppointmentRules> appointments(
        const JsonNode &node, const WeekHours &hours) const;
    void readWindows(const JsonNode &node, const WeekHours &hours, AppointmentRules &rules) const;
    static void addWindow(const JsonNode &node, const TimeSpan &window,
        const std::optional<DayHours> &hours, std::vector<TimeSpan> &windows, Minutes slot);
    [[nodiscard]] std::optional<BusinessDay> day(const JsonNode &node) const;
    [[nodiscard]] std::optional<LocalTime> moment(const JsonNode &node, bool isEnd) const;

    FaultList &m_faults;
    Catalogue m_catalogue;
    Seen m_classes;
    Seen m_agencies;
    Seen m_codes;
    Seen m_services;
    Seen m_counters;
    QHash<QString, QString> m_agencyPaths; ///< id -> path
    std::set<AgencyId> m_served; ///< those that a counter names
};

} // namespace antre
