// SPDX-License-Identifier: Apache-2.0
#include "kiosk/lockdown.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QWidget>
#include <QWindow>

namespace antre {

Lockdown::Lockdown(QWidget &window)
    : m_window(window)
{
    window.setWindowFlag(Qt::FramelessWindowHint);
    window.setWindowFlag(Qt::WindowStaysOnTopHint);
    // A resting cursor looks like something to press, and stays where the last touch was.
    window.setCursor(Qt::BlankCursor);
    m_back.setSingleShot(true);
    m_back.setInterval(std::chrono::milliseconds(200));
    connect(&m_back, &QTimer::timeout, this, &Lockdown::comeBack);
    auto *application = qApp;
    application->installEventFilter(this);
    QApplication::setQuitOnLastWindowClosed(false);
    connect(application, &QGuiApplication::primaryScreenChanged, this, &Lockdown::holdScreen);
    connect(application, &QGuiApplication::screenAdded, this, &Lockdown::holdScreen);
    connect(application, &QGuiApplication::screenRemoved, this, &Lockdown::holdScreen);
    holdScreen();
}

/// The screen may be another one, turned, or of another size, as after its cable was out.
void Lockdown::holdScreen()
{
    for (QScreen *screen : QGuiApplication::screens()) {
        disconnect(screen, nullptr, this, nullptr);
        connect(screen, &QScreen::geometryChanged, this, [this] { m_back.start(); });
    }
    m_back.start();
}

void Lockdown::comeBack()
{
    QScreen *screen = QGuiApplication::primaryScreen();
    if (m_isOpen || !screen || !m_window.isVisible())
        return;
    if (m_window.isMinimized())
        m_window.showNormal();
    if (screen->geometry().isValid() && m_window.geometry() != screen->geometry()) {
        m_window.setGeometry(screen->geometry());
        // A session that manages windows gives the place itself.
        if (m_window.windowHandle())
            m_window.windowHandle()->setScreen(screen);
    }
    m_window.raise();
    m_window.activateWindow();
}

bool Lockdown::isAllowed(const QKeyEvent &key)
{
    // A keypad's keys carry a modifier of their own; AltGr makes letters.
    const auto held = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (held & ~Qt::GroupSwitchModifier)
        return false;
    switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Select:
    case Qt::Key_Back:
    case Qt::Key_Backspace:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Shift:
    case Qt::Key_AltGr:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
        return true;
    default:
        break;
    }
    // A letter has a text that can be seen; with Escape, Delete and functions it is empty or a
    // control.
    return key.text().size() == 1 && key.text().front().isPrint();
}

bool Lockdown::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isOpen)
        return false;
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::ShortcutOverride:
        return !isAllowed(*static_cast<QKeyEvent *>(event));
    case QEvent::Close:
        if (watched != &m_window && watched != m_window.windowHandle())
            return false;
        event->ignore();
        return true;
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::Wheel:
    case QEvent::NativeGesture:
    case QEvent::Gesture:
    case QEvent::GestureOverride:
    case QEvent::HelpRequest:
    case QEvent::WhatsThis:
    case QEvent::EnterWhatsThisMode:
        event->ignore();
        return true;
    case QEvent::WindowDeactivate:
    case QEvent::WindowStateChange:
        if (watched == &m_window)
            m_back.start();
        return false;
    default:
        return false;
    }
}

} // namespace antre
