// SPDX-License-Identifier: Apache-2.0
#include "consoledesk.h"

#include "common/notestrip.h"
#include "common/pressguard.h"
#include "service/accounts.h"

#include <QAbstractButton>

namespace antre {

using namespace std::chrono_literals;

static constexpr Milliseconds second{1000};

/// Made once: a hash is slow on purpose.
static const QString &rinasPin()
{
    static const QString hash = *hashPin(QStringLiteral("4711"));
    return hash;
}

ConsoleDesk::ConsoleDesk(bool fixed)
    : kiosk(hall.kiosk("kiosk-1", "1"))
    , terminal(hall.counter("1"))
    , session(
          window, terminal.machine(), {fixed ? one : CounterId(), QStringLiteral("en")},
          [this](const TerminalInput &input) { terminal.input(input); },
          [this] { return CommandId(makeUuid(hall.clock, random)); })
{
    may({});
    passes(50ms);
}

void ConsoleDesk::does(const CommandData &command, const Actor &by)
{
    hall.service->submit({CommandId(makeUuid(hall.clock, random)), by, command}, {});
    hall.service->flush();
}

void ConsoleDesk::may(std::set<Right> rights)
{
    rights.insert(Right::Serve);
    does(RegisterOfficer{{OfficerId(QStringLiteral("rina")), QStringLiteral("Rina"), rinasPin(),
        true, std::move(rights)}});
}

bool ConsoleDesk::hasNews()
{
    const std::pair now{terminal.machine().mirror().position(), terminal.machine().link()};
    return std::exchange(m_seen, now) != now;
}

void ConsoleDesk::passes(Milliseconds time)
{
    for (Milliseconds step(0); step < time; step += 10ms) {
        hall.run(10ms);
        m_sinceRefresh += 10ms;
        bool isNew = hasNews() || m_sinceRefresh >= second;
        for (; m_heard < terminal.answers.size(); ++m_heard) {
            session.answered(Answer(terminal.answers[m_heard]));
            isNew = true;
        }
        if (!isNew)
            continue;
        session.refresh();
        m_sinceRefresh = 0ms;
    }
    session.refresh();
}

void ConsoleDesk::signsIn(const char *pin)
{
    Q_EMIT window.signInWanted(OfficerId(QStringLiteral("rina")), QString::fromLatin1(pin), one);
    passes(100ms);
}

TicketId ConsoleDesk::serves()
{
    kiosk.touches("a.one");
    signsIn();
    Q_EMIT window.wanted(Wish::CallNext, CallNext{one});
    passes(100ms);
    const TicketId ticket = view().current->id;
    Q_EMIT window.wanted(Wish::Start, StartServing{one, ticket});
    passes(100ms);
    return ticket;
}

void ConsoleDesk::shows()
{
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not come up");
}

void ConsoleDesk::rests()
{
    const qint64 needed = PressGuard::rest.count() + 5;
    if (m_sinceKey.isValid() && m_sinceKey.elapsed() < needed)
        QTest::qWait(int(needed - m_sinceKey.elapsed()));
}

void ConsoleDesk::presses(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focused = window.focusWidget();
    const bool isGuarded = key >= Qt::Key_F1 || modifiers != Qt::NoModifier
        || qobject_cast<QAbstractButton *>(focused);
    if (isGuarded)
        rests();
    QTest::keyClick(focused ? focused : &window, key, modifiers);
    if (isGuarded)
        m_sinceKey.start(); // as the guard does: when the key is up
    passes(60ms);
}

void ConsoleDesk::types(const QString &words)
{
    for (const QChar character : words)
        QTest::keyClick(window.focusWidget(), character.toLatin1());
}

QString ConsoleDesk::said() const
{
    for (const NoteStrip *note : window.findChildren<NoteStrip *>()) {
        if (note->isVisible())
            return note->text();
    }
    return {};
}

} // namespace antre
