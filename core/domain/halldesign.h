// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"
#include "domain/localtext.h"
#include "domain/timespan.h"

#include <vector>

namespace antre {

/// What a display shows beside the calls. Names in catalogue files are in wire/halldesignjson.cpp.
enum class HallLayout {
    Board, ///< all its counters; a call takes the whole screen for a minute
    Next, ///< its counters, and beside them the numbers that come next
    Media, ///< pictures or a silent film, and beside them the last calls
};

/// One display of the hall, as the mall wants it. The default is what a display shows that the
/// catalogue doesn't name.
struct HallScreen
{
    TerminalId display;
    HallLayout layout = HallLayout::Board;
    LocalText zone; ///< where it hangs: "2nd floor"; empty: says nothing
    std::vector<CounterId> counters; ///< that it shows and speaks for; empty: all
    bool agencies = false; ///< with the agencies' names beside their counters
    bool speaks = true; ///< chime and voice; false where another display is in earshot

    [[nodiscard]] bool shows(const CounterId &counter) const;
    friend bool operator==(const HallScreen &, const HallScreen &) = default;
};

/// What the mall has to say to everybody in the hall.
struct HallNotice
{
    LocalText text;
    std::optional<BusinessDay> from; ///< the first day; absent: at once
    std::optional<BusinessDay> until; ///< the last day; absent: until it is taken out
    [[nodiscard]] bool standsOn(BusinessDay day) const;
    friend bool operator==(const HallNotice &, const HallNotice &) = default;
};

/// Languages in which a call can be spoken. A catalogue may offer more on screen.
enum class SpokenLanguage {
    Indonesian,
    English,
};

/// The spoken language of an ISO 639-1 code; nothing when calls can't be spoken in it.
[[nodiscard]] std::optional<SpokenLanguage> spokenLanguage(const QString &code);
[[nodiscard]] QString spokenLanguageCode(SpokenLanguage language);

/// From this minute of the day on the voice is so loud.
struct VolumeFrom
{
    Minutes from{0};
    int percent = 100; ///< as ears judge: 50 is half as loud
    friend bool operator==(const VolumeFrom &, const VolumeFrom &) = default;
};

/// How calls are spoken: the same in the whole mall. The default says each in Indonesian twice and
/// then in English, at full volume, at all hours.
struct VoicePlan
{
    /// In turn; the same one twice says it twice. Empty: only the chime.
    std::vector<SpokenLanguage> languages{
        SpokenLanguage::Indonesian, SpokenLanguage::Indonesian, SpokenLanguage::English};
    int times = 1; ///< how often all of `languages` are gone through
    std::vector<TimeSpan> quiet; ///< neither chime nor voice: times of prayer
    std::vector<VolumeFrom> volume; ///< in order of time; empty: always full

    /// All that is said of one call.
    [[nodiscard]] std::vector<SpokenLanguage> script() const;
    /// The quiet hours that `ofDay` lies in.
    [[nodiscard]] std::optional<TimeSpan> quietAt(Minutes ofDay) const;
    /// Before the day's first entry the last one of the day before holds.
    [[nodiscard]] int percentAt(Minutes ofDay) const;
    friend bool operator==(const VoicePlan &, const VoicePlan &) = default;
};

/// All that a mall decides about its hall.
struct HallDesign
{
    std::vector<HallScreen> screens;
    std::vector<HallNotice> notices;
    VoicePlan voice;
    /// The display's own entry; the default when it has none.
    [[nodiscard]] HallScreen screen(const TerminalId &display) const;
    friend bool operator==(const HallDesign &, const HallDesign &) = default;
};

} // namespace antre
