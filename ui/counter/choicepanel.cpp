// SPDX-License-Identifier: Apache-2.0
#include "counter/choicepanel.h"

#include "common/clocktext.h"
#include "common/desktopkey.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "counter/stepper.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace antre {

static constexpr Stepper::Range parkMinutes{1, int(parkMax.count()), 5};
static constexpr Stepper::Range pauseMinutes{0, 180, 5};
static constexpr int usualPark = 10;
static constexpr int usualPause = 15;
/// Stands in the list for no reason of the catalogue's; none of them has such an id.
static const QString workIsOver = QStringLiteral(" ");

ChoicePanel::ChoicePanel(
    const Theme &theme, const QString &icon, const QString &listName, QWidget *parent)
    : Panel(theme, icon, parent)
    , m_list(new ChoiceList(theme, listName, this))
{
    body()->addWidget(m_list, 1);
    body()->addStretch(0);
    connect(m_list, &ChoiceList::confirmed, this, [this] { confirm(); });
    connect(m_list, &ChoiceList::chosenChanged, this, [this] { word(); });
}

void ChoicePanel::setView(const CounterView &view)
{
    m_view = view;
    if (!m_about)
        m_about = view.current ? view.current->id : TicketId();
    const std::vector<Choice> all = choices();
    m_list->setChoices(all);
    m_list->setVisible(!all.empty());
    if (m_list->chosen().isEmpty() && !all.empty())
        m_list->choose(all.front().id);
    word();
}

void ChoicePanel::takeFocus()
{
    if (m_list->isHidden())
        yes()->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

QString ChoicePanel::chosenText() const
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? QString() : selected.front().data().toString();
}

void ChoicePanel::addStepper(Stepper *stepper, const QString &words)
{
    m_stepper = stepper;
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().gap());
    row->addWidget(heading(words));
    row->addWidget(stepper);
    row->addStretch();
    body()->addLayout(row);
    connect(stepper, &Stepper::valueChanged, this, [this] { word(); });
}

bool ChoicePanel::visitorLeft(const CounterView &view) const
{
    return m_about && (!view.current || view.current->id != *m_about);
}

void ChoicePanel::keyPressEvent(QKeyEvent *event)
{
    if (m_stepper && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus))
        m_stepper->step(event->key() == Qt::Key_Plus ? 1 : -1);
    else
        Panel::keyPressEvent(event);
}

template <typename Id>
static std::vector<Choice> choicesOf(const std::vector<NamedChoice<Id>> &named)
{
    std::vector<Choice> choices;
    for (const NamedChoice<Id> &one : named)
        choices.push_back({one.id.value(), one.name, {}, {}});
    return choices;
}

// Park

ParkPanel::ParkPanel(const Theme &theme, QWidget *parent)
    : ChoicePanel(theme, QStringLiteral("ui-park"), tr("Why"), parent)
    , m_minutes(new Stepper(theme, tr("For how long"), parkMinutes, this))
{
    m_minutes->setWords([](int minutes) { return CounterWords::minutes(Minutes(minutes)); });
    m_minutes->setValue(usualPark);
    addStepper(m_minutes, tr("For how long"));
    // Each reason has its usual time.
    connect(list(), &ChoiceList::chosenChanged, this, [this] {
        const auto reason
            = std::ranges::find(view().parkReasons, ReasonId(chosen()), &NamedChoice<ReasonId>::id);
        if (reason != view().parkReasons.end())
            m_minutes->setValue(int(reason->minutes.count()));
    });
}

std::vector<Choice> ParkPanel::choices() const
{
    std::vector<Choice> choices = choicesOf(view().parkReasons);
    for (size_t i = 0; i < choices.size(); ++i)
        choices[i].second = CounterWords::minutes(view().parkReasons[i].minutes);
    return choices;
}

void ParkPanel::word()
{
    const QString number = view().current ? view().current->number : QString();
    setTitle(tr("Set %1 aside").arg(number),
        tr("The visitor keeps the number and comes back to the same place in line."));
    setYes(
        tr("Set %1 aside for %2").arg(number, CounterWords::minutes(Minutes(m_minutes->value()))),
        view().key(Wish::Park));
}

void ParkPanel::confirm()
{
    if (view().current)
        Q_EMIT wanted(Wish::Park,
            ParkTicket{view().counter, view().current->id, ReasonId(chosen()),
                Minutes(m_minutes->value())});
}

// Outcome

OutcomePanel::OutcomePanel(const Theme &theme, QWidget *parent)
    : ChoicePanel(theme, QStringLiteral("ui-check"), tr("What was done"), parent)
    , m_call(new DesktopKey(theme, KeyKind::Plain, {}, QString(), this))
{
    m_call->setCap(QStringLiteral("F9"));
    m_call->setFixedHeight(yes()->height());
    keys()->insertWidget(keys()->indexOf(yes()), m_call);
    connect(m_call, &DesktopKey::clicked, this, &OutcomePanel::confirmAndCall);
}

