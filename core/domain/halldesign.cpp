// SPDX-License-Identifier: Apache-2.0
#include "domain/halldesign.h"

#include <algorithm>

namespace antre {

bool HallScreen::shows(const CounterId &counter) const
{
    return counters.empty() || std::ranges::find(counters, counter) != counters.end();
}

bool HallNotice::standsOn(BusinessDay day) const
{
    return (!from || *from <= day) && (!until || day <= *until);
}

std::optional<SpokenLanguage> spokenLanguage(const QString &code)
{
    if (code == QLatin1String("id"))
        return SpokenLanguage::Indonesian;
    if (code == QLatin1String("en"))
        return SpokenLanguage::English;
    return std::nullopt;
}

QString spokenLanguageCode(SpokenLanguage language)
{
    switch (language) {
    case SpokenLanguage::Indonesian:
        return QStringLiteral("id");
    case SpokenLanguage::English:
        return QStringLiteral("en");
    }
    return {};
}

std::vector<SpokenLanguage> VoicePlan::script() const
{
    std::vector<SpokenLanguage> all;
    for (int round = 0; round < times; ++round)
        all.insert(all.end(), languages.begin(), languages.end());
    return all;
}

std::optional<TimeSpan> VoicePlan::quietAt(Minutes ofDay) const
{
    const auto found
        = std::ranges::find_if(quiet, [&](const TimeSpan &span) { return span.contains(ofDay); });
    return found == quiet.end() ? std::nullopt : std::optional(*found);
}

int VoicePlan::percentAt(Minutes ofDay) const
{
    if (volume.empty())
        return 100;
    const auto after = std::ranges::upper_bound(volume, ofDay, {}, &VolumeFrom::from);
    return after == volume.begin() ? volume.back().percent : std::prev(after)->percent;
}

HallScreen HallDesign::screen(const TerminalId &display) const
{
    const auto found = std::ranges::find(screens, display, &HallScreen::display);
    if (found != screens.end())
        return *found;
    HallScreen screen;
    screen.display = display;
    return screen;
}

} // namespace antre
