// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/attractlayer.h"

#include <QTimer>

namespace antre {

class KioskWindow;

/// Puts the AttractLayer over a start screen at which nothing was touched for a while, and takes it
/// away at a touch or a key, which does nothing else. Interface thread.
class Attract : public QObject
{
    Q_OBJECT

public:
    /// `window` outlives it.
    Attract(KioskWindow &window, std::chrono::milliseconds after);

    /// What would be shown now; every second or so.
    void setView(const AttractView &view);
    /// Something else lies over the start screen, such as the officer's pages.
    void hold(bool held);
    [[nodiscard]] bool isShown() const { return m_layer != nullptr; }
    /// Takes it away: somebody is here, by another sign than a touch.
    void wake();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();
    void turn();

    KioskWindow &m_window;
    AttractView m_view;
    AttractLayer *m_layer = nullptr;
    QTimer m_idle;
    QTimer m_second;
    int m_seconds = 0;
    bool m_isHeld = false;
    bool m_keyIsOurs = false; ///< the key that woke us is still down
};

} // namespace antre
