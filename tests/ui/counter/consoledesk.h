// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/countersession.h"
#include "counter/counterwindow.h"
#include "support/smallhall.h"

#include <QElapsedTimer>
#include <QTest>

namespace antre {

/// A console's window in front of the real machine, network and service, all in one thread: counter
/// 1, where Rina works, PIN 4711, and a kiosk. Time passes only when it is told to.
class ConsoleDesk
{
public:
    /// `fixed`: the console stands on counter 1; else the officer chooses where to work.
    explicit ConsoleDesk(bool fixed = true);

    /// Time goes by; the session hears of answers and changes as from the runner, and of seconds.
    void passes(Milliseconds time);
    void signsIn(const char *pin = "4711");
    /// Somebody was called and is being served.
    TicketId serves();
    /// Rina may do that from now on.
    void may(std::set<Right> rights);
    void does(const CommandData &command, const Actor &by = {});

    void shows();
    /// A real key press, once the window's guard against double presses has rested; then the answer
    /// has time to come.
    void presses(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void types(const QString &words);
    [[nodiscard]] QString said() const; ///< what the window tells the officer

    [[nodiscard]] const CounterView &view() const { return window.view(); }
    [[nodiscard]] const State &state() const { return hall.state(); }

    const CounterId one{QStringLiteral("1")};
    SmallHall hall;
    HallTerminal &kiosk;
    HallTerminal &terminal;
    SeededRandom random{8};
    CounterWindow window{Theme::desktop().withMotion(false)};
    CounterSession session;

private:
    [[nodiscard]] bool hasNews();
    void rests();

    size_t m_heard = 0;
    QElapsedTimer m_sinceKey; ///< the last one that the window's guard counts
    std::pair<qint64, LinkStatus> m_seen{-1, LinkStatus::Down};
    Milliseconds m_sinceRefresh{0};
};

} // namespace antre
