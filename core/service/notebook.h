// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/daynotes.h"
#include "service/queueservice.h"

namespace antre {

/// Officers' remarks about today's tickets. They are in no journal, since a journal forgets
/// nothing: when the site's date changes, also while the service was off, nothing is left of them.
/// One thread, the QueueService's.
class NoteBook
{
public:
    static constexpr Milliseconds retry{60'000};

    /// Both outlive it.
    NoteBook(DayNotes &store, const QueueService &service)
        : m_store(store)
        , m_service(service)
    {
    }
    NoteBook(const NoteBook &) = delete;
    NoteBook &operator=(const NoteBook &) = delete;

    /// Forgets what is not today's. Call at the start, and often. True: the date has changed, so
    /// whoever shows notes must be told. Costs nothing while it stays; what could not be destroyed
    /// is tried again after `retry`.
    bool turnPage();

    /// Errors: Invalid "note" for a text that is none; NotFound for a ticket that is not of today;
    /// else as in Journal.
    [[nodiscard]] Result<> put(const TicketId &ticket, const QString &text);
    [[nodiscard]] std::vector<TicketNote> all();

private:
    [[nodiscard]] std::optional<BusinessDay> today() const;

    DayNotes &m_store;
    const QueueService &m_service;
    std::optional<BusinessDay> m_page; ///< absent: not looked at yet
    std::optional<Milliseconds> m_retryAt; ///< others' are still there
};

} // namespace antre
