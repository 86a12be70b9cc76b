// SPDX-License-Identifier: Apache-2.0
#include "common/pressguard.h"

#include <algorithm>

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

bool PressGuard::press(QAbstractButton *key)
{
    const auto now = std::chrono::milliseconds(m_clock.elapsed());
    if (now < m_quietUntil)
        return false;
    if (m_held) {
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
    m_quietUntil = std::max(m_quietUntil, std::chrono::milliseconds(m_clock.elapsed()) + pause);
}

} // namespace antre
