// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

namespace antre {

class DesktopKey;
class TextLabel;

/// What was done last and the key that takes it back, while that is possible: a bar runs down
/// below, one step a second. Hides itself when there is nothing to take back.
class UndoStrip : public QWidget
{
    Q_OBJECT
public:
    explicit UndoStrip(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    [[nodiscard]] DesktopKey *key() const { return m_key; }

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    CommandId m_action;
    double m_part = 0; ///< of the time, left
    TextLabel *m_words;
    DesktopKey *m_key;
};

} // namespace antre
