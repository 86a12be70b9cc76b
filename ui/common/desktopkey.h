// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"

namespace antre {

/// A key of the officer's window with its function key printed on it; the function key presses it,
/// at once and once however long it is held. A key made Primary stays tall when the yellow moves
/// on.
class DesktopKey : public Key
{
    Q_OBJECT
public:
    DesktopKey(const Theme &theme, KeyKind kind, const KeyContent &content,
        const QString &functionKey, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintContent(QPainter &painter, const QRect &face) override;
    [[nodiscard]] bool cutsOn(const QRect &face) const override;

private:
    void pressedByFunctionKey();
    [[nodiscard]] QColor capInk() const;
    [[nodiscard]] int capWidth() const;

    QString m_functionKey;
    bool m_tall;
};

} // namespace antre
