// SPDX-License-Identifier: Apache-2.0
#include "kiosk/searchresults.h"

#include "common/key.h"
#include "common/notestrip.h"
#include "common/textlabel.h"
#include "kiosk/foundkey.h"

#include <algorithm>

namespace antre {

namespace {

/// How rows stand, sizes in millimetres.
struct RowShape
{
    int columns;
    double height;
    double gap;
    int frequentColumns;
    double frequentHeight; ///< at most
};

RowShape rowShape(const Look &look)
{
    if (look.isPortrait() && look.low)
        return {look.isLarge() ? 1 : 2, look.isLarge() ? 38.0 : 31.0, 3.4, 3, 33};
    if (look.isPortrait())
        return {1, look.isLarge() ? 46.0 : 36.0, 5, 3, 43};
    if (look.isLandscape())
        return {look.isLarge() ? 1 : 2, look.isLarge() ? 29.0 : 22.0, 3.2, 4, 30};
    return {look.isLarge() ? 1 : 2, 20.2, 1.8, 4, 24};
}

} // namespace

QList<Key *> partKeys(const Look &look, const FoundPart &part, QWidget *parent,
    const std::function<void(int from)> &turn)
{
    QList<Key *> keys;
    const auto add = [&](KeyKind kind, const QString &text, const QString &icon, int from) {
        KeyContent content{.text = text, .icon = icon};
        content.type = look.isSmall() ? Type::Body : Type::Lead;
        auto *key = new Key(look.theme, kind, content, parent);
        if (look.isSmall())
            key->setPadding(look.theme.px(3));
        QObject::connect(key, &Key::clicked, parent, [turn, from] { turn(from); });
        keys << key;
    };
    if (part.from > 0)
        add(KeyKind::Plain, SearchResults::tr("Previous"), QStringLiteral("ui-up"),
            std::max(0, part.from - part.most));
    if (part.from + part.count < part.total)
        add(KeyKind::Primary, SearchResults::tr("Next"), QStringLiteral("ui-down"),
            part.from + part.count);
    return keys;
}

QString partText(const FoundPart &part)
{
    return SearchResults::tr("%1–%2 of %3")
        .arg(std::max(0, part.from - part.agencies) + 1)
        .arg(part.from + part.count - part.agencies)
        .arg(part.total - part.agencies);
}

SearchResults::SearchResults(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
}

void SearchResults::setView(const SearchView &view)
{
    if (view == m_view && !m_keys.isEmpty())
        return;
    if (view.query != m_view.query)
        m_part = {};
    m_view = view;
    arrange();
}

void SearchResults::turnTo(int from)
{
    m_part.from = from;
    arrange();
}

void SearchResults::resizeEvent(QResizeEvent *) { arrange(); }

int SearchResults::titlePx() const
{
    return int(m_look.theme.typePx(Type::Lead) * 1.45)
        + m_look.theme.px(m_look.isSmall() ? 0.5 : 2);
}

/// How many rows of keys fit below `top`.
int SearchResults::roomFrom(int top) const
{
    const auto shape = rowShape(m_look);
    const int gap = m_look.theme.px(shape.gap);
    const int row = m_look.theme.px(shape.height) + gap;
    return std::max(0, (height() - top + gap) / row);
}

int SearchResults::addTitle(const QString &markup, int top)
{
    auto *title = new TextLabel(m_look.theme, markup, Type::Lead, Weight::Regular, this);
    title->setMaxLines(1);
    title->setGeometry(0, top, width(), int(m_look.theme.typePx(Type::Lead) * 1.45));
    title->show();
    return top + titlePx();
}

int SearchResults::addNote(const Note &note, int top)
{
    auto *strip = new NoteStrip(m_look.theme, note.kind, note.icon, note.markup,
        m_look.isSmall() ? Type::Body : Type::Lead, this);
    strip->setGeometry(0, top, width(), strip->heightForWidth(width()));
    strip->show();
    return top + strip->height() + m_look.theme.px(m_look.isPortrait() && !m_look.low ? 8 : 2);
}

void SearchResults::addKey(const FoundRow &row, Key *key, const QRect &place)
{
    key->setGeometry(place);
    connect(key, &Key::clicked, this, [this, row] { Q_EMIT chosen(row); });
    key->show();
    m_keys << key;
}

/// Down, then across, as in an agency's list. Where the next thing may stand.
int SearchResults::addRows(const std::vector<FoundRow> &rows, int from, int count, int top)
{
    const auto &theme = m_look.theme;
    const auto shape = rowShape(m_look);
    const int gap = theme.px(shape.gap);
    const int height = theme.px(shape.height);
    const int across = theme.px(4);
    const int wide = (width() - (shape.columns - 1) * across) / shape.columns;
    const int deep = (count + shape.columns - 1) / shape.columns;
    for (int i = 0; i < count; ++i) {
        const FoundRow &row = rows[size_t(from + i)];
        addKey(row, new FoundKey(m_look, FoundKey::Shape::Row, row, this),
            {(i / deep) * (wide + across), top + (i % deep) * (height + gap), wide, height});
    }
    return top + deep * (height + gap);
}

int SearchResults::addFound(int top)
{
    const int columns = rowShape(m_look).columns;
    m_part.total = int(m_view.found.size());
    m_part.agencies = int(std::ranges::count_if(
        m_view.found, [](const FoundRow &row) { return row.service.isEmpty(); }));
    m_part.from = std::min(m_part.from, m_part.total);
    int most = std::max(1, roomFrom(top)) * columns;
    const bool inside = m_look.isPortrait() && m_part.total > most;
    if (inside)
        most = std::max(1, roomFrom(top) - 1) * columns;
    m_part.most = most;
    m_part.count = std::min(most, m_part.total - m_part.from);
    if (m_part.count > 0)
        top = addRows(m_view.found, m_part.from, m_part.count, top);
    if (inside)
        addPartKeys();
    return inside ? height() : top;
}

void SearchResults::addPartKeys()
{
    const auto &theme = m_look.theme;
    const int high = theme.px(std::min(34.0, rowShape(m_look).height));
    const int top = height() - high;
    int right = width();
    const auto keys = partKeys(m_look, m_part, this, [this](int from) { turnTo(from); });
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const int wide = std::min(width() / 3, (*key)->sizeHint().width());
        (*key)->setGeometry(right - wide, top, wide, high);
        (*key)->show();
        right -= wide + theme.px(4);
    }
    m_keys += keys;
    auto *where = new TextLabel(theme, partText(m_part), Type::Lead, Weight::Bold, this);
    where->setMaxLines(1);
    where->setGeometry(0, top, right, high);
    where->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    where->show();
}

