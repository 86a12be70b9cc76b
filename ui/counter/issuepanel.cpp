// SPDX-License-Identifier: Apache-2.0
#include "counter/issuepanel.h"

#include "common/desktopkey.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "counter/issuedcard.h"
#include "counter/look.h"
#include "counter/markedline.h"
#include "counter/servicepicker.h"
#include "terminal/terminalmachine.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

#include <algorithm>

namespace antre {

static constexpr int keysInRow = 3;
static constexpr int optionHeight = 42;
static constexpr int headingWidth = 92;
/// Ctrl and a digit: so many classes can be chosen by one key.
static constexpr int classKeysMax = 9;

IssuePanel::IssuePanel(const Theme &theme, std::optional<TerminalId> place, QWidget *parent)
    : Panel(theme, QStringLiteral("ui-printer"), parent)
    , m_place(std::move(place))
    , m_ask(new QWidget(this))
    , m_picker(new ServicePicker(theme, m_ask))
    , m_why(new MarkedLine(theme, QStringLiteral("ui-clock"), Colour::Brick, m_ask))
    , m_class(new QButtonGroup(this))
    , m_classKeys(new QGridLayout)
    , m_where(new QButtonGroup(this))
    , m_whereKeys(new QGridLayout)
    , m_note(new QLineEdit(m_ask))
    , m_given(new IssuedCard(theme, this))
{
    layOut();
    connect(m_picker, &ServicePicker::chosenChanged, this, &IssuePanel::word);
    connect(m_picker, &ServicePicker::confirmed, this, [this] { confirm(); });
    connect(m_class, &QButtonGroup::idToggled, this, &IssuePanel::word);
    connect(m_where, &QButtonGroup::idClicked, this, [this](int chosen) {
        m_place
            = chosen < int(m_placesShown.size()) ? m_placesShown[size_t(chosen)].id : TerminalId();
        Q_EMIT placeChosen(*m_place);
        word();
    });
    connect(m_note, &QLineEdit::returnPressed, this, [this] { confirm(); });
    connect(m_given, &IssuedCard::slipWanted, this, [this](const TerminalId &kiosk, bool copy) {
        if (m_view.issued)
            Q_EMIT wanted(Wish::Slip, RequestSlip{m_view.issued->id, kiosk, copy});
    });
    for (int i = 0; i < classKeysMax; ++i) {
        auto *shortcut = new QShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] {
            if (QAbstractButton *key = m_class->button(i))
                key->setChecked(true);
        });
    }
    auto *next = new QShortcut(QKeySequence(QStringLiteral("Ctrl+K")), this);
    connect(next, &QShortcut::activated, this, &IssuePanel::nextPlace);
}

void IssuePanel::layOut()
{
    makeField(m_note, theme());
    m_note->setFont(theme().font(Type::Body));
    m_note->setMaxLength(NoteWanted::lengthMax);
    m_note->setContextMenuPolicy(Qt::NoContextMenu);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("No name, no phone number. Erased tonight."));
    for (QGridLayout *keys : {m_classKeys, m_whereKeys}) {
        keys->setContentsMargins(0, 0, 0, 0);
        keys->setSpacing(theme().dp(6));
        for (int column = 0; column < keysInRow; ++column)
            keys->setColumnStretch(column, 1);
    }
    auto *column = new QVBoxLayout(m_ask);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().dp(10));
    column->addWidget(m_picker, 1);
    column->addWidget(m_why);
    column->addWidget(row(tr("Class"), m_classKeys));
    column->addWidget(row(tr("Slip"), m_whereKeys));
    auto *note = new QGridLayout;
    note->addWidget(m_note, 0, 0);
    column->addWidget(row(tr("Note"), note));
    body()->addWidget(m_ask, 1);
    body()->addWidget(m_given, 1);
    m_given->hide();
}

/// A heading with what belongs to it at its right.
QWidget *IssuePanel::row(const QString &words, QGridLayout *keys)
{
    auto *part = new QWidget(m_ask);
    auto *line = new QHBoxLayout(part);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme().dp(8));
    auto *label = heading(words);
    label->setFixedSize(theme().dp(headingWidth), theme().dp(optionHeight));
    label->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    line->addWidget(label, 0, Qt::AlignTop);
    line->addLayout(keys, 1);
    return part;
}

