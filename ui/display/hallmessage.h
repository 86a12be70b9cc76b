// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"

#include <QStringList>

namespace antre {

/// What one place of the screen says at the moment.
struct HallMessage
{
    QString icon;
    QStringList sentences; ///< as many as there is room for are shown, each whole
    friend bool operator==(const HallMessage &, const HallMessage &) = default;
};

enum class MessagePlace {
    Foot, ///< below a call, or below pictures or next numbers
    BoardFoot, ///< below the board, whose counters say themselves why they are closed
    BesideMedia, ///< below the pictures
};

/// A lost link is said and nothing else. Otherwise the messages of a place take turns, one a view's
/// turn, without moving.
[[nodiscard]] HallMessage hallMessage(const DisplayView &view, MessagePlace place);

} // namespace antre
