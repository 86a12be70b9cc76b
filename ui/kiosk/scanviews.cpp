// SPDX-License-Identifier: Apache-2.0
// What somebody held before the camera, in words.
#include "kiosk/kioskviews.h"

#include <tuple>

namespace antre {

ScanView KioskViews::scan() const
{
    ScanView view;
    view.camera = m_screen.scanWays.camera;
    view.how = tr("Hold the code on your slip or phone under the reader");
    if (!m_screen.scan) {
        view.title = view.camera ? tr("Hold your code before the camera") : tr("Scan your code");
        view.hint = tr("The code on your slip, or on your phone.");
        return view;
    }
    view.found = scanFound(*m_screen.scan);
    view.title = view.found->isKnown ? tr("Your number") : tr("Scan your code");
    view.hint = tr("You can hold another code here.");
    return view;
}

ScanFound KioskViews::scanFound(const ScanFinding &finding) const
{
    ScanFound found;
    switch (finding.what) {
    case ScanFinding::What::Ticket:
        break;
    case ScanFinding::What::Elsewhere:
        found.icon = QStringLiteral("ui-phone");
        found.title = tr("This number was not taken at this kiosk");
        found.detail = tr("Its page on your phone shows where it stands. An officer can print its "
                          "slip.");
        return found;
    case ScanFinding::What::CheckingIn:
        found.icon = QStringLiteral("ui-clock");
        found.title = tr("Your appointment is being looked up");
        return found;
    case ScanFinding::What::NotCheckedIn:
        found.icon = QStringLiteral("ui-clock");
        std::tie(found.title, found.detail) = checkInWords(finding);
        return found;
    case ScanFinding::What::Strange:
        found.icon = QStringLiteral("ui-info");
        found.title = tr("This is not a code of this mall");
        found.detail = tr("Hold the code on your slip here, or the code on your number's page.");
        return found;
    }
    found.isKnown = true;
    found.icon = QStringLiteral("ui-slip");
    found.number = finding.number;
    found.mayPrint = finding.mayPrint;
    if (const auto *service = m_screen.catalogue->service(finding.service))
        found.service = service->name.in(m_language);
    const auto [title, detail] = scanStateWords(finding);
    found.title = title;
    found.detail = detail;
    return found;
}

/// Why an appointment gives no number here, and what to do.
std::pair<QString, QString> KioskViews::checkInWords(const ScanFinding &finding) const
{
    const QString takeNumber = tr("Please take a number here, or ask an officer.");
    const auto is = [&](const char *reason) { return finding.reason == QLatin1String(reason); };
    if (is("alreadyCheckedIn"))
        return {tr("You have checked in. Your number is %1").arg(finding.number),
            tr("An officer can print its slip.")};
    if (is("tooEarly"))
        return {tr("You are early for your appointment"),
            tr("Please hold your code here again shortly before its time.")};
    if (is("tooLate"))
        return {tr("The time of your appointment has passed"), takeNumber};
    if (is("wrongDay"))
        return {tr("Your appointment is on another day"), tr("Please look at its date.")};
    if (is("reservationCancelled"))
        return {tr("This appointment was cancelled"), takeNumber};
    if (is("unknownReservation"))
        return {tr("This appointment is not known here"), takeNumber};
    if (is("unanswered"))
        return {tr("The service has not answered yet"), tr("Please hold your code here again.")};
    if (is("offline"))
        return {tr("No check-in without the network just now"), takeNumber};
    return {tr("You can't be checked in just now"), takeNumber};
}

std::pair<QString, QString> KioskViews::scanStateWords(const ScanFinding &finding) const
{
    const auto *counter = m_screen.catalogue->counter(finding.counter);
    const QString where = counter ? counter->name.in(m_language) : finding.counter.value();
    switch (finding.state) {
    case TicketState::Waiting: {
        const auto queue = queueOf(finding.ahead, finding.wait);
        if (!queue.wait.isEmpty())
            return {queue.headline,
                tr("Expected wait %1. Called at about %2.").arg(queue.wait, queue.calledAt)};
        return {queue.headline, queue.remark};
    }
    case TicketState::Called:
        return {tr("It is your turn"), tr("Please go to counter %1.").arg(where)};
    case TicketState::Serving:
        return {tr("You are being served at counter %1").arg(where), {}};
    case TicketState::Parked:
        return {tr("The counter has set your number aside"),
            tr("It is called again. Are you ready? Tell the counter.")};
    case TicketState::NoShow:
        return {tr("Your number was passed"), tr("Tell the counter that you are here.")};
    case TicketState::Served:
        return {tr("This number has been served"), tr("For another service take a new number.")};
    case TicketState::Cancelled:
    case TicketState::Expired:
        break;
    }
    return {tr("This number is not valid any more"), tr("Please take a new number.")};
}

} // namespace antre
