// SPDX-License-Identifier: Apache-2.0
#include "common/qrpicture.h"

#include <QPainter>

#include <algorithm>

namespace antre {

QrPicture::QrPicture(const QImage &code, int pixels, const QString &spoken, QWidget *parent)
    : QLabel(parent)
    , m_code(code)
{
    setAccessibleName(spoken);
    setFixedSize(pixels, pixels);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void QrPicture::setCode(const QImage &code)
{
    m_code = code;
    update();
}

void QrPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_code.isNull())
        return;
    // Four modules of silence around a code of 21 or more are at most 8/29 of the side (ISO/IEC
    // 18004).
    const int room = std::min(width(), height()) * 21 / 25;
    const int factor = std::max(1, room / m_code.width());
    const int side = m_code.width() <= room ? m_code.width() * factor : room;
    QRect square(0, 0, side, side);
    square.moveCenter(rect().center());
    painter.drawImage(square, m_code);
}

} // namespace antre
