// SPDX-License-Identifier: Apache-2.0
#include "common/key.h"

#include "common/icons.h"
#include "common/pressguard.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>

#include <algorithm>

namespace antre {

Key::Key(const Theme &theme, KeyKind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_padding(theme.px(kind == KeyKind::Bar ? 2 : 6))
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    // A finger moves no focus: the ring is for those who walk with the keypad.
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_lift.setDuration(tokens().pressUpMs);
    m_lift.setStartValue(1.0);
    m_lift.setEndValue(0.0);
    connect(&m_lift, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

Key::Key(const Theme &theme, KeyKind kind, const KeyContent &content, QWidget *parent)
    : Key(theme, kind, parent)
{
    setContent(content);
}

void Key::setKind(KeyKind kind)
{
    m_kind = kind;
    update();
}

void Key::setTyping() { setProperty(PressGuard::types, true); }

void Key::setContent(const KeyContent &content)
{
    m_content = content;
    // QAbstractButton would read an ampersand as a shortcut.
    setText(FittedText::plain(content.text).replace(u'&', QStringLiteral("&&")));
    setAccessibleName(FittedText::plain(content.text));
    setAccessibleDescription(FittedText::plain(content.second));
    updateGeometry();
    update();
}

void Key::setClosed(bool closed, const QString &reason)
{
    m_closed = closed;
    if (!reason.isEmpty())
        setAccessibleDescription(reason);
    update();
}

// ---- one press, from any finger, mouse or key
// -----------------------------------------------------------------

void Key::pressed()
{
    m_holding = PressGuard::of(this).press(this);
    if (!m_holding)
        return;
    m_lift.stop();
    setDown(true);
    repaint(); // the face drops in this very frame
}

void Key::moved(bool inside)
{
    if (m_holding && inside != isDown())
        setDown(inside);
}

void Key::released(bool inside)
{
    if (!m_holding)
        return;
    m_holding = false;
    const bool counts = PressGuard::of(this).release(this);
    setDown(false);
    if (!counts || !inside)
        return;
    liftSlowly();
    click();
}

void Key::cancelled()
{
    m_touchId = -1;
    if (!m_holding)
        return;
    m_holding = false;
    PressGuard::of(this).cancel(this);
    setDown(false);
}

void Key::liftSlowly()
{
    if (m_theme.moves())
        m_lift.start();
}

bool Key::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
        return touch(static_cast<QTouchEvent *>(event));
    case QEvent::TouchCancel:
        cancelled();
        return true;
    default:
        return QAbstractButton::event(event);
    }
}

bool Key::touch(QTouchEvent *event)
{
    for (const auto &point : event->points()) {
        const bool inside = rect().contains(point.position().toPoint());
        switch (point.state()) {
        case QEventPoint::Pressed:
            if (m_touchId == -1) {
                m_touchId = point.id();
                pressed();
            }
            break;
        case QEventPoint::Updated:
            if (point.id() == m_touchId)
                moved(inside);
            break;
        case QEventPoint::Released:
            if (point.id() == m_touchId) {
                m_touchId = -1;
                event->accept(); // the key may be gone when its action returns
                released(inside);
                return true;
            }
            break;
        default:
            break;
        }
    }
    if (event->type() == QEvent::TouchEnd)
        m_touchId = -1;
    event->accept(); // or Qt makes a mouse of it and the key is pressed twice
    return true;
}

void Key::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        pressed();
}

void Key::mouseMoveEvent(QMouseEvent *event)
{
    moved(rect().contains(event->position().toPoint()));
}

void Key::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        released(rect().contains(event->position().toPoint()));
}

static bool presses(const QKeyEvent *event)
{
    const int key = event->key();
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter
        || key == Qt::Key_Select;
}

void Key::keyPressEvent(QKeyEvent *event)
{
    if (!presses(event))
        QAbstractButton::keyPressEvent(event);
    else if (!event->isAutoRepeat())
        pressed();
}

void Key::keyReleaseEvent(QKeyEvent *event)
{
    if (!presses(event))
        QAbstractButton::keyReleaseEvent(event);
    else if (!event->isAutoRepeat())
        released(true);
}

void Key::hideEvent(QHideEvent *event)
{
    cancelled();
    QAbstractButton::hideEvent(event);
}

// ---- the face
// ----------------------------------------------------------------------------------------------------

bool Key::isDropped() const { return isDown() || isChecked(); }

