// SPDX-License-Identifier: Apache-2.0
#include "kiosk/officerpages.h"

#include "common/clocktext.h"
#include "common/devicewords.h"
#include "common/icons.h"
#include "common/key.h"
#include "common/language.h"
#include "common/notestrip.h"
#include "kiosk/parts.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <algorithm>

namespace antre {

OfficerPage::OfficerPage(const Look &look, const QString &title, const QString &who,
    const QString &back, QWidget *parent)
    : Page(look, parent)
{
    const bool small = look.isSmall();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *head = new QWidget(this);
    head->setAutoFillBackground(true);
    QPalette ground;
    ground.setColor(QPalette::Window,
        theme().colour(theme().isHighContrast() ? Colour::Page : Colour::SeaDeep));
    head->setPalette(ground);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(
        look.side(), theme().px(small ? 3 : 7), look.side(), theme().px(small ? 3 : 7));
    line->setSpacing(theme().px(5));
    line->addWidget(new IconPicture(QStringLiteral("ui-officer"), theme().px(small ? 10 : 16),
        theme().colour(Colour::OnSea), head));
    auto *words
        = new TextLabel(theme(), title, small ? Type::Title : Type::Headline, Weight::Bold, head);
    words->setColour(theme().colour(Colour::OnSea));
    words->setOneLine();
    line->addWidget(words, 3);
    auto *name = new TextLabel(theme(), who, Type::Body, Weight::Regular, head);
    name->setColour(theme().colour(Colour::OnSea));
    name->setAlign(Qt::AlignRight | Qt::AlignVCenter);
    name->setOneLine();
    line->addWidget(name, 2);
    all->addWidget(head);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(
        look.side(), theme().px(small ? 3 : 8), look.side(), theme().px(small ? 2.4 : 5.4));
    body->setSpacing(theme().px(small ? 2.4 : 5));
    m_content = new QVBoxLayout;
    m_content->setSpacing(theme().px(small ? 2 : 4.5));
    // On a tall screen keys stand where hands are.
    if (look.isPortrait())
        body->addStretch(1);
    body->addLayout(m_content, 1);
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(theme().px(small ? 3 : 5));
    auto *key = actionKey(back, QStringLiteral("ui-back"));
    connect(key, &Key::clicked, this, &OfficerPage::backWanted);
    m_foot->addWidget(key);
    m_foot->addStretch(1);
    body->addLayout(m_foot);
    all->addLayout(body, 1);
}

int OfficerPage::columns() const { return look().isLandscape() ? 3 : look().isSmall() ? 3 : 2; }

int OfficerPage::keyHeight() const
{
    return theme().px(look().isPortrait() ? 34 : look().isSmall() ? 20.5 : 26);
}

Key *OfficerPage::wishKey(const QString &text, const QString &icon, const OfficerWish &wish)
{
    KeyContent content{.text = text, .icon = icon};
    content.iconPx = theme().px(look().isSmall() ? 7 : 11);
    content.type = look().isSmall() ? Type::Body : Type::Lead;
    auto *key = new Key(theme(), KeyKind::Plain, content, this);
    key->setFixedHeight(keyHeight());
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    key->setPadding(theme().px(3));
    connect(key, &Key::clicked, this, [this, wish] { Q_EMIT wanted(wish); });
    return key;
}

TextLabel *OfficerPage::addText(QBoxLayout *layout, const QString &markup, Type type, Weight weight)
{
    auto *label = new TextLabel(theme(), markup, type, weight, this);
    layout->addWidget(label);
    return label;
}

// ---- the menu
// ------------------------------------------------------------------------------------

OfficerMenu::OfficerMenu(const Look &look, const OfficerScreen &screen, QWidget *parent)
    : OfficerPage(look, tr("For officers"), screen.name, tr("Sign out"), parent)
{
    const auto doubtful
        = std::ranges::count_if(screen.slips, [](const auto &slip) { return slip.isDoubtful(); });
    QStringList news;
    for (const auto &printer : screen.printers)
        news << DeviceWords::printer(printer, look.language);
    news.removeAll(QString());
    if (doubtful > 0)
        news << tr("slips to look for: %1").arg(doubtful);
    if (!screen.isConnected)
        news << tr("no network");
    if (screen.paused)
        addNote(content(),
            Note{NoteKind::Plain, QStringLiteral("ui-park"),
                tr("<b>This kiosk is paused.</b> Visitors can't take numbers here.")});
    if (!news.isEmpty())
        addNote(content(),
            Note{NoteKind::Calm, QStringLiteral("ui-info"), news.join(QStringLiteral(" · "))});
    auto *grid = new QGridLayout;
    grid->setSpacing(theme().px(look.isSmall() ? 3 : 5));
    int count = 0;
    const auto place = [&](Key *key, const QString &second) {
        auto shown = key->content();
        shown.text = u"<b>" % shown.text % u"</b>";
        shown.second = second;
        shown.weight = Weight::Regular;
        shown.column = true;
        shown.iconPx = theme().px(look.isSmall() ? 14 : 24);
        key->setContent(shown);
        key->setMinimumHeight(keyHeight());
        key->setMaximumHeight(theme().px(look.isPortrait() ? 90 : 70));
        key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
        grid->addWidget(key, count / columns(), count % columns());
        ++count;
    };
    const auto open = [&](const QString &text, const QString &icon, Where where) {
        auto *key = new Key(theme(), KeyKind::Plain, {.text = text, .icon = icon}, this);
        connect(key, &Key::clicked, this, [this, where] { Q_EMIT opened(where); });
        return key;
    };
    place(wishKey(tr("Give a number"), QStringLiteral("ui-slip"), GiveNumber{}),
        tr("for a visitor, by search"));
    place(open(tr("Slips"), QStringLiteral("ui-document"), Where::Slips),
        tr("print again, look for"));
    place(
        open(tr("Printer"), QStringLiteral("ui-printer"), Where::Printers), tr("paper, test, cut"));
    place(open(tr("This kiosk"), QStringLiteral("ui-info"), Where::Kiosk),
        tr("network, clock, sound"));
    if (screen.paused)
        place(wishKey(tr("Open the kiosk again"), QStringLiteral("ui-check"), ResumeKiosk{}),
            tr("visitors can take numbers"));
    else
        place(open(tr("Pause the kiosk"), QStringLiteral("ui-park"), Where::Pause),
            tr("with a message"));
    for (int column = 0; column < columns(); ++column)
        grid->setColumnStretch(column, 1);
    content()->addLayout(grid, 1000);
    content()->addStretch(1);
}

// ---- slips
// ---------------------------------------------------------------------------------------

static int slipsAtOnce(const Look &look) { return look.isPortrait() ? 6 : look.isSmall() ? 4 : 5; }

OfficerSlips::OfficerSlips(const Look &look, const OfficerScreen &screen, int part, QWidget *parent)
    : OfficerPage(look, tr("Today's slips"), screen.name, tr("Back"), parent)
{
    const int most = slipsAtOnce(look);
    const int total = int(screen.slips.size());
    const int parts = std::max(1, (total + most - 1) / most);
    part = std::clamp(part, 0, parts - 1);
    if (total == 0)
        addText(content(), tr("No number was given here today."), Type::Lead);
    for (int i = part * most; i < std::min(total, (part + 1) * most); ++i)
        content()->addWidget(row(screen.slips[size_t(i)]));
    content()->addStretch(1);
    addPartKeys(part, parts);
}

void OfficerSlips::addPartKeys(int part, int parts)
{
    if (part > 0) {
        auto *previous = actionKey(tr("Previous"), QStringLiteral("ui-up"));
        connect(previous, &Key::clicked, this, [this, part] { Q_EMIT partWanted(part - 1); });
        foot()->addWidget(previous);
    }
    if (part + 1 < parts) {
        auto *next = actionKey(tr("Next"), QStringLiteral("ui-down"));
        connect(next, &Key::clicked, this, [this, part] { Q_EMIT partWanted(part + 1); });
        foot()->addWidget(next);
    }
}

static QString slipWords(SlipState slip)
{
    switch (slip) {
    case SlipState::None:
    case SlipState::Pending:
        return OfficerSlips::tr("being printed");
    case SlipState::Printed:
    case SlipState::Sent:
        return OfficerSlips::tr("printed");
    case SlipState::Failed:
        return OfficerSlips::tr("not printed");
    case SlipState::Unknown:
        return OfficerSlips::tr("unknown: is it in the printer?");
    }
    return {};
}

QWidget *OfficerSlips::row(const OfficerSlip &slip)
{
    auto *card = new Card(theme(), this);
    if (slip.isDoubtful())
        card->setStripe(Colour::Brick);
    auto *line = new QHBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 2 : 4);
    line->setContentsMargins(inset + theme().px(5), inset, inset, inset);
    line->setSpacing(theme().px(look().isSmall() ? 3 : 5));
    auto *number
        = new TextLabel(theme(), u"<b>" % slip.number % u"</b>", Type::Title, Weight::Bold, card);
    number->setOneLine();
    number->setFixedWidth(theme().px(look().isSmall() ? 32 : 48));
    line->addWidget(number, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const auto type = look().isSmall() ? Type::Caption : Type::Body;
    auto *state = new TextLabel(theme(),
        QStringLiteral("<b>%1</b> · %2")
            .arg(clockText(slip.touchedAt, look().language), slipWords(slip.slip)),
        type, Weight::Regular, card);
    auto *service
        = new TextLabel(theme(), slip.service.in(look().language), type, Weight::Regular, card);
    service->setColour(theme().colour(Colour::Ink2));
    for (auto *label : {state, service}) {
        label->setOneLine();
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        words->addWidget(label);
    }
    line->addLayout(words, 1);
    const auto add = [&](const QString &text, const QString &icon, const OfficerWish &wish) {
        auto *key = wishKey(text, look().isLandscape() ? icon : QString(), wish);
        key->setParent(card);
        key->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        key->setFixedSize(theme().px(look().isPortrait() ? 62
                                  : look().isSmall()     ? 44
                                                         : 70),
            theme().px(look().isPortrait() ? 24 : 20.2));
        line->addWidget(key);
    };
    if (slip.slip == SlipState::Unknown)
        add(tr("It is there"), QStringLiteral("ui-check"), SlipLookedFor{slip.ticket, true});
    if (slip.slip != SlipState::Pending)
        add(tr("Print again"), QStringLiteral("ui-printer"), PrintAgain{slip.ticket});
    return card;
}

// ---- printers
// ------------------------------------------------------------------------------------

OfficerPrinters::OfficerPrinters(const Look &look, const OfficerScreen &screen, QWidget *parent)
    : OfficerPage(look, tr("Printer"), screen.name, tr("Back"), parent)
{
    for (size_t printer = 0; printer < screen.printers.size(); ++printer)
        content()->addWidget(card(screen, printer));
    if (!screen.lastPrint.isEmpty())
        addNote(content(), Note{NoteKind::Plain, QStringLiteral("ui-printer"), screen.lastPrint});
    content()->addStretch(1);
}

QWidget *OfficerPrinters::card(const OfficerScreen &screen, size_t printer)
{
    const PrinterStatus &status = screen.printers[printer];
    auto *card = new Card(theme(), this);
    const QString trouble
        = DeviceWords::printer({{}, status.condition, status.paper}, look().language);
    card->setStripe(mayPrint(status.condition) ? Colour::Leaf : Colour::Brick);
    auto *column = new QVBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 3 : 7);
    column->setContentsMargins(inset + theme().px(5), inset, inset, inset);
    column->setSpacing(theme().px(look().isSmall() ? 2 : 4));
    const QString name = DeviceWords::printerName(status.place, look().language);
    addText(column, name.isEmpty() ? tr("Printer of this kiosk") : capitalised(name), Type::Lead,
        Weight::Bold);
    addText(column, trouble.isEmpty() ? tr("ready") : trouble, Type::Lead);
    addText(column,
        status.paper ? tr("About %1 slips left on the roll.").arg(status.paper->slips)
                     : tr("Nobody has said when a roll was put in."),
        Type::Body)
        ->setColour(theme().colour(Colour::Ink2));
    auto *keys = new QHBoxLayout;
    keys->setSpacing(theme().px(look().isSmall() ? 3 : 5));
    const auto add = [&](const QString &text, const QString &icon, const OfficerWish &wish) {
        auto *key = wishKey(text, icon, wish);
        key->setParent(card);
        keys->addWidget(key, 1);
    };
    add(tr("New roll is in"), look().isLandscape() ? QStringLiteral("ui-check") : QString(),
        RollPutIn{printer});
    add(tr("Test slip"), look().isLandscape() ? QStringLiteral("ui-slip") : QString(),
        TestSlip{printer});
    add(tr("Feed and cut"), look().isLandscape() ? QStringLiteral("ui-down") : QString(),
        FeedAndCut{printer});
    column->addLayout(keys);
    return card;
}

