// SPDX-License-Identifier: Apache-2.0
#include "counter/queuedelegate.h"

#include "common/fittedtext.h"
#include "common/icons.h"
#include "common/numberlabel.h"
#include "counter/asidemodel.h"
#include "counter/chip.h"
#include "counter/counterwords.h"
#include "counter/waitingmodel.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

namespace antre {

static constexpr int cellPadding = 12;
static constexpr int sidePadding = 20;
static constexpr int numberPx = 20;
static constexpr int secondLine = 19;
static constexpr int wordsWidth = 80; ///< less is for a picture alone

QueueDelegate::QueueDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

static bool isNext(const QModelIndex &index)
{
    return index.row() == 0 && index.data(WaitingModel::RowRole).isValid();
}

static bool isDue(const QModelIndex &index)
{
    const QVariant row = index.data(AsideModel::RowRole);
    return row.isValid() && row.value<AsideRow>().isDue;
}

/// What a row's own keys take of the cell's right end.
static int keysWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QWidget *keys = view ? view->indexWidget(index) : nullptr;
    return keys ? keys->sizeHint().width() : 0;
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    return {0, isNext(index) ? nextHeight(m_theme) : rowHeight(m_theme)};
}

void QueueDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option, index);
    const int columns = index.model()->columnCount();
    const bool isWaiting = index.data(WaitingModel::RowRole).isValid();
    const int side = m_theme.dp(sidePadding);
    const int between = m_theme.dp(cellPadding);
    const bool isNarrow = isWaiting && index.column() == WaitingModel::Class;
    const int left = index.column() == 0 ? side : between;
    const int right = index.column() == columns - 1 ? side : isNarrow ? 0 : between;
    const QRect box = option.rect.adjusted(left, 1, -right - keysWidth(option, index), 0);
    if (index.column() == 0)
        paintNumber(*painter, box, index.data().toString(),
            m_theme.fontPx(m_theme.dp(numberPx), Weight::Bold), m_theme.colour(Colour::Ink),
            Qt::AlignLeft | Qt::AlignVCenter);
    else if (isWaiting)
        paintWaiting(painter, box, index);
    else
        paintAside(painter, box, index);
    painter->restore();
}

void QueueDelegate::paintGround(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->fillRect(option.rect,
        m_theme.colour(isNext(index) || isDue(index) ? Colour::KunyitTint : Colour::Paper));
    const QRect row = option.rect;
    painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), m_theme.colour(Colour::Hair));
    // Where the keyboard stands: a bar at the row's left end, and a line of ink around the row.
    const bool isHere = (option.state & QStyle::State_Selected)
        && (option.state & QStyle::State_Active) && option.widget && option.widget->hasFocus();
    if (!isHere)
        return;
    const QColor ink = m_theme.colour(Colour::Ink);
    painter->fillRect(QRect(row.left(), row.top(), row.width(), 2), ink);
    painter->fillRect(QRect(row.left(), row.bottom() - 1, row.width(), 2), ink);
    if (index.column() == 0)
        painter->fillRect(QRect(row.left(), row.top(), m_theme.dp(6), row.height()), ink);
    if (index.column() == index.model()->columnCount() - 1)
        painter->fillRect(QRect(row.right() - 1, row.top(), 2, row.height()), ink);
}

void QueueDelegate::paintWaiting(
    QPainter *painter, const QRect &box, const QModelIndex &index) const
{
    const WaitingRow row = index.data(WaitingModel::RowRole).value<WaitingRow>();
    const QString note = index.data(WaitingModel::NoteRole).toString();
    const bool mayLackPaper = !CounterWords::slipTrouble(row.slip).isEmpty();
    switch (index.column()) {
    case WaitingModel::Service: {
        const bool noteHere = !row.className.isEmpty() && !note.isEmpty();
        const QRect words = noteHere && mayLackPaper ? paintPaperMark(painter, box) : box;
        if (isNext(index))
            paintLines(painter, words, WaitingModel::tr("Next"), Weight::Bold,
                noteHere ? QString(row.service % u" · " % note) : row.service, Qt::AlignLeft);
        else
            paintLines(painter, words, row.service, Weight::Regular, noteHere ? note : QString(),
                Qt::AlignLeft);
        break;
    }
    case WaitingModel::Class:
        if (box.width() < m_theme.dp(wordsWidth)) {
            paintAlone(painter, box, row, mayLackPaper);
        } else if (row.className.isEmpty()) {
            paintWrapped(painter, mayLackPaper ? paintPaperMark(painter, box) : box, note,
                m_theme.font(Type::Caption), Colour::Ink2);
        } else {
            QRect chip(box.topLeft(),
                chipSize(m_theme, row.classIcon, row.className).boundedTo(box.size()));
            chip.moveTop(box.center().y() - chip.height() / 2);
            paintChip(*painter, chip, m_theme, row.classIcon, row.className);
        }
        break;
    default:
        paintLines(painter, box, CounterWords::minutes(row.waited), Weight::Regular,
            row.headStart > Minutes(0) ? CounterWords::headStart(row.headStart) : QString(),
            Qt::AlignRight);
    }
}

