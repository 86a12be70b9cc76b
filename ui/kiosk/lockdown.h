// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

class QKeyEvent;
class QWidget;

namespace antre {

/// Keeps a visitor inside the kiosk: its window can't be closed, left, covered, dragged on or asked
/// for a menu, and of a keyboard that somebody plugs in only letters, digits, arrows, Enter, Tab
/// and the like do anything. The window comes back to the front when something takes it away, and
/// fills whatever screen there is when one is unplugged and another comes.
///
/// What Qt never hears of (switching consoles, Ctrl-Alt-Delete, the session's own keys) is switched
/// off by the session: packaging/debian. One for the whole process; interface thread.
class Lockdown : public QObject
{
    Q_OBJECT

public:
    /// `window` outlives it, and has the whole screen.
    explicit Lockdown(QWidget &window);

    /// Whoever may leave has said so: closing works from now on.
    void open() { m_isOpen = true; }
    [[nodiscard]] static bool isAllowed(const QKeyEvent &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void holdScreen();
    void comeBack();

    QWidget &m_window;
    bool m_isOpen = false;
    QTimer m_back; ///< a moment later: whatever took the front must have it first
};

} // namespace antre
