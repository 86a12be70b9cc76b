// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/daynotes.h"
#include "journal/journal.h"

#include <memory>

class QLockFile;

namespace antre {

/// A site's folder, open for this process alone: journal.db, and service.lock beside it, which two
/// processes can't hold. A lock left behind by a crash is none.
struct SiteJournal
{
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<DayNotes> notes; ///< in the same file; null: it can't be used now

    SiteJournal(std::unique_ptr<QLockFile> lock, std::unique_ptr<Journal> journal,
        std::unique_ptr<DayNotes> notes);
    SiteJournal(SiteJournal &&) noexcept;
    SiteJournal &operator=(SiteJournal &&) noexcept;
    ~SiteJournal();
};

/// Opens the site in `folder`, making folder and journal if there are none, and makes sure that the
/// journal can be written. Errors: Conflict "running" when another process has it; Unavailable,
/// Corrupt and Unsupported as in Journal and SqliteJournal.
[[nodiscard]] Result<SiteJournal> openSiteJournal(const QString &folder);

/// What is wrong with the site in `folder` and what to do about it: sentences for the technician at
/// the shell, in English.
[[nodiscard]] QString explainSiteError(const Error &error, const QString &folder);

} // namespace antre
