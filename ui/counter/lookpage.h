// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"
#include "counter/globalkeys.h"
#include "counter/habits.h"

#include <QWidget>

namespace antre {

class DesktopKey;
class TextLabel;

/// How the console looks: its language, larger letters, more contrast, the list or the bar alone.
class LookPage : public QWidget
{
    Q_OBJECT
public:
    explicit LookPage(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view, const ConsoleHabits &habits, GlobalKeys::Reach reach,
        const std::vector<Wish> &missing);
    void takeFocus();

Q_SIGNALS:
    void languageWanted();
    void wanted(const antre::ConsoleHabits &habits);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] DesktopKey *makeKey(
        const QString &icon, const QString &words, const QString &about, const QString &cap);

    ConsoleHabits m_habits;
    Theme m_theme;
    DesktopKey *m_language;
    DesktopKey *m_large;
    DesktopKey *m_contrast;
    DesktopKey *m_list;
    DesktopKey *m_bar;
    DesktopKey *m_back;
    TextLabel *m_everywhere;
};

} // namespace antre
