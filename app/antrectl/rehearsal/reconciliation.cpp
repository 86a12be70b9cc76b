// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/reconciliation.h"

#include <QHash>

#include <algorithm>

namespace antre {

namespace {

/// Compares and counts; for one use.
class Books
{
public:
    Books(const Catalogue &catalogue, const Witness &kiosks, const Witness &consoles,
        const JournalWitness &journal)
        : m_catalogue(catalogue)
        , m_kiosks(kiosks)
        , m_consoles(consoles)
        , m_journal(journal)
    {
    }

    Reconciliation reconciled()
    {
        compareNumbers();
        compareEndings();
        compareExpired();
        const Tallies agencies = byAgency(m_journal, m_journal.open);
        const Witness people{m_kiosks.given, m_consoles.ended, m_consoles.expired};
        compareTallies(byAgency(people, stillOpen()), agencies);
        compareTallies(byTerminal(people), byTerminal(m_journal));
        for (const auto &[name, tally] : agencies) {
            if (!tally.balances())
                differ(QStringLiteral("%1: %2 issued, but %3 served + %4 no-show + %5 cancelled + "
                                      "%6 waiting + %7 expired in the journal")
                           .arg(name)
                           .arg(tally.issued)
                           .arg(tally.served)
                           .arg(tally.noShow)
                           .arg(tally.cancelled)
                           .arg(tally.waiting)
                           .arg(tally.expired));
        }
        fillResult(agencies);
        compareDayEnd();
        return std::move(m_result);
    }

private:
    using Tallies = std::map<QString, Tally>;

    void differ(const QString &sentence) { m_result.differences.append(sentence); }

    void compareNumbers()
    {
        QHash<QString, TicketId> holders;
        for (const auto &[ticket, stored] : m_journal.given) {
            if (holders.contains(stored.number))
                differ(QStringLiteral("%1: given to two tickets").arg(stored.number));
            holders.insert(stored.number, ticket);
            if (!m_kiosks.given.contains(ticket))
                differ(
                    QStringLiteral("%1: in the journal, but no kiosk gave it").arg(stored.number));
        }
        for (const auto &[ticket, slip] : m_kiosks.given) {
            const auto stored = m_journal.given.find(ticket);
            if (stored == m_journal.given.end())
                differ(QStringLiteral("%1: %2 gave it, but it is not in the journal")
                           .arg(slip.number, slip.kiosk.value()));
            else if (stored->second != slip)
                differ(QStringLiteral("%1: %2 gave it for %3; in the journal it is %4 of %5 for %6")
                           .arg(slip.number, slip.kiosk.value(), slip.service.value(),
                               stored->second.number, stored->second.kiosk.value(),
                               stored->second.service.value()));
        }
    }

    void compareEndings()
    {
        for (const auto &[ticket, ended] : m_journal.ended) {
            if (!m_consoles.ended.contains(ticket))
                differ(QStringLiteral("%1: %2 in the journal, but no console did it")
                           .arg(nameOf(ticket), endingName(ended.ending)));
        }
        for (const auto &[ticket, ended] : m_consoles.ended) {
            const auto stored = m_journal.ended.find(ticket);
            if (stored == m_journal.ended.end())
                differ(QStringLiteral("%1: %2 at %3, but not in the journal")
                           .arg(nameOf(ticket), endingName(ended.ending), ended.console.value()));
            else if (stored->second != ended)
                differ(QStringLiteral("%1: %2 at %3, but %4 at %5 in the journal")
                           .arg(nameOf(ticket), endingName(ended.ending), ended.console.value(),
                               endingName(stored->second.ending), stored->second.console.value()));
        }
    }

    void compareExpired()
    {
        for (const TicketId &ticket : m_journal.expired) {
            if (!m_consoles.expired.contains(ticket))
                differ(QStringLiteral("%1: expired in the journal, but no display saw it")
                           .arg(nameOf(ticket)));
        }
        for (const TicketId &ticket : m_consoles.expired) {
            if (!m_journal.expired.contains(ticket))
                differ(QStringLiteral("%1: expired, but not in the journal").arg(nameOf(ticket)));
        }
    }

    /// What was counted when the day ended. Whoever was at a counter then became served or missed
    /// afterwards.
    void compareDayEnd()
    {
        if (!m_journal.end)
            return;
        const DayClosed &end = *m_journal.end;
        const Tally &all = m_result.all;
        const int later = (all.served - end.served) + (all.noShow - end.missed);
        if (end.issued != all.issued || all.served < end.served || all.noShow < end.missed
            || later > end.present || end.cancelled != all.cancelled || end.expired != all.expired)
            differ(QStringLiteral("the day's end counted %1 issued, %2 served, %3 missed, %4 "
                                  "cancelled, %5 expired")
                       .arg(end.issued)
                       .arg(end.served)
                       .arg(end.missed)
                       .arg(end.cancelled)
                       .arg(end.expired));
    }

    void compareTallies(const Tallies &seen, const Tallies &stored)
    {
        Tallies all = seen;
        all.insert(stored.begin(), stored.end());
        for (const auto &[name, tally] : all) {
            if (!seen.contains(name) || !stored.contains(name) || seen.at(name) != stored.at(name))
                differ(QStringLiteral("%1: kiosks and consoles count otherwise than the journal")
                           .arg(name));
        }
    }