QRect Key::faceRect(int drop) const { return rect().adjusted(0, drop, 0, drop - m_theme.edge()); }

QColor Key::lineColour() const
{
    if (m_kind == KeyKind::Primary)
        return m_theme.colour(Colour::KunyitLine);
    if (m_kind == KeyKind::Bar)
        return m_theme.colour(isChecked() ? Colour::SeaTint : Colour::BarLine);
    return m_theme.colour(isChecked() ? Colour::Sea : Colour::Line);
}

QColor Key::faceColour() const
{
    const bool dropped = isDropped();
    const bool inverted = m_theme.isHighContrast() && dropped;
    switch (m_kind) {
    case KeyKind::Primary:
        return m_theme.colour(isDown() ? Colour::KunyitPress : Colour::Kunyit);
    case KeyKind::Bar:
        // Black on white is how high contrast shows that a key is on or held.
        if (inverted)
            return m_theme.colour(Colour::OnSea);
        if (isChecked())
            return m_theme.colour(Colour::SeaTint);
        return m_theme.colour(m_theme.isHighContrast() || isDown() ? Colour::SeaDeep : Colour::Sea);
    case KeyKind::Plain:
        break;
    }
    if (inverted && isDown())
        return m_theme.colour(Colour::Ink);
    if (dropped)
        return m_theme.colour(Colour::SeaTint);
    return m_theme.colour(m_closed ? Colour::Page : Colour::Paper);
}

QColor Key::inkColour() const
{
    if (m_kind == KeyKind::Primary)
        return m_theme.colour(Colour::KunyitInk);
    if (m_theme.isHighContrast() && (isDown() || (m_kind == KeyKind::Bar && isChecked())))
        return m_theme.colour(Colour::Page);
    if (m_kind == KeyKind::Bar)
        return m_theme.colour(isChecked() ? Colour::SeaDeep : Colour::OnSea);
    // ink2 falls short on seaTint, so a closed key that is down is written in ink.
    return m_theme.colour(m_closed && !isDropped() ? Colour::Ink2 : Colour::Ink);
}

QColor Key::iconColour() const
{
    if (m_kind != KeyKind::Plain || (m_theme.isHighContrast() && isDown()))
        return inkColour();
    return m_theme.colour(m_closed ? Colour::Off : Colour::Sea);
}

void Key::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int edge = m_theme.edge();
    const bool dropped = isDropped();
    const double height
        = m_lift.state() == QAbstractAnimation::Running ? m_lift.currentValue().toDouble() : 0.0;
    const int drop = dropped ? edge : int(edge * height + 0.5);
    const QRect face = faceRect(drop);
    const bool selected = isChecked() && m_kind == KeyKind::Plain;
    const int border = selected ? m_theme.px(1.5) : m_theme.border();
    const int radius = m_theme.radius();

    painter.setPen(Qt::NoPen);
    painter.setBrush(lineColour());
    painter.drawRoundedRect(face.adjusted(0, 0, 0, edge - drop), radius, radius);
    const QRect inner = face.adjusted(border, border, -border, -border);
    painter.setBrush(faceColour());
    painter.drawRoundedRect(inner, radius - border * 0.6, radius - border * 0.6);
    if (m_closed && m_theme.isHighContrast()) {
        // Without grounds to tell them apart, a closed key is dashed.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(Colour::Page), border + 1, Qt::DashLine));
        painter.drawRoundedRect(
            QRectF(face).adjusted(border / 2.0, border / 2.0, -border / 2.0, -border / 2.0), radius,
            radius);
    }
    paintContent(painter, inner);
    if (selected) {
        const int tick = m_theme.px(10.4);
        paintIcon(painter, QRect(inner.right() - tick - border, inner.top() + border, tick, tick),
            QStringLiteral("ui-check"), inkColour());
    }
}

static int contentIconPx(const Theme &theme, const KeyContent &content)
{
    if (content.icon.isEmpty())
        return 0;
    return content.iconPx > 0 ? content.iconPx : int(theme.typePx(content.type) * 1.3);
}

static QString contentMarkup(const KeyContent &content)
{
    return content.second.isEmpty() ? content.text : QString(content.text % u'\n' % content.second);
}

