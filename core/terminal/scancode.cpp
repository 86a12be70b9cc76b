// SPDX-License-Identifier: Apache-2.0
#include "terminal/scancode.h"

#include "domain/reservation.h"

#include <algorithm>

namespace antre {

/// The part behind ".../t/" up to what a page's address may have after it.
static QString secretIn(const QString &text)
{
    const qsizetype path = text.lastIndexOf(QLatin1String("/t/"), -1, Qt::CaseInsensitive);
    QString secret = path < 0 ? text : text.mid(path + 3);
    for (const QChar end : {u'?', u'#', u'/'})
        secret = secret.section(end, 0, 0);
    return secret.trimmed();
}

static const KioskTicket *ticketWith(const QString &secret, const TerminalMachine &machine)
{
    const auto &all = machine.tickets().all();
    const auto found = std::ranges::find_if(all, [&](const auto &entry) {
        const KioskTicket &ticket = entry.second;
        return ticket.number && !ticket.secret.isEmpty()
            && ticket.secret.compare(secret, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &found->second;
}

static QString otherCase(QString text)
{
    for (QChar &letter : text)
        letter = letter.isUpper() ? letter.toLower() : letter.toUpper();
    return text;
}

/// The code of a reservation that the mall has, or of one that it may have had: the service knows.
static std::optional<QString> reservationIn(const QString &text, const TerminalMachine &machine)
{
    const State &state = machine.mirror().state();
    for (const QString &read : {text, otherCase(text)}) {
        const auto code = reservationCodeIn(read);
        if (code && state.reservation(reservationHash(*code)))
            return code;
    }
    const bool isPage = state.catalogue && !state.catalogue->site.publicUrl.isEmpty()
        && text.startsWith(state.catalogue->site.publicUrl + QLatin1String("/r/"));
    return isPage ? reservationCodeIn(text) : std::nullopt;
}

ScannedCode readScannedCode(const QString &text, const TerminalMachine &machine)
{
    const QString code = text.trimmed();
    const QString secret = secretIn(code);
    if (const KioskTicket *ticket = secret.isEmpty() ? nullptr : ticketWith(secret, machine))
        return OwnTicketCode{ticket->id, ticket->secret};
    if (const auto reservation = reservationIn(code, machine))
        return ReservationCode{*reservation};
    const CataloguePtr &catalogue = machine.mirror().state().catalogue;
    const bool isOurs = catalogue && !catalogue->site.publicUrl.isEmpty()
        && code.startsWith(catalogue->site.publicUrl + QLatin1String("/t/"), Qt::CaseInsensitive);
    if (isOurs)
        return OtherTicketCode{};
    return StrangeCode{};
}

} // namespace antre
