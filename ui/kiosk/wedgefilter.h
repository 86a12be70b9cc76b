// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "scan/wedge.h"

#include <QKeyEvent>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

namespace antre {

/// Listens at the window for a code reader that types, before anybody else hears a key: its letters
/// would be typed into the search, and its Enter would press whatever key has the focus. What a
/// person types goes on, a blink later. Interface thread.
class WedgeFilter : public QObject
{
    Q_OBJECT

public:
    /// `window` and `clock` outlive it.
    WedgeFilter(QWidget &window, const Clock &clock);

Q_SIGNALS:
    void found(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listen();
    [[nodiscard]] bool hear(QKeyEvent *event);
    void keep(const QKeyEvent &event);
    void settle(const Wedge::Heard &heard);
    void replay();

    QWidget &m_window;
    const Clock &m_clock;
    Wedge m_wedge;
    std::vector<std::unique_ptr<QKeyEvent>> m_kept; ///< presses and releases, in their order
    QTimer m_silence;
    bool m_replaying = false;
};

} // namespace antre
