// SPDX-License-Identifier: Apache-2.0
#include "kiosk/searchpage.h"

#include "common/icons.h"
#include "common/notestrip.h"
#include "kiosk/onscreenkeyboard.h"
#include "kiosk/parts.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <functional>

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

/// Keys to the rows before and after those that are shown; `turn` shows the rows from there on.
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
        add(KeyKind::Plain, SearchPage::tr("Previous"), QStringLiteral("ui-up"),
            std::max(0, part.from - part.most));
    if (part.from + part.count < part.total)
        add(KeyKind::Primary, SearchPage::tr("Next"), QStringLiteral("ui-down"),
            part.from + part.count);
    return keys;
}

QString partText(const FoundPart &part)
{
    return SearchPage::tr("%1–%2 of %3")
        .arg(std::max(0, part.from - part.agencies) + 1)
        .arg(part.from + part.count - part.agencies)
        .arg(part.total - part.agencies);
}

} // namespace

// ---- field
// ---------------------------------------------------------------------------------------

SearchField::SearchField(const Look &look, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setFixedHeight(look.theme.px(look.isPortrait() ? 38.5 : look.isLandscape() ? 24 : 20.1));
    setQuery({});
}

void SearchField::setQuery(const QString &query)
{
    m_query = query;
    setText(query); // for those who listen
    setAccessibleName(query.isEmpty() ? tr("Type what you need") : tr("Typed: %1").arg(query));
    update();
}

void SearchField::setRemark(const QString &markup)
{
    m_remark = markup;
    update();
}

void SearchField::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int border = theme.px(1.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Sea));
    painter.drawRoundedRect(rect(), theme.radius(), theme.radius());
    painter.setBrush(theme.colour(Colour::Paper));
    painter.drawRoundedRect(rect().adjusted(border, border, -border, -border),
        theme.radius() - border * 0.6, theme.radius() - border * 0.6);
    const int inset = theme.px(m_look.isPortrait() ? 8.9 : 5);
    const int iconPx = std::min(theme.px(20), int(height() * 0.6));
    paintIcon(painter, QRect(inset, 0, iconPx, height()), QStringLiteral("ui-search"),
        theme.colour(Colour::Sea), iconPx);
    QRect words = rect().adjusted(inset + iconPx + inset * 3 / 4, 0, -inset, 0);
    if (!m_remark.isEmpty()) {
        const FittedText remark(m_remark, theme.font(Type::Body), {width() / 2, height()});
        const QRect place(width() - inset - remark.width(), 0, remark.width(), height());
        remark.paint(painter, place, theme.colour(Colour::Ink2));
        words.setRight(place.left() - inset);
    }
    paintQuery(painter, words);
}

void SearchField::paintQuery(QPainter &painter, const QRect &words)
{
    const auto &theme = m_look.theme;
    const int px = std::min(theme.typePx(Type::Headline), int(height() * 0.5));
    const int caret = std::max(2, px / 12);
    painter.setFont(theme.fontPx(px, m_query.isEmpty() ? Weight::Regular : Weight::Bold));
    const QFontMetrics metrics(painter.font());
    QRect caretBox(words.left(), (height() - int(px * 1.15)) / 2, caret, int(px * 1.15));
    if (m_query.isEmpty()) {
        const QRect hint = words.adjusted(3 * caret, 0, 0, 0);
        painter.setPen(theme.colour(Colour::Ink2));
        painter.drawText(hint, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(tr("Type what you need"), Qt::ElideRight, hint.width()));
    } else {
        // What does not fit is what was typed first.
        const QString shown = metrics.elidedText(m_query, Qt::ElideLeft, words.width() - 2 * caret);
        painter.setPen(theme.colour(Colour::Ink));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shown);
        caretBox.translate(metrics.horizontalAdvance(shown) + caret, 0);
    }
    painter.fillRect(caretBox, theme.colour(Colour::Ink));
}

// ---- one that was found
// --------------------------------------------------------------------------

FoundKey::FoundKey(const Look &look, Shape shape, const FoundRow &row, QWidget *parent)
    : Key(look.theme, KeyKind::Plain, parent)
    , m_look(look)
    , m_shape(shape)
    , m_row(row)
{
    KeyContent content{.text = row.name};
    content.second = row.where;
    setContent(content);
    setClosed(row.isClosed(), row.where.isEmpty() ? row.why : QString(row.where % u". " % row.why));
}

