// SPDX-License-Identifier: Apache-2.0
#include "support/mall.h"

#include "domain/decide.h"
#include "domain/evolve.h"

namespace antre {

using namespace std::chrono_literals;

static LocalText both(const char *indonesian, const char *english)
{
    return LocalText(
        {{QStringLiteral("id"), text(indonesian)}, {QStringLiteral("en"), text(english)}});
}

static Service service(const char *id, const char *agency, std::optional<int> quota = std::nullopt)
{
    Service made;
    made.id = ServiceId(text(id));
    made.agency = AgencyId(text(agency));
    made.name = both(id, id);
    made.requirements = {both("KTP asli", "Original ID card")};
    made.fee = both("Gratis", "Free");
    made.free = true;
    made.processingTime = both("Dapat ditunggu", "While you wait");
    made.duration = 10min;
    made.dailyQuota = quota;
    return made;
}

static Site site()
{
    Site made;
    made.id = QStringLiteral("small");
    made.name = both("Mal Kecil", "Small Mall");
    made.shortName = made.name;
    made.subtitle = both("Ramah", "Friendly");
    made.greeting = both("Terima kasih", "Thank you");
    made.timeZone = QStringLiteral("Asia/Jakarta");
    made.timeZoneLabel = both("WIB", "WIB");
    made.languages = {QStringLiteral("id"), QStringLiteral("en")};
    made.publicUrl = QStringLiteral("https://mall.example");
    const DayHours day{{8h, 15h}, {7h + 30min, 14h + 30min}, {{12h, 13h}}};
    for (size_t weekday = 0; weekday < 5; ++weekday)
        made.hours[weekday] = day;
    made.outcomes = {{OutcomeId(QStringLiteral("done")), both("Selesai", "Done")},
        {OutcomeId(QStringLiteral("incomplete")), both("Berkas kurang", "Papers missing")}};
    made.parkReasons = {
        {ReasonId(QStringLiteral("form")), both("Mengisi formulir", "Filling in a form"), 10min}};
    made.pauseReasons = {{ReasonId(QStringLiteral("lunch")), both("Istirahat", "Lunch")}};
    made.holidays
        = {{*BusinessDay::fromText(u"2026-08-17"), both("Hari Kemerdekaan", "Independence Day")}};
    return made;
}

CataloguePtr smallMall()
{
    Catalogue made;
    made.site = site();
    made.classes = {{ClassId(QStringLiteral("general")), both("Umum", "General"),
                        both("Umum", "General"), QStringLiteral("ui-person"), 0min},
        {ClassId(QStringLiteral("elderly")), both("Lansia", "Elderly"), both("Lansia", "Elderly"),
            QStringLiteral("ui-elderly"), 20min}};
    const auto agency = [](const char *id, const char *code, std::vector<Service> services) {
        Agency a;
        a.id = AgencyId(text(id));
        a.code = text(code);
        a.name = a.shortName = a.about = both(id, id);
        a.services = std::move(services);
        return a;
    };
    made.agencies = {agency("a", "A", {service("a.one", "a"), service("a.two", "a", 2)}),
        agency("b", "B", {service("b.one", "b")})};
    made.counters = {{CounterId(QStringLiteral("1")), both("Loket 1", "Counter 1"),
                         {AgencyId(QStringLiteral("a"))}, {AgencyId(QStringLiteral("b"))}},
        {CounterId(QStringLiteral("2")), both("Loket 2", "Counter 2"),
            {AgencyId(QStringLiteral("a")), AgencyId(QStringLiteral("b"))}}};
    made.index();
    return std::make_shared<const Catalogue>(std::move(made));
}

Instant thursday(int hour, int minute)
{
    return instantOf(*BusinessDay::fromText(u"2026-08-20"),
        std::chrono::hours(hour) + Minutes(minute), QTimeZone("Asia/Jakarta"));
}

RuleBook::RuleBook() { (void)tell(PublishCatalogue{smallMall()}, {}); }

Command RuleBook::command(const CommandData &data, const Actor &by)
{
    return {CommandId(makeUuid(clock, random)), by, data};
}

Result<Events> RuleBook::tell(const CommandData &data, const Actor &by)
{
    return tell(command(data, by));
}

Result<Events> RuleBook::tell(const Command &command)
{
    auto events = decide(state, command, clock.wall());
    if (events) {
        for (const Event &event : *events)
            state = evolve(std::move(state), event);
    }
    return events;
}

QString RuleBook::takes(const char *service, const char *priority)
{
    const Command wish = command(IssueTicket{ServiceId(text(service)), ClassId(text(priority)),
                                     QStringLiteral("id"), makeSecret(random), clock.wall()},
        {TerminalId(QStringLiteral("kiosk-1")), {}});
    const auto events = tell(wish);
    if (!events)
        return events.error().reason;
    return state.ticket(TicketId(wish.id.value()))->number.text();
}

void RuleBook::opens(const char *counter)
{
    (void)tell(OpenCounter{CounterId(text(counter))}, officerAt(counter));
}

QString RuleBook::asks(const char *counter, const CommandData &data)
{
    const auto events = tell(data, officerAt(counter));
    if (events)
        return {};
    return events.error().reason.isEmpty() ? events.error().detail : events.error().reason;
}

QString RuleBook::current(const char *counter) const
{
    const Ticket *ticket = state.ticket(state.desk(CounterId(text(counter))).current);
    return ticket ? ticket->number.text() : QString();
}

QString RuleBook::calls(const char *counter)
{
    const auto events = tell(CallNext{CounterId(text(counter))}, officerAt(counter));
    return events ? current(counter) : events.error().reason;
}

void RuleBook::serves(const char *counter)
{
    const TicketId ticket = state.desk(CounterId(text(counter))).current;
    (void)tell(StartServing{CounterId(text(counter)), ticket}, officerAt(counter));
    (void)tell(FinishServing{CounterId(text(counter)), ticket}, officerAt(counter));
}

const Ticket &RuleBook::ticket(const char *number) const
{
    static const Ticket none;
    const Ticket *found = state.ticket(state.numbers.value(text(number)));
    return found ? *found : none;
}

} // namespace antre
