// SPDX-License-Identifier: Apache-2.0
#include "common/band.h"
#include "common/numberlabel.h"
#include "kiosk/keys.h"
#include "kiosk/pages.h"
#include "kiosk/parts.h"
#include "kiosk/questioncard.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace antre {

/// Fifteen inches hold all agencies at once, or large letters.
static constexpr int largeColumns = 2;
static constexpr int largeRows = 4;

int StartPage::partCount(const Look &look, const StartView &view)
{
    const int most = largeColumns * largeRows;
    const bool parted = look.isSmall() && look.isLarge();
    return parted ? std::max(1, (int(view.agencies.size()) + most - 1) / most) : 1;
}

StartPage::StartPage(
    const Look &look, const StartView &view, StartExtras extras, int part, QWidget *parent)
    : Page(look, parent)
    , m_part(std::clamp(part, 0, partCount(look, view) - 1))
{
    if (look.isLandscape())
        layOutLandscape(view, extras);
    else if (look.isSmall())
        layOutSmall(view, extras);
    else if (look.low)
        layOutLow(view, extras);
    else
        layOutPortrait(view, extras);
}

void StartPage::setTime(const QString &clock, const QString &date)
{
    if (m_clock)
        m_clock->setNumber(clock);
    if (m_date && m_date->text() != date)
        m_date->setMarkup(date);
}

void StartPage::setReprintLeft(const QString &sentence)
{
    if (m_question)
        m_question->setLeft(sentence);
}

/// In the lowest quarter, whatever the layout: it is the next step of whom it concerns.
void StartPage::addQuestion(QBoxLayout *column, const StartView &view)
{
    if (!view.question)
        return;
    m_question = new QuestionCard(look(), *view.question, this);
    connect(
        m_question, &QuestionCard::answered, this, [this, about = view.question->about](bool yes) {
            if (about == QuestionView::About::Roll)
                Q_EMIT rollSaid(yes);
            else if (yes)
                Q_EMIT reprintWanted();
            else
                Q_EMIT slipThere();
        });
    column->addSpacing(theme().px(look().isPortrait() && !look().low ? 7 : 0));
    column->addWidget(m_question);
}

QGridLayout *StartPage::agencyGrid(const StartView &view, int columns, int shape)
{
    auto *grid = new QGridLayout;
    const int all = int(view.agencies.size());
    const bool parted = partCount(look(), view) > 1;
    const int most = parted ? largeColumns * largeRows : all;
    const int from = m_part * most;
    const int shown = std::min(most, all - from);
    for (int i = 0; i < shown; ++i) {
        const auto &tile = view.agencies[size_t(from + i)];
        auto *key = new AgencyKey(look(), AgencyKey::Shape(shape), tile, this);
        connect(key, &Key::clicked, this, [this, id = tile.id] { Q_EMIT agencyChosen(id); });
        grid->addWidget(key, i / columns, i % columns);
    }
    // The last part's keys are as high as the others'.
    const int rows = parted ? largeRows : (shown + columns - 1) / columns;
    for (int row = 0; row < rows; ++row)
        grid->setRowStretch(row, 1);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    return grid;
}

Key *StartPage::searchKey(bool withExamples)
{
    KeyContent content{.text = tr("<b>Find a service</b>"), .icon = QStringLiteral("ui-search")};
    if (withExamples)
        content.text += u' ' % tr("ID card, licence, passport …");
    content.weight = Weight::Regular;
    content.iconPx = theme().px(look().isSmall() ? 11 : 16);
    content.centred = false;
    auto *key = new Key(theme(), KeyKind::Plain, content, this);
    key->setAccessibleName(FittedText::plain(tr("<b>Find a service</b>")));
    connect(key, &Key::clicked, this, &StartPage::searchWanted);
    return key;
}

Key *StartPage::scanKey()
{
    KeyContent content{.text = tr("Scan a code"), .icon = QStringLiteral("ui-scan")};
    content.iconPx = theme().px(look().isSmall() ? 11 : 17);
    content.centred = false;
    auto *key = new Key(theme(), KeyKind::Plain, content, this);
    connect(key, &Key::clicked, this, &StartPage::scanWanted);
    return key;
}

