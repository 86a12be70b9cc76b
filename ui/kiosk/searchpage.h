// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/pages.h"

class QKeyEvent;

namespace antre {

class OnScreenKeyboard;
class SearchField;
class SearchResults;

/// Finding a service by what it is called: a field, what was found, and letters to touch. What is
/// typed on a keyboard counts too.
class SearchPage : public Page
{
    Q_OBJECT
public:
    SearchPage(const Look &look, const SearchView &view, QWidget *parent = nullptr);
    /// Shows other results; letters that are held stay so.
    void setView(const SearchView &view);
    /// A real keyboard's key, before any widget sees it. Whether it was for this page: letters
    /// are, and what would erase them.
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
