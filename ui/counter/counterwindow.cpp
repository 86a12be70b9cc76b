// SPDX-License-Identifier: Apache-2.0
#include "counter/counterwindow.h"

#include "common/desktopkey.h"
#include "common/focusring.h"
#include "common/pressguard.h"
#include "counter/barwindow.h"
#include "counter/choicepanel.h"
#include "counter/counterwords.h"
#include "counter/deskcommands.h"
#include "counter/issuepanel.h"
#include "counter/lobbypage.h"
#include "counter/lookpage.h"
#include "counter/queuepanel.h"
#include "counter/signinpage.h"
#include "counter/topbar.h"
#include "counter/transferpanel.h"
#include "counter/visitpanel.h"

#include <QPainter>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace antre {

using namespace std::chrono_literals;

static constexpr QSize designSize(1100, 720);
static constexpr QSize smallestSize(1024, 700);
/// Below this, measured in pixels of the theme, the desk is drawn tight.
static constexpr QSize roomySize(1000, 715);
/// A screen of this size and 96 dpi is drawn one to one; finer ones larger, in steps.
static constexpr QSize fullScreen(1920, 1080);
static constexpr double screenScaleMax = 3;
static constexpr auto hintStays = 8s;

static double screenScale(QSize window)
{
    const double times = std::min(
        double(window.width()) / fullScreen.width(), double(window.height()) / fullScreen.height());
    return std::clamp(std::floor(times * 4) / 4, 1.0, screenScaleMax);
}

CounterWindow::CounterWindow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_moves(theme.moves())
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    setMinimumSize(smallestSize);
    resize(designSize);
    m_hintEnds.setSingleShot(true);
    connect(&m_hintEnds, &QTimer::timeout, this, [this] { hint({}); });
    connect(&m_globalKeys, &GlobalKeys::pressed, this, &CounterWindow::pressFromKeyboard);
    addShortcuts(this);
    build();
}

CounterWindow::~CounterWindow() = default;

CounterWindow::Look CounterWindow::look() const
{
    const double scale = screenScale(size());
    const Theme theme = Theme::desktop(
        m_habits.highContrast ? Palette::HighContrast : Palette::Default, m_habits.largeText, scale)
                            .withMotion(m_moves);
    const bool isRoomy
        = width() >= theme.dp(roomySize.width()) && height() >= theme.dp(roomySize.height());
    if (m_habits.face == ConsoleFace::List)
        return {theme, DeskShape::List};
    return {theme, isRoomy ? DeskShape::Roomy : DeskShape::Tight};
}

/// Everything anew, since words and sizes stand in every corner: at the start and when the language
/// or the look changes.
void CounterWindow::build()
{
    m_look = look();
    m_barRests = false; // its panel goes now
    if (m_content) {
        // One of its keys may be what asked for this.
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    m_top = new TopBar(m_look.theme, m_look.shape, m_content);
    m_pages = new QStackedWidget(m_content);
    m_signIn = new SignInPage(m_look.theme, m_pages);
    m_desk = new DeskPage(m_look.theme, m_look.shape, m_pages);
    m_lobby = new LobbyPage(m_look.theme, m_habits.slipPlace, m_pages);
    m_display = new LookPage(m_look.theme, m_pages);
    for (QWidget *page : std::initializer_list<QWidget *>{m_signIn, m_desk, m_lobby, m_display})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_pages, 1);
    layout()->addWidget(m_content);
    // How it looks and the ways out come last, wherever they stand.
    setTabOrder(m_desk->queue()->asideTable(), m_desk->queue()->issueKey());
    setTabOrder(m_desk->queue()->issueKey(), m_top->pauseKey());
    setTabOrder(m_top->pauseKey(), m_top->displayKey());
    setTabOrder(m_top->displayKey(), m_top->closeKey());
    for (auto *ring : findChildren<FocusRing *>(QString(), Qt::FindDirectChildrenOnly))
        delete ring;
    new FocusRing(m_look.theme, this);
    listen();
    makeBar();
    setWindowTitle(tr("Antre counter"));
}

void CounterWindow::buildIfNeeded()
{
    if (look() == m_look)
        return;
    buildAgain();
}

/// A number that was just given stays in sight: letters may have been enlarged for its visitor.
void CounterWindow::buildAgain()
{
    const bool wasIssuing = qobject_cast<IssuePanel *>(m_desk->panel());
    build();
    setView(m_view);
    m_content->show(); // at once: the layout would do it later, after a blank frame
    if (wasIssuing && isAtDesk())
        openPanel(panelFor(Wish::Issue));
    takeFocus();
}