void StartPage::layOutPortrait(const StartView &view, StartExtras extras)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(10), look().side(), theme().px(6));
    column->setSpacing(0);
    const bool noted = view.note && !(view.question && look().isLarge());
    if (noted) {
        addNote(column, view.note);
        column->addSpacing(theme().px(7));
    }
    column->addWidget(
        new TextLabel(theme(), tr("What do you need today?"), Type::Headline, Weight::Bold, this));
    if (!noted && !look().isLarge()) {
        column->addSpacing(theme().px(2));
        auto *label = new TextLabel(theme(), tr("Choose an agency, or search for the service."),
            Type::Lead, Weight::Regular, this);
        label->setColour(theme().colour(Colour::Ink2));
        column->addWidget(label);
    }
    column->addSpacing(theme().px(7));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(5));
    for (auto *key : {searchKey(!look().isLarge()), extras.scan ? scanKey() : nullptr}) {
        if (!key)
            continue;
        key->setFixedHeight(theme().px(noted ? 31 : 35));
        row->addWidget(key, row->isEmpty() ? 2 : 1);
    }
    column->addLayout(row);
    column->addSpacing(theme().px(8));
    auto *grid = agencyGrid(view, 3, int(AgencyKey::Shape::Tall));
    grid->setHorizontalSpacing(theme().px(5));
    grid->setVerticalSpacing(theme().px(4.8));
    column->addLayout(grid, 1);
    addQuestion(column, view);
}

void StartPage::addPartKeys(QBoxLayout *row, const StartView &view)
{
    const int parts = partCount(look(), view);
    if (parts == 1)
        return;
    const int most = largeColumns * largeRows;
    const int all = int(view.agencies.size());
    auto *where = new TextLabel(theme(),
        tr("%1–%2 of %3").arg(m_part * most + 1).arg(std::min(all, (m_part + 1) * most)).arg(all),
        Type::Lead, Weight::Bold, this);
    where->setAlign(Qt::AlignCenter);
    where->setOneLine();
    row->addWidget(where, 1);
    const auto add = [&](Key *key, int part) {
        auto content = key->content();
        content.type = Type::Lead;
        key->setContent(content);
        key->setFixedHeight(theme().px(20.5));
        connect(key, &Key::clicked, this, [this, part] { Q_EMIT partWanted(part); });
        row->addWidget(key);
    };
    if (m_part > 0)
        add(actionKey(tr("Previous"), QStringLiteral("ui-up")), m_part - 1);
    if (m_part + 1 < parts)
        add(primaryKey(tr("Next"), QStringLiteral("ui-down")), m_part + 1);
}

QWidget *StartPage::upperHalf(const StartView &view)
{
    auto *upper = new Card(theme(), this);
    upper->setGround(theme().isHighContrast() ? Colour::Page : Colour::Sea);
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(look().side(), 0, look().side(), 0);
    const auto onSea = theme().colour(Colour::OnSea);
    column->addStretch(1);
    column->addWidget(new MarkPicture(theme().px(66), onSea, upper), 0, Qt::AlignHCenter);
    column->addSpacing(theme().px(9));
    auto *mall = new TextLabel(theme(), view.mall, Type::Headline, Weight::Bold, upper);
    mall->setAlign(Qt::AlignHCenter);
    mall->setColour(onSea);
    column->addWidget(mall);
    column->addSpacing(theme().px(12));
    m_clock = new NumberLabel(theme(), {}, theme().px(55), upper);
    m_clock->setColour(onSea);
    column->addWidget(m_clock);
    column->addSpacing(theme().px(3));
    m_date = new TextLabel(theme(), {}, Type::Lead, Weight::Regular, upper);
    m_date->setAlign(Qt::AlignHCenter);
    m_date->setColour(onSea);
    column->addWidget(m_date);
    column->addStretch(1);
    return upper;
}

void StartPage::layOutLow(const StartView &view, StartExtras extras)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(upperHalf(view), 1);
    all->addWidget(new Band(theme(), this));
    auto *lower = new QVBoxLayout;
    lower->setContentsMargins(look().side(), theme().px(6), look().side(), theme().px(4.5));
    lower->setSpacing(theme().px(4.5));
    // For two minutes the question to the last visitor takes the place of news and title.
    if (!view.question) {
        addNote(lower, view.note);
        lower->addWidget(
            new TextLabel(theme(), tr("What do you need today?"), Type::Title, Weight::Bold, this));
    }
    auto *grid = agencyGrid(view, 4, int(AgencyKey::Shape::Compact));
    grid->setHorizontalSpacing(theme().px(4.5));
    grid->setVerticalSpacing(theme().px(3));
    const int after = int(view.agencies.size());
    grid->addWidget(searchKey(false), after / 4, after % 4, 1, extras.scan ? 2 : 3);
    if (extras.scan)
        grid->addWidget(scanKey(), after / 4, 3);
    lower->addLayout(grid, 1);
    addQuestion(lower, view);
    auto *box = new QWidget(this);
    box->setLayout(lower);
    // The help bar below takes 50 of the 350 mm that a seated visitor reaches.
    box->setFixedHeight(std::min(theme().px(300), 822 * theme().px(100) / 270));
    all->addWidget(box);
}

