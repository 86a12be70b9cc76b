// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

namespace antre {

/// One thing that can be done with the visitor of a row.
struct RowKey
{
    Wish wish = Wish::Pick;
    QString icon;
    QString words; ///< empty: the icon alone, with a tool tip
    QString cap;
    QString name; ///< for a screen reader: "Bring back A009"
    KeyView state;
    QString reason; ///< why it can't be done now, as a sentence
};

/// The keys at the end of a row, for the mouse and for screen readers. The keyboard stays in the
/// table, whose keys are printed on them.
class RowKeys : public QWidget
{
    Q_OBJECT
public:
    explicit RowKeys(const Theme &theme, QWidget *parent = nullptr);
    void setKeys(const std::vector<RowKey> &keys);

Q_SIGNALS:
    void pressed(antre::Wish wish);

private:
    Theme m_theme;
    std::vector<class DesktopKey *> m_keys;
    std::vector<Wish> m_wishes;
};

} // namespace antre