void CounterWindow::listen()
{
    connect(m_signIn, &SignInPage::signInWanted, this,
        [this](const OfficerId &officer, const QString &pin, const CounterId &counter) {
            if (std::exchange(m_hasAsked, true))
                return;
            Q_EMIT signInWanted(officer, pin, counter);
        });
    connect(m_desk, &DeskPage::pressed, this, &CounterWindow::press);
    connect(m_desk, &DeskPage::rowPressed, this, &CounterWindow::pressRow);
    connect(m_desk, &DeskPage::wanted, this, &CounterWindow::tell);
    connect(m_desk, &DeskPage::panelClosed, this, &CounterWindow::closePanel);
    connect(m_desk, &DeskPage::hintRead, this, [this] { hint({}); });
    listenTo(m_lobby->issue());
    connect(m_desk, &DeskPage::windowWanted, this, [this] { toggle(ConsoleFace::List); });
    connect(m_top->pauseKey(), &DesktopKey::clicked, this, [this] { press(Wish::Pause); });
    connect(m_top->closeKey(), &DesktopKey::clicked, this, [this] { press(Wish::SignOut); });
    connect(
        m_top->displayKey(), &DesktopKey::clicked, this, [this] { showDisplay(!m_showsDisplay); });
    connect(m_display, &LookPage::languageWanted, this, &CounterWindow::changeLanguage);
    connect(m_display, &LookPage::wanted, this, &CounterWindow::like);
    connect(m_display, &LookPage::closed, this, [this] { showDisplay(false); });
}

/// One place for all keys, so that each works also where it isn't drawn; and the same in the bar.
void CounterWindow::addShortcuts(QWidget *window)
{
    const auto add = [&](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, window);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    for (const Wish wish : CounterWords::wishesWithKeys())
        add(QKeySequence(CounterWords::cap(wish)), [this, wish] { pressFromKeyboard(wish); });
    add(QKeySequence(Qt::Key_F3), [this] { showDisplay(!m_showsDisplay); });
    add(QKeySequence(QStringLiteral("Ctrl+L")), [this] { toggle(ConsoleFace::List); });
    add(QKeySequence(QStringLiteral("Ctrl+B")), [this] { toggle(ConsoleFace::Bar); });
    const auto enlarge = [this] {
        ConsoleHabits habits = m_habits;
        habits.largeText = !habits.largeText;
        like(habits);
    };
    // The plus is on another key of every keyboard.
    add(QKeySequence(QStringLiteral("Ctrl++")), enlarge);
    add(QKeySequence(QStringLiteral("Ctrl+=")), enlarge);
    add(QKeySequence(QStringLiteral("Ctrl+H")), [this] {
        ConsoleHabits habits = m_habits;
        habits.highContrast = !habits.highContrast;
        like(habits);
    });
}

void CounterWindow::setView(const CounterView &view)
{
    const bool wasSignedIn = m_view.phase != DeskPhase::SignedOut;
    const bool isSignedIn = view.phase != DeskPhase::SignedOut;
    const bool inLobby = view.phase == DeskPhase::InLobby;
    // A hint is about a moment that is over once something has changed.
    if (view.phase != m_view.phase || view.refusal != m_view.refusal
        || view.isLinkUp != m_view.isLinkUp || view.pause.has_value() != m_view.pause.has_value())
        m_hint.clear();
    m_view = view;
    m_hasAsked = false;
    m_top->setView(view);
    m_display->setView(view, m_habits, m_globalKeys.reach(), m_globalKeys.missing());
    if (inLobby)
        m_lobby->setView(view, m_hint);
    else if (isSignedIn)
        m_desk->setView(view, m_hint);
    else
        m_signIn->setView(view);
    if (m_desk->panel() && (!isAtDesk() || m_desk->panel()->isOver(view)))
        closePanel();
    if (wasSignedIn != isSignedIn) {
        m_signIn->forget();
        m_showsDisplay = false;
        makeBar();
    }
    if (m_bar)
        m_bar->setView(view, m_hint);
    showPage();
}

void CounterWindow::showPage()
{
    QWidget *page = isAtDesk() ? static_cast<QWidget *>(m_desk) : m_signIn;
    if (m_view.phase == DeskPhase::InLobby)
        page = m_lobby;
    if (m_showsDisplay)
        page = m_display;
    if (m_pages->currentWidget() == page)
        return;
    m_pages->setCurrentWidget(page);
    takeFocus();
}

