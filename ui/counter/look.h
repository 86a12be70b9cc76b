// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

class QAbstractScrollArea;
class QLineEdit;
class QWidget;

namespace antre {

/// What Qt's own lists and fields need to look like the rest of the window.

/// No frame and no ground of its own, a thin scroll bar, the ground shows through.
void makePlain(QAbstractScrollArea *area, const Theme &theme);
/// A field to type into, a list to choose from: white, with a border and the focus ring.
void makeField(QLineEdit *field, const Theme &theme);
void makeField(QAbstractScrollArea *list, const Theme &theme);
/// A line, one pixel high, between parts of a card.
[[nodiscard]] QWidget *hairLine(const Theme &theme, QWidget *parent);
/// Fills a widget with one colour of the theme.
void fill(QWidget *widget, const Theme &theme, Colour ground);

} // namespace antre
