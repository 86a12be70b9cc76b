// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/catalogue.h"

#include <map>
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

/// What one witness saw of the day. Kiosks see numbers given, consoles see visits end, the journal
/// sees both.
struct Witness
{
    std::map<TicketId, GivenNumber> given;
    std::map<TicketId, EndedVisit> ended;
};

/// The journal as a witness, with what it adds.
struct JournalWitness : Witness
{
    std::set<TicketId>
        open; ///< neither served, missed nor cancelled, by the state that a restart would have
    int calls = 0; ///< first calls and calls again
};

/// Reads the journal file of a site whose service has ended. Errors: the journal's own.
[[nodiscard]] Result<JournalWitness> readJournal(const QString &path);

} // namespace antre