DesktopKey *IssuePanel::option(
    QButtonGroup *group, const QString &icon, const QString &words, const QString &cap)
{
    auto *key = new DesktopKey(theme(), KeyKind::Plain,
        {.text = words,
            .icon = icon,
            .iconPx = theme().dp(18),
            .type = Type::Body,
            .weight = Weight::Regular,
            .centred = false},
        {}, m_ask);
    key->setCap(cap);
    key->setCheckable(true);
    key->setMinimumHeight(theme().dp(optionHeight));
    key->setPadding(theme().dp(10));
    group->addButton(key, int(group->buttons().size()));
    return key;
}

static void clear(QButtonGroup *group)
{
    for (QAbstractButton *old : group->buttons()) {
        group->removeButton(old);
        old->hide();
        old->deleteLater();
    }
}

void IssuePanel::offerClasses()
{
    if (m_classesShown == m_view.classes)
        return;
    m_classesShown = m_view.classes;
    clear(m_class);
    for (const ClassChoice &one : m_view.classes) {
        const int at = int(m_class->buttons().size());
        const QString cap = at < classKeysMax ? QStringLiteral("Ctrl+%1").arg(at + 1) : QString();
        m_classKeys->addWidget(
            option(m_class, one.icon, one.name, cap), at / keysInRow, at % keysInRow);
    }
    if (QAbstractButton *first = m_class->button(0))
        first->setChecked(true);
}

/// The kiosks, and this screen as the last.
void IssuePanel::offerPlaces()
{
    if (m_placesShown == m_view.kiosks && !m_where->buttons().isEmpty())
        return;
    m_placesShown = m_view.kiosks;
    clear(m_where);
    const auto place = [&](DesktopKey *key) {
        const int at = int(m_where->buttons().size()) - 1;
        m_whereKeys->addWidget(key, at / keysInRow, at % keysInRow);
    };
    for (const KioskChoice &kiosk : m_view.kiosks) {
        DesktopKey *key = option(m_where, QStringLiteral("ui-printer"), kiosk.name, {});
        const QString trouble = CounterWords::printerTrouble(kiosk);
        KeyContent content = key->content();
        content.second = trouble;
        key->setContent(content);
        key->setClosed(!trouble.isEmpty(), trouble);
        place(key);
    }
    place(option(m_where, QStringLiteral("ui-phone"), tr("Code for a phone"), {}));
    choosePlace();
}

/// Where the last one came out; else the first kiosk that can print; else this screen.
void IssuePanel::choosePlace()
{
    size_t at = m_placesShown.size();
    const auto works
        = [](const KioskChoice &kiosk) { return CounterWords::printerTrouble(kiosk).isEmpty(); };
    const auto last = m_place ? std::ranges::find(m_placesShown, *m_place, &KioskChoice::id)
                              : m_placesShown.end();
    if (last != m_placesShown.end())
        at = size_t(last - m_placesShown.begin());
    else if (!m_place || !m_place->isEmpty())
        at = size_t(std::ranges::find_if(m_placesShown, works) - m_placesShown.begin());
    m_where->button(int(at))->setChecked(true);
}

void IssuePanel::nextPlace()
{
    if (!m_ask->isVisible())
        return;
    const int next = (m_where->checkedId() + 1) % int(m_where->buttons().size());
    m_where->button(next)->click();
}

void IssuePanel::setView(const CounterView &view)
{
    m_view = view;
    m_picker->setView(
        view, [](const ServiceChoice &) { return QString(); },
        [this](
            const ServiceChoice &service) { return CounterWords::issueRemark(service, m_view); });
    offerClasses();
    offerPlaces();
    const bool wasGiven = !m_given->isHidden();
    const bool isGiven = view.issued.has_value();
    m_ask->setVisible(!isGiven);
    m_given->setVisible(isGiven);
    if (isGiven)
        m_given->setView(view);
    if (isGiven && !wasGiven)
        begin(); // for the next visitor
    word();
    // The field that was typed into is hidden now: the keyboard must not get lost.
    if (isGiven != wasGiven && isVisible())
        takeFocus();
}

