// SPDX-License-Identifier: Apache-2.0
#include "common/band.h"
#include "common/numberlabel.h"
#include "common/qrpicture.h"
#include "kiosk/keys.h"
#include "kiosk/pages.h"
#include "kiosk/parts.h"
#include "kiosk/questioncard.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace antre {

/// Fifteen inches hold all agencies at once, or large letters; with news fewer of them.
static constexpr int largeColumns = 2;
static int largeRows(const StartView &view) { return view.note || view.question ? 3 : 4; }

int StartPage::partCount(const Look &look, const StartView &view)
{
    const int most = largeColumns * largeRows(view);
    const bool parted = look.isSmall() && look.isLarge();
    return parted ? std::max(1, (int(view.agencies.size()) + most - 1) / most) : 1;
}

StartPage::StartPage(const Look &look, const StartView &view, int part, QWidget *parent)
    : Page(look, parent)
    , m_part(std::clamp(part, 0, partCount(look, view) - 1))
{
    if (look.isLandscape())
        layOutLandscape(view);
    else if (look.isSmall())
        layOutSmall(view);
    else if (look.low)
        layOutLow(view);
    else
        layOutPortrait(view);
}

void StartPage::setTime(const QString &clock, const QString &date)
{
    if (m_clock)
        m_clock->setNumber(clock);
    if (m_date && m_date->text() != date)
        m_date->setMarkup(date);
}

void StartPage::setQuestionLeft(const QString &sentence)
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

/// One key names the slip of the visitor just gone, smaller than what the next one looks for.
Key *StartPage::lastSlipKey(const StartView &view)
{
    if (view.lastSlip.isEmpty() || view.question)
        return nullptr;
    const bool isTall = look().isPortrait() && !look().low;
    KeyContent content{.text = view.lastSlip,
        .icon = look().isSmall() || look().low ? QString() : QStringLiteral("ui-printer")};
    content.iconPx = theme().px(isTall ? 12 : 10);
    content.type = isTall ? Type::Lead : Type::Body;
    content.weight = Weight::Regular;
    content.centred = !look().isLandscape();
    auto *key = new Key(theme(), KeyKind::Plain, content, this);
    key->setAccessibleName(FittedText::plain(view.lastSlip));
    connect(key, &Key::clicked, this, &StartPage::reprintWanted);
    return key;
}

/// The way to a number without paper; alone it says what it is.
QWidget *StartPage::phoneCard(const StartView &view, int codePx, bool isAlone)
{
    auto *card = new Card(theme(), this);
    auto *row = new QHBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 1 : 2);
    row->setContentsMargins(inset, inset, isAlone ? theme().px(8) : inset, inset);
    row->setSpacing(theme().px(5));
    row->addWidget(new QrPicture(
        view.phoneCode, codePx, tr("Code of the page where phones take a number"), card));
    if (isAlone)
        row->addWidget(new TextLabel(theme(), tr("Take a number on your phone"), Type::Lead,
                           Weight::Bold, card),
            0, Qt::AlignVCenter);
    return card;
}

/// What is the matter, and beside it the code that helps, where it does.
void StartPage::addNews(QBoxLayout *column, const StartView &view)
{
    if (view.phoneCode.isNull() || !view.note)
        return addNote(column, view.note);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(look().isSmall() ? 2 : 5));
    addNote(row, view.note);
    row->setStretch(0, 1);
    const int codePx = theme().px(look().isSmall() ? 22 : look().isLandscape() ? 34 : 50);
    row->addWidget(phoneCard(view, codePx, false));
    column->addLayout(row);
}

QGridLayout *StartPage::agencyGrid(const StartView &view, int columns, int shape)
{
    auto *grid = new QGridLayout;
    const int all = int(view.agencies.size());
    const bool parted = partCount(look(), view) > 1;
    const int most = parted ? largeColumns * largeRows(view) : all;
    const int from = m_part * most;
    const int shown = std::min(most, all - from);
    for (int i = 0; i < shown; ++i) {
        const auto &tile = view.agencies[size_t(from + i)];
        auto *key = new AgencyKey(look(), AgencyKey::Shape(shape), tile, this);
        connect(key, &Key::clicked, this, [this, id = tile.id] { Q_EMIT agencyChosen(id); });
        grid->addWidget(key, i / columns, i % columns);
    }
    // The last part's keys are as high as the others'.
    const int rows = parted ? largeRows(view) : (shown + columns - 1) / columns;
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

/// The ways to a service for who does not know its agency, beside one another.
QList<Key *> StartPage::findKeys(const StartView &view, bool withExamples, double heightMm)
{
    QList<Key *> keys{searchKey(withExamples)};
    if (view.scan)
        keys << scanKey();
    for (Key *key : keys)
        key->setFixedHeight(theme().px(heightMm));
    return keys;
}

void StartPage::layOutPortrait(const StartView &view)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(10), look().side(), theme().px(6));
    column->setSpacing(0);
    const bool noted = view.note && !(view.question && look().isLarge());
    if (noted) {
        addNews(column, view);
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
    for (auto *key : findKeys(view, !look().isLarge(), noted ? 31 : 35))
        row->addWidget(key, row->isEmpty() ? 2 : 1);
    column->addLayout(row);
    column->addSpacing(theme().px(8));
    auto *grid = agencyGrid(view, 3, int(AgencyKey::Shape::Tall));
    grid->setHorizontalSpacing(theme().px(5));
    grid->setVerticalSpacing(theme().px(4.8));
    column->addLayout(grid, 1);
    if (auto *key = lastSlipKey(view)) {
        key->setFixedHeight(theme().px(24));
        column->addSpacing(theme().px(5));
        column->addWidget(key);
    }
    addQuestion(column, view);
}

