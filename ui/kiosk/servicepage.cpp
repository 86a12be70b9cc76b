// SPDX-License-Identifier: Apache-2.0
#include "common/key.h"
#include "kiosk/pages.h"
#include "kiosk/parts.h"

#include <QBoxLayout>
#include <QButtonGroup>

#include <algorithm>

namespace antre {

ServicePage::ServicePage(
    const Look &look, const ServiceView &view, const ClassId &chosen, QWidget *parent)
    : Page(look, parent)
{
    if (look.isLandscape())
        layOutLandscape(view, chosen);
    else if (look.isSmall())
        layOutSmall(view, chosen);
    else
        layOutPortrait(view, chosen);
}

// ---- parts
// ---------------------------------------------------------------------------------------

QWidget *ServicePage::facts(const ServiceView &view)
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme().px(look().isPortrait() ? 5 : 3));
    // Wide screens give the longer fact more room; tall ones keep the columns of the start screen.
    for (const auto &fact : view.facts)
        layout->addWidget(new FactCard(look(), fact, box),
            look().isPortrait() ? 1 : std::clamp(int(fact.value.size()), 28, 50));
    return box;
}

QWidget *ServicePage::requirements(const ServiceView &view)
{
    auto *card = new Card(theme(), this);
    auto *column = new QVBoxLayout(card);
    const int inset = theme().px(look().isPortrait() ? 7 : look().isSmall() ? 4.5 : 8);
    column->setContentsMargins(
        inset, theme().px(look().isSmall() ? 3 : 7), inset, theme().px(look().isSmall() ? 2 : 5));
    column->setSpacing(theme().px(1));
    const bool later = view.closed && !view.closed->reopens.isEmpty();
    const QString title = later ? tr("Get ready now") : tr("What to bring");
    column->addWidget(new TextLabel(theme(), title, Type::Lead, Weight::Bold, card));
    auto *list = new RequirementList(look(), view.requirements, card);
    column->addWidget(list, 1);
    // With many papers on a low screen the list needs the room.
    constexpr int fewItems = 4;
    if (!view.closed
        && (look().isPortrait()
            || (look().isLandscape() && !look().isLarge()
                && view.requirements.size() <= fewItems))) {
        auto *help = new TextLabel(theme(),
            tr("Something missing? You may still take a number. The officer will help."),
            Type::Body, Weight::Regular, card);
        help->setColour(theme().colour(Colour::Ink2));
        column->addWidget(help);
    }
    return card;
}

QWidget *ServicePage::closedCard(const ServiceView &view)
{
    auto *card = new Card(theme(), this);
    card->setStripe(Colour::Brick);
    auto *row = new QHBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 5 : 12);
    row->setContentsMargins(theme().px(4) + inset, theme().px(look().isSmall() ? 4 : 10), inset,
        theme().px(look().isSmall() ? 4 : 10));
    row->setSpacing(theme().px(8));
    const int iconPx = theme().px(look().isPortrait() ? 35 : look().isSmall() ? 15 : 24);
    row->addWidget(new IconPicture(view.closed->icon, iconPx, theme().colour(Colour::Brick), card));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme().px(look().isSmall() ? 1 : 3));
    words->addStretch(1);
    const bool isLong = !view.closed->instead.isEmpty() && !look().isPortrait();
    words->addWidget(new TextLabel(
        theme(), view.closed->title, isLong ? Type::Title : Type::Headline, Weight::Bold, card));
    if (!view.closed->instead.isEmpty())
        words->addWidget(new TextLabel(theme(), view.closed->instead,
            look().isSmall() ? Type::Body : Type::Lead, Weight::Regular, card));
    if (!view.closed->detail.isEmpty() && look().isPortrait())
        words->addWidget(
            new TextLabel(theme(), view.closed->detail, Type::Lead, Weight::Regular, card));
    words->addStretch(1);
    row->addLayout(words, 1);
    return card;
}

