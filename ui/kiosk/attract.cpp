// SPDX-License-Identifier: Apache-2.0
#include "kiosk/attract.h"

#include "common/pressguard.h"
#include "kiosk/kioskwindow.h"

#include <QWindow>

#include <utility>

namespace antre {

Attract::Attract(KioskWindow &window, std::chrono::milliseconds after)
    : QObject(&window)
    , m_window(window)
{
    m_idle.setInterval(after);
    m_second.setInterval(1000);
    connect(&m_idle, &QTimer::timeout, this, &Attract::cover);
    connect(&m_second, &QTimer::timeout, this, &Attract::turn);
    m_window.installEventFilter(this);
    if (m_window.windowHandle())
        m_window.windowHandle()->installEventFilter(this);
    m_idle.start();
}

void Attract::setView(const AttractView &view)
{
    m_view = view;
    if (m_layer)
        m_layer->setView(m_window.look(), m_view);
}

void Attract::cover()
{
    // A visit under way ends by its own warning; a question to somebody stands until it is over.
    if (m_layer || m_isHeld || !m_window.isAtRest() || m_window.asks())
        return;
    m_seconds = 0;
    m_layer = new AttractLayer(&m_window);
    m_layer->setView(m_window.look(), m_view);
    m_layer->setGeometry(m_window.rect());
    connect(m_layer, &AttractLayer::woken, this, &Attract::wake);
    m_layer->show();
    m_layer->raise();
    m_second.start();
}

void Attract::hold(bool held)
{
    m_isHeld = held;
    if (held && m_layer)
        wake();
}

void Attract::turn()
{
    ++m_seconds;
    if (!m_layer)
        return;
    m_layer->setPicture(int(m_seconds / AttractLayer::pictureFor.count()), m_seconds / 60);
    if (!m_window.isAtRest() || m_window.asks())
        wake();
}

void Attract::wake()
{
    m_idle.start();
    m_second.stop();
    if (!m_layer)
        return;
    auto *layer = std::exchange(m_layer, nullptr);
    layer->hide();
    layer->deleteLater();
    // The other fingers of the hand that woke it, and the second half of a double tap.
    PressGuard::of(&m_window).pause(std::chrono::milliseconds(400));
}

bool Attract::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window) {
        if (event->type() == QEvent::Show && m_window.windowHandle()) {
            m_window.windowHandle()->removeEventFilter(this);
            m_window.windowHandle()->installEventFilter(this);
        }
        if (event->type() == QEvent::Resize && m_layer)
            m_layer->setGeometry(m_window.rect());
        return false;
    }
    if (watched != m_window.windowHandle())
        return false;
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::MouseButtonPress:
        m_idle.start();
        return false;
    case QEvent::KeyPress:
        m_idle.start();
        if (m_layer) {
            wake();
            m_keyIsOurs = true;
            return true;
        }
        return m_keyIsOurs;
    case QEvent::KeyRelease:
        return std::exchange(m_keyIsOurs, false);
    default:
        return false;
    }
}

} // namespace antre