// ---- the kiosk
// -----------------------------------------------------------------------------------

OfficerKiosk::OfficerKiosk(const Look &look, const OfficerScreen &screen, QWidget *parent)
    : OfficerPage(look, tr("This kiosk"), screen.name, tr("Back"), parent)
{
    content()->addWidget(facts(screen));
    if (screen.volume)
        content()->addWidget(level(tr("Volume"), *screen.volume, 0,
            [](int percent) { return OfficerWish(SetVolume{percent}); }));
    content()->addWidget(level(tr("Brightness"), screen.brightness, 30,
        [](int percent) { return OfficerWish(SetBrightness{percent}); }));
    content()->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(look.isSmall() ? 3 : 5));
    askTwice(row, tr("Restart the kiosk"), tr("Really restart?"), RestartKiosk{});
    if (screen.isTechnician)
        askTwice(row, tr("Leave to the desktop"), tr("Really leave?"), LeaveKiosk{});
    content()->addLayout(row);
}

QWidget *OfficerKiosk::facts(const OfficerScreen &screen)
{
    auto *card = new Card(theme(), this);
    auto *grid = new QGridLayout(card);
    const int inset = theme().px(look().isSmall() ? 3 : 8);
    grid->setContentsMargins(inset, inset, inset, inset);
    grid->setVerticalSpacing(theme().px(look().isSmall() ? 1 : 3));
    grid->setHorizontalSpacing(theme().px(6));
    int row = 0;
    const auto add = [&](const QString &name, const QString &value) {
        auto *left = new TextLabel(theme(), name, Type::Body, Weight::Regular, card);
        left->setColour(theme().colour(Colour::Ink2));
        grid->addWidget(left, row, 0);
        grid->addWidget(new TextLabel(theme(), value, Type::Body, Weight::Bold, card), row++, 1);
    };
    QString network = tr("connected");
    if (!screen.isConnected)
        network = screen.heardAt
            ? tr("away since %1").arg(clockText(screen.heardAt->ofDay, look().language))
            : tr("never reached since the start");
    if (screen.unreported > 0)
        network += QStringLiteral(", ") + tr("slips not reported: %1").arg(screen.unreported);
    add(tr("Network"), network);
    const auto off = std::chrono::round<std::chrono::seconds>(screen.clockOffset).count();
    add(tr("Clock"),
        clockText(screen.now.ofDay, look().language) + QStringLiteral(", ")
            + (std::abs(off) < 2 ? tr("right") : tr("corrected by %1 seconds").arg(off)));
    add(tr("Name"), screen.terminal);
    add(tr("Version"), screen.version);
    grid->setColumnStretch(1, 1);
    return card;
}

