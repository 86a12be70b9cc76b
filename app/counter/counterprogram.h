// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/language.h"
#include "counter/countersession.h"
#include "counter/counterwindow.h"
#include "counter/habitsfile.h"
#include "shared/terminalprogram.h"

#include <QTimer>

namespace antre {

/// A counter console put together: the officer's window, its session and the terminal. The terminal
/// must outlive it. Interface thread.
class CounterProgram : public QObject
{
    Q_OBJECT

public:
    /// `habits`: where the console remembers how it is liked.
    CounterProgram(TerminalProgram &terminal, const QString &language, const QString &habits);

    /// Opens the window and starts the terminal.
    void start();
    [[nodiscard]] CounterWindow &window() { return m_window; }

private:
    TerminalProgram &m_terminal;
    Language m_words;
    HabitsFile m_habits;
    CounterWindow m_window;
    CounterSession m_session;
    QTimer m_second;
};

} // namespace antre
