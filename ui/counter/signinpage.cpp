// SPDX-License-Identifier: Apache-2.0
#include "counter/signinpage.h"

#include "common/card.h"
#include "common/desktopkey.h"
#include "common/notestrip.h"
#include "common/textlabel.h"
#include "counter/choicelist.h"
#include "counter/counternote.h"
#include "counter/counterwords.h"
#include "counter/look.h"
#include "counter/padkey.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace antre {

static constexpr int pinDigitsMax = 12;
static constexpr int cardWidthMax = 1000;
static constexpr int narrowCardWidthMax = 760;
static constexpr int cardHeightMax = 600;
static constexpr int padKeyHeight = 59;
static constexpr int padKeyLeast = 40;
static constexpr int pinWidth = 310;
/// Stands in the list for no counter; none of the catalogue's has such an id.
static const QString lobby = QStringLiteral(" ");

namespace {

TextLabel *heading(const Theme &theme, const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(theme, text, Type::Lead, Weight::Bold, parent);
    label->setOneLine();
    return label;
}

QVBoxLayout *columnIn(const Theme &theme, QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.dp(10));
    return column;
}

} // namespace

SignInPage::SignInPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new Card(theme, this))
    , m_counterColumn(nullptr)
    , m_counters(new ChoiceList(theme, tr("Counter"), this))
    , m_officers(new ChoiceList(theme, tr("Your name"), this))
    , m_noOfficers(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
    , m_pin(new QLineEdit(this))
    , m_go(new DesktopKey(theme, KeyKind::Primary, {}, QString(), this))
    , m_note(new NoteStrip(
          theme, NoteKind::Plain, QStringLiteral("ui-info"), QString(), Type::Body, this))
{
    m_card->setMaximumSize(theme.dp(cardWidthMax), theme.dp(cardHeightMax));
    auto *columns = new QHBoxLayout(m_card);
    columns->setContentsMargins(theme.dp(28), theme.dp(22), theme.dp(28), theme.dp(24));
    columns->setSpacing(theme.dp(28));
    m_counterColumn = makeCounterColumn();
    columns->addWidget(m_counterColumn, 5);
    columns->addWidget(makeOfficerColumn(), 5);
    columns->addWidget(makePinColumn());
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(theme.dp(20), theme.dp(16), theme.dp(20), theme.dp(16));
    all->addWidget(m_card);
    connect(m_counters, &ChoiceList::chosenChanged, this, &SignInPage::refresh);
    connect(m_officers, &ChoiceList::chosenChanged, this, &SignInPage::refresh);
    connect(m_counters, &ChoiceList::confirmed, this,
        [this] { m_officers->setFocus(Qt::TabFocusReason); });
    connect(
        m_officers, &ChoiceList::confirmed, this, [this] { m_pin->setFocus(Qt::TabFocusReason); });
    connect(m_pin, &QLineEdit::textChanged, this, &SignInPage::refresh);
    connect(m_pin, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_go, &DesktopKey::clicked, this, &SignInPage::signIn);
}

QWidget *SignInPage::makeCounterColumn()
{
    auto *part = new QWidget(this);
    auto *column = columnIn(m_theme, part);
    column->addWidget(heading(m_theme, tr("Counter"), part));
    column->addWidget(m_counters, 1);
    return part;
}

QWidget *SignInPage::makeOfficerColumn()
{
    auto *part = new QWidget(this);
    auto *column = columnIn(m_theme, part);
    column->addWidget(heading(m_theme, tr("Your name"), part));
    column->addWidget(m_noOfficers);
    column->addWidget(m_officers, 1);
    column->addStretch();
    m_noOfficers->setColour(m_theme.colour(Colour::Ink2));
    return part;
}

QWidget *SignInPage::makePinColumn()
{
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(pinDigitsMax);
    m_pin->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), m_pin));
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhHiddenText);
    m_pin->setContextMenuPolicy(Qt::NoContextMenu);
    m_pin->setAccessibleName(tr("PIN"));
    makeField(m_pin, m_theme);
    m_note->setFixedHeight(m_theme.dp(54));
    auto policy = m_note->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_note->setSizePolicy(policy);
    auto *part = new QWidget(this);
    part->setFixedWidth(m_theme.dp(pinWidth));
    auto *column = columnIn(m_theme, part);
    column->addWidget(heading(m_theme, tr("PIN"), part));
    column->addWidget(m_pin);
    column->addWidget(makePad());
    column->addStretch(1);
    column->addWidget(m_note);
    column->addWidget(m_go);
    return part;
}