QWidget *OfficerKiosk::level(
    const QString &name, int percent, int least, const std::function<OfficerWish(int)> &wish)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(look().isSmall() ? 3 : 5));
    auto *words = new TextLabel(theme(), name + QStringLiteral(": <b>%1 %</b>").arg(percent),
        Type::Lead, Weight::Regular, box);
    row->addWidget(words, 1, Qt::AlignVCenter);
    const auto add = [&](const QString &text, int to) {
        auto *key = wishKey(text, {}, wish(std::clamp(to, least, 100)));
        key->setParent(box);
        key->setAccessibleName(name + QLatin1Char(' ') + text);
        key->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        key->setFixedWidth(theme().px(look().isSmall() ? 44 : 60));
        row->addWidget(key);
    };
    add(tr("less"), percent - 10);
    add(tr("more"), percent + 10);
    return box;
}

void OfficerKiosk::askTwice(
    QHBoxLayout *row, const QString &text, const QString &sure, const OfficerWish &wish)
{
    auto *first = new Key(theme(), KeyKind::Plain, {.text = text}, this);
    auto *second = wishKey(sure, QStringLiteral("ui-warning"), wish);
    first->setFixedHeight(keyHeight());
    first->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    QSizePolicy stays(QSizePolicy::Ignored, QSizePolicy::Fixed);
    stays.setRetainSizeWhenHidden(true);
    second->setSizePolicy(stays);
    second->hide();
    connect(first, &Key::clicked, second, [first, second] {
        first->setEnabled(false);
        second->show();
    });
    row->addWidget(first, 1);
    row->addWidget(second, 1);
}

