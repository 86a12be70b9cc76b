// SPDX-License-Identifier: Apache-2.0
// What somebody held before the camera, in words.
#include "kiosk/kioskviews.h"

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
