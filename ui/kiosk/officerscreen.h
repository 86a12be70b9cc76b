// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"
#include "domain/people.h"
#include "domain/state.h"

#include <optional>
#include <variant>
#include <vector>

namespace antre {

/// One of today's slips of this kiosk, as an officer sees it.
struct OfficerSlip
{
    TicketId ticket;
    QString number;
    LocalText service;
    Minutes touchedAt{0};
    SlipState slip = SlipState::Pending;
    [[nodiscard]] bool isDoubtful() const
    {
        return slip == SlipState::Unknown || slip == SlipState::Failed;
    }
    friend bool operator==(const OfficerSlip &, const OfficerSlip &) = default;
};

/// Why the kiosk rests, for visitors to read.
enum class RestReason { Cleaning, Fault, Event };
constexpr int restReasonCount = int(RestReason::Event) + 1;

enum class SignInNow {
    Free, ///< a name and a PIN may be given
    Checking,
    WrongPin,
    MustWait, ///< after wrong PINs; see waitSeconds
    NotKnownHere, ///< no network, and this officer has not signed in here before
};

/// Everything that the officer's pages show, as one value.
struct OfficerScreen
{
    std::vector<std::pair<OfficerId, QString>> officers; ///< who may sign in, by name
    SignInNow signIn = SignInNow::Free;
    int waitSeconds = 0;
    QString name; ///< of who is signed in; empty: nobody is
    bool isTechnician = false;
    bool hasTechnician = false; ///< a technician's PIN was set on this kiosk
    std::vector<OfficerSlip> slips; ///< of today, those in doubt first, then the latest
    std::vector<PrinterStatus> printers; ///< in the order in which they are tried
    QString lastPrint; ///< what became of the last test; empty: none yet
    bool isConnected = false;
    std::optional<LocalTime> heardAt;
    int unreported = 0;
    LocalTime now;
    Milliseconds clockOffset{0}; ///< the site's time minus this machine's
    QString terminal;
    QString version;
    std::optional<RestReason> paused;
    std::optional<int> volume; ///< per cent; absent: nothing to turn
    int brightness = 100; ///< per cent
    friend bool operator==(const OfficerScreen &, const OfficerScreen &) = default;
};

// What an officer wants.

struct GiveNumber
{
};
struct PrintAgain
{
    TicketId ticket;
};
/// An officer looked for a slip in doubt.
struct SlipLookedFor
{
    TicketId ticket;
    bool cameOut = false;
};
struct RollPutIn
{
    size_t printer = 0;
};
struct FeedAndCut
{
    size_t printer = 0;
};
struct TestSlip
{
    size_t printer = 0;
};
struct PauseKiosk
{
    RestReason reason = RestReason::Cleaning;
};
struct ResumeKiosk
{
};
struct SetVolume
{
    int percent = 0;
};
struct SetBrightness
{
    int percent = 100;
};
struct RestartKiosk
{
};
/// To the desktop; technicians only.
struct LeaveKiosk
{
};

using OfficerWish = std::variant<GiveNumber, PrintAgain, SlipLookedFor, RollPutIn, FeedAndCut,
    TestSlip, PauseKiosk, ResumeKiosk, SetVolume, SetBrightness, RestartKiosk, LeaveKiosk>;

} // namespace antre
