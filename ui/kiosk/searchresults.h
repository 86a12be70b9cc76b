// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

#include <QWidget>

#include <functional>

namespace antre {

class Key;

/// Which of the rows are shown.
struct FoundPart
{
    int from = 0; ///< the first, from 0
    int count = 0;
    int most = 0; ///< that there is room for
    int total = 0;
    int agencies = 0; ///< of the first: no services, so not counted aloud
    [[nodiscard]] bool isAll() const { return count == total; }
};

/// What was found, as many rows as there is room for; the rest a touch further. On a tall screen it
/// has its title and the keys to the other parts; elsewhere the page has them.
class SearchResults : public QWidget
{
    Q_OBJECT
public:
    explicit SearchResults(const Look &look, QWidget *parent = nullptr);
    void setView(const SearchView &view);
    /// In reading order.
    [[nodiscard]] QList<Key *> keys() const { return m_keys; }
    [[nodiscard]] FoundPart part() const { return m_part; }
    /// Shows the rows from there on.
    void turnTo(int from);

Q_SIGNALS:
    void chosen(const antre::FoundRow &row);
    /// The keys are others now.
    void rearranged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    int addTitle(const QString &markup, int top);
    int addNote(const Note &note, int top);
    int addFound(int top);
    int addRows(const std::vector<FoundRow> &rows, int from, int count, int top);
    void addFrequent(int top);
    void addPartKeys();
    void addKey(const FoundRow &row, Key *key, const QRect &place);
    [[nodiscard]] int titlePx() const;
    [[nodiscard]] int roomFrom(int top) const;

    Look m_look;
    SearchView m_view;
    FoundPart m_part;
    QList<Key *> m_keys;
};

/// Keys to the rows before and after those that are shown; `turn` shows the rows from there on.
[[nodiscard]] QList<Key *> partKeys(const Look &look, const FoundPart &part, QWidget *parent,
    const std::function<void(int from)> &turn);
/// Which rows are shown, in words.
[[nodiscard]] QString partText(const FoundPart &part);

} // namespace antre
