// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journalcheck.h"

namespace antre {

/// Copies the journal in the SQLite file `from`, whoever writes it meanwhile, as it stood at one
/// moment, into the new file `to`, which only its owner may read; and reads the copy back. Errors:
/// Conflict when `to` exists; Corrupt when the copy is not sound, because `from` isn't: no copy is
/// left then; else as in Journal.
[[nodiscard]] Result<JournalHealth> copyJournal(const QString &from, const QString &to);

} // namespace antre
