// SPDX-License-Identifier: Apache-2.0
#include "service/notebook.h"

namespace antre {

/// The site's date; absent without a catalogue, which names the time zone.
std::optional<BusinessDay> NoteBook::today() const
{
    const CataloguePtr &catalogue = m_service.state().catalogue;
    if (!catalogue)
        return std::nullopt;
    return localTime(m_service.clock().wall(), catalogue->zone()).day;
}

bool NoteBook::turnPage()
{
    const auto day = today();
    const Milliseconds now = m_service.clock().elapsed();
    const bool isNew = m_page != day;
    if (!day || (!isNew && !(m_retryAt && now >= *m_retryAt)))
        return false;
    m_page = day;
    m_retryAt.reset();
    if (const auto forgotten = m_store.forgetAllBut(*m_page); !forgotten) {
        qWarning("notes: yesterday's are still there: %s", qPrintable(forgotten.error().detail));
        m_retryAt = now + retry;
    }
    return isNew;
}

Result<> NoteBook::put(const TicketId &ticket, const QString &text)
{
    if (!isNote(text))
        return failure(ErrorCode::Invalid,
            QStringLiteral("a note has one line of at most %1 characters").arg(maxNoteLength),
            QStringLiteral("note"));
    const auto day = today();
    // Until the day's first event the tickets are yesterday's.
    if (!day || m_service.state().day != *day || !m_service.state().ticket(ticket))
        return failure(ErrorCode::NotFound, QStringLiteral("no ticket of today"),
            QStringLiteral("ticketGone"));
    return m_store.put(*day, ticket.text(), text.trimmed());
}

std::vector<TicketNote> NoteBook::all()
{
    std::vector<TicketNote> notes;
    const auto day = today();
    const auto kept = day ? m_store.of(*day) : Result<std::map<QString, QString>>();
    if (!kept) {
        qWarning("notes: they can't be read: %s", qPrintable(kept.error().detail));
        return notes;
    }
    for (const auto &[key, text] : *kept) {
        if (const auto uuid = Uuid::fromText(key))
            notes.push_back({TicketId(*uuid), text});
    }
    return notes;
}

} // namespace antre