QWidget *ServicePage::reopensCard(const ServiceView &view)
{
    auto *card = new Card(theme(), this);
    auto *column = new QVBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 4.5 : 9);
    column->setContentsMargins(inset, inset, inset, inset);
    column->setSpacing(theme().px(1.6));
    column->addWidget(
        new TextLabel(theme(), tr("Numbers can be taken again"), Type::Lead, Weight::Bold, card));
    column->addWidget(new TextLabel(theme(), view.closed->reopens,
        look().isSmall() ? Type::Title : Type::Value, Weight::Bold, card));
    return card;
}

QBoxLayout *ServicePage::priorities(const ServiceView &view, const ClassId &chosen, int height)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(look().isPortrait() ? 5 : 3));
    auto *group = new QButtonGroup(this);
    for (const auto &option : view.priorities) {
        KeyContent content{.text = option.name, .icon = option.icon};
        content.type = Type::Body;
        content.weight = Weight::Regular;
        content.column = true;
        content.iconPx = theme().px(look().isPortrait() ? 28 : look().isSmall() ? 10 : 17);
        auto *key = new Key(theme(), KeyKind::Plain, content, this);
        key->setPadding(theme().px(2));
        key->setCheckable(true);
        key->setFixedHeight(height);
        key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        const bool first = option.id == view.priorities.front().id;
        key->setChecked(option.id == chosen || (chosen.isEmpty() && first));
        group->addButton(key);
        connect(key, &Key::clicked, this, [this, id = option.id] { Q_EMIT classChosen(id); });
        row->addWidget(key, 1);
    }
    return row;
}

Key *ServicePage::takeKey()
{
    auto *key = primaryKey(tr("Take a number"), QStringLiteral("ui-slip"));
    connect(key, &Key::clicked, this, &ServicePage::numberWanted);
    return key;
}

Key *ServicePage::backKey()
{
    auto *key = actionKey(tr("Back"), QStringLiteral("ui-back"));
    connect(key, &Key::clicked, this, &ServicePage::backWanted);
    return key;
}

Key *ServicePage::homeKey()
{
    auto *key = actionKey(tr("Another service"), QStringLiteral("ui-home"));
    connect(key, &Key::clicked, this, &ServicePage::homeWanted);
    return key;
}

// ---- layouts
// -------------------------------------------------------------------------------------

void ServicePage::layOutPortrait(const ServiceView &view, const ClassId &chosen)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(7), look().side(), theme().px(5.4));
    column->setSpacing(theme().px(6));
    column->addWidget(new HereHead(look(), view.head, view.head.shortName, view.name, {}, this));
    if (view.closed) {
        column->addWidget(closedCard(view));
        if (!view.closed->reopens.isEmpty())
            column->addWidget(reopensCard(view));
    }
    column->addWidget(facts(view));
    addNote(column, view.note);
    column->addWidget(requirements(view));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme().px(5));
    auto *back = backKey();
    if (view.closed) {
        column->addStretch(1);
        actions->addWidget(back);
        actions->addWidget(homeKey(), 1);
    } else {
        column->addWidget(new QueueCard(look(), QueueCard::Shape::Wide, view.queue, this));
        column->addStretch(1);
        column->addWidget(
            new TextLabel(theme(), tr("Do you need priority?"), Type::Lead, Weight::Bold, this));
        column->addLayout(priorities(view, chosen, theme().px(look().isLarge() ? 62 : 66)));
        auto *take = takeKey();
        take->setFixedHeight(theme().px(tokens().primary));
        back->setFixedHeight(theme().px(tokens().primary));
        actions->addWidget(back);
        actions->addWidget(take, 1);
    }
    column->addLayout(actions);
}

