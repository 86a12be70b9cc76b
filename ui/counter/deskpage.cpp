// SPDX-License-Identifier: Apache-2.0
#include "counter/deskpage.h"

#include "common/desktopkey.h"
#include "common/notestrip.h"
#include "counter/counterbar.h"
#include "counter/counternote.h"
#include "counter/counterwords.h"
#include "counter/mainkeys.h"
#include "counter/queuepanel.h"
#include "counter/ticketcard.h"
#include "counter/undostrip.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace antre {

using namespace std::chrono_literals;

static constexpr int leftWidth = 428;
static constexpr int tightLeftWidth = 380;
static constexpr int noteHeight = 54;
static constexpr double listScale = 1.35;
static constexpr auto answerIsLateAfter = 250ms;

/// The small keys, row by row; each keeps its place, whatever can be done.
static constexpr std::array smallKeys{
    Wish::CallAgain, Wish::NoShow, Wish::Park, Wish::Transfer, Wish::Finish, Wish::AddService};

DeskPage::DeskPage(const Theme &theme, DeskShape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(shape)
    , m_note(new NoteStrip(
          theme, NoteKind::Plain, QStringLiteral("ui-info"), QString(), Type::Body, this))
    , m_undo(new UndoStrip(theme, this))
    , m_side(new QStackedWidget(this))
{
    setFocusPolicy(Qt::ClickFocus);
    m_note->setMinimumHeight(theme.dp(noteHeight));
    m_note->hide();
    if (shape == DeskShape::List)
        layOutList();
    else
        layOutDesk();
    m_side->addWidget(m_queue);
    connect(m_undo, &UndoStrip::pressed, this, [this] { Q_EMIT pressed(Wish::Undo); });
    connect(m_queue, &QueuePanel::pressed, this, &DeskPage::rowPressed);
    connect(m_queue, &QueuePanel::issueWanted, this, [this] { Q_EMIT pressed(Wish::Issue); });
    m_answerIsLate.setSingleShot(true);
    connect(&m_answerIsLate, &QTimer::timeout, this, &DeskPage::setKeys);
}

void DeskPage::makeKeys()
{
    for (const Wish wish : smallKeys) {
        auto *key = new DesktopKey(m_theme, KeyKind::Plain, {}, QString(), this);
        key->setCap(CounterWords::cap(wish));
        key->setFixedHeight(m_theme.dp(m_shape == DeskShape::Tight ? 42 : 49));
        key->setPadding(m_theme.dp(10));
        QSizePolicy policy = key->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        key->setSizePolicy(policy);
        connect(key, &DesktopKey::clicked, this, [this, wish] { Q_EMIT pressed(wish); });
        m_keys[size_t(wish)] = key;
    }
}

QWidget *DeskPage::makeLeft()
{
    const bool isTight = m_shape == DeskShape::Tight;
    auto *left = new QWidget(this);
    left->setFixedWidth(m_theme.dp(isTight ? tightLeftWidth : leftWidth));
    m_card = new TicketCard(m_theme, isTight, left);
    m_main = new MainKeys(m_theme, MainKeys::Size::Roomy, left);
    m_main->setFixedHeight(m_theme.dp(isTight ? 62 : 79));
    connect(m_main, &MainKeys::pressed, this, &DeskPage::pressed);
    makeKeys();
    auto *keys = new QGridLayout;
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setHorizontalSpacing(m_theme.dp(isTight ? 8 : 12));
    keys->setVerticalSpacing(m_theme.dp(isTight ? 6 : 9));
    keys->setColumnStretch(0, 1);
    keys->setColumnStretch(1, 1);
    keys->addWidget(m_main, 0, 0, 1, 2);
    for (int i = 0; i < int(smallKeys.size()); ++i)
        keys->addWidget(m_keys[size_t(smallKeys[size_t(i)])], 1 + i / 2, i % 2);
    keys->setRowMinimumHeight(0, m_main->height() + m_theme.dp(isTight ? 0 : 5));
    auto *column = new QVBoxLayout(left);
    const int above = m_theme.dp(isTight ? 10 : 18);
    column->setContentsMargins(m_theme.dp(isTight ? 12 : 20), above, m_theme.dp(isTight ? 10 : 18),
        m_theme.dp(isTight ? 8 : 16));
    column->setSpacing(m_theme.dp(isTight ? 8 : 12));
    column->addWidget(m_card);
    column->addStretch(1);
    column->addWidget(m_note);
    column->addWidget(m_undo);
    column->addLayout(keys);
    return left;
}

void DeskPage::layOutDesk()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_left = makeLeft();
    row->addWidget(m_left);
    m_queue = new QueuePanel(m_theme, m_side);
    row->addWidget(m_side, 1);
}

