// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/samples.h"

#include "scan/qrcode.h"
#include "slip/slippicture.h"
#include "support/paths.h"
#include "support/sampleslip.h"
#include "wire/cataloguejson.h"

#include <QFile>

namespace antre {

CataloguePtr mallCatalogue()
{
    static const CataloguePtr catalogue = [] {
        QFile file(sourcePath("resources/catalogue/mpp-bengkulu.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no catalogue");
        return readCatalogue(file.readAll()).catalogue;
    }();
    return catalogue;
}

State openMall(BusinessDay day)
{
    State state;
    state.catalogue = mallCatalogue();
    state.day = day;
    for (const auto &counter : state.catalogue->counters)
        state.desks[counter.id].officer = OfficerId(QStringLiteral("rina"));
    return state;
}

Instant mallTime(const char *day, int minutes)
{
    return instantOf(BusinessDay::fromText(QString::fromLatin1(day)).value(), Minutes(minutes),
        mallCatalogue()->zone());
}

KioskScreen morning()
{
    const auto day = BusinessDay::fromText(u"2026-08-20").value();
    auto screen = kioskScreen(openMall(day), mallTime("2026-08-20", 9 * 60 + 42));
    for (const auto &agency : screen.catalogue->agencies) {
        auto &line = screen.lines[agency.line()];
        line.waiting = int(agency.code.front().unicode()) % 7;
        line.wait = WaitRange{Minutes(*line.waiting * 5), Minutes(*line.waiting * 5 + 15)};
    }
    screen.lines[LineId(QStringLiteral("A"))] = {8, WaitRange{Minutes(35), Minutes(55)}};
    screen.lines[LineId(QStringLiteral("E"))].wait = {};
    screen.scanWays.camera = true;
    const auto set = [&](const QString &agency, ServiceStatus status) {
        screen.agencies[AgencyId(agency)] = status;
        for (const auto &service : screen.catalogue->agency(AgencyId(agency))->services)
            screen.services[service.id] = status;
    };
    const BusinessDay friday{day.days + 1};
    set(QStringLiteral("samsat"), {Availability::OnBreak, LocalTime{day, Minutes(600), 4}});
    set(QStringLiteral("bnn"), {Availability::OpensLater, LocalTime{day, Minutes(780), 4}});
    set(QStringLiteral("disnaker"),
        {Availability::ClosedToday, LocalTime{friday, Minutes(480), 5}});
    const ServiceStatus full{
        Availability::QuotaFull, LocalTime{friday, Minutes(480), 5}, {}, {}, 40};
    screen.services[ServiceId(QStringLiteral("samsat.bbn2"))] = full;
    screen.services[ServiceId(QStringLiteral("polresta.skck-baru"))] = full;
    return screen;
}

KioskScreen away(KioskScreen screen)
{
    screen.isAway = true;
    screen.heardAt = LocalTime{screen.now.day, Minutes(9 * 60 + 28), 4};
    screen.staff.unreported = 2;
    for (auto &[id, line] : screen.lines)
        line.wait.reset();
    return screen;
}

KioskScreen restarted()
{
    auto screen = away();
    screen.heardAt = LocalTime{{screen.now.day.days - 1}, Minutes(15 * 60 + 40), 3};
    for (auto &[id, line] : screen.lines)
        line.waiting.reset();
    screen.staff.doubtful = QStringList{QStringLiteral("A2-07")};
    screen.reprint
        = ReprintOffer{QStringLiteral("A2-07"), Minutes(9 * 60 + 41), std::chrono::seconds(95)};
    return screen;
}

LocalText onTheRight()
{
    return LocalText(
        std::map<QString, QString>{{QStringLiteral("id"), QStringLiteral("sebelah kanan")},
            {QStringLiteral("en"), QStringLiteral("on the right")}});
}

KioskScreen withPhoneCode(KioskScreen screen)
{
    screen.phoneCode = qrModules(screen.catalogue->site.publicUrl)
                           .value_or(QImage())
                           .convertToFormat(QImage::Format_Grayscale8);
    return screen;
}

KioskScreen otherPrinter(KioskScreen screen)
{
    screen.printsAt = onTheRight();
    screen.staff.printers = {{{}, PrinterCondition::PaperOut, {}},
        {onTheRight(), PrinterCondition::Ready, PaperLeft{9000, 75}}};
    return screen;
}

KioskScreen shut()
{
    auto screen = away();
    screen.isShut = true;
    screen.staff.disk = DiskTrouble::Full;
    screen.staff.disputes = 1;
    screen.staff.doubtful = QStringList{QStringLiteral("A2-05"), QStringLiteral("A2-07")};
    return screen;
}

IssuedTicket sampleTicket()
{
    static const QImage slip = slipPicture(layOutSlip(sampleSlip(), slipWidth80))
                                   .convertToFormat(QImage::Format_Grayscale8);
    static const QImage code
        = qrModules(sampleSlip().link).value().convertToFormat(QImage::Format_Grayscale8);
    IssuedTicket ticket;
    ticket.number = QStringLiteral("A012");
    ticket.service = ServiceId(QStringLiteral("dpmptsp.nib"));
    ticket.mayPrintAgain = true;
    ticket.ahead = 8;
    ticket.wait = WaitRange{Minutes(35), Minutes(55)};
    ticket.slipPicture = slip;
    ticket.followCode = code;
    return ticket;
}

KioskScreen issuedMorning(const IssuedTicket &ticket)
{
    auto screen = morning();
    screen.phase = KioskPhase::Issued;
    screen.issued = ticket;
    return screen;
}

} // namespace antre
