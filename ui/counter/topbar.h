// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

namespace antre {

class DesktopKey;
class NumberLabel;
class TextLabel;

/// The head of the window: which counter, for whom, who works here, the time; language and the way
/// out.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    [[nodiscard]] DesktopKey *closeKey() const { return m_close; }
    [[nodiscard]] DesktopKey *languageKey() const { return m_language; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    TextLabel *m_counter;
    TextLabel *m_agencies;
    TextLabel *m_officer;
    DesktopKey *m_language;
    DesktopKey *m_close;
    NumberLabel *m_clock;
};

} // namespace antre
