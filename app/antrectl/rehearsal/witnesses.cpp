// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/witnesses.h"

#include "base/overloaded.h"
#include "domain/evolve.h"
#include "journal/sqlitejournal.h"
#include "service/queueservice.h"

namespace antre {

QString endingName(Ending ending)
{
    switch (ending) {
    case Ending::Served:
        return QStringLiteral("served");
    case Ending::NoShow:
        return QStringLiteral("no-show");
    case Ending::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

/// Notes one event as it stands, without asking what the queue's rules make of it.
static void note(JournalWitness &journal, const Event &event)
{
    std::visit(Overloaded{
                   [&](const TicketIssued &e) {
                       journal.given.insert_or_assign(
                           e.ticket, GivenNumber{e.number.text(), e.service, e.issuedAt});
                   },
                   [&](const PaperAdopted &e) { journal.given[e.ticket].number = e.number.text(); },
                   [&](const TicketServed &e) {
                       journal.ended.insert_or_assign(
                           e.ticket, EndedVisit{Ending::Served, event.by.terminal});
                   },
                   [&](const TicketMissed &e) {
                       journal.ended.insert_or_assign(
                           e.ticket, EndedVisit{Ending::NoShow, event.by.terminal});
                   },
                   [&](const TicketCancelled &e) {
                       journal.ended.insert_or_assign(
                           e.ticket, EndedVisit{Ending::Cancelled, event.by.terminal});
                   },
                   [&](const TicketRejoined &e) { journal.ended.erase(e.ticket); },
                   [&](const TicketExpired &e) { journal.expired.insert(e.ticket); },
                   [&](const DayClosed &e) { journal.end = e; },
                   [&](const TicketCalled &) { ++journal.calls; },
                   [&](const TicketRecalled &) { ++journal.calls; },
                   [](const auto &) {},
               },
        event.data);
}

Result<JournalWitness> readJournal(const QString &path)
{
    const auto file = SqliteJournal::open(path);
    if (!file)
        return tl::unexpected(file.error());
    JournalWitness journal;
    State state;
    constexpr int chunk = 1000;
    for (Position after = 0;;) {
        const auto records = (*file)->read(after, chunk);
        if (!records)
            return tl::unexpected(records.error());
        for (const StoredRecord &record : *records) {
            const auto placed = fromRecord(record);
            if (!placed)
                return tl::unexpected(placed.error());
            note(journal, placed->event);
            state = evolve(std::move(state), placed->event);
            after = record.position;
        }
        if (int(records->size()) < chunk)
            break;
    }
    for (const auto &[id, ticket] : state.tickets) {
        if (!isOver(ticket.state))
            journal.open.insert(id);
    }
    return journal;
}

} // namespace antre
