// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/fittedtext.h"
#include "common/theme.h"

#include <QPainter>

namespace antre {

/// The height of capitals and digits in parts of the font's size: Clear Sans.
constexpr double capitalShare = 0.676;

/// From how far a person with low vision, 0.7 degrees to a capital, still reads letters of this
/// height: H = 0.0122 D (EN 301 549 V3.2.1, 5.1.4, for text that nobody can enlarge:
/// 42 minutes of arc = 180 x 60 x H / (pi x D)).
[[nodiscard]] constexpr double readableMetres(double capitalMm) { return capitalMm / 12.2; }

/// The hall's look on one screen: colours and fonts, and how many real pixels a design pixel is.
/// The design is 1920 x 1080, upright 1080 x 1920; other shapes stretch the space, not the letters.
///
/// Who calls must be read at the far end of the hall, ten metres away: capitals of 122 mm, see
/// readableMetres(). On the 50 inch screen of the design (1107 mm wide, 1.73 px a mm) they have,
/// and are read from:
///
///     called number, to A999 and A2-99    153 to 130 mm   12.5 to 10.7 m
///     its counter                         137, 125 mm     11.2 m; 10.2 m with agencies' names
///     earlier calls                        62 mm           5.1 m; above next numbers 4.6 m
///     board of 24 counters                 41 mm           3.4 m; fewer counters are larger
///     next numbers                         40 to 62 mm     3.3 to 5.1 m
///     clock 33 mm, labels and notices 17 mm: for people below the screen
///
/// Rarer, wider numbers (W2-100) shrink to fit: 109 mm, 8.9 m. Other screens scale with their
/// height: below 40 inches nothing of that size fits, and antre-display says in its log from how
/// far its calls can be read. The voice is for those who can't.
class HallLook
{
public:
    explicit HallLook(QSize screen, bool moves = true);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] bool isUpright() const { return m_upright; }
    /// Of the called number in the design.
    static constexpr double calledPx = 392;
    /// From how far a called number is read when a pixel is so many millimetres wide.
    [[nodiscard]] double calledMetres(double mmPerPx) const
    {
        return readableMetres(px(calledPx) * capitalShare * mmPerPx);
    }
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
