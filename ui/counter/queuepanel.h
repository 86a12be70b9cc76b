// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/rowkeys.h"

#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QTableView;

namespace antre {

class AsideModel;
class DesktopKey;
class IconPicture;
class TextLabel;
class WaitingModel;

/// Who waits, who was set aside, and the line at the foot that tells what the console knows of link
/// and paper. Enter in a table does what stands on the row's key.
class QueuePanel : public QWidget
{
    Q_OBJECT
public:
    explicit QueuePanel(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    [[nodiscard]] QTableView *waitingTable() const { return m_waiting; }
    [[nodiscard]] QTableView *asideTable() const { return m_aside; }
    [[nodiscard]] DesktopKey *issueKey() const { return m_issue; }
    /// The visitor whose row the keyboard is on; empty: none.
    [[nodiscard]] TicketId selected() const;

Q_SIGNALS:
    void pressed(antre::Wish wish, const antre::TicketId &ticket);
    void issueWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QTableView *makeTable(
        QAbstractItemModel *model, int rowsShown, const QString &name);
    void setUpTables();
    void fitColumns();
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] QWidget *makeHeading();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeFoot();
    void setHeading();
    void setFoot();
    void setIssueKey();
    void setLink();
    void setTables();
    void setWaitingKeys();
    void setAsideKeys();
    [[nodiscard]] RowKeys *keysAt(
        QTableView *table, const QModelIndex &index, const TicketId &ticket);
    [[nodiscard]] std::vector<RowKey> waitingKeys(const WaitingRow &row) const;
    [[nodiscard]] RowKey asideKey(const AsideRow &row) const;

    Theme m_theme;
    CounterView m_view;
    WaitingModel *m_waitingModel;
    AsideModel *m_asideModel;
    TextLabel *m_count;
    TextLabel *m_lines;
    QTableView *m_waiting;
    TextLabel *m_emptyWords = nullptr; ///< made with m_empty
    QWidget *m_empty;
    TextLabel *m_asideTitle;
    QTableView *m_aside;
    DesktopKey *m_issue;
    IconPicture *m_badIcon;
    IconPicture *m_calmIcon;
    TextLabel *m_news;
    IconPicture *m_linkIcon;
    IconPicture *m_lostIcon;
    TextLabel *m_link;
};

} // namespace antre
