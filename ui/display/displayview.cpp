// SPDX-License-Identifier: Apache-2.0
#include "display/displayview.h"

#include "domain/calling.h"

#include <algorithm>
#include <map>

namespace antre {

static constexpr std::chrono::seconds callIsNewsFor{60};
// Chime and sentences take about fifteen seconds; after that the pictures come back.
static constexpr std::chrono::seconds callBesideMediaFor{20};
// The link is measured every five seconds, and a short break is no news for the hall.
static constexpr std::chrono::seconds currentFor{10};

namespace {

/// What a screen looks at: its counters, and the agencies that they serve.
struct Zone
{
    const Catalogue &catalogue;
    const HallScreen &screen;
    std::vector<const Counter *> counters = {};
    std::vector<const Agency *> agencies = {}; ///< by letter

    Zone(const Catalogue &all, const HallScreen &wish)
        : catalogue(all)
        , screen(wish)
    {
        std::set<AgencyId> served;
        for (const Counter &counter : all.counters) {
            if (!wish.shows(counter.id))
                continue;
            counters.push_back(&counter);
            served.insert(counter.agencies.begin(), counter.agencies.end());
        }
        for (const Agency &agency : all.agencies) {
            if (served.contains(agency.id))
                agencies.push_back(&agency);
        }
    }
    [[nodiscard]] QString sign(const CounterId &id, const QString &language) const
    {
        const Counter *counter = screen.agencies ? catalogue.counter(id) : nullptr;
        QStringList names;
        for (const AgencyId &agency : counter ? counter->agencies : std::vector<AgencyId>()) {
            if (const Agency *known = catalogue.agency(agency))
                names += known->shortName.in(language);
        }
        return names.join(QStringLiteral(" / "));
    }
};

} // namespace

std::vector<Call> standingCalls(const State &state, const HallScreen &screen)
{
    std::vector<Call> standing;
    for (const Call &call : state.calls) {
        const Ticket *ticket = state.ticket(call.ticket);
        if (screen.shows(call.counter) && (!ticket || ticket->number == call.number))
            standing.push_back(call);
    }
    return standing;
}

static ShownCall shown(const Call &call, const Zone &zone, const QString &language)
{
    return {call.ticket, call.times, call.number.text(), call.counter.value(),
        zone.sign(call.counter, language)};
}

/// The calls before the shown one, each ticket once, where it was called last.
static std::vector<ShownCall> previousCalls(
    const std::vector<Call> &calls, bool newestIsShown, const Zone &zone, const QString &language)
{
    std::vector<ShownCall> previous;
    const auto begin = calls.rbegin() + (newestIsShown ? 1 : 0);
    for (auto call = begin; call != calls.rend() && previous.size() < DisplayView::previousMax;
         ++call) {
        const auto same = [&](const ShownCall &other) { return other.ticket == call->ticket; };
        const bool isShown = newestIsShown && calls.back().ticket == call->ticket;
        if (!isShown && std::none_of(previous.begin(), previous.end(), same))
            previous.push_back(shown(*call, zone, language));
    }
    return previous;
}

static DeskNote noteOf(const Desk &desk, Availability availability)
{
    switch (availability) {
    case Availability::OnBreak:
        return DeskNote::OnBreak;
    case Availability::CountersClosed:
    case Availability::ClosedNow:
        return DeskNote::ClosedNow;
    case Availability::OpensLater:
    case Availability::BeforeOpening:
        return desk.isOpen() ? DeskNote::Ready : DeskNote::OpensLater;
    case Availability::ClosedForToday:
    case Availability::NumbersEnded:
        return desk.isOpen() ? DeskNote::Ready : DeskNote::DoneForToday;
    case Availability::ClosedToday:
        return desk.isOpen() ? DeskNote::Ready : DeskNote::ClosedToday;
    case Availability::Open:
    case Availability::NobodyAtCounter:
    case Availability::QuotaFull:
    case Availability::MallFull:
        return desk.isOpen() ? DeskNote::Ready : DeskNote::NotOpen;
    }
    return DeskNote::None;
}

/// A display that started without the network: its last calls are all it knows of the desks.
static ShownDesk restoredDesk(const std::vector<Call> &calls, const Counter &counter)
{
    const auto last = std::find_if(
        calls.rbegin(), calls.rend(), [&](const Call &call) { return call.counter == counter.id; });
    if (last == calls.rend())
        return {counter.id.value(), {}, DeskNote::Unknown, std::nullopt};
    return {counter.id.value(), last->number.text(), DeskNote::None, std::nullopt};
}

static ShownDesk shownDesk(const State &state, const Counter &counter, Instant now)
{
    const Desk &desk = state.desk(counter.id);
    ShownDesk shown{counter.id.value(), {}, DeskNote::None, std::nullopt};
    if (const Ticket *ticket = state.ticket(desk.current)) {
        shown.number = ticket->number.text();
        return shown;
    }
    if (desk.isOpen() && desk.pause) {
        shown.note = DeskNote::Paused;
        // An officer who is later than meant is back soon, nobody knows when.
        if (desk.pause->until > now)
            shown.until = localTime(desk.pause->until, state.catalogue->zone()).ofDay;
        return shown;
    }
    const ServiceStatus status = counterStatus(state, counter, now);
    shown.note = noteOf(desk, status.availability);
    if (status.changes
        && (shown.note == DeskNote::OnBreak || shown.note == DeskNote::OpensLater
            || shown.note == DeskNote::ClosedNow))
        shown.until = status.changes->ofDay;
    return shown;
}

static std::vector<ShownNotice> notices(
    const State &state, const Zone &zone, Instant now, const QString &language)
{
    std::vector<ShownNotice> groups;
    for (const Agency *agency : zone.agencies) {
        const ServiceStatus status = agencyStatus(state, *agency, now);
        // Who waits is not concerned by what keeps others from taking numbers.
        if (status.availability == Availability::Open
            || status.availability == Availability::NobodyAtCounter
            || status.availability == Availability::BeforeOpening
            || status.availability == Availability::QuotaFull)
            continue;
        const auto same = std::find_if(groups.begin(), groups.end(),
            [&](const ShownNotice &group) { return group.status == status; });
        ShownNotice &group
            = same != groups.end() ? *same : groups.emplace_back(ShownNotice{{}, status});
        group.agencies.push_back(agency->shortName.in(language));
    }
    if (groups.size() == 1 && groups.front().agencies.size() == zone.agencies.size())
        groups.front().agencies.clear();
    // What changes soonest concerns most of those who wait.
    std::stable_sort(groups.begin(), groups.end(), [](const ShownNotice &a, const ShownNotice &b) {
        return a.status.availability < b.status.availability;
    });
    return groups;
}

static bool isOpening(const State &state, const Zone &zone, Instant now)
{
    return std::ranges::any_of(zone.agencies,
        [&](const Agency *agency) { return agencyStatus(state, *agency, now).takesNumbers(); });
}

/// Lines that several counters of the zone serve are one. Agencies whose counters stand elsewhere,
/// too, are shown whole: their visitors wait here as well.
static std::vector<ShownLine> nextOf(
    const State &state, const Zone &zone, Instant now, const QString &language)
{
    std::vector<ShownLine> lines;
    for (const Agency *agency : zone.agencies) {
        ShownLine line{agency->shortName.in(language), {}, 0};
        for (const NextTicket &next : callingOrder(state, {agency->line()}, now)) {
            const Ticket *ticket = state.ticket(next.ticket);
            if (ticket && !ticket->onlyAt.isEmpty() && !zone.screen.shows(ticket->onlyAt))
                continue; // sent to a counter of another screen
            if (ticket && line.numbers.size() < ShownLine::numbersMax)
                line.numbers.push_back(ticket->number.text());
            else
                ++line.others;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

static void addVoice(DisplayView &view, const VoicePlan &plan)
{
    std::map<SpokenLanguage, int> times;
    for (const SpokenLanguage language : plan.script())
        view.spokenTimes = std::max(view.spokenTimes, ++times[language]);
    view.isQuiet = plan.quietAt(view.ofDay).has_value();
}

static std::optional<KnownUntil> ageOf(
    const Catalogue &catalogue, Instant now, const DisplayStatus &status)
{
    if (status.connected || status.heardAt == Instant() || now - status.heardAt <= currentFor)
        return {};
    const LocalTime heard = localTime(status.heardAt, catalogue.zone());
    return KnownUntil{heard.day, heard.ofDay};
}

static DisplayPage pageOf(
    const DisplayView &view, const State &state, const Zone &zone, Instant now)
{
    if (view.call)
        return DisplayPage::Call;
    const bool works = std::ranges::any_of(zone.counters, [&](const Counter *counter) {
        const Desk &desk = state.desk(counter->id);
        return desk.isOpen() || !desk.current.isEmpty();
    });
    return works || isOpening(state, zone, now) ? DisplayPage::Board : DisplayPage::Rest;
}

static void addCalls(
    DisplayView &view, const std::vector<Call> &calls, const Zone &zone, Instant now)
{
    const auto age = calls.empty() ? Instant::duration::max() : now - calls.back().at;
    const bool besideMedia = view.layout == HallLayout::Media;
    if (age < (besideMedia ? callBesideMediaFor : callIsNewsFor))
        view.call = shown(calls.back(), zone, view.language);
    view.firstIsNews = !view.call && age < callIsNewsFor;
    view.previous = previousCalls(calls, view.call.has_value(), zone, view.language);
}

DisplayView displayView(const State &state, Instant now, const DisplayStatus &status,
    const QString &language, const HallScreen &screen)
{
    DisplayView view;
    view.layout = screen.layout;
    view.language = language;
    view.voice = status.voice;
    if (!state.catalogue) {
        view.page = DisplayPage::Rest;
        return view;
    }
    const Catalogue &catalogue = *state.catalogue;
    const Zone zone(catalogue, screen);
    const LocalTime local = localTime(now, catalogue.zone());
    view.siteName = catalogue.site.shortName.in(language);
    view.zone = screen.zone.in(language);
    view.day = local.day;
    view.ofDay = local.ofDay;
    view.turn = now.time_since_epoch() / DisplayView::messageFor;
    view.asOf = ageOf(catalogue, now, status);
    std::vector<Call> calls = standingCalls(state, screen);
    // What was called on another day concerns nobody who sits here.
    if (view.asOf && view.asOf->day != view.day)
        calls.clear();
    addCalls(view, calls, zone, now);
    for (const Counter *counter : zone.counters) {
        view.desks.push_back(
            status.isRestored ? restoredDesk(calls, *counter) : shownDesk(state, *counter, now));
        view.desks.back().agencies = zone.sign(counter->id, language);
    }
    if (screen.layout == HallLayout::Next && !status.isRestored)
        view.next = nextOf(state, zone, now, language);
    view.notices = notices(state, zone, now, language);
    for (const HallNotice &notice : catalogue.site.hall.notices) {
        if (notice.standsOn(local.day))
            view.mallNotices.push_back(notice.text.in(language));
    }
    addVoice(view, catalogue.site.hall.voice);
    if (catalogue.site.phones.onDisplays)
        view.phones = status.phones;
    view.page = pageOf(view, state, zone, now);
    return view;
}

DisplayView heldView(
    DisplayView view, const Catalogue &catalogue, Instant now, const DisplayStatus &status)
{
    const LocalTime local = localTime(now, catalogue.zone());
    view.day = local.day;
    view.ofDay = local.ofDay;
    view.turn = now.time_since_epoch() / DisplayView::messageFor;
    view.asOf = ageOf(catalogue, now, status);
    if (!view.phones.isEmpty())
        view.phones = status.phones;
    if (view.asOf && view.call) {
        view.previous.insert(view.previous.begin(), *view.call);
        view.previous.resize(std::min(view.previous.size(), DisplayView::previousMax));
        view.call.reset();
        view.page = DisplayPage::Board;
    }
    if (view.asOf)
        view.firstIsNews = false;
    return view;
}

} // namespace antre
