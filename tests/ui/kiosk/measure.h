// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskwindow.h"

namespace antre {

/// Every text of `part` that could not be shown whole.
[[nodiscard]] QStringList cutTexts(const QWidget &part);
/// Widgets of `part` that hold text and stand over one another.
[[nodiscard]] QStringList overlaps(const QWidget &part);
/// Keys narrower or lower than `leastMm`.
[[nodiscard]] QStringList smallKeys(const QWidget &part, const Theme &theme, double leastMm);
/// Keys closer to one another than `leastMm`, face to face: the edge below a face is none.
[[nodiscard]] QStringList closeKeys(const QWidget &part, const Theme &theme, double leastMm);
/// Texts on grounds with less contrast than `least`, measured in the picture.
[[nodiscard]] QStringList paleTexts(QWidget &window, double least);
/// What stands out of the window.
[[nodiscard]] QStringList outside(const QWidget &window);
/// Texts with letters smaller than `pixels`.
[[nodiscard]] QStringList smallTexts(const QWidget &part, int pixels);
/// Visible texts of `part`, as they are named.
[[nodiscard]] QStringList shownTexts(const QWidget &part);

struct KioskMode;
struct KioskState;
/// All that is wrong with this screen in this mode, by the measures above.
[[nodiscard]] QStringList faultsIn(const KioskState &state, const KioskMode &mode);

} // namespace antre
