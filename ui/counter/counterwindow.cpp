// SPDX-License-Identifier: Apache-2.0
#include "counter/counterwindow.h"

#include "common/desktopkey.h"
#include "common/focusring.h"
#include "counter/counterwords.h"
#include "counter/deskpage.h"
#include "counter/queuepanel.h"
#include "counter/signinpage.h"
#include "counter/topbar.h"

#include <QEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace antre {

static constexpr QSize designSize(1100, 720);
static constexpr QSize smallestSize(1024, 700);

CounterWindow::CounterWindow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    setMinimumSize(smallestSize);
    resize(designSize);
    build();
    new FocusRing(theme, this);
}

/// Everything anew, since words stand in every corner: at the start and when the language changes.
void CounterWindow::build()
{
    delete m_content;
    m_content = new QWidget(this);
    m_top = new TopBar(m_theme, m_content);
    m_pages = new QStackedWidget(m_content);
    m_signIn = new SignInPage(m_theme, m_pages);
    m_desk = new DeskPage(m_theme, m_pages);
    m_pages->addWidget(m_signIn);
    m_pages->addWidget(m_desk);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_pages, 1);
    layout()->addWidget(m_content);
    // The way out comes last, wherever it stands.
    setTabOrder(m_desk->queue()->passedTable(), m_top->languageKey());
    setTabOrder(m_top->languageKey(), m_top->closeKey());
    connect(m_signIn, &SignInPage::signInWanted, this,
        [this](const OfficerId &officer, const QString &pin, const CounterId &counter) {
            if (std::exchange(m_hasAsked, true))
                return;
            Q_EMIT signInWanted(officer, pin, counter);
        });
    connect(m_desk, &DeskPage::pressed, this, &CounterWindow::press);
    connect(m_top->closeKey(), &DesktopKey::clicked, this, [this] { press(Wish::SignOut); });
    connect(m_top->languageKey(), &DesktopKey::clicked, this, [this] {
        Q_EMIT languageWanted(
            m_view.language == QLatin1String("id") ? QStringLiteral("en") : QStringLiteral("id"));
    });
    setWindowTitle(tr("Antre counter"));
}

void CounterWindow::setView(const CounterView &view)
{
    const bool wasSignedIn = m_view.phase != DeskPhase::SignedOut;
    const bool isSignedIn = view.phase != DeskPhase::SignedOut;
    m_view = view;
    m_hasAsked = false;
    m_top->setView(view);
    if (isSignedIn)
        m_desk->setView(view);
    else
        m_signIn->setView(view);
    QWidget *page = isSignedIn ? static_cast<QWidget *>(m_desk) : m_signIn;
    if (m_pages->currentWidget() == page && wasSignedIn == isSignedIn)
        return;
    m_pages->setCurrentWidget(page);
    m_signIn->forget();
    takeFocus();
}

void CounterWindow::takeFocus()
{
    if (m_view.phase == DeskPhase::SignedOut)
        m_signIn->takeFocus();
    else
        m_desk->setFocus(Qt::OtherFocusReason);
}

void CounterWindow::press(Wish wish)
{
    const Hindrance hindrance = m_view.key(wish).hindrance;
    if (hindrance == Hindrance::None && !m_hasAsked) {
        m_hasAsked = true;
        say(wish);
    } else if (hindrance != Hindrance::None && hindrance != Hindrance::Working) {
        m_desk->hint(CounterWords::hindranceSentence(hindrance, m_view));
    } else {
        m_desk->setView(
            m_view); // the key pressed in vain stands up again, the working one stays down
    }
}

void CounterWindow::say(Wish wish)
{
    const TicketId ticket = m_view.current ? m_view.current->id : TicketId();
    switch (wish) {
    case Wish::SignIn:
        return;
    case Wish::CallNext:
        Q_EMIT callNextWanted();
        return;
    case Wish::CallAgain:
        Q_EMIT callAgainWanted(ticket);
        return;
    case Wish::Start:
        Q_EMIT startWanted(ticket);
        return;
    case Wish::Finish:
        Q_EMIT finishWanted(ticket);
        return;
    case Wish::NoShow:
        Q_EMIT noShowWanted(ticket);
        return;
    case Wish::SignOut:
        Q_EMIT signOutWanted();
        return;
    }
}

void CounterWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFocus();
}

void CounterWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        build();
        setView(m_view);
        takeFocus();
    }
    QWidget::changeEvent(event);
}

void CounterWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Colour::Page));
}

} // namespace antre
