// SPDX-License-Identifier: Apache-2.0
#include "common/desktopkey.h"

#include <QFontMetrics>
#include <QKeySequence>
#include <QPainter>

namespace antre {

static constexpr int capFontPx = 13;

DesktopKey::DesktopKey(const Theme &theme, KeyKind kind, const KeyContent &content,
    const QString &functionKey, QWidget *parent)
    : Key(theme, kind, content, parent)
    , m_functionKey(functionKey)
    , m_primary(kind == KeyKind::Primary)
{
    if (!functionKey.isEmpty())
        setShortcut(QKeySequence(functionKey));
    // At a desk the ring may follow the mouse, too: officers mix both.
    setFocusPolicy(Qt::StrongFocus);
    setPadding(m_primary ? 18 : 12);
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
    return {hint.width() + capWidth() + 8, m_primary ? 79 : 49};
}

QSize DesktopKey::minimumSizeHint() const { return {48, m_primary ? 60 : 36}; }

void DesktopKey::paintContent(QPainter &painter, const QRect &face)
{
    const int cap = capWidth();
    Key::paintContent(painter, face.adjusted(0, 0, -cap, 0));
    if (cap == 0)
        return;
    QRect box(0, 0, cap, 21);
    box.moveCenter(face.center());
    box.moveRight(face.right() - padding() + 2);
    const QColor ink = m_primary ? theme().colour(Colour::KunyitInk) : theme().colour(Colour::Ink2);
    painter.setPen(QPen(m_primary ? ink : theme().colour(Colour::Hair), 1));
    painter.setBrush(m_primary ? QBrush(Qt::NoBrush) : QBrush(theme().colour(Colour::Page)));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(ink);
    painter.setFont(theme().fontPx(capFontPx));
    painter.drawText(box, Qt::AlignCenter, m_functionKey);
}

bool DesktopKey::cutsOn(const QRect &face) const
{
    return Key::cutsOn(face.adjusted(0, 0, -capWidth(), 0));
}

} // namespace antre
