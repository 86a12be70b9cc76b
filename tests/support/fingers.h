// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointingDevice>
#include <QTest>
#include <QWidget>

namespace antre {

/// A touch screen for tests: real touch events through the window system, as from a driver.
class Fingers
{
    auto touch() { return QTest::touchEvent(&m_window, device()); }
    QPoint centre(QWidget *on) const { return on->mapTo(&m_window, on->rect().center()); }

public:
    /// The one touch screen of the test: Qt keeps each that is made until the end.
    static QPointingDevice *device()
    {
        static QPointingDevice *touchScreen = QTest::createTouchDevice();
        return touchScreen;
    }

    explicit Fingers(QWidget &window)
        : m_window(window)
    {
    }

    void down(QWidget *on, int finger = 0) { touch().press(finger, centre(on), &m_window); }
    void downAt(QPoint point, int finger = 0) { touch().press(finger, point, &m_window); }
    void moveTo(QPoint point, int finger = 0) { touch().move(finger, point, &m_window); }
    void up(QWidget *on, int finger = 0) { touch().release(finger, centre(on), &m_window); }
    void upAt(QPoint point, int finger = 0) { touch().release(finger, point, &m_window); }
    void tap(QWidget *on)
    {
        const QPoint at = centre(on);
        downAt(at);
        upAt(at);
    }

private:
    QWidget &m_window;
};

} // namespace antre
