// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

class QAbstractItemModel;
class QTableView;

namespace antre {

class IconPicture;
class PassedModel;
class TextLabel;
class WaitingModel;

/// Who waits, who was passed, and the line at the foot that tells what the console knows of link
/// and printers.
class QueuePanel : public QWidget
{
    Q_OBJECT
public:
    explicit QueuePanel(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    [[nodiscard]] QTableView *waitingTable() const { return m_waiting; }
    [[nodiscard]] QTableView *passedTable() const { return m_passed; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QTableView *makeTable(QAbstractItemModel *model, const QString &name);
    void setUpTables();
    [[nodiscard]] QWidget *makeHeading();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeFoot();
    void setHeading(const CounterView &view);
    void setFoot(const CounterView &view);

    Theme m_theme;
    WaitingModel *m_waitingModel;
    PassedModel *m_passedModel;
    TextLabel *m_count;
    TextLabel *m_lines;
    QTableView *m_waiting;
    QWidget *m_empty;
    TextLabel *m_passedTitle;
    QTableView *m_passed;
    IconPicture *m_slipIcon;
    TextLabel *m_slips;
    IconPicture *m_linkIcon;
    IconPicture *m_lostIcon;
    TextLabel *m_link;
};

} // namespace antre
