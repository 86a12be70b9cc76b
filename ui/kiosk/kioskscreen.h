// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/availability.h"
#include "domain/state.h"

#include <QImage>

#include <map>
#include <optional>

namespace antre {

/// An honest wait: between two bounds, not a point.
struct WaitRange
{
    Minutes from{0};
    Minutes until{0};
    friend bool operator==(const WaitRange &, const WaitRange &) = default;
};

/// How one line stands.
struct LineNow
{
    int waiting = 0;
    std::optional<WaitRange> wait; ///< for a number taken now; absent: not known
    bool served = false; ///< at least one of its counters is open
    friend bool operator==(const LineNow &, const LineNow &) = default;
};

/// What a visitor may hold in the hand, and what the kiosk knows of it.
struct IssuedTicket
{
    QString number; ///< "A012", or "A2-07" from the kiosk's own series
    ServiceId service;
    SlipState slip = SlipState::Pending;
    bool paperOut = false; ///< with SlipState::Failed: because there was no paper
    std::optional<int> ahead; ///< absent: not known
    std::optional<WaitRange> wait;
    bool offline = false; ///< the number came from the kiosk's own series
    QImage slipPicture; ///< the slip as printed; null: none to draw
    QImage followCode; ///< QR code of the ticket's page, one pixel a module; null: none to follow
    friend bool operator==(const IssuedTicket &, const IssuedTicket &) = default;
};

enum class KioskPhase {
    Choosing, ///< the visitor walks through the pages
    Issuing, ///< a number was asked for and is on its way
    Issued, ///< there is a number
    Refused, ///< there will be none: see `refusal`
};

enum class PrinterNow { Ready, PaperOut, Broken };

/// Everything the kiosk shows, as one value. Missing lines have nobody waiting; missing services
/// are open.
struct KioskScreen
{
    CataloguePtr catalogue; ///< null: not loaded yet
    LocalTime now;
    std::map<AgencyId, ServiceStatus> agencies;
    std::map<ServiceId, ServiceStatus> services;
    std::map<LineId, LineNow> lines;
    std::optional<Minutes>
        countedAt; ///< the figures are of that time because the service is out of reach
    PrinterNow printer = PrinterNow::Ready;
    KioskPhase phase = KioskPhase::Choosing;
    std::optional<IssuedTicket> issued; ///< with KioskPhase::Issued
    ServiceId refused; ///< with KioskPhase::Refused; what its status says now is the reason, if it
                       ///< says any

    [[nodiscard]] LineNow line(const LineId &id) const;
    [[nodiscard]] ServiceStatus status(const ServiceId &id) const;
    [[nodiscard]] ServiceStatus status(const AgencyId &id) const;
};

/// What hours, quotas and queues say at `now`; the caller adds what only the terminal knows:
/// printer, network, ticket. REQUIRES: state.catalogue.
[[nodiscard]] KioskScreen kioskScreen(const State &state, const LocalTime &now);

} // namespace antre