void CounterWindow::takeFocus()
{
    if (m_showsDisplay)
        m_display->takeFocus();
    else if (m_view.phase == DeskPhase::SignedOut)
        m_signIn->takeFocus();
    else if (m_view.phase == DeskPhase::InLobby)
        m_lobby->takeFocus();
    else
        m_desk->takeFocus();
}

// How it looks

void CounterWindow::setHabits(const ConsoleHabits &habits)
{
    m_habits = habits;
    if (look() == m_look)
        makeBar();
    else
        buildIfNeeded();
    m_display->setView(m_view, m_habits, m_globalKeys.reach(), m_globalKeys.missing());
}

void CounterWindow::like(const ConsoleHabits &habits)
{
    if (habits == m_habits)
        return;
    const bool faceChanged = habits.face != m_habits.face;
    setHabits(habits);
    if (faceChanged)
        showDisplay(false);
    Q_EMIT habitsChanged(m_habits);
}

void CounterWindow::toggle(ConsoleFace face)
{
    if (!isAtDesk())
        return;
    ConsoleHabits habits = m_habits;
    habits.face = habits.face == face ? ConsoleFace::Window : face;
    m_barRests = false;
    like(habits);
}

void CounterWindow::changeLanguage()
{
    Q_EMIT languageWanted(
        m_view.language == QLatin1String("id") ? QStringLiteral("en") : QStringLiteral("id"));
}

void CounterWindow::showDisplay(bool shown)
{
    if (shown && m_bar)
        toggle(ConsoleFace::Bar);
    m_showsDisplay = shown;
    showPage();
}

/// The bar takes the window's place while somebody works here and likes it so. Keys that are heard
/// everywhere are held as long as somebody works here: the officer may be in another program.
void CounterWindow::makeBar()
{
    m_globalKeys.hold(isAtDesk());
    const bool wanted = isAtDesk() && m_habits.face == ConsoleFace::Bar && !m_barRests;
    const bool wasShown = isVisible() || (m_bar && m_bar->isVisible());
    if (m_bar) {
        // One of its keys may be what asked for this.
        m_bar->hide();
        m_bar.release()->deleteLater();
    }
    if (wanted) {
        m_bar = std::make_unique<BarWindow>(m_look.theme);
        m_bar->setTakesKeyboard(m_globalKeys.reach() != GlobalKeys::Reach::Everywhere);
        addShortcuts(m_bar.get());
        connect(m_bar.get(), &BarWindow::pressed, this, &CounterWindow::press);
        connect(m_bar.get(), &BarWindow::windowWanted, this, [this] { toggle(ConsoleFace::Bar); });
        connect(m_bar.get(), &BarWindow::placed, this, [this](const QPoint &corner) {
            m_habits.barPlace = corner;
            Q_EMIT habitsChanged(m_habits);
        });
        m_bar->setView(m_view, m_hint);
        m_bar->place(m_habits.barPlace);
    }
    if (wasShown)
        appear();
}

bool CounterWindow::isAtDesk() const
{
    return m_view.phase != DeskPhase::SignedOut && m_view.phase != DeskPhase::InLobby;
}

void CounterWindow::appear()
{
    if (m_bar)
        m_bar->show();
    setVisible(!m_bar);
}

// What the officer wants

/// A function key counts once, as a finger on its key would.
void CounterWindow::pressFromKeyboard(Wish wish)
{
    PressGuard &guard = PressGuard::of(this);
    if (!guard.press(nullptr) || !guard.release(nullptr))
        return;
    if (wish == Wish::CallNext)
        wish = m_view.callWish();
    else if (wish == Wish::Pause && m_view.pause)
        wish = Wish::Resume;
    press(wish);
}

void CounterWindow::press(Wish wish)
{
    if (m_view.phase == DeskPhase::SignedOut)
        return;
    if (m_view.phase == DeskPhase::InLobby && m_lobby->issue()->takes(wish))
        return;
    if (m_desk->panel() && m_desk->panel()->takes(wish))
        return;
    if (wish == Wish::Slip) {
        const TicketId selected = m_desk->queue()->selected();
        return wantSlip(selected.isEmpty() && m_view.current ? m_view.current->id : selected);
    }
    if (hinders(wish))
        return;
    if (asksFirst(wish, m_view))
        openPanel(panelFor(wish));
    else if (const auto command = commandFor(wish, m_view))
        tell(wish, *command);
}

void CounterWindow::pressRow(Wish wish, const TicketId &ticket)
{
    if (wish == Wish::Slip)
        return wantSlip(ticket);
    if (hinders(wish))
        return;
    if (const auto command = rowCommandFor(wish, ticket, m_view))
        tell(wish, *command);
}

