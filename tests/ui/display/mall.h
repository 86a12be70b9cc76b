// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

#include <QTimeZone>

/// A mall of 21 agencies and 24 counters in the middle of a Thursday morning, for tests of the
/// hall's display.
namespace antre::test {

/// 20 August 2026 at `hour`:`minute` in Bengkulu, seven hours ahead of UTC.
inline Instant at(int hour, int minute, int second = 0)
{
    using namespace std::chrono_literals;
    return fromMs(1'787'158'800'000) + std::chrono::hours(hour) + Minutes(minute)
        + std::chrono::seconds(second);
}

inline LocalText text(const QString &indonesian, const QString &english = {})
{
    return LocalText({{QStringLiteral("id"), indonesian},
        {QStringLiteral("en"), english.isEmpty() ? indonesian : english}});
}

inline WeekHours weekdays(int open, int close, int numbersUntil, TimeSpan rest)
{
    WeekHours week;
    const TimeSpan span{Minutes(open * 60), Minutes(close * 60)};
    for (size_t day = 0; day < 5; ++day)
        week[day] = DayHours{span, {span.from, Minutes(numbersUntil * 60)}, {Break{rest}}};
    return week;
}

struct Mall
{
    Mall()
    {
        catalogue.site.shortName
            = text(QStringLiteral("MPP Kota Bengkulu"), QStringLiteral("Bengkulu City MPP"));
        catalogue.site.timeZone = QStringLiteral("Asia/Jakarta");
        catalogue.site.languages = {QStringLiteral("id"), QStringLiteral("en")};
        catalogue.site.hours = weekdays(8, 15, 14, {Minutes(12 * 60), Minutes(13 * 60)});
        const QString codes = QStringLiteral("ABCDEFGHJKLMNPRSTUVWY");
        const QStringList names = QStringLiteral("DPMPTSP,Dukcapil,Imigrasi,Polresta,Samsat,"
                                                 "Bapenda,BPJS Kesehatan,BPJS Ketenagakerjaan,BPN,"
                                                 "Kemenag,Kemenkum,Pengadilan Agama,Pengadilan "
                                                 "Negeri,Kejaksaan,KPP Pratama,Dinsos,Dinkes,"
                                                 "Disnaker,PDAM,Bank Bengkulu,BNN Kota")
                                      .split(QLatin1Char(','));
        for (qsizetype i = 0; i < codes.size(); ++i)
            addAgency(codes[i], names[i]);
        for (int i = 1; i <= 24; ++i) {
            const size_t agency = size_t(std::min(i - 1, 20));
            catalogue.counters.push_back(
                {CounterId(QString::number(i)), {}, {catalogue.agencies[agency].id}});
            state.desks[CounterId(QString::number(i))].officer = OfficerId(QStringLiteral("rina"));
        }
        publish();
    }

    void addAgency(QChar code, const QString &name)
    {
        Agency agency;
        agency.id = AgencyId(name.toLower());
        agency.code = code;
        agency.shortName = text(name);
        Service service;
        service.id = ServiceId(name.toLower() + QStringLiteral(".x"));
        service.agency = agency.id;
        agency.services.push_back(service);
        catalogue.agencies.push_back(agency);
    }

    Agency &agency(const char *code)
    {
        for (Agency &one : catalogue.agencies) {
            if (one.code == QLatin1String(code))
                return one;
        }
        qFatal("no agency has that code");
    }

    /// After changes to the catalogue.
    void publish()
    {
        auto next = std::make_shared<Catalogue>(catalogue);
        next->index();
        state.catalogue = std::move(next);
    }

    /// `counter` calls `number` at `when`; the counter keeps it.
    void calls(const char *counter, const char *number, Instant when, int times = 1)
    {
        Ticket ticket;
        ticket.number = TicketNumber::fromText(QString::fromLatin1(number)).value();
        ticket.id = TicketId(Uuid{1, quint64(qHash(ticket.number.text()))});
        ticket.state = TicketState::Called;
        const CounterId desk(QString::fromLatin1(counter));
        state.tickets.insert_or_assign(ticket.id, ticket);
        state.desks[desk].current = ticket.id;
        state.calls.push_back({ticket.id, ticket.number, desk, when, times});
    }
    /// `number` waits since `when`.
    void waits(const char *number, Instant when)
    {
        Ticket ticket;
        ticket.number = TicketNumber::fromText(QString::fromLatin1(number)).value();
        ticket.id = TicketId(Uuid{2, quint64(qHash(ticket.number.text()))});
        ticket.line = ticket.number.line;
        ticket.touchedAt = when;
        Line &line = state.lines[ticket.line];
        line.queues[QueueId{ClassId(QStringLiteral("general")), {}}].emplace(
            WaitKey{when, state.nextOrder++}, ticket.id);
        ++line.waiting;
        state.tickets.insert_or_assign(ticket.id, ticket);
    }
    void closes(const char *counter) { state.desks[CounterId(QString::fromLatin1(counter))] = {}; }
    void closesEverywhere() { state.desks.clear(); }

    /// The screen for these counters.
    static HallScreen screen(HallLayout layout, std::initializer_list<const char *> counters = {})
    {
        HallScreen screen;
        screen.layout = layout;
        for (const char *counter : counters)
            screen.counters.emplace_back(QString::fromLatin1(counter));
        return screen;
    }
    void notice(const QString &indonesian, const QString &english = {})
    {
        catalogue.site.hall.notices.push_back({text(indonesian, english), {}, {}});
        publish();
    }

    /// The morning of the design.
    void isBusy()
    {
        const char *numbers = "A012 A011 B046 B047 B045 C009 D004 D003 E018 F2-03 G030 G031 H013 "
                              "J004 K003 L011 M006 N005 P014 R002 T008 U022 W010 Y021";
        const QStringList list = QString::fromLatin1(numbers).split(QLatin1Char(' '));
        for (int i = 23; i >= 0; --i)
            calls(qPrintable(QString::number(i + 1)), qPrintable(list[i]), at(9, 40 - i));
        for (const auto &[counter, number] :
            {std::pair{"10", "F2-03"}, {"9", "E018"}, {"2", "A011"}, {"12", "G031"}, {"4", "B047"}})
            calls(counter, number, at(10, 10), 2);
    }

    Catalogue catalogue;
    State state;
};

} // namespace antre::test