    /// Those whom the kiosks gave a number and no console has seen the end of.
    [[nodiscard]] std::set<TicketId> stillOpen() const
    {
        std::set<TicketId> open;
        for (const auto &[ticket, number] : m_kiosks.given) {
            if (!m_consoles.ended.contains(ticket) && !m_consoles.expired.contains(ticket))
                open.insert(ticket);
        }
        return open;
    }

    [[nodiscard]] Tallies byAgency(const Witness &witness, const std::set<TicketId> &open) const
    {
        Tallies tallies;
        for (const auto &[ticket, number] : witness.given) {
            Tally &tally = tallies[agencyOf(number)];
            ++tally.issued;
            if (open.contains(ticket))
                ++tally.waiting;
            if (witness.expired.contains(ticket))
                ++tally.expired;
            if (const auto end = witness.ended.find(ticket); end != witness.ended.end())
                tally.add(end->second.ending);
        }
        return tallies;
    }

    [[nodiscard]] static Tallies byTerminal(const Witness &witness)
    {
        Tallies tallies;
        for (const auto &[ticket, number] : witness.given)
            ++tallies[number.kiosk.value()].issued;
        for (const auto &[ticket, end] : witness.ended)
            tallies[end.console.value()].add(end.ending);
        return tallies;
    }

    void fillResult(const Tallies &agencies)
    {
        for (const Agency &agency : m_catalogue.agencies) {
            const auto found = agencies.find(agencyName(agency));
            m_result.agencies.emplace_back(
                agencyName(agency), found == agencies.end() ? Tally() : found->second);
        }
        for (const auto &[name, tally] : agencies)
            m_result.all.add(tally);
        const Tallies terminals = byTerminal(m_journal);
        m_result.terminals.assign(terminals.begin(), terminals.end());
        std::ranges::stable_sort(m_result.terminals, {}, [](const auto &terminal) {
            return std::pair(terminal.second.issued == 0, terminal.first.size());
        });
    }

    [[nodiscard]] static QString agencyName(const Agency &agency)
    {
        return agency.code + QLatin1Char(' ') + agency.shortName.in(QStringLiteral("id"));
    }
    [[nodiscard]] QString agencyOf(const GivenNumber &number) const
    {
        const Service *service = m_catalogue.service(number.service);
        const Agency *agency = service ? m_catalogue.agency(service->agency) : nullptr;
        return agency ? agencyName(*agency) : QStringLiteral("? ") + number.service.value();
    }
    [[nodiscard]] QString nameOf(const TicketId &ticket) const
    {
        const auto given = m_journal.given.find(ticket);
        return given == m_journal.given.end() ? ticket.text() : given->second.number;
    }

    const Catalogue &m_catalogue;
    const Witness &m_kiosks;
    const Witness &m_consoles;
    const JournalWitness &m_journal;
    Reconciliation m_result;
};

constexpr int nameWidth = 26;
constexpr int countWidth = 11;

QString row(const QString &name, const QStringList &cells)
{
    QString line = name.leftJustified(nameWidth);
    for (const QString &cell : cells)
        line += cell.rightJustified(countWidth);
    return line + QLatin1Char('\n');
}

QString row(const QString &name, const Tally &tally)
{
    QStringList cells;
    for (const int count :
        {tally.issued, tally.served, tally.noShow, tally.cancelled, tally.waiting, tally.expired})
        cells.append(count == 0 ? QStringLiteral("-") : QString::number(count));
    return row(name, cells);
}

const QStringList &heads()
{
    static const QStringList names{QStringLiteral("issued"), QStringLiteral("served"),
        QStringLiteral("no-show"), QStringLiteral("cancelled"), QStringLiteral("waiting"),
        QStringLiteral("expired")};
    return names;
}

} // namespace

void Tally::add(Ending ending)
{
    switch (ending) {
    case Ending::Served:
        ++served;
        return;
    case Ending::NoShow:
        ++noShow;
        return;
    case Ending::Cancelled:
        ++cancelled;
        return;
    }
}

void Tally::add(const Tally &other)
{
    issued += other.issued;
    served += other.served;
    noShow += other.noShow;
    cancelled += other.cancelled;
    waiting += other.waiting;
    expired += other.expired;
}

Reconciliation reconcile(const Catalogue &catalogue, const Witness &kiosks, const Witness &consoles,
    const JournalWitness &journal)
{
    return Books(catalogue, kiosks, consoles, journal).reconciled();
}

QString tableOf(const Reconciliation &books)
{
    QString text = row(QStringLiteral("Agency"), heads());
    for (const auto &[name, tally] : books.agencies)
        text += row(name, tally);
    text += row(QStringLiteral("All"), books.all);
    text += QLatin1Char('\n') + row(QStringLiteral("Terminal"), heads().mid(0, 4));
    for (const auto &[terminal, tally] : books.terminals)
        text += row(terminal, tally);
    return text;
}

} // namespace antre
