// SPDX-License-Identifier: Apache-2.0
#include "kiosk/wedgefilter.h"

#include <QCoreApplication>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace antre {

WedgeFilter::WedgeFilter(QWidget &window, const Clock &clock)
    : m_window(window)
    , m_clock(clock)
{
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, [this] { settle(m_wedge.silence()); });
    m_window.installEventFilter(this);
    listen();
}

void WedgeFilter::listen()
{
    if (!m_window.windowHandle())
        return;
    m_window.windowHandle()->removeEventFilter(this);
    m_window.windowHandle()->installEventFilter(this);
}

bool WedgeFilter::eventFilter(QObject *watched, QEvent *event)
{
    // Keys come to the native window; it is there when the widget shows.
    // Once the widget has done its own at being shown: the last filter hears first.
    if (watched == &m_window && event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &WedgeFilter::listen, Qt::QueuedConnection);
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (watched != m_window.windowHandle() || !isKey || m_replaying)
        return false;
    return hear(static_cast<QKeyEvent *>(event));
}

static bool isLetter(const QKeyEvent &event)
{
    const QString text = event.text();
    return text.size() == 1 && text.front().isPrint() && !event.isAutoRepeat()
        && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

static bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

/// Whether the key is kept from all others, for now or for good.
bool WedgeFilter::hear(QKeyEvent *event)
{
    if (event->type() == QEvent::KeyRelease) {
        // A release before its press would leave the key down.
        const bool isOfKept = std::ranges::any_of(
            m_kept, [&](const auto &kept) { return kept->key() == event->key(); });
        if (isOfKept)
            keep(*event);
        return isOfKept;
    }
    if (isLetter(*event)) {
        const auto heard = m_wedge.letter(event->text().front(), m_clock.elapsed());
        settle(heard);
        keep(*event);
        m_silence.start(Wedge::pauseMax);
        return true;
    }
    if (isEnter(*event) && m_wedge.isListening()) {
        m_silence.stop();
        const auto heard = m_wedge.enter(m_clock.elapsed());
        const bool isPersons = heard.enter;
        settle(heard);
        return !isPersons;
    }
    // Shift is part of a reader's capitals; any other key is a person's, and comes after the rest.
    if (event->key() != Qt::Key_Shift && m_wedge.isListening()) {
        m_silence.stop();
        settle(m_wedge.silence());
    }
    return false;
}

void WedgeFilter::keep(const QKeyEvent &event)
{
    m_kept.push_back(std::make_unique<QKeyEvent>(event.type(), event.key(), event.modifiers(),
        event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers(), event.text()));
}

void WedgeFilter::settle(const Wedge::Heard &heard)
{
    if (!heard.person.isEmpty())
        replay();
    if (!m_wedge.isListening())
        m_kept.clear();
    if (heard.code)
        Q_EMIT found(*heard.code);
}

void WedgeFilter::replay()
{
    const auto kept = std::exchange(m_kept, {});
    m_replaying = true;
    for (const auto &event : kept)
        QCoreApplication::sendEvent(m_window.windowHandle(), event.get());
    m_replaying = false;
}

} // namespace antre
