// SPDX-License-Identifier: Apache-2.0
#include "counter/choicelist.h"

#include "common/icons.h"
#include "counter/look.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace antre {

namespace {

constexpr int rowHeight = 44;
constexpr int tickPx = 22;

class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    ChoiceDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, m_theme.dp(rowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        painter->save();
        const QRect row = option.rect;
        const bool isChosen = option.state & QStyle::State_Selected;
        const bool isOpen = index.flags() & Qt::ItemIsEnabled;
        painter->fillRect(row, m_theme.colour(isChosen ? Colour::SeaTint : Colour::Paper));
        painter->fillRect(
            QRect(row.left(), row.bottom(), row.width(), 1), m_theme.colour(Colour::Hair));
        const int tick = m_theme.dp(tickPx);
        if (isChosen) {
            painter->fillRect(QRect(row.left(), row.top(), m_theme.dp(4), row.height()),
                m_theme.colour(Colour::Sea));
            paintIcon(*painter,
                QRect(row.right() - tick - m_theme.dp(8), row.top(), tick, row.height()),
                QStringLiteral("ui-check"), m_theme.colour(Colour::Sea), tick);
        }
        const QRect words = row.adjusted(
            m_theme.dp(14), 2, isChosen ? -tick - m_theme.dp(14) : -m_theme.dp(10), -2);
        const QString second = index.data(ChoiceModel::SecondRole).toString();
        const QRect first = second.isEmpty()
            ? words
            : QRect(words.left(), words.top(), words.width(), words.height() / 2);
        paintText(painter, first, index.data().toString(),
            m_theme.font(Type::Body, isOpen ? Weight::Bold : Weight::Regular),
            isOpen ? Colour::Ink : Colour::Ink2);
        if (!second.isEmpty())
            paintText(painter,
                QRect(words.left(), words.center().y(), words.width(), words.height() / 2), second,
                m_theme.font(Type::Caption), isChosen ? Colour::Ink : Colour::Ink2);
        painter->restore();
    }

private:
    void paintText(QPainter *painter, const QRect &box, const QString &text, const QFont &font,
        Colour ink) const
    {
        painter->setFont(font);
        painter->setPen(m_theme.colour(ink));
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
    }

    Theme m_theme;
};

} // namespace

void ChoiceModel::setChoices(const std::vector<Choice> &choices)
{
    if (choices == m_choices)
        return;
    beginResetModel();
    m_choices = choices;
    endResetModel();
}

int ChoiceModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_choices, id, &Choice::id);
    return found == m_choices.end() ? -1 : int(found - m_choices.begin());
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Choice &choice = m_choices[size_t(index.row())];
    const QString second = choice.hindrance.isEmpty() ? choice.second : choice.hindrance;
    switch (role) {
    case Qt::DisplayRole:
        return choice.text;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return second.isEmpty() ? choice.text : QString(choice.text % u", " % second);
    case IdRole:
        return choice.id;
    case SecondRole:
        return second;
    default:
        return {};
    }
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_choices[size_t(index.row())].hindrance.isEmpty())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

ChoiceList::ChoiceList(const Theme &theme, const QString &name, QWidget *parent)
    : QListView(parent)
{
    setModel(&m_choices);
    setItemDelegate(new ChoiceDelegate(theme, this));
    makeField(this, theme);
    setAccessibleName(name);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
}

void ChoiceList::setChoices(const std::vector<Choice> &choices)
{
    const QString before = chosen();
    m_choices.setChoices(choices);
    if (!before.isEmpty() && chosen() != before)
        choose(before);
}

void ChoiceList::choose(const QString &id)
{
    const QModelIndex index = m_choices.index(m_choices.rowOf(id), 0);
    if (index.isValid() && (index.flags() & Qt::ItemIsEnabled))
        setCurrentIndex(index);
    else
        selectionModel()->clear();
}

QString ChoiceList::chosen() const
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    return selected.isEmpty() ? QString() : selected.front().data(ChoiceModel::IdRole).toString();
}

void ChoiceList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !chosen().isEmpty())
        Q_EMIT confirmed();
    else if (key == Qt::Key_Plus || key == Qt::Key_Minus)
        event->ignore(); // a number beside the list may want them; no name begins so
    else
        QListView::keyPressEvent(event);
}

/// Qt would stand on the first row without choosing it, and the first arrow would step over it.
void ChoiceList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (chosen().isEmpty())
        selectionModel()->clearCurrentIndex();
}

void ChoiceList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT chosenChanged();
}

} // namespace antre
