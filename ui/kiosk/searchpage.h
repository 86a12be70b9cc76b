// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"
#include "kiosk/pages.h"

class QKeyEvent;

namespace antre {

class NoteStrip;
class OnScreenKeyboard;

/// What was typed, with a caret behind it. Nothing to press: no selection, no menu, no clipboard.
class SearchField : public QLabel
{
    Q_OBJECT
public:
    explicit SearchField(const Look &look, QWidget *parent = nullptr);
    void setQuery(const QString &query);
    /// At its far end, where there is no room below it: how many were found.
    void setRemark(const QString &markup);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintQuery(QPainter &painter, const QRect &words);

    Look m_look;
    QString m_query;
    QString m_remark;
};

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

/// A service that was found, with its agency.
class FoundKey : public Key
{
    Q_OBJECT
public:
    /// Frequent: in a grid, by its everyday name.
    enum class Shape { Row, Frequent };
    FoundKey(const Look &look, Shape shape, const FoundRow &row, QWidget *parent = nullptr);

protected:
    void paintContent(QPainter &painter, const QRect &face) override;
    [[nodiscard]] bool cutsOn(const QRect &face) const override;
    [[nodiscard]] int pxOn(const QRect &face) const override;

private:
    struct Places
    {
        QRect icon;
        QRect name;
        QRect second;
        QRect arrow;
        FittedText nameText;
        FittedText secondText;
    };
    [[nodiscard]] Places places(const QRect &face) const;
    [[nodiscard]] FittedText second(int width) const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] bool isRoomy() const;

    Look m_look;
    Shape m_shape;
    FoundRow m_row;
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

/// Finding a service by what it is called: a field, what was found, and letters to touch. What is
/// typed on a keyboard counts too.
class SearchPage : public Page
{
    Q_OBJECT
public:
    SearchPage(const Look &look, const SearchView &view, QWidget *parent = nullptr);
    /// Shows other results; letters that are held stay so.
    void setView(const SearchView &view);
    /// A real keyboard's key, before any widget sees it. Whether it was for this page: letters,
    /// erasing and the arrows are.
    [[nodiscard]] bool takesKey(const QKeyEvent &event);

Q_SIGNALS:
    void queryChanged(const QString &query);
    void serviceChosen(const antre::ServiceId &service);
    void agencyChosen(const antre::AgencyId &agency);
    void backWanted();

private:
    static constexpr qsizetype queryMax = 40;

    void layOutPortrait();
    void layOutSmall();
    void layOutLandscape();
    void showParts();
    void type(QChar letter);
    void erase();

    QString m_query;
    SearchField *m_field;
    SearchResults *m_results;
    OnScreenKeyboard *m_keyboard;
    TextLabel *m_title = nullptr; ///< in the rail
    QBoxLayout *m_parts = nullptr; ///< keys to the other parts, where the results have none
    QList<Key *> m_after; ///< keys that come after the letters
};

} // namespace antre