/// Says why it can't be done. A key that waits for its answer stays down and says nothing.
bool CounterWindow::hinders(Wish wish)
{
    const Hindrance hindrance = m_view.key(wish).hindrance;
    if (hindrance == Hindrance::None && !m_hasAsked)
        return false;
    if (hindrance != Hindrance::None && hindrance != Hindrance::Working)
        hint(CounterWords::hindranceSentence(hindrance, m_view));
    else
        hint(m_hint); // the key pressed in vain stands up again
    return true;
}

/// One kiosk needs no question.
void CounterWindow::wantSlip(const TicketId &ticket)
{
    if (hinders(Wish::Slip))
        return;
    const auto known = knownTicket(ticket, m_view);
    if (!known)
        return hint(CounterWords::hindranceSentence(Hindrance::NobodyCalled, m_view));
    if (m_view.kiosks.size() == 1)
        return tell(
            Wish::Slip, RequestSlip{ticket, m_view.kiosks.front().id, known->mayHaveSlip()});
    openPanel(new SlipPanel(m_look.theme, ticket, known->number, known->mayHaveSlip(), m_desk));
}

Panel *CounterWindow::panelFor(Wish wish)
{
    switch (wish) {
    case Wish::Park:
        return new ParkPanel(m_look.theme, m_desk);
    case Wish::Transfer:
        return new TransferPanel(m_look.theme, m_desk);
    case Wish::AddService: {
        auto *visit = new VisitPanel(m_look.theme, m_desk);
        connect(visit, &VisitPanel::slipWanted, this, [this] { press(Wish::Slip); });
        return visit;
    }
    case Wish::Issue: {
        auto *issue = new IssuePanel(m_look.theme, m_habits.slipPlace, m_desk);
        listenTo(issue);
        return issue;
    }
    case Wish::Finish:
        return new OutcomePanel(m_look.theme, m_desk);
    case Wish::Pause:
        return new PausePanel(m_look.theme, m_desk);
    default:
        return new ClosePanel(m_look.theme, m_desk);
    }
}

void CounterWindow::listenTo(IssuePanel *panel)
{
    connect(panel, &IssuePanel::issueWanted, this,
        [this](const IssueTicket &wanted, const QString &note) {
            if (hinders(Wish::Issue))
                return;
            m_hasAsked = true;
            Q_EMIT issueWanted(wanted, note);
        });
    connect(panel, &IssuePanel::issuedRead, this, &CounterWindow::issuedRead);
    connect(panel, &IssuePanel::placeChosen, this, [this](const TerminalId &place) {
        m_habits.slipPlace = place;
        Q_EMIT habitsChanged(m_habits);
    });
    // At a desk the page that holds it hears its other wishes.
    if (m_lobby && panel == m_lobby->issue())
        connect(panel, &IssuePanel::wanted, this, &CounterWindow::tell);
}

void CounterWindow::openPanel(Panel *panel)
{
    hint({});
    m_showsDisplay = false;
    m_desk->open(panel);
    showPage();
    if (m_bar) {
        m_barRests = true;
        makeBar();
        activateWindow();
        takeFocus();
    }
}

void CounterWindow::closePanel()
{
    if (m_view.issued)
        Q_EMIT issuedRead();
    m_desk->open(nullptr);
    m_desk->takeFocus();
    if (std::exchange(m_barRests, false))
        makeBar();
}

void CounterWindow::hint(const QString &sentence)
{
    if (!sentence.isEmpty())
        m_hintEnds.start(hintStays);
    m_hint = sentence;
    if (isAtDesk())
        m_desk->setView(m_view, m_hint);
    else if (m_view.phase == DeskPhase::InLobby)
        m_lobby->setView(m_view, m_hint);
    if (m_bar)
        m_bar->setView(m_view, m_hint);
}

void CounterWindow::tell(Wish wish, const CommandData &command)
{
    // A panel asks while the view goes on: what could be done when it opened may not be any more.
    if (hinders(wish))
        return;
    m_hasAsked = true;
    if (m_desk->panel() && !m_desk->panel()->staysOpen())
        closePanel();
    Q_EMIT wanted(wish, command);
}

// The window

void CounterWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFocus();
}

void CounterWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        buildAgain();
    }
    QWidget::changeEvent(event);
}

void CounterWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Not within the resize itself: the new parts have sizes of their own to settle.
    QMetaObject::invokeMethod(this, &CounterWindow::buildIfNeeded, Qt::QueuedConnection);
}

void CounterWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme.colour(Colour::Page));
}

} // namespace antre
