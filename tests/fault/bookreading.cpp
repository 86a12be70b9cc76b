// SPDX-License-Identifier: Apache-2.0
#include "fault/bookreading.h"

#include "base/overloaded.h"
#include "domain/evolve.h"
#include "journal/sqlitejournal.h"
#include "service/queueservice.h"
#include "terminal/kiosktickets.h"

#include <algorithm>
#include <functional>

namespace antre::test {

static Result<> forEachRecord(
    const QString &path, const std::function<Result<>(const StoredRecord &)> &take)
{
    const auto file = SqliteJournal::open(path);
    if (!file)
        return tl::unexpected(file.error());
    constexpr int chunk = 1000;
    for (Position after = 0;;) {
        const auto records = (*file)->read(after, chunk);
        if (!records)
            return tl::unexpected(records.error());
        for (const StoredRecord &record : *records) {
            if (auto taken = take(record); !taken)
                return taken;
            after = record.position;
        }
        if (int(records->size()) < chunk)
            return {};
    }
}

Result<JournalBook> readSiteJournal(const QString &path)
{
    State state;
    JournalBook book;
    const auto noteCall = Overloaded{
        [&book](const TicketCalled &event) { book.calls.push_back(event.ticket); },
        [&book](const TicketRecalled &event) { book.calls.push_back(event.ticket); },
        [&book](const PaperAdopted &event) {
            book.overruledCalls[event.ticket] = int(std::ranges::count(book.calls, event.ticket));
        },
        [](const auto &) {},
    };
    const auto read = forEachRecord(path, [&](const StoredRecord &record) {
        return fromRecord(record).map([&](const PlacedEvent &placed) {
            std::visit(noteCall, placed.event.data);
            state = evolve(std::move(state), placed.event);
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    for (const auto &[id, ticket] : state.tickets) {
        JournalTicket &entry = book.tickets[id];
        entry.number = ticket.number.text();
        entry.cancelled = ticket.state == TicketState::Cancelled;
        for (const TicketNumber &number : ticket.voided)
            entry.voided.append(number.text());
    }
    for (const auto &[id, paper] : state.latePaper)
        book.tickets[id].number = paper.number.text();
    return book;
}

Result<std::map<TicketId, KioskEntry>> readKioskJournal(const QString &path)
{
    std::map<TicketId, KioskEntry> book;
    const auto read = forEachRecord(path, [&](const StoredRecord &record) -> Result<> {
        KioskTickets one; // the later record of a ticket counts, whatever a checkpoint forgets
        if (auto folded = one.fold(record.record); !folded)
            return folded;
        for (const auto &[id, ticket] : one.all())
            book[id] = {ticket.number ? ticket.number->text() : QString(),
                !ticket.refusal.isEmpty(), ticket.slip, ticket.isSettled()};
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return book;
}

void readPrinter(const QByteArray &line, std::vector<PaperSlip> &paper)
{
    if (line == "cut" && !paper.empty())
        paper.back().whole = true;
    const QByteArrayList words = line.split(' ');
    if (words.size() != 4 || words[0] != "text")
        return;
    const auto id = Uuid::fromText(QString::fromLatin1(words[1]));
    if (id && (words[3] == "c" || words[3] == "o"))
        paper.push_back({TicketId(*id), QString::fromUtf8(words[2]), words[3] == "c", false});
}

} // namespace antre::test
