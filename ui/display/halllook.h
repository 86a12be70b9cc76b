// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/fittedtext.h"
#include "common/theme.h"

#include <QPainter>

namespace antre {

/// The hall's look on one screen: colours and fonts, and how many real pixels a design pixel is.
/// The design is 1920 x 1080, upright 1080 x 1920; other shapes stretch the space, not the letters.
class HallLook
{
public:
    explicit HallLook(QSize screen, bool moves = true);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] bool isUpright() const { return m_upright; }
    /// Design pixels to real ones.
    [[nodiscard]] int px(double design) const;
    [[nodiscard]] QColor colour(Colour colour) const { return m_theme.colour(colour); }
    [[nodiscard]] QFont font(double designPx, Weight weight = Weight::Regular) const
    {
        return m_theme.fontPx(px(designPx), weight);
    }
    /// The theme follows from the rest.
    friend bool operator==(const HallLook &a, const HallLook &b)
    {
        return a.m_unit == b.m_unit && a.m_upright == b.m_upright
            && a.m_theme.moves() == b.m_theme.moves();
    }

private:
    double m_unit;
    bool m_upright;
    Theme m_theme;
};

/// One line of words, made smaller down to two thirds before it is cut.
void paintLine(QPainter &painter, const QRect &box, const QString &text, const QFont &font,
    QColor colour, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

} // namespace antre
