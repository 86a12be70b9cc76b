// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskscreen.h"
#include "terminal/terminalmachine.h"

namespace antre {

/// Makes what the kiosk shows from what its terminal knows. Pictures of the slip and its code are
/// drawn once a ticket. Needs a QGuiApplication; interface thread.
class KioskPresenter
{
public:
    /// The link is measured every five seconds: figures so old are of now, and a network that comes
    /// and goes does not make the pages flicker.
    static constexpr std::chrono::seconds currentFor{10};

    /// Nothing to show yet while the terminal has no catalogue.
    [[nodiscard]] std::optional<KioskScreen> screen(const TerminalMachine &machine);

private:
    [[nodiscard]] IssuedTicket issued(const KioskScreen &screen, const Issue &issue);
    void showIssue(KioskScreen &screen, const Issue &issue);
    void showPhoneCode(KioskScreen &screen, const TerminalMachine &machine);
    void draw(const Catalogue &catalogue, const KioskTicket &ticket, bool copy);

    TicketId m_drawn; ///< whose pictures these are
    bool m_isCopy = false; ///< and whether they show a copy
    QImage m_slip;
    QImage m_code;
    QString m_site; ///< whose page m_siteCode leads to
    QImage m_siteCode;
};

} // namespace antre
