// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace antre {

/// The besurek band at the head of every slip, tiled so that it fills `width` evenly.
[[nodiscard]] QImage motifBand(int width, int height);

/// The ticket number in Clear Sans Bold with capitals `capHeight` dots high, one glyph a cell as on
/// screen and in the hall, narrowed when it would be wider than `widthMax`, never lower.
[[nodiscard]] QImage numberPicture(const QString &number, int widthMax, int capHeight);

/// The picture's bytes as GS v 0 sends them: rows from the left, 8 dots a byte, no padding between.
/// REQUIRES: width is a multiple of 8.
[[nodiscard]] QByteArray rasterBytes(const QImage &image);

/// Printers obey DLE EOT, DLE ENQ and DLE DC4 the moment they arrive, also inside a picture, where
/// the same bytes may be dots. Adds one dot wherever the picture would read as such a command.
/// REQUIRES: width is a multiple of 8.
[[nodiscard]] QImage withoutRealTimeCommands(QImage image);

} // namespace antre
