// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/availability.h"
#include "domain/devicestatus.h"
#include "domain/state.h"

#include <QImage>
#include <QStringList>

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
    std::optional<int> waiting = 0; ///< absent: not known for today
    std::optional<WaitRange> wait; ///< for a number taken now; absent: not known
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
    bool offline = false; ///< the kiosk's own number, and the service has not heard of it yet
    LocalText place; ///< of the printer, where visitors find it; empty: below the screen
    bool isCopy = false; ///< it is printed again, or was
    bool mayPrintAgain = false;
    QImage slipPicture; ///< the slip as printed; null: none to draw
    QImage followCode; ///< QR code of the ticket's page, one pixel a module; null: none to follow
    friend bool operator==(const IssuedTicket &, const IssuedTicket &) = default;
};

enum class KioskPhase {
    Choosing, ///< the visitor walks through the pages
    Issuing, ///< a number was asked for and is on its way
    Issued, ///< there is a number
    Refused, ///< there will be none: see `refused`
};

enum class PrinterNow { Ready, PaperOut, Broken };

/// What a printer asks of whoever opened or filled it.
struct RollAsked
{
    LocalText place; ///< of the printer; empty: at the kiosk
    bool isNew = false; ///< what is taken for true without an answer
    friend bool operator==(const RollAsked &, const RollAsked &) = default;
};

/// The slip of the last visitor: printed again on a touch, marked as a copy.
struct ReprintOffer
{
    QString number;
    Minutes touchedAt{0}; ///< by which its owner knows it
    std::chrono::seconds left{0}; ///< until the offer ends
    friend bool operator==(const ReprintOffer &, const ReprintOffer &) = default;
};

/// By what codes can be read here.
struct ScanWays
{
    bool camera = false;
    bool reader = false; ///< one that types, or at a serial line
    [[nodiscard]] bool any() const { return camera || reader; }
    friend bool operator==(const ScanWays &, const ScanWays &) = default;
};

/// What somebody held before the camera or the reader.
struct ScanFinding
{
    enum class What {
        Ticket, ///< one that this kiosk knows
        Elsewhere, ///< one of this mall's that it doesn't
        CheckingIn, ///< a reservation, of which the service is asked
        NotCheckedIn, ///< a reservation that becomes no slip here, for `reason`
        Strange, ///< nothing of this mall's
    };
    What what = What::Strange;
    QString reason = {}; ///< as CheckInRefusal has it
    QString number; ///< with What::Ticket, as all that follows; or of a reservation that had become
                    ///< a number before
    ServiceId service;
    TicketState state = TicketState::Waiting;
    CounterId counter; ///< that called it last
    std::optional<int> ahead; ///< absent: not known
    std::optional<WaitRange> wait;
    bool mayPrint = false;
    friend bool operator==(const ScanFinding &, const ScanFinding &) = default;
};

/// Why a kiosk's own disk takes nothing.
enum class DiskTrouble { None, Full, ReadOnly, Locked, Damaged, Gone, Other };

/// What staff should see to at this kiosk, shown to them without opening anything.
struct StaffNews
{
    DiskTrouble disk = DiskTrouble::None;
    bool isRejected = false; ///< the service answers, and doesn't want this kiosk
    int unreported = 0; ///< slips in hands that the service has not heard of
    QStringList doubtful; ///< numbers that may have no paper: a person must look
    int disputes = 0; ///< slips whose number the service gave to somebody else
    std::vector<PrinterStatus> printers; ///< in the order in which they are tried
    QStringList forOfficers; ///< numbers whose slips are being printed for officers
    friend bool operator==(const StaffNews &, const StaffNews &) = default;
};

/// Everything the kiosk shows, as one value. Missing lines have nobody waiting; missing services
/// are open.
struct KioskScreen
{
    CataloguePtr catalogue; ///< null: not loaded yet
    LocalTime now;
    std::map<AgencyId, ServiceStatus> agencies;
    std::map<ServiceId, ServiceStatus> services;
    std::map<LineId, LineNow> lines;
    bool isAway = false; ///< the service is out of reach
    std::optional<LocalTime> heardAt; ///< with isAway: the figures are of that moment; absent: the
                                      ///< service was never heard
    bool isShut = false; ///< neither disk nor service can keep a number: none can be given here
    PrinterNow printer = PrinterNow::Ready;
    LocalText printsAt; ///< where slips come out just now; empty: below the screen
    std::optional<RollAsked> roll;
    StaffNews staff;
    std::optional<ReprintOffer> reprint; ///< in doubt since the kiosk restarted
    std::optional<ReprintOffer> lastSlip; ///< told as printed, and perhaps not there all the same
    QImage phoneCode; ///< QR code of the page where phones take numbers, one pixel a module; null:
                      ///< none to offer, or slips can be had here
    ScanWays scanWays;
    std::optional<ScanFinding> scan; ///< until the visitor leaves
    KioskPhase phase = KioskPhase::Choosing;
    std::optional<IssuedTicket> issued; ///< with KioskPhase::Issued
    ServiceId refused; ///< with KioskPhase::Refused; what its status says now is the reason, if it
                       ///< says any
    bool couldNotKeep = false; ///< with KioskPhase::Refused: neither disk nor service took it

    [[nodiscard]] LineNow line(const LineId &id) const;
    [[nodiscard]] ServiceStatus status(const ServiceId &id) const;
    [[nodiscard]] ServiceStatus status(const AgencyId &id) const;
};

/// What hours, closures, quotas and queues say at `now`; the caller adds what only the terminal
/// knows: printer, network, disk, ticket. REQUIRES: state.catalogue.
[[nodiscard]] KioskScreen kioskScreen(const State &state, Instant now, const Vantage &vantage = {});

} // namespace antre
