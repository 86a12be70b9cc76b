// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"

namespace antre {

/// A digit of the PIN pad. Other keys rest for 300 ms after a press; a PIN such as 1123 is typed
/// faster, so this one counts every press.
class PadKey : public Key
{
    Q_OBJECT
public:
    PadKey(const Theme &theme, const KeyContent &content, QWidget *parent = nullptr)
        : Key(theme, KeyKind::Plain, content, parent)
    {
        // Touches arrive as mouse presses then, one for each.
        setAttribute(Qt::WA_AcceptTouchEvents, false);
        setPadding(theme.dp(4));
    }

protected:
    void mousePressEvent(QMouseEvent *event) override { QAbstractButton::mousePressEvent(event); }
    void mouseMoveEvent(QMouseEvent *event) override { QAbstractButton::mouseMoveEvent(event); }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        QAbstractButton::mouseReleaseEvent(event);
    }
};

} // namespace antre
