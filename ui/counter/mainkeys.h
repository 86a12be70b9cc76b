// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

class QStackedLayout;

namespace antre {

class DesktopKey;

/// The place of the one main key: to call, to start, to finish, to go on. One key a wish, so that a
/// finger that holds one can't press another that took its place.
class MainKeys : public QWidget
{
    Q_OBJECT
public:
    /// Roomy: words say it all, the function key is printed. Small: two short lines.
    enum class Size { Roomy, Small };
    MainKeys(const Theme &theme, Size size, QWidget *parent = nullptr);
    /// `late`: the answer to a press takes longer than a moment. `isYellow`: no other key is the
    /// next step.
    void setView(const CounterView &view, bool late, bool isYellow);
    [[nodiscard]] DesktopKey *key(Wish wish) const;

Q_SIGNALS:
    void pressed(antre::Wish wish);

private:
    Theme m_theme;
    Size m_size;
    QStackedLayout *m_place;
    std::vector<std::pair<Wish, DesktopKey *>> m_keys;
};

} // namespace antre
