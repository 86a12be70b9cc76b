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
    , m_cap(functionKey)
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
    setPadding(theme.dp(m_tall ? 18 : 12));
}

void DesktopKey::setCap(const QString &cap)
{
    m_cap = cap;
    updateGeometry();
    update();
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
    if (m_cap.isEmpty())
        return 0;
    return QFontMetrics(theme().fontPx(theme().dp(capFontPx))).horizontalAdvance(m_cap)
        + theme().dp(14);
}

QSize DesktopKey::sizeHint() const
{
    const QSize hint = Key::sizeHint();
    return {hint.width() + capWidth() + theme().dp(8), theme().dp(m_tall ? 79 : 49)};
}

QSize DesktopKey::minimumSizeHint() const { return {theme().dp(48), theme().dp(m_tall ? 60 : 36)}; }

void DesktopKey::paintContent(QPainter &painter, const QRect &face)
{
    const int cap = capWidth();
    Key::paintContent(painter, face.adjusted(0, 0, -cap, 0));
    if (cap == 0)
        return;
    QRect box(0, 0, cap, theme().dp(21));
    box.moveCenter(face.center());
    // The check mark stands in the corner.
    const int mark = isChecked() && isCheckable() ? theme().px(10.4) : 0;
    box.moveRight(face.right() - padding() + theme().dp(2) - mark);
    const bool plain = kind() == KeyKind::Plain;
    painter.setPen(QPen(plain ? theme().colour(Colour::Hair) : capInk(), 1));
    painter.setBrush(plain ? QBrush(theme().colour(Colour::Page)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(capInk());
    painter.setFont(theme().fontPx(theme().dp(capFontPx)));
    painter.drawText(box, Qt::AlignCenter, m_cap);
}

bool DesktopKey::cutsOn(const QRect &face) const
{
    return Key::cutsOn(face.adjusted(0, 0, -capWidth(), 0));
}

} // namespace antre
