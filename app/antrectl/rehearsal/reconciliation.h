// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/witnesses.h"

#include <QStringList>

#include <vector>

namespace antre {

/// How many, of an agency or at a terminal.
struct Tally
{
    int issued = 0;
    int served = 0;
    int noShow = 0;
    int cancelled = 0;
    int waiting = 0;
    int expired = 0;

    void add(Ending ending);
    void add(const Tally &other);
    [[nodiscard]] bool balances() const
    {
        return issued == served + noShow + cancelled + waiting + expired;
    }
    friend bool operator==(const Tally &, const Tally &) = default;
};

/// The day's books, held against each other.
struct Reconciliation
{
    std::vector<std::pair<QString, Tally>> agencies; ///< in letter order, by the journal
    std::vector<std::pair<QString, Tally>>
        terminals; ///< kiosks, then consoles, by the journal; none waits at a terminal
    Tally all;
    /// A sentence for each thing that two witnesses tell differently; empty: all agree.
    QStringList differences;
};

/// Holds the three witnesses against each other, ticket by ticket, agency by agency, terminal by
/// terminal: issued = served + no-show + cancelled + waiting + expired, no number given twice,
/// nothing known to one witness only, and the journal's own count at the day's end is the same.
[[nodiscard]] Reconciliation reconcile(const Catalogue &catalogue, const Witness &kiosks,
    const Witness &consoles, const JournalWitness &journal);

/// The agencies' and the terminals' tallies as two tables in plain text.
[[nodiscard]] QString tableOf(const Reconciliation &books);

} // namespace antre
