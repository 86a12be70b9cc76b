// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/deskpage.h"

#include <QWidget>

namespace antre {

class DesktopKey;
class NumberLabel;
class TextLabel;

/// The head of the window: which counter, for whom, who works here, the time; how it looks and the
/// way out.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const Theme &theme, DeskShape shape, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    [[nodiscard]] DesktopKey *closeKey() const { return m_close; }
    [[nodiscard]] DesktopKey *pauseKey() const { return m_pause; }
    [[nodiscard]] DesktopKey *displayKey() const { return m_display; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    TextLabel *m_counter;
    TextLabel *m_agencies;
    TextLabel *m_officer;
    DesktopKey *m_pause;
    DesktopKey *m_display;
    DesktopKey *m_close;
    NumberLabel *m_clock;
};

} // namespace antre
