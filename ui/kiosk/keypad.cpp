// SPDX-License-Identifier: Apache-2.0
#include "kiosk/keypad.h"

#include "common/key.h"
#include "common/neighbour.h"
#include "common/pressguard.h"
#include "kiosk/foundkey.h"
#include "kiosk/keys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace antre {

namespace {

/// A second digit that comes later begins anew.
constexpr qint64 digitPauseMs = 3000;

bool canBePressed(const Key *key) { return key->isVisible() && key->isEnabled(); }

int rankOf(const Key *key)
{
    const bool isChoice = qobject_cast<const AgencyKey *>(key)
        || qobject_cast<const ServiceKey *>(key) || qobject_cast<const FoundKey *>(key)
        || key->isCheckable();
    return isChoice ? 0 : key->kind() == KeyKind::Primary ? 1 : 2;
}

} // namespace

QList<Key *> keysInOrder(const QWidget *part)
{
    QList<Key *> keys;
    if (!part)
        return keys;
    // The chain is the order in which everything was put on the page.
    const QWidget *widget = part;
    do {
        auto *key = qobject_cast<Key *>(const_cast<QWidget *>(widget));
        if (key && canBePressed(key) && part->isAncestorOf(key))
            keys << key;
        widget = widget->nextInFocusChain();
    } while (widget && widget != part);
    return keys;
}

QList<Key *> numberedKeys(const QWidget *part)
{
    QList<Key *> keys = keysInOrder(part);
    keys.removeIf([](const Key *key) { return key->property(PressGuard::types).toBool(); });
    std::ranges::stable_sort(keys, {}, rankOf);
    return keys;
}

// ---- the numbers
// -----------------------------------------------------------------------------------

