// SPDX-License-Identifier: Apache-2.0
#include "officer.h"

#include "common/pressguard.h"

#include <QApplication>
#include <QTranslator>

namespace antre {

static const CounterId one(QStringLiteral("1"));

OfficerAtDesk::OfficerAtDesk()
    : console(mall.console(QString(), QString()))
    , window(Theme::desktop().withMotion(false))
{
    console.language = QStringLiteral("en");
    const auto about
        = [this](const TicketId &ticket) { return mall.state().ticket(ticket)->number.text(); };
    QObject::connect(&window, &CounterWindow::signInWanted, &window,
        [this](const OfficerId &officer, const QString &pin, const CounterId &counter) {
            m_signingIn = officer;
            console.counter = counter;
            asks(Wish::SignIn,
                QStringLiteral("sign in %1 %2 at %3").arg(officer.value(), pin, counter.value()),
                OpenCounter{counter});
        });
    QObject::connect(&window, &CounterWindow::callNextWanted, &window,
        [this] { asks(Wish::CallNext, QStringLiteral("call next"), CallNext{one}); });
    QObject::connect(
        &window, &CounterWindow::callAgainWanted, &window, [=, this](const TicketId &ticket) {
            asks(Wish::CallAgain, QStringLiteral("call again ") + about(ticket),
                CallAgain{one, ticket});
        });
    QObject::connect(
        &window, &CounterWindow::startWanted, &window, [=, this](const TicketId &ticket) {
            asks(Wish::Start, QStringLiteral("start ") + about(ticket), StartServing{one, ticket});
        });
    QObject::connect(
        &window, &CounterWindow::finishWanted, &window, [=, this](const TicketId &ticket) {
            asks(Wish::Finish, QStringLiteral("finish ") + about(ticket),
                FinishServing{one, ticket});
        });
    QObject::connect(
        &window, &CounterWindow::noShowWanted, &window, [=, this](const TicketId &ticket) {
            asks(Wish::NoShow, QStringLiteral("no-show ") + about(ticket), MarkNoShow{one, ticket});
        });
    QObject::connect(&window, &CounterWindow::signOutWanted, &window,
        [this] { asks(Wish::SignOut, QStringLiteral("sign out"), CloseCounter{one}); });
    QObject::connect(&window, &CounterWindow::languageWanted, &window,
        [this](const QString &language) { speaks(language); });
    looks();
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not come up");
}

OfficerAtDesk::~OfficerAtDesk()
{
    if (m_translator)
        QApplication::removeTranslator(m_translator);
    delete m_translator;
}

void OfficerAtDesk::asks(Wish wish, const QString &words, CommandData command)
{
    wishes.append(words);
    m_asked = std::move(command);
    console.pending = wish;
    console.refusal.reset();
    looks();
    if (!answersLate)
        answers();
}

void OfficerAtDesk::answers()
{
    const bool signsOut = console.pending == Wish::SignOut;
    if (console.pending == Wish::SignIn)
        console.officer = m_signingIn;
    mall.does(m_asked, console.officer.value());
    if (signsOut)
        console = mall.console(QString(), QString());
    console.pending.reset();
    looks();
}

void OfficerAtDesk::refuses(const Error &error)
{
    console.pending.reset();
    console.refusal = error;
    console.refusedAt = mall.now();
    looks();
}

void OfficerAtDesk::signsIn()
{
    console.counter = one;
    console.officer = OfficerId(QStringLiteral("rina"));
    mall.opens(one.value(), QStringLiteral("rina"));
    looks();
}

void OfficerAtDesk::looks(Milliseconds later)
{
    mall.passes(later);
    window.setView(mall.view(console));
}

void OfficerAtDesk::presses(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::qWait(int(PressGuard::rest.count()) + 5);
    pressesAtOnce(key, modifiers);
}

void OfficerAtDesk::pressesAtOnce(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focused = window.focusWidget();
    QTest::keyClick(focused ? focused : &window, key, modifiers);
}

void OfficerAtDesk::types(const QString &text)
{
    for (const QChar character : text)
        QTest::keyClick(window.focusWidget(), character.toLatin1());
}

void OfficerAtDesk::speaks(const QString &language)
{
    if (m_translator)
        QApplication::removeTranslator(m_translator);
    delete std::exchange(m_translator, new QTranslator);
    if (!m_translator->load(u":/i18n/antre_" % language))
        qFatal("no translation");
    QApplication::installTranslator(m_translator);
    console.language = language;
    QApplication::processEvents();
    looks();
}

} // namespace antre
