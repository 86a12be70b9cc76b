// SPDX-License-Identifier: Apache-2.0
#include "display/staffcorner.h"

#include "common/icons.h"

namespace antre {

static constexpr double textPx = 24, high = 30, iconPx = 24, pad = 12;
static constexpr double leftPx = 44;

StaffCorner::StaffCorner(QWidget *parent)
    : QLabel(parent)
    , m_look(QSize(1920, 1080))
{
    hide();
}

void StaffCorner::setNotes(const QStringList &notes)
{
    const QString text = notes.isEmpty()
        ? QString()
        : tr("For staff: %1").arg(notes.join(QStringLiteral("  ·  ")));
    if (text == this->text())
        return;
    setText(text);
    setVisible(!text.isEmpty());
    place(m_look);
}

void StaffCorner::place(const HallLook &look)
{
    m_look = look;
    const int room = parentWidget()->width() - look.px(leftPx) - look.px(44);
    const int wide
        = FittedText::naturalWidth(text(), look.font(textPx)) + look.px(iconPx) + 3 * look.px(pad);
    setGeometry(look.px(leftPx), parentWidget()->height() - look.px(high), std::min(room, wide),
        look.px(high));
    raise();
    update();
}

void StaffCorner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::HallLine));
    const QColor text = m_look.colour(Colour::Text);
    const QRect icon(m_look.px(pad), 0, m_look.px(iconPx), height());
    paintIcon(painter, icon, QStringLiteral("ui-warning"), text, m_look.px(iconPx));
    paintLine(painter, rect().adjusted(icon.right() + m_look.px(pad), 0, -m_look.px(pad) / 2, 0),
        this->text(), m_look.font(textPx), text);
}

} // namespace antre