void StartPage::addPartKeys(QBoxLayout *row, const StartView &view)
{
    const int parts = partCount(look(), view);
    if (parts == 1)
        return;
    const int most = largeColumns * largeRows(view);
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
    auto *upper = new QWidget(this);
    upper->setAutoFillBackground(true);
    QPalette ground;
    ground.setColor(
        QPalette::Window, theme().colour(theme().isHighContrast() ? Colour::Page : Colour::Sea));
    upper->setPalette(ground);
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
    if (!view.phoneCode.isNull()) {
        column->addSpacing(theme().px(12));
        column->addWidget(phoneCard(view, theme().px(50), true), 0, Qt::AlignHCenter);
    }
    column->addStretch(1);
    return upper;
}

void StartPage::layOutLow(const StartView &view)
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
    auto *last = lastSlipKey(view);
    std::vector<Key *> further{searchKey(false)};
    if (view.scan)
        further.push_back(scanKey());
    const int free = 4 - after % 4;
    // The last slip's key beside them where there is room, else below.
    if (last && int(further.size()) < free)
        further.push_back(std::exchange(last, nullptr));
    for (int i = int(further.size()) - 1, column = 3; i >= 0; --i) {
        const int from = i == 0 ? after % 4 : column--;
        grid->addWidget(further[size_t(i)], after / 4, from, 1, i == 0 ? column + 1 - from : 1);
    }
    if (last)
        grid->addWidget(last, after / 4 + 1, 0, 1, 4);
    lower->addLayout(grid, 1);
    addQuestion(lower, view);
    auto *box = new QWidget(this);
    box->setLayout(lower);
    // The help bar below takes 50 of the 350 mm that a seated visitor reaches.
    box->setFixedHeight(std::min(theme().px(300), 822 * theme().px(100) / 270));
    all->addWidget(box);
}

void StartPage::layOutLandscape(const StartView &view)
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
    // With their code, or below two keys, news are too much for the rail.
    const bool inRail = view.note && view.phoneCode.isNull() && !view.scan;
    if (inRail) {
        auto *note = rail->addText(view.note->markup, Type::Caption);
        note->setLineHeight(1.2);
        rail->content()->addSpacing(theme().px(4));
    }
    if (!inRail || !look().isLarge())
        rail->addText(
            tr("What do you need today?"), inRail ? Type::Title : Type::Headline, Weight::Bold);
    rail->content()->addSpacing(theme().px(3));
    for (auto *key : findKeys(view, false, 28))
        rail->content()->addWidget(key);
    if (auto *key = lastSlipKey(view)) {
        key->setFixedHeight(theme().px(24));
        rail->content()->addWidget(key);
    }
    row->addWidget(rail);
    auto *grid = agencyGrid(view, 3, int(AgencyKey::Shape::Flat));
    grid->setHorizontalSpacing(theme().px(3.5));
    grid->setVerticalSpacing(theme().px(2));
    auto *main = new QVBoxLayout;
    main->setContentsMargins(theme().px(7.4), theme().px(5), theme().px(7), theme().px(4));
    main->setSpacing(theme().px(4));
    // For two minutes the question to the last visitor takes their place.
    if (view.note && !inRail && !view.question)
        addNews(main, view);
    main->addLayout(grid, 1);
    addQuestion(main, view);
    row->addLayout(main, 1);
}

/// The search and what can be scanned, and before them the last slip's key, news or the title.
QBoxLayout *StartPage::smallTop(const StartView &view, bool withNews)
{
    auto *top = new QHBoxLayout;
    top->setSpacing(theme().px(3));
    const bool isCalm = view.note && view.note->kind == NoteKind::Calm;
    auto *last = withNews && !isCalm ? nullptr : lastSlipKey(view);
    if (last) {
        last->setFixedHeight(theme().px(20.2));
        top->addWidget(last, 1, Qt::AlignVCenter);
    } else if (withNews) {
        addNews(top, view);
        top->setStretch(0, 1);
    } else {
        auto *title = new TextLabel(
            theme(), tr("What do you need today?"), Type::Title, Weight::Bold, this);
        title->setOneLine();
        title->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
        top->addWidget(title, 1);
    }
    for (auto *key : findKeys(view, false, 20.2))
        top->addWidget(key, 0, Qt::AlignVCenter);
    return top;
}

void StartPage::layOutSmall(const StartView &view)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(3), look().side(), theme().px(1.5));
    column->setSpacing(theme().px(2));
    const bool parted = partCount(look(), view) > 1;
    // News take the title's place beside one key; beside two, or in large letters, they have a line
    // of their own. The question to the last visitor takes the place of all, for its two minutes:
    // the agencies' keys would be too low.
    const bool isCalm = view.note && view.note->kind == NoteKind::Calm;
    const bool isBelow = view.note && (view.scan || parted)
        && !(isCalm && !view.lastSlip.isEmpty()); // calm news wait for the last slip's key
    if (!view.question)
        column->addLayout(smallTop(view, view.note && !isBelow));
    if (!view.question && isBelow)
        addNews(column, view);
    auto *grid = agencyGrid(view, parted ? largeColumns : 3, int(AgencyKey::Shape::Flat));
    grid->setHorizontalSpacing(theme().px(3));
    grid->setVerticalSpacing(theme().px(1.6));
    column->addLayout(grid, 1);
    if (parted) {
        auto *turn = new QHBoxLayout;
        turn->setSpacing(theme().px(3));
        addPartKeys(turn, view);
        column->addLayout(turn);
    }
    addQuestion(column, view);
}

} // namespace antre
