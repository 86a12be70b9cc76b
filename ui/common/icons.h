// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

class QPainter;
class QRect;

namespace antre {

/// The icon `name` ("ui-back", "agency-samsat"; a file in resources/icons) in one colour, `pixels`
/// wide and high on a screen of that device pixel ratio. Each is painted once and kept in
/// QPixmapCache, because SVG is far too slow for every frame. An unknown name gives "ui-document"
/// and a warning. Interface thread only.
[[nodiscard]] QPixmap icon(
    const QString &name, int pixels, QColor colour, qreal devicePixelRatio = 1);

/// Paints the icon in the middle of `box`, as large as fits or `pixels`.
void paintIcon(
    QPainter &painter, const QRect &box, const QString &name, QColor colour, int pixels = 0);

[[nodiscard]] bool hasIcon(const QString &name);

/// The rafflesia, mark of the house; once a screen.
void paintMark(QPainter &painter, const QRect &box, QColor colour);

/// One repeat of the besurek band, `height` pixels high, to be tiled from left to right.
[[nodiscard]] QPixmap motifTile(int height, QColor colour, qreal devicePixelRatio = 1);

} // namespace antre
