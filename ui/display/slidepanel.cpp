// SPDX-License-Identifier: Apache-2.0
#include "display/slidepanel.h"

#include <QPainter>

namespace antre {

SlidePanel::SlidePanel(const HallLook &look, SlideShow &slides, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_slides(&slides)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&slides, &SlideShow::pictureChanged, this, qOverload<>(&SlidePanel::update));
}

void SlidePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_slides)
        m_slides->setRoom(size() * devicePixelRatioF());
}

void SlidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    if (!m_slides || m_slides->picture().isNull())
        return;
    const QImage &picture = m_slides->picture();
    QRect place(QPoint(), picture.size().scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(rect().center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, place.size() != picture.size());
    painter.drawImage(place, picture);
}

} // namespace antre
