// SPDX-License-Identifier: Apache-2.0
#include "officer.h"

#include "base/overloaded.h"
#include "common/pressguard.h"

#include <QApplication>
#include <QTranslator>

namespace antre {

static const CounterId one(QStringLiteral("1"));

/// A command as the officer would say it.
QString OfficerAtDesk::inWords(const CommandData &command) const
{
    const auto number = [this](const TicketId &ticket) {
        const Ticket *known = mall.state().ticket(ticket);
        return known ? QString(u' ' % known->number.text()) : QString();
    };
    return std::visit(
        Overloaded{
            [](const CallNext &c) {
                const QString words = c.help ? QStringLiteral("help") : QStringLiteral("call next");
                return c.outcome.isEmpty() ? words : QString(words % u", " % c.outcome.value());
            },
            [&](const CallAgain &c) { return QString(u"call again" % number(c.ticket)); },
            [&](const StartServing &c) { return QString(u"start" % number(c.ticket)); },
            [&](const FinishServing &c) {
                const QString words = QString(u"finish" % number(c.ticket));
                return c.outcome.isEmpty() ? words : QString(words % u", " % c.outcome.value());
            },
            [&](const MarkNoShow &c) { return QString(u"no-show" % number(c.ticket)); },
            [&](const ParkTicket &c) {
                return QStringLiteral("park%1 %2 for %3")
                    .arg(number(c.ticket), c.reason.value())
                    .arg(c.minutes.count());
            },
            [&](const TransferTicket &c) {
                return QStringLiteral("transfer%1 to %2 at %3, %4")
                    .arg(number(c.ticket), c.service.value(),
                        c.toCounter.isEmpty() ? QStringLiteral("any") : c.toCounter.value(),
                        transferPlaceName(c.place));
            },
            [&](const AddService &c) {
                return QString(u"add " % c.service.value() % u" to" % number(c.ticket));
            },
            [&](const RemoveService &c) {
                return QString(u"remove " % c.service.value() % u" from" % number(c.ticket));
            },
            [&](const PickTicket &c) { return QString(u"pick" % number(c.ticket)); },
            [&](const BringBack &c) { return QString(u"bring back" % number(c.ticket)); },
            [&](const ReturnTicket &c) { return QString(u"return" % number(c.ticket)); },
            [&](const PauseCounter &c) {
                const Milliseconds left = c.until - mall.now();
                return QStringLiteral("pause %1 for %2")
                    .arg(c.reason.value())
                    .arg(c.until == Instant() ? 0 : std::chrono::round<Minutes>(left).count());
            },
            [](const ResumeCounter &) { return QStringLiteral("resume"); },
            [](const UndoLast &) { return QStringLiteral("undo"); },
            [](const CloseCounter &c) {
                return c.reason.isEmpty() ? QStringLiteral("sign out")
                                          : QString(u"sign out, " % c.reason.value());
            },
            [&](const RequestSlip &c) {
                return QStringLiteral("slip%1 at %2%3")
                    .arg(number(c.ticket), c.kiosk.value(),
                        c.copy ? QStringLiteral(", a copy") : QString());
            },
            [](const auto &) { return QStringLiteral("something else"); },
        },
        command);
}

OfficerAtDesk::OfficerAtDesk()
    : console(mall.console(QString(), QString()))
    , window(Theme::desktop().withMotion(false))
{
    console.language = QStringLiteral("en");
    QObject::connect(&window, &CounterWindow::signInWanted, &window,
        [this](const OfficerId &officer, const QString &pin, const CounterId &counter) {
            m_signingIn = officer;
            console.counter = counter;
            asks(Wish::SignIn,
                QStringLiteral("sign in %1 %2 at %3").arg(officer.value(), pin, counter.value()),
                OpenCounter{counter});
        });
    QObject::connect(&window, &CounterWindow::wanted, &window,
        [this](Wish wish, const CommandData &command) { asks(wish, inWords(command), command); });
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