// ---- pause
// ---------------------------------------------------------------------------------------

QString OfficerPause::sentence(RestReason reason)
{
    switch (reason) {
    case RestReason::Cleaning:
        return tr("This kiosk is being cleaned.");
    case RestReason::Fault:
        return tr("This kiosk is out of order.");
    case RestReason::Event:
        return tr("No numbers are given here just now.");
    }
    return {};
}

QString OfficerPause::name(RestReason reason)
{
    switch (reason) {
    case RestReason::Cleaning:
        return tr("Cleaning");
    case RestReason::Fault:
        return tr("Out of order");
    case RestReason::Event:
        return tr("Another reason");
    }
    return {};
}

OfficerPause::OfficerPause(const Look &look, const OfficerScreen &screen, QWidget *parent)
    : OfficerPage(look, tr("Pause the kiosk"), screen.name, tr("Back"), parent)
{
    addText(content(), tr("Visitors read:"), Type::Lead, Weight::Bold);
    for (int i = 0; i < restReasonCount; ++i) {
        const auto reason = RestReason(i);
        auto *key = wishKey(name(reason), QStringLiteral("ui-park"), PauseKiosk{reason});
        auto shown = key->content();
        shown.second = sentence(reason);
        key->setContent(shown);
        key->setFixedHeight(theme().px(look.isPortrait() ? 44 : look.isSmall() ? 26 : 34));
        content()->addWidget(key);
    }
    addText(content(), tr("The kiosk opens again here, or by itself when a new day begins."),
        Type::Body)
        ->setColour(theme().colour(Colour::Ink2));
    content()->addStretch(1);
}

} // namespace antre
