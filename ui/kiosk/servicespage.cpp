// SPDX-License-Identifier: Apache-2.0
#include "kiosk/keys.h"
#include "kiosk/pages.h"
#include "kiosk/parts.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <algorithm>

namespace antre {

namespace {
struct ListShape
{
    int columns;
    int rows;
};

// How many services one screenful takes: never so many that a key would be lower than 20 mm.
ListShape listShape(const Look &look)
{
    if (look.isPortrait()) {
        if (look.low)
            return {look.isLarge() ? 1 : 2, look.isLarge() ? 5 : 8};
        return {1, look.isLarge() ? 7 : 15};
    }
    if (look.isLandscape())
        return {look.isLarge() ? 1 : 2, look.isLarge() ? 7 : 8};
    return {look.isLarge() ? 1 : 2, look.isLarge() ? 4 : 6};
}
} // namespace

int ServicesPage::partCount(const Look &look, const ServicesView &view)
{
    const auto shape = listShape(look);
    const int most = shape.columns * shape.rows;
    return std::max(1, (int(view.rows.size()) + most - 1) / most);
}

// Parts are equally long, so that the last one is not a single leftover.
std::pair<int, int> ServicesPage::range(const ServicesView &view) const
{
    const int count = int(view.rows.size());
    const auto shape = listShape(look());
    const int parts = partCount(look(), view);
    const bool even = shape.columns > 1;
    const int most = even ? (count + parts - 1) / parts : shape.rows * shape.columns;
    return {std::min(count, m_part * most), std::min(count, (m_part + 1) * most)};
}

ServicesPage::ServicesPage(const Look &look, const ServicesView &view, int part, QWidget *parent)
    : Page(look, parent)
    , m_part(std::clamp(part, 0, partCount(look, view) - 1))
{
    if (look.isLandscape())
        layOutLandscape(view);
    else if (look.isSmall())
        layOutSmall(view);
    else
        layOutPortrait(view);
}

QWidget *ServicesPage::list(const ServicesView &view, int columns)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    const auto [from, until] = range(view);
    const int shown = until - from;
    const int rows = (shown + columns - 1) / columns;
    const bool roomy = look().isPortrait() && !look().low && rows <= 8;
    grid->setHorizontalSpacing(theme().px(4));
    grid->setVerticalSpacing(theme().px(look().isLarge() && look().isPortrait() ? 5
            : roomy                                                             ? 5
            : look().isSmall()                                                  ? 1.8
                                                                                : 2.4));
    auto shape = ServiceKey::Shape::NameOnly;
    if (columns == 1 && !look().isLarge())
        shape = roomy ? ServiceKey::Shape::TwoLines : ServiceKey::Shape::OneLine;
    const int most = theme().px(look().low ? (look().isLarge() ? 40 : 26.5)
            : look().isPortrait()          ? (look().isLarge() ? 60 : 49)
                                           : 30);
    box->setMaximumHeight(rows * most + (rows - 1) * grid->verticalSpacing());
    for (int i = 0; i < shown; ++i) {
        const auto &service = view.rows[size_t(from + i)];
        auto *key = new ServiceKey(look(), shape, service, box);
        key->setMinimumHeight(theme().px(20));
        key->setMaximumHeight(most);
        key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
        connect(key, &Key::clicked, this, [this, id = service.id] { Q_EMIT serviceChosen(id); });
        // Down, then across: the eye follows a column.
        grid->addWidget(key, i % rows, i / rows);
    }
    for (int row = 0; row < rows; ++row)
        grid->setRowStretch(row, 1000);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    return box;
}

void ServicesPage::addPartKeys(QBoxLayout *row, const ServicesView &view)
{
    const int parts = partCount(look(), view);
    if (parts == 1)
        return;
    const auto [from, until] = range(view);
    auto *where
        = new TextLabel(theme(), tr("%1–%2 of %3").arg(from + 1).arg(until).arg(view.rows.size()),
            Type::Lead, Weight::Bold, this);
    where->setAlign(Qt::AlignCenter);
    where->setOneLine();
    if (look().isLandscape())
        where->setColour(theme().colour(Colour::OnSea));
    row->addWidget(where, 1);
    if (m_part > 0) {
        auto *previous = actionKey(tr("Previous"), QStringLiteral("ui-up"));
        connect(previous, &Key::clicked, this, [this] { Q_EMIT partWanted(m_part - 1); });
        row->addWidget(previous);
    }
    if (m_part + 1 < parts) {
        auto *next = primaryKey(tr("Next"), QStringLiteral("ui-down"));
        auto content = next->content();
        content.type = Type::Title;
        next->setContent(content);
        next->setFixedHeight(theme().px(look().isPortrait() ? 34 : look().isSmall() ? 20.5 : 28));
        connect(next, &Key::clicked, this, [this] { Q_EMIT partWanted(m_part + 1); });
        row->addWidget(next);
    }
}