KeyNumbers::KeyNumbers(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void KeyNumbers::follow(QWidget *part)
{
    m_part = part;
    setVisible(part != nullptr);
    if (!part)
        return;
    setGeometry(window()->rect());
    raise();
    update();
}

void KeyNumbers::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void KeyNumbers::paintEvent(QPaintEvent *)
{
    if (!m_part)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pixels = m_theme.leastPx();
    painter.setFont(m_theme.fontPx(pixels, Weight::Bold));
    const QFontMetrics metrics(painter.font());
    const int height = pixels * 13 / 10;
    int number = 0;
    for (const Key *key : numberedKeys(m_part)) {
        const QString text = QString::number(++number);
        const int width = std::max(height, metrics.horizontalAdvance(text) + pixels * 7 / 10);
        const int out = m_theme.px(1.2);
        const QRect tile(key->mapTo(window(), QPoint(-out, -out)), QSize(width, height));
        painter.setPen(QPen(m_theme.colour(Colour::Paper), m_theme.border()));
        painter.setBrush(m_theme.colour(Colour::Ink));
        painter.drawRoundedRect(tile, m_theme.px(2), m_theme.px(2));
        painter.setPen(m_theme.colour(Colour::Paper));
        painter.drawText(tile, Qt::AlignCenter, text);
    }
}

// ---- the walk
// --------------------------------------------------------------------------------------

Keypad::Keypad(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void Keypad::setParts(QWidget *stage, QWidget *bar)
{
    m_stage = stage;
    m_bar = bar;
}

Key *Keypad::focused() const
{
    auto *key = qobject_cast<Key *>(m_window->focusWidget());
    const bool isHere = key && canBePressed(key)
        && ((m_stage && m_stage->isAncestorOf(key)) || (m_bar && m_bar->isAncestorOf(key)));
    return isHere ? key : nullptr;
}

void Keypad::setWalking(bool walking)
{
    if (std::exchange(m_walking, walking) == walking)
        return;
    // What a window gave the focus to by itself, nobody has walked to.
    if (walking)
        focusFirst();
    Q_EMIT walkingChanged(walking);
}

void Keypad::touched()
{
    m_typed = 0;
    setWalking(false);
}

void Keypad::typed()
{
    m_typed = 0;
    if (!focused())
        setWalking(true);
    else if (!std::exchange(m_walking, true))
        Q_EMIT walkingChanged(true);
}

KeypadSpot Keypad::spot() const
{
    const Key *key = focused();
    if (!key)
        return {};
    const bool isInBar = m_bar && m_bar->isAncestorOf(key);
    return {isInBar, keysInOrder(isInBar ? m_bar : m_stage).indexOf(key), key->accessibleName()};
}

void Keypad::restore(const KeypadSpot &spot)
{
    if (spot.index < 0)
        return;
    const auto keys = keysInOrder(spot.isInBar ? m_bar : m_stage);
    const auto named = std::ranges::find(keys, spot.name, &Key::accessibleName);
    if (named != keys.end())
        (*named)->setFocus(Qt::OtherFocusReason);
    else if (!keys.isEmpty())
        keys[std::min(spot.index, keys.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

void Keypad::focusFirst()
{
    m_typed = 0;
    const auto keys = numberedKeys(m_stage);
    const auto next = std::ranges::find(keys, KeyKind::Primary, &Key::kind);
    if (next != keys.end())
        (*next)->setFocus(Qt::OtherFocusReason);
    else if (!keys.isEmpty())
        keys.front()->setFocus(Qt::OtherFocusReason);
}

bool Keypad::takes(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int key = event.key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        setWalking(true);
        if (!event.isAutoRepeat())
            digit(key - Qt::Key_0);
        return true;
    }
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Backspace:
    case Qt::Key_Back:
        setWalking(true);
        m_typed = 0;
        if (!event.isAutoRepeat())
            Q_EMIT backWanted();
        return true;
    case Qt::Key_Asterisk:
        setWalking(true);
        if (!event.isAutoRepeat())
            Q_EMIT listenWanted();
        return true;
    default:
        return moves(event);
    }
}

bool Keypad::moves(const QKeyEvent &event)
{
    const int key = event.key();
    const bool isPress = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space
        || key == Qt::Key_Select;
    const bool isTab = key == Qt::Key_Tab || key == Qt::Key_Backtab;
    const bool isArrow
        = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (!isPress && !isTab && !isArrow)
        return false;
    const bool began = !m_walking;
    setWalking(true);
    m_typed = 0;
    if (began)
        return true; // with the focus where the page begins
    Key *now = focused();
    if (isPress && now)
        return false; // the key itself feels it go down and up
    if (!now)
        focusFirst();
    else if (isTab)
        step(key == Qt::Key_Tab ? 1 : -1);
    else if (auto *next = neighbour(m_window, now, Qt::Key(key)))
        next->setFocus(Qt::OtherFocusReason);
    return true;
}

void Keypad::step(int by)
{
    const QList<Key *> keys = keysInOrder(m_stage) + keysInOrder(m_bar);
    if (keys.isEmpty())
        return;
    const auto at = keys.indexOf(focused());
    keys[(at + by + keys.size()) % keys.size()]->setFocus(Qt::TabFocusReason);
}

void Keypad::digit(int digit)
{
    const auto keys = numberedKeys(m_stage);
    const bool goesOn
        = m_typed > 0 && m_sinceDigit.isValid() && m_sinceDigit.elapsed() < digitPauseMs;
    const int number = goesOn ? m_typed * 10 + digit : digit;
    m_typed = 0;
    if (number == 0) {
        Q_EMIT backWanted();
        return;
    }
    if (number > keys.size())
        return;
    Key *key = keys[number - 1];
    key->setFocus(Qt::OtherFocusReason);
    if (number * 10 <= keys.size()) {
        m_typed = number;
        m_sinceDigit.start();
    } else {
        press(key);
    }
}

void Keypad::press(Key *key)
{
    auto &guard = PressGuard::of(m_window);
    if (guard.press(key) && guard.release(key))
        key->click();
}

} // namespace antre
