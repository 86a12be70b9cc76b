// SPDX-License-Identifier: Apache-2.0
#include "display/halllook.h"

#include <algorithm>
#include <cmath>

namespace antre {

static constexpr double designLong = 1920;
static constexpr double designShort = 1080;

static double unitOf(QSize screen)
{
    const double across = std::max(screen.width(), screen.height());
    const double along = std::min(screen.width(), screen.height());
    return std::max(0.1, std::min(across / designLong, along / designShort));
}

HallLook::HallLook(QSize screen, bool moves)
    : m_unit(unitOf(screen))
    , m_upright(screen.height() > screen.width())
    , m_theme(Theme::hall(int(std::lround(m_unit * designLong))).withMotion(moves))
{
}

int HallLook::px(double design) const { return std::max(1, int(std::lround(design * m_unit))); }

void paintLine(QPainter &painter, const QRect &box, const QString &text, const QFont &font,
    QColor colour, Qt::Alignment alignment)
{
    FitRules rules;
    rules.minPixels = font.pixelSize() * 2 / 3;
    rules.maxLines = 1;
    rules.alignment = alignment;
    FittedText(text, font, box.size(), rules).paint(painter, box, colour);
}

} // namespace antre