void DeskPage::layOutList()
{
    m_bar = new CounterBar(m_theme, CounterBar::Size::Wide, this);
    m_queue = new QueuePanel(m_theme.scaled(listScale), m_side);
    connect(m_bar, &CounterBar::pressed, this, &DeskPage::pressed);
    connect(m_bar->windowKey(), &DesktopKey::clicked, this, &DeskPage::windowWanted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_note);
    column->addWidget(m_undo);
    column->addWidget(m_side, 1);
}

DesktopKey *DeskPage::key(Wish wish) const
{
    if (m_bar)
        return m_bar->key(wish);
    const bool isMain = wish == m_view.mainKey || !m_keys[size_t(wish)];
    return isMain ? m_main->key(wish) : m_keys[size_t(wish)];
}

void DeskPage::open(Panel *panel)
{
    if (m_panel) {
        m_side->removeWidget(m_panel);
        m_panel->deleteLater();
    }
    m_panel = panel;
    showLeft();
    if (!panel) {
        setKeys();
        return;
    }
    panel->setView(m_view);
    m_side->addWidget(panel);
    m_side->setCurrentWidget(panel);
    connect(panel, &Panel::wanted, this, &DeskPage::wanted);
    connect(panel, &Panel::closed, this, &DeskPage::panelClosed);
    panel->takeFocus();
    setKeys();
}

/// What is at the counter gives way to a panel that would be too narrow beside it.
void DeskPage::showLeft()
{
    if (m_left)
        m_left->setVisible(m_shape != DeskShape::Tight || !m_panel || !m_panel->isWide());
}

void DeskPage::takeFocus()
{
    if (m_panel)
        m_panel->takeFocus();
    else
        setFocus(Qt::OtherFocusReason);
}

void DeskPage::setView(const CounterView &view, const QString &hint)
{
    const bool wasPending = std::ranges::any_of(m_view.keys, &KeyView::isPending);
    const bool isPending = std::ranges::any_of(view.keys, &KeyView::isPending);
    m_view = view;
    if (isPending && !wasPending)
        m_answerIsLate.start(answerIsLateAfter);
    else if (!isPending)
        m_answerIsLate.stop();
    if (m_card)
        m_card->setView(view);
    m_queue->setView(view);
    m_undo->setView(view);
    if (m_panel)
        m_panel->setView(view);
    setKeys();
    showNote(*m_note, noteOf(view, hint));
    makeRoom();
    // Once more when the column has its new heights: words may wrap otherwise there.
    QMetaObject::invokeMethod(this, &DeskPage::makeRoom, Qt::QueuedConnection);
}

/// Tells the card what the strips and keys below leave of the column.
void DeskPage::makeRoom()
{
    if (!m_card)
        return;
    QLayout *column = m_card->parentWidget()->layout();
    column->invalidate();
    int room = column->contentsRect().height();
    for (int i = 0; i < column->count(); ++i) {
        const QLayoutItem *item = column->itemAt(i);
        if (item->widget() != m_card && !item->isEmpty())
            room -= column->spacing()
                + (item->hasHeightForWidth() ? item->heightForWidth(column->contentsRect().width())
                                             : item->sizeHint().height());
    }
    m_card->setRoom(room);
}

void DeskPage::setKeys()
{
    const bool late = !m_answerIsLate.isActive();
    if (m_bar)
        return m_bar->setView(m_view, late, !m_panel);
    m_main->setView(m_view, late, !m_panel);
    for (const Wish wish : smallKeys)
        setKey(wish);
}

void DeskPage::setKey(Wish wish)
{
    const KeyView &state = m_view.key(wish);
    DesktopKey *button = m_keys[size_t(wish)];
    KeyContent content{.text = u"<b>" % CounterWords::smallKey(wish) % u"</b>"};
    content.icon = CounterWords::icon(wish);
    content.iconPx = m_theme.dp(20);
    content.type = Type::Body;
    content.weight = Weight::Regular;
    content.centred = false;
    content.second = CounterWords::smallHindrance(state.hindrance, m_view);
    if (state.isPending && !m_answerIsLate.isActive())
        content.second = CounterWords::waitingForAnswer();
    const bool isClosed
        = state.hindrance != Hindrance::None && state.hindrance != Hindrance::Working;
    const QString sentence = CounterWords::hindranceSentence(state.hindrance, m_view);
    button->setContent(content);
    button->setClosed(isClosed, sentence);
    button->setToolTip(sentence);
    button->setDown(state.isPending);
    // What the large key does need not stand here, too.
    button->setVisible(m_view.mainKey != wish);
}

void DeskPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
    QMetaObject::invokeMethod(this, &DeskPage::makeRoom, Qt::QueuedConnection);
}

void DeskPage::keyPressEvent(QKeyEvent *event)
{
    QTableView *waiting = m_queue->waitingTable();
    if (event->key() == Qt::Key_Escape && m_panel)
        Q_EMIT panelClosed();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT hintRead();
    else if (event->key() == Qt::Key_Down && waiting->isVisible())
        waiting->setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace antre