void StartPage::layOutLandscape(const StartView &view, StartExtras extras)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *rail = new Rail(look(), this);
    const auto onSea = theme().colour(Colour::OnSea);
    auto *whose = new QHBoxLayout;
    whose->setSpacing(theme().px(5));
    whose->addWidget(new MarkPicture(theme().px(19), onSea, rail), 0, Qt::AlignVCenter);
    auto *mall = new TextLabel(theme(), view.mall, Type::Lead, Weight::Bold, rail);
    mall->setColour(onSea);
    mall->setLineHeight(1.12);
    whose->addWidget(mall, 1);
    rail->content()->addLayout(whose);
    rail->content()->addSpacing(theme().px(8));
    m_clock = new NumberLabel(theme(), {}, theme().px(26), rail);
    m_clock->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_clock->setColour(onSea);
    rail->content()->addWidget(m_clock);
    m_date = rail->addText({}, Type::Caption);
    rail->content()->addStretch(1);
    if (view.note) {
        auto *note = rail->addText(view.note->markup, Type::Caption);
        note->setLineHeight(1.2);
        rail->content()->addSpacing(theme().px(4));
    }
    if (!view.note || !look().isLarge())
        rail->addText(
            tr("What do you need today?"), view.note ? Type::Title : Type::Headline, Weight::Bold);
    rail->content()->addSpacing(theme().px(3));
    for (auto *key : {searchKey(false), extras.scan ? scanKey() : nullptr}) {
        if (!key)
            continue;
        key->setFixedHeight(theme().px(28));
        rail->content()->addWidget(key);
    }
    row->addWidget(rail);
    auto *grid = agencyGrid(view, 3, int(AgencyKey::Shape::Flat));
    grid->setHorizontalSpacing(theme().px(3.5));
    grid->setVerticalSpacing(theme().px(2));
    auto *main = new QVBoxLayout;
    main->setContentsMargins(theme().px(7.4), theme().px(5), theme().px(7), theme().px(4));
    main->setSpacing(theme().px(4));
    main->addLayout(grid, 1);
    addQuestion(main, view);
    row->addLayout(main, 1);
}

void StartPage::layOutSmall(const StartView &view, StartExtras extras)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(3), look().side(), theme().px(1.5));
    column->setSpacing(theme().px(2));
    // News take the title's place beside the keys; the question to the last visitor takes theirs,
    // too, for its two minutes: the agencies' keys would be too low.
    if (!view.question && partCount(look(), view) == 1) {
        auto *top = new QHBoxLayout;
        top->setSpacing(theme().px(3));
        if (view.note) {
            addNote(top, view.note);
            top->setStretch(0, 1);
        } else {
            auto *title = new TextLabel(
                theme(), tr("What do you need today?"), Type::Title, Weight::Bold, this);
            title->setOneLine();
            title->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
            top->addWidget(title, 1);
        }
        for (auto *key : {searchKey(false), extras.scan ? scanKey() : nullptr}) {
            if (!key)
                continue;
            key->setFixedHeight(theme().px(20.2));
            top->addWidget(key, 0, Qt::AlignVCenter);
        }
        column->addLayout(top);
    }
    const bool parted = partCount(look(), view) > 1;
    if (parted && !view.question)
        addNote(column, view.note);
    auto *grid = agencyGrid(view, parted ? largeColumns : 3, int(AgencyKey::Shape::Flat));
    grid->setHorizontalSpacing(theme().px(3));
    grid->setVerticalSpacing(theme().px(1.6));
    column->addLayout(grid, 1);
    if (parted) {
        auto *turn = new QHBoxLayout;
        turn->setSpacing(theme().px(3));
        turn->addWidget(searchKey(false));
        if (extras.scan)
            turn->addWidget(scanKey());
        addPartKeys(turn, view);
        column->addLayout(turn);
    }
    addQuestion(column, view);
}

} // namespace antre