FittedText Key::fittedText(QSize room) const
{
    FitRules rules;
    rules.lineHeight = 1.15;
    rules.minPixels = std::min(m_theme.leastPx(), m_theme.typePx(m_content.type));
    const bool centreWords = m_content.column;
    rules.alignment = (centreWords ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter;
    const auto weight = isChecked() ? Weight::Bold : m_content.weight;
    return FittedText(contentMarkup(m_content), m_theme.font(m_content.type, weight), room, rules);
}

// The picture grows smaller before the words do, and they before they are cut.
std::pair<int, FittedText> Key::columnParts(QSize area) const
{
    const int full = contentIconPx(m_theme, m_content);
    const int gap = full > 0 ? m_theme.px(2) : 0;
    std::pair<int, FittedText> parts;
    for (const double part : {1.0, 0.8, 0.65}) {
        parts.first = int(full * part);
        parts.second = fittedText({area.width(), std::max(1, area.height() - parts.first - gap)});
        if (!parts.second.isCut() && parts.second.pixelSize() == m_theme.typePx(m_content.type))
            break;
    }
    return parts;
}

void Key::paintContent(QPainter &painter, const QRect &face)
{
    const QRect area = face.adjusted(m_padding, 0, -m_padding, 0);
    const int iconPx = contentIconPx(m_theme, m_content);
    const int gap = iconPx > 0 ? m_theme.px(m_content.column ? 2 : 4) : 0;
    if (m_content.column) {
        const auto [picture, words] = columnParts(area.size());
        const int top = area.top() + (area.height() - picture - gap - words.height()) / 2;
        if (picture > 0)
            paintIcon(painter, QRect(area.left(), top, area.width(), picture), m_content.icon,
                iconColour(), picture);
        words.paint(painter, QRect(area.left(), top + picture + gap, area.width(), words.height()),
            inkColour());
        return;
    }
    const auto words = fittedText({std::max(1, area.width() - iconPx - gap), area.height()});
    const int used = iconPx + gap + words.width();
    const int left
        = m_content.centred ? area.left() + std::max(0, (area.width() - used) / 2) : area.left();
    if (iconPx > 0)
        paintIcon(painter, QRect(left, area.top(), iconPx, area.height()), m_content.icon,
            iconColour(), iconPx);
    words.paint(
        painter, QRect(left + iconPx + gap, area.top(), words.width(), area.height()), inkColour());
}

bool Key::cutsOn(const QRect &face) const
{
    const QRect area = face.adjusted(m_padding, 0, -m_padding, 0);
    if (m_content.column)
        return columnParts(area.size()).second.isCut();
    const int iconPx = contentIconPx(m_theme, m_content);
    const int gap = iconPx > 0 ? m_theme.px(4) : 0;
    return fittedText({std::max(1, area.width() - iconPx - gap), area.height()}).isCut();
}

int Key::pxOn(const QRect &face) const
{
    if (m_content.text.isEmpty())
        return 0;
    const QRect area = face.adjusted(m_padding, 0, -m_padding, 0);
    if (m_content.column)
        return columnParts(area.size()).second.pixelSize();
    const int iconPx = contentIconPx(m_theme, m_content);
    const int gap = iconPx > 0 ? m_theme.px(4) : 0;
    return fittedText({std::max(1, area.width() - iconPx - gap), area.height()}).pixelSize();
}

QRect Key::innerFace() const
{
    const int border = m_theme.border();
    return faceRect(0).adjusted(border, border, -border, -border);
}

bool Key::isCut() const { return cutsOn(innerFace()); }
int Key::shownPx() const { return pxOn(innerFace()); }

QSize Key::sizeHint() const
{
    const QFont font = m_theme.font(m_content.type, m_content.weight);
    const int words = FittedText::naturalWidth(contentMarkup(m_content), font);
    const int iconPx = contentIconPx(m_theme, m_content);
    const int gap = iconPx > 0 ? m_theme.px(4) : 0;
    const int least = m_theme.px(tokens().targetMin);
    const int frame = 2 * (m_padding + m_theme.border());
    if (m_content.column)
        return QSize(
            std::max(words, iconPx) + frame, std::max(least, iconPx + gap + font.pixelSize() * 2))
            .expandedTo({least, least});
    return QSize(words + iconPx + gap + frame, std::max(least, font.pixelSize() * 2))
        .expandedTo({least, least});
}

QSize Key::minimumSizeHint() const
{
    const int least = m_theme.px(tokens().targetMin);
    return {least, least};
}

} // namespace antre
