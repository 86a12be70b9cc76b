// SPDX-License-Identifier: Apache-2.0
#include "fault/books.h"

namespace antre::test {

namespace {

/// Compares and counts; for one use.
class Auditor
{
public:
    explicit Auditor(const Books &books)
        : m_books(books)
    {
    }

    Reckoning reckoned()
    {
        m_result.tickets = int(m_books.journal.tickets.size());
        readPaper();
        readJournal();
        readKiosks();
        readTold();
        compareCalls();
        return std::move(m_result);
    }

private:
    void twice(const QString &sentence)
    {
        ++m_result.doubles;
        m_result.differences.append(sentence);
    }
    void lost(const QString &sentence)
    {
        ++m_result.losses;
        m_result.differences.append(sentence);
    }

    void readPaper()
    {
        std::map<QString, TicketId> holders;
        for (const PaperSlip &slip : m_books.paper) {
            const auto [holder, isNew] = holders.emplace(slip.number, slip.ticket);
            if (holder->second != slip.ticket)
                twice(QStringLiteral("%1 is on the paper of two tickets").arg(slip.number));
            readSlip(slip);
        }
    }

    void readSlip(const PaperSlip &slip)
    {
        const auto known = m_books.journal.tickets.find(slip.ticket);
        if (known == m_books.journal.tickets.end())
            lost(QStringLiteral("%1 is on paper, but no ticket").arg(slip.number));
        else if (known->second.number != slip.number)
            lost(QStringLiteral("%1 is on paper, but the ticket is %2")
                     .arg(slip.number, known->second.number));
        else if (known->second.cancelled)
            lost(QStringLiteral("%1 is on paper, but the ticket was cancelled").arg(slip.number));
        auto &printed = m_onPaper[slip.ticket];
        if (!printed.number.isEmpty() && printed.number != slip.number)
            twice(QStringLiteral("%1 and %2 are on the paper of one ticket")
                      .arg(printed.number, slip.number));
        printed.number = slip.number;
        printed.whole |= slip.whole;
        m_result.ownNumbers += !slip.copy && slip.number.contains(QLatin1Char('-'));
        if (slip.copy) {
            ++m_result.copies;
            return;
        }
        ++m_result.slips;
        if (++printed.originals > 1)
            twice(QStringLiteral("%1 came out twice, and no slip says copy").arg(slip.number));
    }

    void readJournal()
    {
        std::map<QString, TicketId> holders;
        const auto note = [&](const QString &number, const TicketId &ticket) {
            const auto [holder, isNew] = holders.emplace(number, ticket);
            if (holder->second != ticket)
                twice(QStringLiteral("%1 was given to two tickets").arg(number));
        };
        for (const auto &[id, ticket] : m_books.journal.tickets) {
            note(ticket.number, id);
            for (const QString &number : ticket.voided)
                note(number, id);
            m_result.withoutPaper += !m_onPaper.contains(id);
            if (m_books.kiosks.contains(id) || m_books.told.contains(id))
                continue;
            ++m_result.forgotten;
            if (!m_books.touchesForgotten || m_onPaper.contains(id))
                twice(QStringLiteral("%1 is a ticket, but no kiosk knows the touch")
                          .arg(ticket.number));
        }
    }

    void readKiosks()
    {
        for (const auto &[id, entry] : m_books.kiosks) {
            if (!entry.settled) {
                ++m_result.unsettled;
                m_result.differences.append(
                    QStringLiteral("%1: the service has not heard all from the kiosk")
                        .arg(nameOf(id, entry)));
            }
            const auto paper = m_onPaper.find(id);
            const bool cameOut = paper != m_onPaper.end() && paper->second.whole;
            if (cameOut && (entry.slip == SlipState::Failed || entry.slip == SlipState::None))
                twice(QStringLiteral("%1 came out, but the kiosk says that it did not")
                          .arg(paper->second.number));
            if (!cameOut && (entry.slip == SlipState::Printed || entry.slip == SlipState::Sent))
                lost(QStringLiteral("%1: the kiosk says printed, but nothing came out")
                         .arg(nameOf(id, entry)));
            if (!entry.number.isEmpty() && !entry.refused)
                compareNumber(id, entry.number);
        }
    }

    void readTold()
    {
        for (const auto &[id, number] : m_books.told)
            compareNumber(id, number);
    }

    void compareNumber(const TicketId &id, const QString &number)
    {
        const auto known = m_books.journal.tickets.find(id);
        if (known == m_books.journal.tickets.end())
            lost(QStringLiteral("%1 was given by a kiosk, but is no ticket").arg(number));
        else if (known->second.number != number)
            lost(QStringLiteral("%1 was given by a kiosk, but the ticket is %2")
                     .arg(number, known->second.number));
    }

    void compareCalls()
    {
        std::map<TicketId, std::pair<int, int>> counts; // made, heard
        for (const TicketId &ticket : m_books.journal.calls)
            ++counts[ticket].first;
        for (const TicketId &ticket : m_books.heard)
            ++counts[ticket].second;
        for (const auto &[id, count] : counts) {
            const auto [made, heard] = count;
            const auto overruled = m_books.journal.overruledCalls.find(id);
            const int needed = overruled == m_books.journal.overruledCalls.end()
                ? made
                : made - overruled->second;
            if (heard >= needed && heard <= made)
                continue;
            const auto known = m_books.journal.tickets.find(id);
            const QString name
                = known == m_books.journal.tickets.end() ? id.text() : known->second.number;
            const QString sentence = QStringLiteral("%1 was called %2 times and heard %3 times")
                                         .arg(name)
                                         .arg(made)
                                         .arg(heard);
            heard > made ? twice(sentence) : lost(sentence);
        }
    }

    [[nodiscard]] static QString nameOf(const TicketId &id, const KioskEntry &entry)
    {
        return entry.number.isEmpty() ? id.text() : entry.number;
    }

    struct OnPaper
    {
        QString number;
        int originals = 0;
        bool whole = false;
    };

    const Books &m_books;
    std::map<TicketId, OnPaper> m_onPaper;
    Reckoning m_result;
};

} // namespace

Reckoning reckon(const Books &books) { return Auditor(books).reckoned(); }

QString figures(const Reckoning &reckoning)
{
    return QStringLiteral("slips=%1 own=%2 copies=%3 tickets=%4 withoutPaper=%5 doubles=%6 "
                          "losses=%7 unsettled=%8 forgotten=%9")
        .arg(reckoning.slips)
        .arg(reckoning.ownNumbers)
        .arg(reckoning.copies)
        .arg(reckoning.tickets)
        .arg(reckoning.withoutPaper)
        .arg(reckoning.doubles)
        .arg(reckoning.losses)
        .arg(reckoning.unsettled)
        .arg(reckoning.forgotten);
}

} // namespace antre::test
