// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace antre {

/// The button of `window` to which an arrow key leads from `from`: the nearest in that direction,
/// one straight ahead before any other. Null: there is none, or `from` is none of the window's.
[[nodiscard]] QWidget *neighbour(QWidget *window, QWidget *from, Qt::Key arrow);

} // namespace antre
