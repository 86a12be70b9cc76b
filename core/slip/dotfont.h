// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace antre {

/// One cell of every receipt printer's "Font A", in dots.
inline constexpr int cellWidth = 12;
inline constexpr int cellHeight = 24;

/// One line of text as a printer's 12x24 font draws it, `scale` times as large: Format_Mono, a set
/// bit is ink. The font is Terminus (package fonts-terminus-otb), whose letters are drawn on this
/// very grid; without it, and for letters it lacks, the system's fonts fill the cells. Any thread;
/// needs a QGuiApplication.
[[nodiscard]] QImage dotText(const QString &text, bool bold, int scale = 1);

/// White paper to draw on, in the format of all slip pictures: Format_Mono, a set bit is ink.
[[nodiscard]] QImage blankPaper(int width, int height);

/// Adds the ink of `source` to `paper` at `x`, `y`; what lies beyond the paper is lost. Both as
/// made by blankPaper().
void putInk(QImage &paper, const QImage &source, int x, int y);

} // namespace antre