/// No room for words: they stand in the tool tip.
void QueueDelegate::paintAlone(
    QPainter *painter, const QRect &box, const WaitingRow &row, bool mayLackPaper) const
{
    const bool isIcon = !row.className.isEmpty() && !row.classIcon.isEmpty();
    const QString icon = isIcon ? row.classIcon : QStringLiteral("ui-paper-out");
    const int iconPx = m_theme.dp(26);
    if (isIcon || mayLackPaper)
        paintIcon(*painter, QRect(box.left(), box.center().y() - iconPx / 2, iconPx, iconPx), icon,
            m_theme.colour(isIcon ? Colour::Sea : Colour::Brick));
}

/// A picture and bold words say whose time is over, beside the ground's colour.
void QueueDelegate::paintAside(QPainter *painter, const QRect &box, const QModelIndex &index) const
{
    const QString words = index.data().toString();
    if (index.column() != AsideModel::Left)
        return paintLines(painter, box, words, Weight::Regular, {}, Qt::AlignLeft);
    if (words.isEmpty())
        return;
    const bool due = isDue(index);
    const int iconPx = m_theme.dp(20);
    paintIcon(*painter, QRect(box.left(), box.top(), iconPx, box.height()),
        due ? QStringLiteral("ui-call") : QStringLiteral("ui-clock"),
        m_theme.colour(due ? Colour::Ink : Colour::Ink2), iconPx);
    paintWrapped(painter, box.adjusted(iconPx + m_theme.dp(7), 0, 0, 0), words,
        m_theme.font(Type::Caption, due ? Weight::Bold : Weight::Regular), Colour::Ink);
}

/// Beside the words that say it: this visitor may have no paper. Returns what is left of the box.
QRect QueueDelegate::paintPaperMark(QPainter *painter, const QRect &box) const
{
    const int iconPx = m_theme.dp(20);
    const QRect place(box.left(), box.center().y() - iconPx / 2, iconPx, iconPx);
    paintIcon(*painter, place, QStringLiteral("ui-paper-out"), m_theme.colour(Colour::Brick));
    return box.adjusted(iconPx + m_theme.dp(7), 0, 0, 0);
}

void QueueDelegate::paintWrapped(
    QPainter *painter, const QRect &box, const QString &text, const QFont &font, Colour ink) const
{
    FitRules rules;
    rules.lineHeight = 1.2;
    rules.minPixels = m_theme.typePx(Type::Caption);
    rules.maxLines = 2;
    FittedText(text, font, box.size(), rules).paint(*painter, box, m_theme.colour(ink));
}

/// One text in the middle, on two lines if it is long, or two lines that share the middle; the
/// second one is quieter.
void QueueDelegate::paintLines(QPainter *painter, const QRect &box, const QString &text,
    Weight weight, const QString &second, Qt::Alignment side) const
{
    if (second.isEmpty() && side == Qt::AlignLeft)
        return paintWrapped(painter, box, text, m_theme.font(Type::Body, weight), Colour::Ink);
    const int lines = int(!text.isEmpty()) + int(!second.isEmpty());
    const int height = m_theme.dp(secondLine);
    int top = box.center().y() - lines * height / 2;
    const auto paintOne = [&](const QString &words, const QFont &font, Colour ink) {
        const QRect line(box.left(), top, box.width(), height);
        painter->setFont(font);
        painter->setPen(m_theme.colour(ink));
        painter->drawText(line, side | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(words, Qt::ElideRight, box.width()));
        top += height;
    };
    if (!text.isEmpty())
        paintOne(text, m_theme.font(Type::Body, weight), Colour::Ink);
    if (!second.isEmpty())
        paintOne(second, m_theme.font(Type::Caption), Colour::Ink2);
}

} // namespace antre