void ServicesPage::layOutPortrait(const ServicesView &view)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(7), look().side(), theme().px(5.4));
    column->setSpacing(0);
    const QString below = look().isLarge() ? view.waiting : view.head.fullName;
    column->addWidget(new HereHead(look(), view.head, {}, view.head.shortName, below, this));
    column->addSpacing(theme().px(5));
    if (view.note) {
        addNote(column, view.note);
    } else if (!look().isLarge()) {
        auto *card = new Card(theme(), this);
        auto *row = new QHBoxLayout(card);
        row->setContentsMargins(theme().px(6), theme().px(5), theme().px(7), theme().px(5));
        row->setSpacing(theme().px(5));
        row->addWidget(new IconPicture(QStringLiteral("ui-people"), theme().px(15),
                           theme().colour(Colour::Sea), card),
            0, Qt::AlignVCenter);
        row->addWidget(new TextLabel(theme(), view.waiting, Type::Lead, Weight::Regular, card), 1,
            Qt::AlignVCenter);
        column->addWidget(card);
    }
    column->addSpacing(theme().px(6));
    if (look().low)
        column->addStretch(100000);
    if (!look().isLarge()) {
        column->addWidget(
            new TextLabel(theme(), tr("Choose a service"), Type::Lead, Weight::Bold, this));
        column->addSpacing(theme().px(4));
    }
    auto *services = list(view, listShape(look()).columns);
    if (look().low)
        services->setFixedHeight(std::min(services->maximumHeight(), theme().px(228)));
    column->addWidget(services, 1000);
    column->addStretch(1);
    column->addSpacing(theme().px(5));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme().px(5));
    auto *back = actionKey(tr("Back"), QStringLiteral("ui-back"));
    connect(back, &Key::clicked, this, &ServicesPage::backWanted);
    actions->addWidget(back);
    addPartKeys(actions, view);
    if (partCount(look(), view) == 1)
        actions->addStretch(1);
    column->addLayout(actions);
}

void ServicesPage::layOutLandscape(const ServicesView &view)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *rail = new Rail(look(), this);
    auto *in = rail->content();
    auto *top = new QHBoxLayout;
    top->addWidget(new IconPicture(view.head.icon, theme().px(look().isLarge() ? 20 : 29),
        theme().colour(Colour::OnSea), rail));
    top->addStretch(1);
    top->addWidget(new CodeTile(look(), view.head.code, theme().px(15), rail), 0, Qt::AlignTop);
    in->addLayout(top);
    in->addSpacing(theme().px(2));
    auto *name = rail->addText(view.head.shortName, Type::Headline, Weight::Bold);
    name->setLineHeight(1.05);
    if (!look().isLarge())
        rail->addText(view.head.fullName, Type::Caption);
    in->addSpacing(theme().px(4));
    if (view.note) {
        rail->addText(view.note->markup, Type::Caption);
    } else {
        rail->addText(
            view.queue.wait.isEmpty() ? view.waiting : QString(u"<b>" % view.waitingOnly % u"</b>"),
            Type::Lead);
        if (!view.queue.wait.isEmpty() && !look().isLarge()) {
            in->addSpacing(theme().px(2));
            rail->addText(tr("Expected wait"), Type::Caption);
            rail->addText(view.queue.wait, Type::Headline, Weight::Bold);
        }
    }
    in->addStretch(1);
    auto *parts = new QVBoxLayout;
    parts->setSpacing(theme().px(3));
    addPartKeys(parts, view);
    in->addLayout(parts);
    auto *back = actionKey(tr("Back"), QStringLiteral("ui-back"));
    connect(back, &Key::clicked, this, &ServicesPage::backWanted);
    in->addWidget(back);
    row->addWidget(rail);
    auto *services = list(view, listShape(look()).columns);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(theme().px(7.4), theme().px(5), theme().px(7), theme().px(4));
    right->addWidget(services, 1000);
    right->addStretch(1);
    row->addLayout(right, 1);
}

void ServicesPage::layOutSmall(const ServicesView &view)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look().side(), theme().px(3), look().side(), theme().px(2.4));
    column->setSpacing(theme().px(2.4));
    column->addWidget(new HereHead(
        look(), view.head, {}, view.head.shortName, view.note ? QString() : view.waiting, this));
    addNote(column, view.note);
    column->addWidget(list(view, listShape(look()).columns), 1000);
    column->addStretch(1);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme().px(3));
    auto *back = actionKey(tr("Back"), QStringLiteral("ui-back"));
    connect(back, &Key::clicked, this, &ServicesPage::backWanted);
    actions->addWidget(back);
    addPartKeys(actions, view);
    if (partCount(look(), view) == 1)
        actions->addStretch(1);
    column->addLayout(actions);
}

} // namespace antre