void ServicePage::layOutLandscape(const ServiceView &view, const ClassId &chosen)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *rail = new Rail(look(), this);
    auto *in = rail->content();
    auto *top = new QHBoxLayout;
    top->addWidget(
        new IconPicture(view.head.icon, theme().px(25), theme().colour(Colour::OnSea), rail));
    top->addStretch(1);
    top->addWidget(new CodeTile(look(), view.head.code, theme().px(15), rail), 0, Qt::AlignTop);
    in->addLayout(top);
    rail->addText(view.head.shortName, Type::Lead);
    auto *name = rail->addText(view.name, Type::Title, Weight::Bold);
    name->setLineHeight(1.1);
    in->addStretch(1);
    auto *back = backKey();
    in->addWidget(back);
    row->addWidget(rail);

    auto *main = new QVBoxLayout;
    main->setContentsMargins(theme().px(7.4), theme().px(5), theme().px(7), theme().px(4));
    main->setSpacing(theme().px(4));
    addNote(main, view.note);
    main->addWidget(facts(view));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(theme().px(4));
    middle->addWidget(requirements(view), 12);
    auto *right = new QVBoxLayout;
    right->setSpacing(theme().px(4));
    if (view.closed) {
        right->addWidget(closedCard(view));
        if (!view.closed->reopens.isEmpty())
            right->addWidget(reopensCard(view));
    } else {
        right->addWidget(new QueueCard(look(), QueueCard::Shape::Narrow, view.queue, this));
    }
    right->addStretch(1);
    middle->addLayout(right, 8);
    main->addLayout(middle, 1);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme().px(4));
    if (view.closed) {
        actions->addStretch(1);
        actions->addWidget(homeKey());
    } else {
        const int height = theme().px(40);
        main->addWidget(
            new TextLabel(theme(), tr("Do you need priority?"), Type::Lead, Weight::Bold, this));
        actions->addLayout(priorities(view, chosen, height), 13);
        auto *take = takeKey();
        take->setFixedHeight(height);
        take->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        actions->addWidget(take, 7);
    }
    main->addLayout(actions);
    row->addLayout(main, 1);
}

void ServicePage::layOutSmall(const ServiceView &view, const ClassId &chosen)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(3), look().side(), theme().px(2.4));
    column->setSpacing(theme().px(2.4));
    auto *top = new QHBoxLayout;
    top->setSpacing(theme().px(4));
    top->addWidget(backKey());
    top->addWidget(new HereHead(look(), view.head, {}, view.name, {}, this), 1, Qt::AlignVCenter);
    column->addLayout(top);
    addNote(column, view.note);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(theme().px(3));
    middle->addWidget(requirements(view), 11);
    auto *right = new QVBoxLayout;
    right->setSpacing(theme().px(2.4));
    if (view.closed) {
        right->addWidget(closedCard(view));
        if (!view.closed->reopens.isEmpty())
            right->addWidget(reopensCard(view));
    } else {
        // A break's news or a long fee leaves no room for the picture.
        constexpr int longFee = 45;
        const bool brief
            = view.note || (!view.facts.empty() && view.facts.front().value.size() > longFee);
        const auto shape = brief ? QueueCard::Shape::Brief : QueueCard::Shape::Narrow;
        right->addWidget(new QueueCard(look(), shape, view.queue, this));
    }
    // The fee is what people ask for first; time and result are on the slip. In large letters why
    // there is no number comes before it.
    if (!view.facts.empty() && !(view.closed && look().isLarge()))
        right->addWidget(new FactCard(look(), view.facts.front(), this));
    right->addStretch(1);
    middle->addLayout(right, 9);
    column->addLayout(middle, 1);
    if (view.closed) {
        column->addWidget(homeKey(), 0, Qt::AlignRight);
        return;
    }
    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme().px(3));
    const int height = theme().px(31);
    actions->addLayout(priorities(view, chosen, height), 13);
    auto *take = takeKey();
    take->setFixedHeight(height);
    take->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    actions->addWidget(take, 7);
    column->addLayout(actions);
}

} // namespace antre
