// SPDX-License-Identifier: Apache-2.0
#include "common/band.h"

#include "common/icons.h"

#include <QPainter>

namespace antre {

Band::Band(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize Band::sizeHint() const
{
    const double mm = m_theme.scale().reading == ReadingClass::A ? 9 : 7;
    return {100, m_theme.isHighContrast() ? m_theme.border() : m_theme.px(mm)};
}

void Band::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_theme.isHighContrast()) {
        painter.fillRect(rect(), m_theme.colour(Colour::Line));
        return;
    }
    const bool hall = m_theme.palette() == Palette::Hall;
    painter.fillRect(rect(), m_theme.colour(hall ? Colour::HallPanel : Colour::SeaDeep));
    const auto tile = motifTile(height(), m_theme.colour(Colour::SeaMid), devicePixelRatioF());
    // A flower stands in the middle of the band, so both ends are cut alike.
    const int offset = (width() / 2) % (height() * 6) - height() * 3;
    painter.drawTiledPixmap(rect(), tile, QPointF(-offset, 0));
}

} // namespace antre
