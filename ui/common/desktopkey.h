// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"

namespace antre {

/// A key of the officer's window with its function key printed on it; the function key presses it.
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
    [[nodiscard]] int capWidth() const;

    QString m_functionKey;
    bool m_primary;
};

} // namespace antre
