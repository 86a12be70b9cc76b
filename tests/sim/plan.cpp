// SPDX-License-Identifier: Apache-2.0
#include "plan.h"

#include "chance.h"

namespace antre::sim {

using namespace std::chrono_literals;

static LocalText both(const QString &name)
{
    return LocalText({{QStringLiteral("id"), name}, {QStringLiteral("en"), name}});
}

static Service service(const QString &id, const QString &agency, std::optional<int> quota)
{
    Service made;
    made.id = ServiceId(id);
    made.agency = AgencyId(agency);
    made.name = made.fee = made.processingTime = both(id);
    made.duration = 10min;
    made.dailyQuota = quota;
    return made;
}

static Agency agency(const QString &code, std::vector<Service> services)
{
    Agency made;
    made.id = AgencyId(code.toLower());
    made.code = code;
    made.name = made.shortName = made.about = both(code);
    made.services = std::move(services);
    return made;
}

CataloguePtr simulatedMall(bool neverCloses, int edition, DayEnd dayEnd)
{
    Catalogue made;
    made.version = edition;
    made.site.id = QStringLiteral("sim");
    made.site.name = made.site.shortName = made.site.subtitle = made.site.greeting
        = both(QStringLiteral("Mal"));
    made.site.timeZone = QStringLiteral("Asia/Jakarta");
    made.site.timeZoneLabel = both(QStringLiteral("WIB"));
    made.site.languages = {QStringLiteral("id"), QStringLiteral("en")};
    made.site.publicUrl = QStringLiteral("https://mall.example");
    const DayHours day{{8h, 16h}, {7h + 30min, 15h + 30min}, {{12h, 13h}}};
    const DayHours always{{0h, 24h}, {0h, 24h}, {}};
    made.site.hours.fill(neverCloses ? always : day);
    made.classes = {{ClassId(QStringLiteral("general")), both(QStringLiteral("Umum")),
                        both(QStringLiteral("Umum")), QStringLiteral("ui-person"), 0min},
        {ClassId(QStringLiteral("elderly")), both(QStringLiteral("Lansia")),
            both(QStringLiteral("Lansia")), QStringLiteral("ui-elderly"),
            edition % 2 == 1 ? 20min : 35min}};
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    std::vector<Service> ofA{service(QStringLiteral("a.one"), a, {}),
        service(QStringLiteral("a.two"), a, edition % 3 == 0 ? 40 : 6)};
    if (edition % 2 == 0)
        ofA.push_back(service(QStringLiteral("a.new"), a, {}));
    made.agencies = {agency(QStringLiteral("A"), std::move(ofA)),
        agency(QStringLiteral("B"), {service(QStringLiteral("b.one"), b, {})})};
    made.site.dayEnd.end = dayEnd;
    made.site.outcomes = {{OutcomeId(QStringLiteral("done")), both(QStringLiteral("Selesai"))}};
    made.site.parkReasons
        = {{ReasonId(QStringLiteral("form")), both(QStringLiteral("Formulir")), 10min}};
    made.site.pauseReasons = {{ReasonId(QStringLiteral("rest")), both(QStringLiteral("Rehat"))}};
    const auto counter = [](const QString &number, std::vector<AgencyId> agencies,
                             std::vector<AgencyId> helps = {}) {
        return Counter{CounterId(number), both(number), std::move(agencies), std::move(helps)};
    };
    made.counters = {counter(QStringLiteral("1"), {AgencyId(a)}, {AgencyId(b)}),
        counter(QStringLiteral("2"), {AgencyId(a), AgencyId(b)}),
        counter(QStringLiteral("3"), {AgencyId(b), AgencyId(a)})};
    made.index();
    return std::make_shared<const Catalogue>(std::move(made));
}

/// Days at whose end something rolls over come as often as all others together.
static BusinessDay someDay(Chance &chance)
{
    static const std::vector<QString> special{QStringLiteral("2026-12-31"),
        QStringLiteral("2026-08-31"), QStringLiteral("2027-02-28"), QStringLiteral("2028-02-28"),
        QStringLiteral("2028-02-29"), QStringLiteral("2028-12-30")};
    if (chance.happens(0.5))
        return *BusinessDay::fromText(chance.of(special));
    return BusinessDay{BusinessDay::fromText(u"2026-01-02")->days + int(chance.between(0, 700))};
}

static void planTroubles(Plan &plan, Chance &chance)
{
    const double share = 0.2 + 0.5 * chance.random().unit();
    for (int kind = 0; kind < troubleCount; ++kind) {
        const auto trouble = Trouble(kind);
        const bool rare = trouble == Trouble::ServiceClockJumps;
        if (chance.happens(rare ? 0.05 : share))
            plan.troubles.push_back(trouble);
    }
    plan.troublesADay = plan.troubles.empty() ? 0 : int(chance.between(3, 30));
    if (chance.happens(0.4))
        plan.dieBetweenActions = 0.0005 * double(chance.between(1, 20));
    plan.wrongClocks = chance.happens(0.3);
    plan.batteriesDead = chance.happens(0.3);
    plan.disksLie = chance.happens(0.1);
    if (plan.disksLie) // a lie comes out when the power goes
        plan.troubles.insert(plan.troubles.end(), 3, Trouble::ServicePowerCut);
    plan.serviceClockTrue
        = std::ranges::find(plan.troubles, Trouble::ServiceClockJumps) == plan.troubles.end();
}

Plan Plan::of(quint64 seed, const Wishes &wishes)
{
    Chance chance(seed, 1);
    Plan plan;
    plan.seed = seed;
    plan.firstDay = someDay(chance);
    plan.overMidnight = chance.happens(0.25);
    plan.days = wishes.days.value_or(chance.happens(0.8) ? 1 : int(chance.between(2, 9)));
    plan.kiosks = int(chance.between(1, 3));
    plan.displays = int(chance.between(1, 2));
    plan.visitorsADay = wishes.visitors.value_or(int(chance.between(15, 45)));
    plan.burstsADay = int(chance.between(1, 3));
    // Heartbeats as quick as real ones would be nearly all that happens: few seeds have them.
    static const std::vector<Milliseconds> pings{300s, 600s, 600s, 900s};
    plan.pingEvery = chance.of(pings);
    if (chance.happens(0.03) && plan.days == 1) {
        plan.pingEvery = 5s;
        plan.burstsADay = 1;
    }
    plan.silenceMax = 3 * plan.pingEvery;
    if (chance.happens(0.2))
        plan.delayMax = chance.anyPause(20ms, 1500ms);
    if (chance.happens(0.1))
        plan.swapFrames = 0.001 * double(chance.between(1, 100));
    if (chance.happens(0.2))
        plan.storeMax = 120ms;
    planTroubles(plan, chance);
    plan.sqlite = wishes.sqlite || (!plan.disksLie && chance.happens(0.02));
    plan.disksLie = plan.disksLie && !plan.sqlite;
    plan.realPins = plan.sqlite;
    plan.dayEnd = chance.happens(0.4) ? DayEnd::Expire : DayEnd::ServeAll;
    plan.catalogue = simulatedMall(plan.overMidnight, 1, plan.dayEnd);
    plan.phones = int(chance.between(0, 3));
    return plan;
}

} // namespace antre::sim
