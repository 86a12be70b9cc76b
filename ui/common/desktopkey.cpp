// SPDX-License-Identifier: Apache-2.0
#include "common/desktopkey.h"

#include "common/pressguard.h"

#include <QFontMetrics>
#include <QKeySequence>
#include <QPainter>
#include <QShortcut>

namespace antre {

static constexpr int capFontPx = 13;

DesktopKey::DesktopKey(const Theme &theme, KeyKind kind, const KeyContent &content,
    const QString &functionKey, QWidget *parent)
    : Key(theme, kind, content, parent)
    , m_functionKey(functionKey)
    , m_tall(kind == KeyKind::Primary)
{
    if (!functionKey.isEmpty()) {
        // Not QAbstractButton's own shortcut: it waits 100 ms and repeats while the key is held.
        auto *shortcut = new QShortcut(QKeySequence(functionKey), this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, &DesktopKey::pressedByFunctionKey);
    }
    // At a desk the ring may follow the mouse, too: officers mix both.
    setFocusPolicy(Qt::StrongFocus);
    setPadding(m_tall ? 18 : 12);
}

void DesktopKey::pressedByFunctionKey()
{
    PressGuard &guard = PressGuard::of(this);
    if (guard.press(this) && guard.release(this))
        click();
}

QColor DesktopKey::capInk() const
{
    return kind() == KeyKind::Plain ? theme().colour(Colour::Ink2) : inkColour();
}

int DesktopKey::capWidth() const
{
    if (m_functionKey.isEmpty())
        return 0;
    return QFontMetrics(theme().fontPx(capFontPx)).horizontalAdvance(m_functionKey) + 14;
}

QSize DesktopKey::sizeHint() const
{
    const QSize hint = Key::sizeHint();
    return {hint.width() + capWidth() + 8, m_tall ? 79 : 49};
}

QSize DesktopKey::minimumSizeHint() const { return {48, m_tall ? 60 : 36}; }

void DesktopKey::paintContent(QPainter &painter, const QRect &face)
{
    const int cap = capWidth();
    Key::paintContent(painter, face.adjusted(0, 0, -cap, 0));
    if (cap == 0)
        return;
    QRect box(0, 0, cap, 21);
    box.moveCenter(face.center());
    box.moveRight(face.right() - padding() + 2);
    const bool plain = kind() == KeyKind::Plain;
    painter.setPen(QPen(plain ? theme().colour(Colour::Hair) : capInk(), 1));
    painter.setBrush(plain ? QBrush(theme().colour(Colour::Page)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(capInk());
    painter.setFont(theme().fontPx(capFontPx));
    painter.drawText(box, Qt::AlignCenter, m_functionKey);
}

bool DesktopKey::cutsOn(const QRect &face) const
{
    return Key::cutsOn(face.adjusted(0, 0, -capWidth(), 0));
}

} // namespace antre
