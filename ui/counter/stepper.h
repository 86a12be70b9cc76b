// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QWidget>

#include <functional>

namespace antre {

class DesktopKey;
class TextLabel;

/// A number between two keys, less and more. Plus and minus change it wherever the keyboard stands
/// in the same panel, if the panel passes them on with step().
class Stepper : public QWidget
{
    Q_OBJECT
public:
    struct Range
    {
        int least = 0;
        int most = 0;
        int step = 1;
    };
    Stepper(const Theme &theme, const QString &name, Range range, QWidget *parent = nullptr);

    /// How a value is written, such as "10 min".
    void setWords(const std::function<QString(int)> &words);
    void setValue(int value);
    [[nodiscard]] int value() const { return m_value; }
    /// -1: less, 1: more. To the next multiple of the step.
    void step(int direction);

Q_SIGNALS:
    void valueChanged(int value);

private:
    void show();

    QString m_name;
    Range m_range;
    int m_value;
    std::function<QString(int)> m_words;
    DesktopKey *m_less;
    TextLabel *m_shown;
    DesktopKey *m_more;
};

} // namespace antre