QWidget *SignInPage::makePad()
{
    auto *pad = new QWidget(this);
    auto *grid = new QGridLayout(pad);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(m_theme.dp(8));
    const auto place = [&](PadKey *key, int row, int column, int width = 1) {
        key->setFocusPolicy(Qt::NoFocus); // the keyboard has digits of its own
        key->setMinimumHeight(m_theme.dp(padKeyLeast));
        key->setMaximumHeight(m_theme.dp(padKeyHeight));
        grid->addWidget(key, row, column, 1, width);
    };
    for (int digit = 0; digit <= 9; ++digit) {
        const QString text = QString::number(digit);
        auto *key = new PadKey(m_theme, {.text = text, .type = Type::Title}, pad);
        connect(key, &PadKey::clicked, m_pin, [this, text] { m_pin->insert(text); });
        place(key, digit == 0 ? 3 : (digit - 1) / 3, digit == 0 ? 0 : (digit - 1) % 3);
    }
    auto *back = new PadKey(m_theme,
        {.text = tr("Delete"),
            .icon = QStringLiteral("ui-backspace"),
            .iconPx = m_theme.dp(22),
            .type = Type::Body},
        pad);
    connect(back, &PadKey::clicked, m_pin, &QLineEdit::backspace);
    place(back, 3, 1, 2);
    return pad;
}

CounterId SignInPage::counter() const
{
    if (!m_view.counter.isEmpty())
        return m_view.counter;
    return m_counters->chosen() == lobby ? CounterId() : CounterId(m_counters->chosen());
}

bool SignInPage::isPlaceMissing() const
{
    return m_view.counter.isEmpty() && m_counters->chosen().isEmpty();
}

void SignInPage::setView(const CounterView &view)
{
    m_view = view;
    std::vector<Choice> counters;
    for (const CounterChoice &choice : view.counterChoices) {
        const QString taken
            = choice.takenBy.isEmpty() ? QString() : tr("%1 works here").arg(choice.takenBy);
        counters.push_back({choice.id.value(), CounterWords::counterName(choice.id),
            choice.agencies.join(QStringLiteral(" · ")), taken});
    }
    if (!counters.empty())
        counters.push_back(
            {lobby, tr("Lobby, without a counter"), tr("Give numbers to visitors"), {}});
    std::vector<Choice> officers;
    for (const OfficerChoice &choice : view.officerChoices)
        officers.push_back({choice.id.value(), choice.name, {}, {}});
    m_counterColumn->setVisible(view.counter.isEmpty());
    m_card->setMaximumWidth(m_theme.dp(view.counter.isEmpty() ? cardWidthMax : narrowCardWidthMax));
    m_counters->setChoices(counters);
    m_officers->setChoices(officers);
    m_noOfficers->setMarkup(view.isLinkUp
            ? tr("No officer is registered yet. The technician does that with antrectl.")
            : tr("The names appear when the console is connected."));
    m_noOfficers->setVisible(officers.empty());
    const bool namesCame = m_officers->isHidden() && !officers.empty();
    m_officers->setVisible(!officers.empty());
    // While there were no names the focus had to go elsewhere; whoever sits there can begin at once
    // now.
    if (namesCame && isVisible())
        takeFocus();
    refresh();
}

void SignInPage::refresh()
{
    setKey();
    setNote();
}

void SignInPage::setKey()
{
    const KeyView &state = m_view.key(Wish::SignIn);
    KeyContent content{.text = u"<b>" % CounterWords::smallKey(Wish::SignIn) % u"</b>"};
    content.icon = QStringLiteral("ui-counter");
    content.iconPx = m_theme.dp(28);
    content.type = Type::Title;
    content.weight = Weight::Regular;
    if (state.isPending)
        content.second = CounterWords::waitingForAnswer();
    else
        content.second
            = state.isUsable() ? missing() : CounterWords::longHindrance(state.hindrance, m_view);
    const bool isReady = state.isPending || content.second.isEmpty();
    m_go->setKind(isReady ? KeyKind::Primary : KeyKind::Plain);
    m_go->setContent(content);
    m_go->setClosed(!isReady, content.second);
    m_go->setDown(state.isPending);
}

void SignInPage::setNote() { showNote(*m_note, noteOf(m_view, {})); }

QString SignInPage::missing() const
{
    if (isPlaceMissing())
        return tr("choose a counter");
    if (m_officers->chosen().isEmpty())
        return tr("choose your name");
    return m_pin->text().isEmpty() ? tr("type your PIN") : QString();
}

void SignInPage::signIn()
{
    if (!m_view.key(Wish::SignIn).isUsable() || !missing().isEmpty()) {
        takeFocus();
        setKey();
        return;
    }
    const QString pin = m_pin->text();
    clearPin();
    Q_EMIT signInWanted(OfficerId(m_officers->chosen()), pin, counter());
}

void SignInPage::clearPin()
{
    m_pin->clear();
    m_pin->setFocus(Qt::OtherFocusReason);
}

void SignInPage::forget()
{
    m_pin->clear();
    m_officers->choose({});
    m_counters->choose({});
}

void SignInPage::takeFocus()
{
    if (isPlaceMissing())
        m_counters->setFocus(Qt::OtherFocusReason);
    else if (m_officers->chosen().isEmpty())
        m_officers->setFocus(Qt::OtherFocusReason);
    else
        m_pin->setFocus(Qt::OtherFocusReason);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        clearPin();
    else
        QWidget::keyPressEvent(event);
}

} // namespace antre