std::vector<Choice> OutcomePanel::choices() const { return choicesOf(view().outcomes); }

void OutcomePanel::word()
{
    const QString number = view().current ? view().current->number : QString();
    setTitle(tr("What was done for %1").arg(number), CounterWords::visitGoesOn(view()));
    setYes(tr("Done"), view().key(Wish::Finish));
    const Wish call = view().callWish();
    m_call->setContent({.text = u"<b>" % CounterWords::key(call, view()) % u"</b>",
        .icon = QStringLiteral("ui-call"),
        .iconPx = theme().dp(20),
        .type = Type::Body,
        .weight = Weight::Regular});
    m_call->setVisible(view().key(call).isUsable());
}

bool OutcomePanel::takes(Wish wish)
{
    if (wish == view().callWish() && view().key(wish).isUsable())
        confirmAndCall();
    else if (!confirmOn(wish, Wish::Finish))
        return false;
    return true;
}

void OutcomePanel::confirm()
{
    if (view().current)
        Q_EMIT wanted(
            Wish::Finish, FinishServing{view().counter, view().current->id, OutcomeId(chosen())});
}

void OutcomePanel::confirmAndCall()
{
    const Wish call = view().callWish();
    Q_EMIT wanted(call, CallNext{view().counter, call == Wish::Help, OutcomeId(chosen())});
}

// Pause

PausePanel::PausePanel(const Theme &theme, QWidget *parent)
    : ChoicePanel(theme, QStringLiteral("ui-park"), tr("Why"), parent)
    , m_minutes(new Stepper(theme, tr("Back at"), pauseMinutes, this))
{
    m_minutes->setValue(usualPause);
    addStepper(m_minutes, tr("Back at"));
}

std::vector<Choice> PausePanel::choices() const { return choicesOf(view().pauseReasons); }

void PausePanel::word()
{
    const std::optional<Minutes> now = view().now;
    m_minutes->setWords([now, language = view().language](int minutes) {
        if (minutes == 0 || !now)
            return tr("not said");
        const Minutes until = (*now + Minutes(minutes)) % Minutes(24 * 60);
        return tr("%1, in %2")
            .arg(clockText(until, language), CounterWords::minutes(Minutes(minutes)));
    });
    setTitle(tr("Counter %1 takes a break").arg(view().counter.value()),
        tr("No visitor is called here until you go on."));
    setYes(tr("Take a break"), view().key(Wish::Pause));
}

void PausePanel::confirm()
{
    const int minutes = m_minutes->value();
    const Instant until = minutes > 0 ? view().moment + Minutes(minutes) : Instant();
    Q_EMIT wanted(Wish::Pause, PauseCounter{view().counter, ReasonId(chosen()), until});
}

// Close

ClosePanel::ClosePanel(const Theme &theme, QWidget *parent)
    : ChoicePanel(theme, QStringLiteral("ui-close"), tr("Why"), parent)
{
}

std::vector<Choice> ClosePanel::choices() const
{
    std::vector<Choice> choices{{workIsOver, tr("Work is over"), {}, {}}};
    for (const Choice &reason : choicesOf(view().pauseReasons))
        choices.push_back(reason);
    return choices;
}

void ClosePanel::word()
{
    setTitle(tr("Close counter %1").arg(view().counter.value()), CounterWords::whoWillWait(view()));
    setYes(tr("Close and sign out"), view().key(Wish::SignOut));
}

void ClosePanel::confirm()
{
    Q_EMIT wanted(Wish::SignOut,
        CloseCounter{view().counter, ReasonId(chosen() == workIsOver ? QString() : chosen())});
}

// Slip

SlipPanel::SlipPanel(
    const Theme &theme, TicketId ticket, QString number, bool copy, QWidget *parent)
    : ChoicePanel(theme, QStringLiteral("ui-printer"), tr("At which kiosk"), parent)
    , m_ticket(std::move(ticket))
    , m_number(std::move(number))
    , m_copy(copy)
{
}

std::vector<Choice> SlipPanel::choices() const
{
    std::vector<Choice> choices;
    for (const KioskChoice &kiosk : view().kiosks)
        choices.push_back(
            {kiosk.id.value(), kiosk.name, CounterWords::kioskState(kiosk, view()), {}});
    return choices;
}

void SlipPanel::word()
{
    setTitle(tr("Print the slip of %1 again").arg(m_number),
        m_copy ? tr("The same number, marked as a copy: another slip of it may be in a hand.")
               : tr("The same number. It was never printed before."));
    setYes(tr("Print at %1").arg(chosenText()), view().key(Wish::Slip));
}

void SlipPanel::confirm()
{
    if (!chosen().isEmpty())
        Q_EMIT wanted(Wish::Slip, RequestSlip{m_ticket, TerminalId(chosen()), m_copy});
}

} // namespace antre
