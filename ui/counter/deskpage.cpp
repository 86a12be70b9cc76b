// SPDX-License-Identifier: Apache-2.0
#include "counter/deskpage.h"

#include "common/desktopkey.h"
#include "common/notestrip.h"
#include "counter/counterwords.h"
#include "counter/queuepanel.h"
#include "counter/ticketcard.h"

#include <QAccessible>
#include <QGridLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace antre {

using namespace std::chrono_literals;

static constexpr int leftWidth = 428;
static constexpr int noteHeight = 54;
static constexpr auto hintStays = 8s;
static constexpr auto answerIsLateAfter = 250ms;

namespace {

struct KeyPlan
{
    Wish wish;
    const char *icon;
    const char *functionKey;
    bool main = false;
};

/// Call, start and done follow each other on the keyboard as they do in the day.
constexpr std::array plans{
    KeyPlan{Wish::CallNext, "ui-call", "F9", true},
    KeyPlan{Wish::Start, "ui-counter", "F10"},
    KeyPlan{Wish::Finish, "ui-check", "F11"},
    KeyPlan{Wish::CallAgain, "ui-recall", "F5"},
    KeyPlan{Wish::NoShow, "ui-noshow", "F6"},
};

} // namespace

DeskPage::DeskPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new TicketCard(theme, this))
    , m_note(new NoteStrip(
          theme, NoteKind::Plain, QStringLiteral("ui-info"), QString(), Type::Body, this))
    , m_queue(nullptr)
{
    setFocusPolicy(Qt::ClickFocus);
    makeKeys();
    m_queue = new QueuePanel(theme, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeLeft());
    row->addWidget(m_queue, 1);
    m_hintEnds.setSingleShot(true);
    connect(&m_hintEnds, &QTimer::timeout, this, [this] { hint({}); });
    m_answerIsLate.setSingleShot(true);
    connect(&m_answerIsLate, &QTimer::timeout, this, [this] {
        for (const KeyPlan &plan : plans)
            setKey(plan.wish);
    });
}

void DeskPage::makeKeys()
{
    for (const KeyPlan &plan : plans) {
        auto *key = new DesktopKey(m_theme, plan.main ? KeyKind::Primary : KeyKind::Plain, {},
            QString::fromLatin1(plan.functionKey), this);
        key->setFixedHeight(key->sizeHint().height());
        connect(
            key, &DesktopKey::clicked, this, [this, wish = plan.wish] { Q_EMIT pressed(wish); });
        m_keys[size_t(plan.wish)] = key;
    }
}

QWidget *DeskPage::makeLeft()
{
    auto *left = new QWidget(this);
    left->setFixedWidth(leftWidth);
    auto *keys = new QGridLayout;
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setHorizontalSpacing(12);
    keys->setVerticalSpacing(9);
    keys->setColumnStretch(0, 1);
    keys->setColumnStretch(1, 1);
    keys->addWidget(key(Wish::CallNext), 0, 0, 1, 2);
    keys->addWidget(key(Wish::Start), 1, 0);
    keys->addWidget(key(Wish::Finish), 1, 1);
    keys->addWidget(key(Wish::CallAgain), 2, 0);
    keys->addWidget(key(Wish::NoShow), 2, 1);
    keys->setRowMinimumHeight(0, key(Wish::CallNext)->height() + 5);
    m_note->setFixedHeight(noteHeight);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(20, 18, 18, 16);
    column->setSpacing(12);
    column->addWidget(m_card);
    column->addStretch(1);
    column->addWidget(m_note);
    column->addLayout(keys);
    return left;
}

void DeskPage::setView(const CounterView &view)
{
    const bool wasPending = std::ranges::any_of(m_view.keys, &KeyView::isPending);
    const bool isPending = std::ranges::any_of(view.keys, &KeyView::isPending);
    // A hint is about a moment that is over once something has changed.
    if (view.phase != m_view.phase || view.refusal != m_view.refusal
        || view.isLinkUp != m_view.isLinkUp)
        m_hint.clear();
    m_view = view;
    if (isPending && !wasPending)
        m_answerIsLate.start(answerIsLateAfter);
    else if (!isPending)
        m_answerIsLate.stop();
    m_card->setView(view);
    m_queue->setView(view);
    for (const KeyPlan &plan : plans)
        setKey(plan.wish);
    setNote();
}

void DeskPage::setKey(Wish wish)
{
    const auto plan = std::ranges::find(plans, wish, &KeyPlan::wish);
    const KeyView &state = m_view.key(wish);
    DesktopKey *button = key(wish);
    KeyContent content{.text = u"<b>" % CounterWords::key(wish, m_view) % u"</b>"};
    content.icon = QString::fromLatin1(plan->icon);
    content.iconPx = plan->main ? 28 : 20;
    content.type = plan->main ? Type::Title : Type::Body;
    content.weight = Weight::Regular;
    content.centred = false;
    // That the link is lost stands above the keys; once on the largest of them is enough.
    if (plan->main)
        content.second = CounterWords::longHindrance(state.hindrance, m_view);
    else if (state.hindrance != Hindrance::LinkLost)
        content.second = CounterWords::hindrance(state.hindrance);
    if (state.isPending && !m_answerIsLate.isActive())
        content.second = CounterWords::waitingForAnswer();
    const bool isClosed
        = state.hindrance != Hindrance::None && state.hindrance != Hindrance::Working;
    button->setKind(m_view.nextStep == wish ? KeyKind::Primary : KeyKind::Plain);
    button->setContent(content);
    button->setClosed(isClosed, CounterWords::hindranceSentence(state.hindrance, m_view));
    button->setToolTip(CounterWords::hindranceSentence(state.hindrance, m_view));
    button->setDown(state.isPending);
}

void DeskPage::hint(const QString &sentence)
{
    m_hint = sentence;
    if (!sentence.isEmpty())
        m_hintEnds.start(hintStays);
    setNote();
}

/// What the officer just asked comes first, then what can't be done, then what is strange.
void DeskPage::setNote()
{
    const QString refusal = CounterWords::refusal(m_view);
    const QString takenBack = CounterWords::takenBack(m_view);
    bool speaks = true;
    if (!m_hint.isEmpty())
        m_note->setNote(NoteKind::Plain, QStringLiteral("ui-info"), m_hint);
    else if (!m_view.isLinkUp)
        m_note->setNote(
            NoteKind::Bad, QStringLiteral("ui-wifi-off"), CounterWords::linkTrouble(m_view));
    else if (!refusal.isEmpty())
        m_note->setNote(NoteKind::Bad, QStringLiteral("ui-warning"), refusal);
    else if (!takenBack.isEmpty())
        m_note->setNote(NoteKind::Plain, QStringLiteral("ui-info"), takenBack);
    else
        speaks = false;
    const bool isNew = speaks && (m_note->isHidden() || m_note->accessibleName() != m_note->text());
    m_note->setVisible(speaks);
    if (!isNew)
        return;
    m_note->setAccessibleName(m_note->text());
    QAccessibleEvent alert(m_note, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void DeskPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hint({});
    else
        QWidget::keyPressEvent(event);
}

} // namespace antre
