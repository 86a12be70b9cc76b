// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"

namespace antre {

/// A key of the officer's window with the keyboard's key printed on it: its function key, which
/// presses it, at once and once however long it is held; or one that somebody else listens to. A
/// key made Primary stays tall when the yellow moves on.
class DesktopKey : public Key
{
    Q_OBJECT
public:
    DesktopKey(const Theme &theme, KeyKind kind, const KeyContent &content,
        const QString &functionKey, QWidget *parent = nullptr);
    /// Only what is printed: somebody else listens to that key.
    void setCap(const QString &cap);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintContent(QPainter &painter, const QRect &face) override;
    [[nodiscard]] bool cutsOn(const QRect &face) const override;

private:
    void pressedByFunctionKey();
    [[nodiscard]] QColor capInk() const;
    [[nodiscard]] int capWidth() const;

    QString m_cap;
    bool m_tall;
};

} // namespace antre
