// SPDX-License-Identifier: Apache-2.0
#include "common/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace antre {

FocusRing::FocusRing(const Theme &theme, QWidget *window, Shown shown)
    : QWidget(window)
    , m_theme(theme)
    , m_shown(shown)
    , m_walking(shown == Shown::Always)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    qApp->installEventFilter(this);
    connect(
        qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void FocusRing::setTheme(const Theme &theme)
{
    m_theme = theme;
    place();
}

void FocusRing::follow(QWidget *focused)
{
    m_followed.clear();
    const bool ringed = qobject_cast<QAbstractButton *>(focused)
        || (focused && focused->property(followMe).toBool());
    const bool ours = ringed && focused->window() == window();
    m_focused = ours ? focused : nullptr;
    // What holds the key may move, and the key in it, without the key hearing of it.
    for (QWidget *part = m_focused; part && part != window(); part = part->parentWidget())
        m_followed.append(part);
    place();
}

void FocusRing::place()
{
    setVisible(m_walking && m_focused && m_focused->isVisible());
    if (!m_focused)
        return;
    const int out = m_theme.px(m_theme.isHighContrast() ? 4.6 : 3.6);
    const QPoint corner = m_focused->mapTo(window(), QPoint(0, 0));
    setGeometry(QRect(corner, m_focused->size()).adjusted(-out, -out, out, out));
    raise();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    const auto kind = event->type();
    const bool touch = kind == QEvent::TouchBegin || kind == QEvent::MouseButtonPress;
    if (m_shown == Shown::Walking && (kind == QEvent::KeyPress || touch) && m_walking == touch) {
        m_walking = !touch;
        QMetaObject::invokeMethod(this, &FocusRing::place, Qt::QueuedConnection);
    }
    const bool moved = kind == QEvent::Move || kind == QEvent::Resize || kind == QEvent::Show
        || kind == QEvent::Hide;
    if (moved && m_followed.contains(watched))
        QMetaObject::invokeMethod(this, &FocusRing::place, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto ring = [&](double outMm, double widthMm, QColor colour, int radius) {
        const double width = m_theme.px(widthMm);
        const double inset = m_theme.px(outMm) + width / 2;
        painter.setPen(QPen(colour, width));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    };
    if (m_theme.isHighContrast()) {
        ring(0, 3.2, m_theme.colour(Colour::Kunyit), m_theme.px(6));
        return;
    }
    ring(0, 1.2, m_theme.colour(Colour::Ink), m_theme.px(6));
    ring(1.2, 1.8, m_theme.colour(Colour::Kunyit), m_theme.px(5));
}

} // namespace antre
