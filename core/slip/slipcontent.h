// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "domain/catalogue.h"
#include "domain/ticket.h"

#include <QStringList>

#include <optional>

namespace antre {

/// The wait as a promise that can be kept: a range, and the clock times that follow from it.
struct SlipWait
{
    Minutes shortest{0};
    Minutes longest{0};
    Minutes calledFrom{0}; ///< since local midnight
    Minutes calledUntil{0}; ///< since local midnight
    friend bool operator==(const SlipWait &, const SlipWait &) = default;
};

/// What a slip says, before it is laid out. Never the visitor's class or name: a slip lies about.
struct SlipContent
{
    QString language; ///< of the fixed words; the texts below are in it already
    QString mallName;
    QString mallShortName; ///< for narrow paper; empty: the full name
    QString subtitle;
    QString number; ///< "A012"
    QString service;
    QString agency;
    QStringList further; ///< services of the same visit that come after it
    std::optional<int> peopleAhead; ///< absent: not known, for instance without network
    std::optional<SlipWait> wait; ///< absent: not known
    bool maybeTooLate = false; ///< the mall may close before this number is called
    BusinessDay day;
    Minutes issuedAt{0}; ///< since local midnight
    QString timeZoneLabel; ///< "WIB"
    QStringList requirements; ///< the first five are printed
    QString link; ///< where a phone follows the ticket, printed as QR; empty: none
    bool free = false; ///< the catalogue says that the service costs nothing
    bool offline = false; ///< made without network: says that the number is valid all the same
    /// Printed again: marked, so that two slips don't become two people.
    bool copy = false;
    QString greeting; ///< the mall's own last line; may be empty
    SlipDesign design; ///< which of all this is printed, and where
    friend bool operator==(const SlipContent &, const SlipContent &) = default;
};

/// What only the moment of issuing knows about a ticket.
struct SlipFacts
{
    BusinessDay day; ///< the ticket's, not recomputed from its touch
    std::optional<int> peopleAhead = {};
    std::optional<SlipWait> wait = {};
    bool maybeTooLate = false;
    bool copy = false;
};

/// A ticket's slip in the ticket's language. Names that the catalogue no longer has are left out;
/// the number never is.
[[nodiscard]] SlipContent slipContent(
    const Ticket &ticket, const Catalogue &catalogue, const SlipFacts &facts);

} // namespace antre
