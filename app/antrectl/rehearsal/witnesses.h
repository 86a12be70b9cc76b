// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/event.h"

#include <map>
#include <optional>
#include <set>

namespace antre {

/// How a visit ended.
enum class Ending {
    Served,
    NoShow,
    Cancelled,
};

[[nodiscard]] QString endingName(Ending ending);

/// A number that went into somebody's hand.
struct GivenNumber
{
    QString number;
    ServiceId service;
    TerminalId kiosk;
    friend bool operator==(const GivenNumber &, const GivenNumber &) = default;
};

struct EndedVisit
{
    Ending ending = Ending::Served;
    TerminalId console;
    friend bool operator==(const EndedVisit &, const EndedVisit &) = default;
};

/// What one witness saw of the day. Kiosks see numbers given, consoles see visits end, displays see
/// the day end over who still waits; the journal sees all.
struct Witness
{
    std::map<TicketId, GivenNumber> given;
    std::map<TicketId, EndedVisit> ended;
    std::set<TicketId> expired;
};

/// The journal as a witness, with what it adds.
struct JournalWitness : Witness
{
    std::set<TicketId> open; ///< not over, by the state that a restart would have
    std::optional<DayClosed> end; ///< of the day
    int calls = 0; ///< first calls and calls again
};

/// Reads the journal file of a site whose service has ended. Errors: the journal's own.
[[nodiscard]] Result<JournalWitness> readJournal(const QString &path);

} // namespace antre
