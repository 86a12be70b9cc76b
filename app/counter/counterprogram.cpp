// SPDX-License-Identifier: Apache-2.0
#include "counter/counterprogram.h"

namespace antre {

CounterProgram::CounterProgram(
    TerminalProgram &terminal, const QString &language, const QString &habits)
    : m_terminal(terminal)
    , m_habits(habits)
    , m_window(Theme::desktop())
    , m_session(
          m_window, terminal.machine(), {terminal.file().counter, language},
          [&terminal](const TerminalInput &input) { terminal.runner().input(input); },
          [&terminal] { return terminal.newCommandId(); })
{
    m_words.set(language);
    m_window.setHabits(m_habits.load());
    connect(&m_window, &CounterWindow::habitsChanged, this,
        [this](const ConsoleHabits &wanted) { m_habits.save(wanted); });
    connect(&terminal.runner(), &TerminalRunner::changed, &m_session, &CounterSession::refresh);
    connect(&terminal.runner(), &TerminalRunner::commandAnswered, &m_session,
        &CounterSession::answered);
    connect(&m_window, &CounterWindow::languageWanted, &m_session, [this](const QString &wanted) {
        m_words.set(wanted);
        m_session.setLanguage(wanted);
    });
    // Waiting times and the clock go on when nothing else happens.
    connect(&m_second, &QTimer::timeout, &m_session, &CounterSession::refresh);
}

void CounterProgram::start()
{
    m_second.start(1000);
    m_terminal.start();
    m_window.appear();
}

} // namespace antre
