// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ticket.h"
#include "voice/callmark.h"
#include "wire/messages.h"

#include <map>
#include <set>

namespace antre::sim {

/// A piece of paper in a hand.
struct Slip
{
    size_t kiosk = 0;
    TicketId ticket;
    QString number;
    BusinessDay day;
    Instant at; ///< the true time when it came out
    bool isCopy = false; ///< and says so
    bool isOfficers = false; ///< an officer wished it, and said whether it is a copy
};

/// A visitor's touch, as it really was.
struct Touch
{
    size_t kiosk = 0;
    Instant at; ///< the true time
    Instant lastContact; ///< the true time when the kiosk had last heard the service; epoch: never
    bool clockKnown = false; ///< the kiosk's process had measured the service's
    QString seen; ///< the number on the kiosk's screen, when it came to that
    QString refusal;
};

/// An officer's wish to end a visit while the service may be away: promised to be kept.
struct KeptPress
{
    CommandId id;
    TicketId ticket;
    QString what;
    Instant at; ///< the true time
    bool promised = false; ///< the console had time to put it on its disk
    bool answered = false;
};

/// An answer that reached a terminal, or left for a phone: from then on nobody may take it back.
struct Promise
{
    TicketId ticket;
    QString number;
    qint64 position = 0;
    QString who;
};

/// A call spoken to its end in the hall.
struct Heard
{
    size_t display = 0;
    CallMark call;
    int life = 0; ///< of the display's process
};

/// A call that became true while a display watched.
struct CallMade
{
    CallMark call;
    Milliseconds at{0}; ///< true elapsed time
    std::vector<std::pair<size_t, int>> watching; ///< displays that were up to date, and their life
};

/// What really happened in the world, whatever any journal says.
struct Truth
{
    std::vector<Slip> slips;
    std::map<TicketId, Touch> touches;
    std::vector<KeptPress> presses;
    std::vector<Promise> promises;
    std::vector<Heard> heard;
    std::vector<CallMade> calls;
    std::set<CommandId> cancelWishes; ///< a person asked for it
    std::set<TicketId> handedToPrinter; ///< tickets whose slip may exist
    std::vector<QString> complaints; ///< what was wrong on the spot: "check: what"
    int recordsLost = 0; ///< by lying disks of the service
    int kioskRecordsLost = 0; ///< by lying disks of kiosks
};

} // namespace antre::sim
