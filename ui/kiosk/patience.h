// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/look.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace antre {

class TimeoutLayer;

/// How long a screen waits for a visitor who may have gone: warns over the page, counts down, and
/// says when it is over. Any touch begins it anew; whoever owns it says so with one of the three
/// functions. Interface thread.
class Patience : public QObject
{
    Q_OBJECT
public:
    /// The warning is a child of `screen`; who hears of warned() places it.
    Patience(QWidget *screen, std::chrono::milliseconds warnAfter, std::chrono::seconds warnFor);

    /// There is nobody to wait for.
    void rest();
    /// Somebody is here: warn after a while.
    void watch(const Look &look);
    /// The page itself says how long it stays: no warning over it.
    void stayFor(std::chrono::seconds time);

    /// The warning, while it shows.
    [[nodiscard]] TimeoutLayer *warning() const { return m_warning; }
    /// Of what is counted down now; nothing is when it is negative.
    [[nodiscard]] int secondsLeft() const { return m_second.isActive() ? m_secondsLeft : -1; }

Q_SIGNALS:
    /// The warning shows, or is gone.
    void warned();
    void unwarned();
    /// The visitor answered the warning.
    void continued();
    /// A second less of stayFor().
    void counted(int secondsLeft);
    /// Nobody is here, or somebody said that they are done.
    void over();

private:
    void warn();
    void tick();

    QWidget *m_screen;
    std::chrono::seconds m_warnFor;
    Look m_look;
    QTimer m_idle; ///< until the warning
    QTimer m_second;
    int m_secondsLeft = 0;
    TimeoutLayer *m_warning = nullptr;
};

} // namespace antre
