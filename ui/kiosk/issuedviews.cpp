// SPDX-License-Identifier: Apache-2.0

// What is said with a number.

#include "kiosk/kioskviews.h"

namespace antre {

static QString heardLater()
{
    return KioskViews::tr(
        "Your number is valid. The counters learn of it as soon as the network is back.");
}

QString KioskViews::slipFailedText(const IssuedTicket &ticket) const
{
    return (ticket.isCopy            ? tr("<b>The copy was not printed.</b>")
                   : ticket.paperOut ? tr("<b>The slip was not printed: out of paper.</b>")
                                     : tr("<b>The slip was not printed.</b>"))
        % u' ' % (ticket.offline ? heardLater() : tr("Your number is valid and in line.")) % u' '
        % tr("Keep it in one of these ways.");
}

QString KioskViews::takeText(const IssuedTicket &ticket) const
{
    if (ticket.place.isEmpty())
        return ticket.isCopy ? tr("Take the copy of your slip below the screen")
                             : tr("Take your slip below the screen");
    return (ticket.isCopy ? tr("Take the copy of your slip from the printer %1")
                          : tr("Take your slip from the printer %1"))
        .arg(ticket.place.in(m_language));
}

IssuedView KioskViews::issued(const IssuedTicket &ticket) const
{
    IssuedView view;
    view.number = ticket.number;
    if (const auto *service = m_screen.catalogue->service(ticket.service)) {
        view.service = service->name.in(m_language);
        if (const auto *agency = m_screen.catalogue->agency(service->agency))
            view.agency = agency->shortName.in(m_language);
    }
    if (ticket.ahead)
        view.queue = queueOf(ticket.ahead, ticket.wait);
    view.staffKnow = !m_screen.isAway && !ticket.offline;
    view.slip = ticket.slipPicture;
    view.code = ticket.followCode;
    switch (ticket.slip) {
    case SlipState::None:
        view.paper = IssuedView::Paper::None;
        break;
    case SlipState::Pending:
    case SlipState::Printed:
    case SlipState::Sent:
        view.paper = IssuedView::Paper::Coming;
        view.take = takeText(ticket);
        view.mayTryAgain = ticket.mayPrintAgain;
        view.isElsewhere = !ticket.place.isEmpty();
        break;
    case SlipState::Failed:
        view.paper = IssuedView::Paper::Failed;
        view.mayTryAgain = ticket.mayPrintAgain;
        view.note = Note{NoteKind::Bad, QStringLiteral("ui-paper-out"), slipFailedText(ticket)};
        break;
    case SlipState::Unknown:
        view.paper = IssuedView::Paper::Unknown;
        view.note = Note{NoteKind::Plain, QStringLiteral("ui-printer"),
            tr("<b>Did the slip come out?</b> Your number %1 is valid.").arg(ticket.number)};
        break;
    }
    if (ticket.offline && !view.note)
        view.note = Note{NoteKind::Calm, QStringLiteral("ui-wifi-off"),
            u"<b>" % tr("Network lost.") % u"</b> " % heardLater()};
    return view;
}

} // namespace antre
