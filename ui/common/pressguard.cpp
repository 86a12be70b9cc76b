// SPDX-License-Identifier: Apache-2.0
#include "common/pressguard.h"

#include <algorithm>
#include <utility>

namespace antre {

PressGuard::PressGuard(QWidget *window)
    : QObject(window)
{
    m_clock.start();
}

PressGuard &PressGuard::of(QWidget *widget)
{
    QWidget *window = widget->window();
    auto *guard = window->findChild<PressGuard *>(QString(), Qt::FindDirectChildrenOnly);
    return guard ? *guard : *new PressGuard(window);
}

static bool isTyping(const QAbstractButton *key)
{
    return key && key->property(PressGuard::types).toBool();
}

/// Whether `key` may follow the last letter, though others rest.
bool PressGuard::typesOn(const QAbstractButton *key, std::chrono::milliseconds now) const
{
    return m_typed && isTyping(key) && (key != m_typed || now - m_typedAt >= sameLetter);
}

/// What is held acts now: the next letter has come before this one was let go.
void PressGuard::actHeld()
{
    const QPointer<QAbstractButton> key = std::exchange(m_held, nullptr);
    key->setDown(false);
    m_typed = key;
    key->click();
}

bool PressGuard::press(QAbstractButton *key)
{
    const auto now = std::chrono::milliseconds(m_clock.elapsed());
    if (now < m_quietUntil && !typesOn(key, now))
        return false;
    if (m_held && m_held != key && isTyping(m_held) && isTyping(key)) {
        actHeld();
    } else if (m_held) {
        if (now - m_heldSince < palmAfter)
            return false;
        m_held->setDown(false);
    }
    m_held = key;
    m_heldSince = now;
    return true;
}

bool PressGuard::release(QAbstractButton *key)
{
    if (m_held != key)
        return false;
    m_held = nullptr;
    pause(rest);
    m_typed = isTyping(key) ? key : nullptr;
    m_typedAt = std::chrono::milliseconds(m_clock.elapsed());
    // The key acts first: what waits for its release must not throw it away before.
    QMetaObject::invokeMethod(this, &PressGuard::freed, Qt::QueuedConnection);
    return true;
}

void PressGuard::cancel(QAbstractButton *key)
{
    if (m_held != key)
        return;
    m_held = nullptr;
    QMetaObject::invokeMethod(this, &PressGuard::freed, Qt::QueuedConnection);
}

void PressGuard::pause(std::chrono::milliseconds pause)
{
    m_typed = nullptr;
    m_quietUntil = std::max(m_quietUntil, std::chrono::milliseconds(m_clock.elapsed()) + pause);
}

} // namespace antre
