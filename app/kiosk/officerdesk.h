// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskwindow.h"
#include "kiosk/officerpanel.h"
#include "kiosk/officerproof.h"
#include "shared/terminalprogram.h"

#include <QTimer>

namespace antre {

/// The officer at the kiosk, put together: the gesture opens the panel, wishes go to the machine,
/// the printers and the program, and each is written down with who wanted it and when
/// (officers.log). A pause survives a restart and ends with the day. Interface thread.
class OfficerDesk : public QObject
{
    Q_OBJECT

public:
    /// systemd does not start the kiosk again after this (packaging/debian/antre-kiosk.service).
    static constexpr int leftCode = 64;

    /// `window` and `terminal` outlive it; `folder` is the terminal's own.
    OfficerDesk(KioskWindow &window, TerminalProgram &terminal, const QString &folder);
    ~OfficerDesk() override;

    /// News from the terminal; once a second at least.
    void refresh();
    /// Does what somebody at the manager's page wants. A restart waits until no visitor is here.
    void obey(DeviceOrder order);
    /// What became of a slip that testSlipWanted or feedWanted asked for.
    void printEnded(SlipState slip);
    [[nodiscard]] bool isOpen() const { return m_panel != nullptr; }
    [[nodiscard]] bool isPaused() const { return m_paused.has_value(); }
    [[nodiscard]] OfficerProof &proof() { return m_proof; }

Q_SIGNALS:
    void testSlipWanted(size_t printer);
    void feedWanted(size_t printer);
    void restartWanted();
    void leaveWanted();
    void pauseChanged();

private:
    void open();
    void close();
    void signIn(const OfficerId &officer, const QString &pin);
    void perform(const OfficerWish &wish);
    void giveNumber();
    void pause(std::optional<RestReason> reason);
    void showPause();
    void setVolume(int percent);
    void setBrightness(int percent);
    void note(const QString &what);
    void keepSettings();
    void loadSettings();
    [[nodiscard]] OfficerScreen screen() const;
    [[nodiscard]] std::vector<OfficerSlip> slips() const;
    [[nodiscard]] QString numberOf(const TicketId &ticket) const;

    KioskWindow &m_window;
    TerminalProgram &m_terminal;
    KeptFiles m_files;
    OfficerProof m_proof;
    HiddenGesture m_gesture;
    OfficerPanel *m_panel = nullptr;
    PausedLayer *m_pausedLayer = nullptr;
    QWidget *m_dim = nullptr;
    bool m_isIn = false; ///< somebody is signed in, and that was noted
    bool m_gives = false; ///< the panel stands aside
    bool m_restartsAtRest = false; ///< ordered from afar
    QString m_lastPrint;
    std::optional<RestReason> m_paused;
    BusinessDay m_pausedOn;
    std::optional<int> m_volume;
    int m_brightness = 100;
    QTimer m_second;
};

} // namespace antre