bool FoundKey::isRoomy() const
{
    return m_shape == Shape::Row && m_look.isPortrait() && !m_look.low;
}

FoundKey::Places FoundKey::places(const QRect &face) const
{
    const auto &theme = m_look.theme;
    const QRect area = face.adjusted(theme.px(isRoomy() ? 6.5 : 4), 0, -theme.px(4), 0);
    Places at;
    const double iconMm = isRoomy() ? 22 : m_look.isSmall() ? 11 : m_look.isPortrait() ? 17 : 14;
    const int iconPx = std::min(theme.px(iconMm), area.height() - theme.px(3));
    at.icon = QRect(area.left(), area.top(), iconPx, area.height());
    int right = area.right();
    if (m_shape == Shape::Row) {
        const int arrowPx = theme.px(isRoomy() ? 11 : 8);
        at.arrow = QRect(area.right() - arrowPx, area.top(), arrowPx, area.height());
        right = at.arrow.left() - theme.px(2);
    }
    const int left = at.icon.right() + theme.px(isRoomy() ? 7.4 : 4);
    const int width = std::max(1, right - left);
    const QFont font = nameFont();
    FitRules rules;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    rules.lineHeight = 1.12;
    rules.maxLines = 2;
    const QSize room(width, area.height() - theme.px(1));
    at.nameText = FittedText(m_row.name, font, room, rules);
    at.secondText = second(width);
    const int gap = isRoomy() ? theme.px(1) : 0;
    if (at.nameText.isCut()
        || at.nameText.height() + gap + at.secondText.height() > room.height()) {
        // A long name takes the place of where it is, and only the longest that of why not now.
        if (m_row.isClosed()) {
            rules.minPixels = int(theme.leastPx() * 0.75);
            at.nameText = FittedText(
                m_row.name, font, {width, room.height() - gap - at.secondText.height()}, rules);
        }
        if (!m_row.isClosed() || at.nameText.isCut()) {
            at.secondText = {};
            rules.minPixels = int(theme.leastPx() * 0.9);
            at.nameText = FittedText(m_row.name, font, room, rules);
        }
    }
    const int used = at.nameText.height() + gap + at.secondText.height();
    at.name = QRect(left, area.top() + (area.height() - used) / 2, width, at.nameText.height());
    at.second = QRect(left, at.name.bottom() + 1 + gap, width, at.secondText.height());
    return at;
}

QFont FoundKey::nameFont() const
{
    const auto &theme = m_look.theme;
    if (m_shape == Shape::Frequent)
        return theme.font(m_look.isSmall() ? Type::Body : Type::Lead, Weight::Bold);
    return theme.font(isRoomy() || m_look.isLandscape() ? Type::Lead : Type::Body);
}

/// Where it is to be had, and by which word it was found if there is room for that; or why not now.
FittedText FoundKey::second(int width) const
{
    const auto &theme = m_look.theme;
    if (m_row.where.isEmpty() && !m_row.isClosed())
        return {};
    FitRules rules;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    rules.lineHeight = isRoomy() ? 1.2 : 1.1;
    rules.maxLines = 1;
    rules.minPixels = int(theme.leastPx() * 0.75);
    const QString dot = QStringLiteral(" · ");
    const QString why = m_row.isClosed() ? QString(u"<b>" % m_row.why % u"</b>") : QString();
    QStringList tries;
    if (m_row.isClosed() && isRoomy())
        tries = {m_row.where % dot % why, why};
    else if (m_row.isClosed())
        tries = {why};
    else
        tries = {m_row.where % (m_row.said.isEmpty() ? QString() : QString(dot % m_row.said)),
            m_row.where};
    FittedText fitted;
    for (const QString &words : tries) {
        fitted = FittedText(
            words, theme.font(isRoomy() ? Type::About : Type::Caption), {width, 1000}, rules);
        if (!fitted.isCut())
            break;
    }
    return fitted;
}

