// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

namespace antre {

class DesktopKey;
class MainKeys;
class NumberLabel;
class TextLabel;

/// The desk in one line: the present number, for how long, how many wait, and the keys that are
/// needed all day. Part of the small bar and of the window that shows the list alone.
class CounterBar : public QWidget
{
    Q_OBJECT
public:
    /// Small: pictures with tool tips, for the bar over other programs. Wide: function keys are
    /// printed, too.
    enum class Size { Small, Wide };
    CounterBar(const Theme &theme, Size size, QWidget *parent = nullptr);
    void setView(const CounterView &view, bool late, bool isYellow);
    [[nodiscard]] DesktopKey *key(Wish wish) const;
    [[nodiscard]] MainKeys *mainKeys() const { return m_main; }
    /// Back to the whole window.
    [[nodiscard]] DesktopKey *windowKey() const { return m_window; }

Q_SIGNALS:
    void pressed(antre::Wish wish);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setKey(Wish wish, const CounterView &view);
    [[nodiscard]] static QString story(const CounterView &view);

    Theme m_theme;
    Size m_size;
    NumberLabel *m_number;
    TextLabel *m_story;
    std::vector<std::pair<Wish, DesktopKey *>> m_keys;
    MainKeys *m_main;
    DesktopKey *m_window;
};

} // namespace antre
