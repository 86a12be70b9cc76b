// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QStyledItemDelegate>

namespace antre {

/// Paints the rows of both tables: big numbers, quiet second lines, class chips, hair lines between
/// rows, the next one and whose time aside is over on kunyitTint. Leaves room for a row's keys.
class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    QueueDelegate(const Theme &theme, QObject *parent);
    [[nodiscard]] static int rowHeight(const Theme &theme) { return theme.dp(41); }
    [[nodiscard]] static int nextHeight(const Theme &theme) { return theme.dp(54); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintWaiting(QPainter *painter, const QRect &box, const QModelIndex &index) const;
    void paintAside(QPainter *painter, const QRect &box, const QModelIndex &index) const;
    void paintAlone(
        QPainter *painter, const QRect &box, const WaitingRow &row, bool mayLackPaper) const;
    [[nodiscard]] QRect paintPaperMark(QPainter *painter, const QRect &box) const;
    void paintWrapped(QPainter *painter, const QRect &box, const QString &text, const QFont &font,
        Colour ink) const;
    void paintLines(QPainter *painter, const QRect &box, const QString &text, Weight weight,
        const QString &second, Qt::Alignment side) const;

    Theme m_theme;
};

} // namespace antre