/// Everything as for a new visitor.
void IssuePanel::begin()
{
    m_picker->clear();
    m_note->clear();
    if (QAbstractButton *first = m_class->button(0))
        first->setChecked(true);
}

void IssuePanel::takeFocus()
{
    if (m_view.issued)
        yes()->setFocus(Qt::OtherFocusReason);
    else
        m_picker->takeFocus();
}

void IssuePanel::standAlone() { no()->hide(); }

const ServiceChoice *IssuePanel::serviceChosen() const { return m_picker->chosen(); }

const KioskChoice *IssuePanel::kioskChosen() const
{
    const int at = m_where->checkedId();
    return at >= 0 && at < int(m_placesShown.size()) ? &m_placesShown[size_t(at)] : nullptr;
}

/// Why the number can't be given as chosen, in a few words for the key; empty: it can.
QString IssuePanel::hindrance() const
{
    const ServiceChoice *service = serviceChosen();
    if (!service)
        return tr("choose a service");
    if (!CounterWords::issueHindrance(*service, m_view).isEmpty())
        return CounterWords::issueRemark(*service, m_view);
    const KioskChoice *kiosk = kioskChosen();
    const QString trouble = kiosk ? CounterWords::printerTrouble(*kiosk) : QString();
    return trouble.isEmpty() ? QString() : tr("%1: %2").arg(kiosk->name, trouble);
}

void IssuePanel::word()
{
    if (m_view.issued) {
        setTitle(tr("The visitor's number"));
        setYesIcon(QStringLiteral("ui-forward"));
        return setYes(tr("Next visitor"), {});
    }
    setTitle(tr("A number for a visitor"),
        tr("Nothing about the person is needed, only what the visit is for."));
    const ServiceChoice *service = serviceChosen();
    const KioskChoice *kiosk = kioskChosen();
    QString why = service ? CounterWords::issueHindrance(*service, m_view) : QString();
    if (why.isEmpty() && kiosk && !CounterWords::printerTrouble(*kiosk).isEmpty())
        why = CounterWords::kioskAdvice(*kiosk);
    // Where it stands alone a strip above it tells that.
    if (why.isEmpty() && !no()->isHidden())
        why = CounterWords::refusal(m_view);
    m_why->setMarkup(why);
    setYesIcon(kiosk ? QStringLiteral("ui-printer") : QStringLiteral("ui-phone"));
    const QString what = kiosk ? tr("Print at %1").arg(kiosk->name) : tr("Show the number");
    setYes(what, m_view.key(Wish::Issue),
        service && m_view.key(Wish::Issue).hindrance == Hindrance::LinkLost
            ? CounterWords::longHindrance(Hindrance::LinkLost, m_view)
            : hindrance());
}

void IssuePanel::confirm()
{
    if (m_view.issued) {
        Q_EMIT issuedRead();
        return takeFocus();
    }
    const ServiceChoice *service = serviceChosen();
    if (!service)
        return m_picker->takeFocus();
    if (!hindrance().isEmpty())
        return;
    const int chosen = m_class->checkedId();
    const bool isClass = chosen >= 0 && chosen < int(m_classesShown.size());
    const KioskChoice *kiosk = kioskChosen();
    IssueTicket wanted{service->id, isClass ? m_classesShown[size_t(chosen)].id : ClassId(),
        m_view.language, {}, {}};
    wanted.printAt = kiosk ? kiosk->id : TerminalId();
    wanted.exceed = !service->status.takesNumbers();
    Q_EMIT issueWanted(wanted, m_note->text().simplified());
}

void IssuePanel::keyPressEvent(QKeyEvent *event)
{
    // Where it stands alone there is nothing behind it to go back to.
    if (event->key() == Qt::Key_Escape && no()->isHidden()) {
        if (m_view.issued)
            Q_EMIT issuedRead();
        begin();
        return takeFocus();
    }
    Panel::keyPressEvent(event);
}

} // namespace antre