/// In a grid below `top`, as many as there is room for.
void SearchResults::addFrequent(int top)
{
    const auto &theme = m_look.theme;
    const auto shape = rowShape(m_look);
    const bool named = !(m_look.isSmall() && m_view.note);
    const int first = named ? top + titlePx() : top;
    const int gap = theme.px(m_look.isSmall() ? 1.8 : 4);
    const int all = int(m_view.frequent.size());
    const int columns = shape.frequentColumns;
    const int rows = std::min(
        (all + columns - 1) / columns, (height() - first + gap) / (theme.px(20.2) + gap));
    if (rows <= 0)
        return;
    if (named)
        addTitle(tr("Often looked for"), top);
    const int high
        = std::min(theme.px(shape.frequentHeight), (height() - first + gap) / rows - gap);
    const int across = std::max(gap, theme.px(3));
    const int wide = (width() - (columns - 1) * across) / columns;
    for (int i = 0; i < std::min(all, rows * columns); ++i) {
        const FoundRow &row = m_view.frequent[size_t(i)];
        addKey(row, new FoundKey(m_look, FoundKey::Shape::Frequent, row, this),
            {i % columns * (wide + across), first + i / columns * (high + gap), wide, high});
    }
}

void SearchResults::arrange()
{
    const bool hadFocus
        = std::ranges::any_of(m_keys, [](const Key *key) { return key->hasFocus(); });
    m_keys.clear();
    // A key of the old results may be the one whose touch brought us here.
    for (auto *child : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        child->hide();
        child->deleteLater();
    }
    int top = 0;
    if (m_view.note)
        top = addNote(*m_view.note, top);
    if (!m_view.title.isEmpty() && m_look.isPortrait())
        top = addTitle(m_view.title, top);
    top = addFound(top);
    const int columns = rowShape(m_look).columns;
    const int most = roomFrom(top + titlePx()) * columns;
    if (!m_view.maybe.empty() && most > 0 && m_part.isAll()) {
        top = addTitle(tr("Perhaps you are looking for"), top);
        top = addRows(m_view.maybe, 0, std::min(most, int(m_view.maybe.size())), top);
    }
    addFrequent(top);
    if (hadFocus && !m_keys.isEmpty())
        m_keys.front()->setFocus(Qt::OtherFocusReason);
    Q_EMIT rearranged();
}

} // namespace antre
