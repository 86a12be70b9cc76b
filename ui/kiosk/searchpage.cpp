// SPDX-License-Identifier: Apache-2.0
#include "kiosk/searchpage.h"

#include "common/key.h"
#include "kiosk/onscreenkeyboard.h"
#include "kiosk/parts.h"
#include "kiosk/searchfield.h"
#include "kiosk/searchresults.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace antre {

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
