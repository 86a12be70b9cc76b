// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/halldesign.h"

#include <QJsonObject>

namespace antre {

/// How a catalogue's site says what its hall shows and speaks, read by CatalogueReader. All keys
/// may be absent; a display that is not named shows the board of all counters, and speaks.
///
///     "displays": [
///       {"id": "display-2",                          the terminal's name
///        "layout": "next",                           "board", "next" or "media"
///        "zone": {"id": "Lantai 2", "en": "2nd floor"},
///        "counters": ["3", "4", "5"],                absent: all
///        "agencies": true,                           with the agencies' names
///        "speaks": false}],                          another one is in earshot
///     "notices": [
///       {"text": {"id": "...", "en": "..."},
///        "from": "2026-08-18", "until": "2026-08-20"}],   first and last day; each may be absent
///     "voice": {
///       "languages": ["id", "id", "en"],             in turn; []: only the chime
///       "times": 1,                                  how often all of them
///       "quiet": ["12:00-12:30"],                    nothing is heard
///       "volume": [{"from": "07:30", "percent": 70}, {"from": "09:00", "percent": 100}]}
///
/// Adds to `site` what differs from the default.
void addHallDesign(const HallDesign &hall, QJsonObject &site);

/// "board"
[[nodiscard]] QString hallLayoutName(HallLayout layout);
[[nodiscard]] std::optional<HallLayout> hallLayoutFromName(const QString &name);
/// "board, next, media"
[[nodiscard]] QString hallLayoutNames();

constexpr int hallNoticeMax = 100; ///< characters: two lines at the foot of the screen

} // namespace antre
