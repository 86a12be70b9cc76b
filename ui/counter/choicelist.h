// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace antre {

/// One of several things to choose from.
struct Choice
{
    QString id;
    QString text;
    QString second; ///< a quieter line below; empty: none
    QString hindrance; ///< why it can't be chosen now; empty: it can
    friend bool operator==(const Choice &, const Choice &) = default;
};

class ChoiceModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int IdRole = Qt::UserRole;
    static constexpr int SecondRole = Qt::UserRole + 1;

    using QAbstractListModel::QAbstractListModel;
    void setChoices(const std::vector<Choice> &choices);
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Choice> m_choices;
};

/// A list to choose one of: arrows, or the first letters typed; the chosen one carries a check
/// mark. The choice survives when the list is shown anew.
class ChoiceList : public QListView
{
    Q_OBJECT
public:
    ChoiceList(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    void setChoices(const std::vector<Choice> &choices);
    void choose(const QString &id);
    /// Empty: nothing is chosen.
    [[nodiscard]] QString chosen() const;
    /// Moves the choice by an arrow that was pressed elsewhere.
    void walk(QKeyEvent *arrow) { QListView::keyPressEvent(arrow); }

Q_SIGNALS:
    void chosenChanged();
    /// Enter: on to what comes next.
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void selectionChanged(
        const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    ChoiceModel m_choices;
};

} // namespace antre
