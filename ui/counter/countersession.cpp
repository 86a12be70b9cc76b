// SPDX-License-Identifier: Apache-2.0
#include "counter/countersession.h"

#include "counter/counterwindow.h"

namespace antre {

CounterSession::CounterSession(CounterWindow &window, const TerminalMachine &machine,
    Settings settings, Send send, NewId newId)
    : m_window(window)
    , m_machine(machine)
    , m_settings(std::move(settings))
    , m_send(std::move(send))
    , m_newId(std::move(newId))
{
    listen();
    refresh();
}

void CounterSession::listen()
{
    connect(&m_window, &CounterWindow::signInWanted, this,
        [this](const OfficerId &officer, const QString &pin, const CounterId &counter) {
            const CommandId command = m_newId();
            begin(Wish::SignIn, command);
            m_send(SignInWanted{{command, officer, pin, counter}});
        });
    connect(&m_window, &CounterWindow::callNextWanted, this,
        [this] { ask(Wish::CallNext, CallNext{counterHere()}); });
    connect(&m_window, &CounterWindow::callAgainWanted, this, [this](const TicketId &ticket) {
        ask(Wish::CallAgain, CallAgain{counterHere(), ticket});
    });
    connect(&m_window, &CounterWindow::startWanted, this, [this](const TicketId &ticket) {
        ask(Wish::Start, StartServing{counterHere(), ticket});
    });
    connect(&m_window, &CounterWindow::finishWanted, this, [this](const TicketId &ticket) {
        ask(Wish::Finish, FinishServing{counterHere(), ticket});
    });
    connect(&m_window, &CounterWindow::noShowWanted, this, [this](const TicketId &ticket) {
        ask(Wish::NoShow, MarkNoShow{counterHere(), ticket});
    });
    connect(&m_window, &CounterWindow::signOutWanted, this,
        [this] { ask(Wish::SignOut, CloseCounter{counterHere()}); });
}

void CounterSession::ask(Wish wish, CommandData data)
{
    const CommandId command = m_newId();
    begin(wish, command);
    // Not kept for later: an officer who pressed a key looks at the screen and would press again.
    m_send(CommandWanted{command, std::move(data), false});
}

void CounterSession::begin(Wish wish, const CommandId &command)
{
    m_pending = Pending{wish, command, {}};
    m_refusal.reset();
    refresh();
}

void CounterSession::answered(const Answer &answer)
{
    if (!m_pending || m_pending->command != answer.id)
        return;
    if (answer.error) {
        m_pending.reset();
        m_refusal = answer.error;
        m_refusedAt = m_machine.now();
    } else {
        m_pending->until = answer.position;
    }
    refresh();
}

void CounterSession::settle()
{
    if (!m_pending || !m_pending->until)
        return;
    // Without a link the events won't come now; what is shown says that it may be old.
    if (m_machine.mirror().position() >= *m_pending->until || m_machine.link() != LinkStatus::Up)
        m_pending.reset();
}

void CounterSession::setLanguage(const QString &language)
{
    m_settings.language = language;
    refresh();
}

void CounterSession::refresh()
{
    settle();
    m_window.setView(counterView(m_machine.mirror().state(), console(), m_machine.now()));
}

/// The counter opened at this console, else the one it stands on.
CounterId CounterSession::counterHere() const
{
    for (const auto &[counter, desk] : m_machine.mirror().state().desks) {
        if (desk.isOpen() && desk.openedAt == m_machine.settings().id)
            return counter;
    }
    return m_settings.counter;
}

Console CounterSession::console() const
{
    Console console;
    console.counter = counterHere();
    const Desk &desk = m_machine.mirror().state().desk(console.counter);
    if (desk.openedAt == m_machine.settings().id)
        console.officer = desk.officer;
    console.link = {m_machine.link() == LinkStatus::Up, m_machine.mirror().asOf(),
        m_machine.link() == LinkStatus::Rejected};
    if (m_pending)
        console.pending = m_pending->wish;
    console.refusal = m_refusal;
    console.refusedAt = m_refusedAt;
    console.language = m_settings.language;
    return console;
}

} // namespace antre