void FoundKey::paintContent(QPainter &painter, const QRect &face)
{
    const auto at = places(face);
    const auto &theme = m_look.theme;
    const bool inverted = theme.isHighContrast() && isDown();
    paintIcon(painter, at.icon, m_row.icon, iconColour(), at.icon.width());
    for (const QRectF &part : at.nameText.boldRects()) {
        const QRectF mark = part.translated(at.name.topLeft());
        const double line = theme.px(1.5);
        if (!inverted)
            painter.fillRect(mark, theme.colour(Colour::KunyitTint));
        painter.fillRect(QRectF(mark.left(), mark.bottom() - line, mark.width(), line),
            theme.colour(inverted ? Colour::KunyitLine : Colour::Kunyit));
    }
    at.nameText.paint(painter, at.name, inkColour());
    const auto ink = m_row.isClosed() || isDown() ? Colour::Ink : Colour::Ink2;
    at.secondText.paint(painter, at.second, inverted ? inkColour() : theme.colour(ink));
    const bool reasonHidden = m_row.isClosed() && at.second.isEmpty();
    if (!at.arrow.isEmpty())
        paintIcon(painter, at.arrow,
            reasonHidden ? QStringLiteral("ui-clock") : QStringLiteral("ui-forward"),
            inverted ? inkColour() : theme.colour(Colour::Sea));
}

int FoundKey::pxOn(const QRect &face) const { return places(face).nameText.pixelSize(); }

bool FoundKey::cutsOn(const QRect &face) const
{
    const auto at = places(face);
    return at.nameText.isCut() || at.secondText.isCut();
}

// ---- what was found
// ------------------------------------------------------------------------------

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

// ---- the page
// ------------------------------------------------------------------------------------

SearchPage::SearchPage(const Look &look, const SearchView &view, QWidget *parent)
    : Page(look, parent)
    , m_field(new SearchField(look, this))
    , m_results(new SearchResults(look, this))
    , m_keyboard(new OnScreenKeyboard(look, this))
{
    if (look.isLandscape())
        layOutLandscape();
    else if (look.isSmall())
        layOutSmall();
    else
        layOutPortrait();
    connect(m_keyboard, &OnScreenKeyboard::typed, this, &SearchPage::type);
    connect(m_keyboard, &OnScreenKeyboard::eraseWanted, this, &SearchPage::erase);
    connect(m_keyboard, &OnScreenKeyboard::clearWanted, this, [this] {
        m_query.clear();
        Q_EMIT queryChanged(m_query);
    });
    connect(m_keyboard, &OnScreenKeyboard::backWanted, this, &SearchPage::backWanted);
    // Later, because it may come from within a layout, which does not look at itself twice.
    connect(
        m_results, &SearchResults::rearranged, this, &SearchPage::showParts, Qt::QueuedConnection);
    connect(m_results, &SearchResults::chosen, this, [this](const FoundRow &row) {
        if (row.service.isEmpty())
            Q_EMIT agencyChosen(row.agency);
        else
            Q_EMIT serviceChosen(row.service);
    });
    setView(view);
}

void SearchPage::setView(const SearchView &view)
{
    m_query = view.query;
    m_field->setQuery(view.query);
    if (look().isSmall())
        m_field->setRemark(view.count);
    if (m_title)
        m_title->setMarkup(view.title.isEmpty()
                ? tr("Type a few letters of what you need. Everyday words will do.")
                : view.title);
    m_results->setView(view);
}

/// Beside the results, and the way that the focus walks: from what was found to the letters.
void SearchPage::showParts()
{
    QList<Key *> keys = m_results->keys();
    if (m_parts) {
        while (auto *item = m_parts->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        const FoundPart part = m_results->part();
        if (!part.isAll()) {
            auto *where = new TextLabel(theme(), partText(part), Type::Lead, Weight::Bold, this);
            where->setOneLine();
            where->setAlign(Qt::AlignCenter);
            if (look().isLandscape())
                where->setColour(theme().colour(Colour::OnSea));
            m_parts->addWidget(where);
            where->show();
            for (auto *key :
                partKeys(look(), part, this, [this](int from) { m_results->turnTo(from); })) {
                key->setFixedHeight(theme().px(look().isLandscape() ? 28 : 20.1));
                m_parts->addWidget(key);
                key->show();
                keys << key;
            }
        }
    }
    keys += m_keyboard->keys() + m_after;
    for (qsizetype i = 1; i < keys.size(); ++i)
        setTabOrder(keys[i - 1], keys[i]);
}

void SearchPage::layOutPortrait()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(look().side(), theme().px(look().low ? 7 : 10.4), look().side(),
        theme().px(look().low ? 2 : 4));
    column->setSpacing(theme().px(look().low ? 3 : 8));
    if (look().low) {
        column->addWidget(
            new TextLabel(theme(), tr("Find a service"), Type::Headline, Weight::Bold, this));
        column->addWidget(new TextLabel(theme(),
            tr("Type a few letters of what you need. Everyday words will do."), Type::Lead,
            Weight::Regular, this));
        column->addStretch(1);
    }
    column->addWidget(m_field);
    column->addWidget(m_results, look().low ? 0 : 1);
    all->addLayout(column, 1);
    all->addWidget(m_keyboard);
    if (!look().low)
        return;
    // Of the 350 mm that a seated visitor reaches, help bar and letters take the lower part. The
    // title may stand above them.
    const int reach = std::min(theme().px(350), 945 * theme().px(100) / 270);
    const int title = int(theme().typePx(Type::Lead) * 1.45) + theme().px(2);
    m_results->setFixedHeight(
        reach - theme().px(50) - m_keyboard->height() - theme().px(2) + title);
}

void SearchPage::layOutSmall()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(look().side(), theme().px(1.2), look().side(), theme().px(0.3));
    column->setSpacing(theme().px(1.4));
    auto *top = new QHBoxLayout;
    top->setSpacing(theme().px(3));
    top->addWidget(m_field, 1);
    m_parts = new QHBoxLayout;
    m_parts->setSpacing(theme().px(3));
    top->addLayout(m_parts);
    column->addLayout(top);
    column->addWidget(m_results, 1);
    all->addLayout(column, 1);
    all->addWidget(m_keyboard);
}

void SearchPage::layOutLandscape()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *rail = new Rail(look(), this);
    auto *in = rail->content();
    in->addWidget(new IconPicture(
        QStringLiteral("ui-search"), theme().px(25), theme().colour(Colour::OnSea), rail));
    rail->addText(tr("Find a service"), Type::Headline, Weight::Bold)->setLineHeight(1.05);
    m_title = rail->addText({}, Type::Lead);
    in->addStretch(1);
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(theme().px(3));
    in->addLayout(m_parts);
    auto *back = actionKey(tr("Back"), QStringLiteral("ui-back"));
    connect(back, &Key::clicked, this, &SearchPage::backWanted);
    in->addWidget(back);
    m_after << back;
    row->addWidget(rail);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme().px(7.4), theme().px(5), theme().px(7), theme().px(1));
    top->setSpacing(theme().px(4));
    top->addWidget(m_field);
    top->addWidget(m_results, 1);
    right->addLayout(top, 1);
    right->addWidget(m_keyboard);
    row->addLayout(right, 1);
}

// ---- typing
// --------------------------------------------------------------------------------------

void SearchPage::type(QChar letter)
{
    const bool between = m_query.isEmpty() || m_query.endsWith(u' ');
    if (m_query.size() >= queryMax || (letter == u' ' && between))
        return;
    m_query += letter;
    Q_EMIT queryChanged(m_query);
}

void SearchPage::erase()
{
    if (m_query.isEmpty())
        return;
    m_query.chop(1);
    Q_EMIT queryChanged(m_query);
}

bool SearchPage::takesKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Escape) {
        if (m_query.isEmpty())
            return false;
        if (event.key() == Qt::Key_Backspace)
            erase();
        return true;
    }
    const QString text = event.text();
    static const QString marks = QStringLiteral(" -/.,'&()");
    if (text.size() != 1 || !(text[0].isLetterOrNumber() || marks.contains(text[0])))
        return false;
    if (!event.isAutoRepeat())
        type(text[0].toLower());
    // Enter opens the best.
    if (const auto keys = m_results->keys(); !keys.isEmpty())
        keys.front()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace antre
