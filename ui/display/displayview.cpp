// SPDX-License-Identifier: Apache-2.0
#include "display/displayview.h"

#include <algorithm>

namespace antre {

static constexpr std::chrono::seconds callShownFor{60};
// The link is measured every five seconds, and a short break is no news for the hall.
static constexpr std::chrono::seconds currentFor{10};

static ShownCall shown(const Call &call)
{
    return {call.ticket, call.times, call.number.text(), call.counter.value()};
}

std::vector<Call> standingCalls(const State &state)
{
    std::vector<Call> standing;
    for (const Call &call : state.calls) {
        const Ticket *ticket = state.ticket(call.ticket);
        if (!ticket || ticket->number == call.number)
            standing.push_back(call);
    }
    return standing;
}

/// The calls before the shown one, each ticket once, where it was called last.
static std::vector<ShownCall> previousCalls(const std::vector<Call> &calls, bool newestIsShown)
{
    std::vector<ShownCall> previous;
    const auto begin = calls.rbegin() + (newestIsShown ? 1 : 0);
    for (auto call = begin; call != calls.rend() && previous.size() < DisplayView::previousMax;
         ++call) {
        const auto same = [&](const ShownCall &other) { return other.ticket == call->ticket; };
        const bool isShown = newestIsShown && calls.back().ticket == call->ticket;
        if (!isShown && std::none_of(previous.begin(), previous.end(), same))
            previous.push_back(shown(*call));
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
    const ServiceStatus status = counterStatus(state, counter, now);
    shown.note = noteOf(desk, status.availability);
    if (status.changes
        && (shown.note == DeskNote::OnBreak || shown.note == DeskNote::OpensLater
            || shown.note == DeskNote::ClosedNow))
        shown.until = status.changes->ofDay;
    return shown;
}

static std::vector<ShownNotice> notices(const State &state, Instant now, const QString &language)
{
    const Catalogue &catalogue = *state.catalogue;
    std::vector<ShownNotice> groups;
    for (const Agency &agency : catalogue.agencies) {
        const ServiceStatus status = agencyStatus(state, agency, now);
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
        group.agencies.push_back(agency.shortName.in(language));
    }
    if (groups.size() == 1 && groups.front().agencies.size() == catalogue.agencies.size())
        groups.front().agencies.clear();
    // What changes soonest concerns most of those who wait.
    std::stable_sort(groups.begin(), groups.end(), [](const ShownNotice &a, const ShownNotice &b) {
        return a.status.availability < b.status.availability;
    });
    return groups;
}

static bool isOpening(const State &state, Instant now)
{
    const auto &agencies = state.catalogue->agencies;
    return std::any_of(agencies.begin(), agencies.end(),
        [&](const Agency &agency) { return agencyStatus(state, agency, now).takesNumbers(); });
}

static std::optional<KnownUntil> ageOf(
    const Catalogue &catalogue, Instant now, const DisplayStatus &status)
{
    if (status.connected || status.heardAt == Instant() || now - status.heardAt <= currentFor)
        return {};
    const LocalTime heard = localTime(status.heardAt, catalogue.zone());
    return KnownUntil{heard.day, heard.ofDay};
}

static DisplayPage pageOf(const DisplayView &view, const State &state, Instant now)
{
    if (view.call)
        return DisplayPage::Call;
    const bool works = std::any_of(state.desks.begin(), state.desks.end(),
        [](const auto &desk) { return desk.second.isOpen() || !desk.second.current.isEmpty(); });
    return works || isOpening(state, now) ? DisplayPage::Board : DisplayPage::Rest;
}

DisplayView displayView(
    const State &state, Instant now, const DisplayStatus &status, const QString &language)
{
    DisplayView view;
    view.language = language;
    view.voice = status.voice;
    if (!state.catalogue) {
        view.page = DisplayPage::Rest;
        return view;
    }
    const Catalogue &catalogue = *state.catalogue;
    const LocalTime local = localTime(now, catalogue.zone());
    view.siteName = catalogue.site.shortName.in(language);
    view.day = local.day;
    view.ofDay = local.ofDay;
    view.asOf = ageOf(catalogue, now, status);
    std::vector<Call> calls = standingCalls(state);
    // What was called on another day concerns nobody who sits here.
    if (view.asOf && view.asOf->day != local.day)
        calls.clear();
    if (!calls.empty() && now - calls.back().at < callShownFor)
        view.call = shown(calls.back());
    view.previous = previousCalls(calls, view.call.has_value());
    for (const Counter &counter : catalogue.counters)
        view.desks.push_back(
            status.isRestored ? restoredDesk(calls, counter) : shownDesk(state, counter, now));
    view.notices = notices(state, now, language);
    view.page = pageOf(view, state, now);
    return view;
}

DisplayView heldView(
    DisplayView view, const Catalogue &catalogue, Instant now, const DisplayStatus &status)
{
    const LocalTime local = localTime(now, catalogue.zone());
    view.day = local.day;
    view.ofDay = local.ofDay;
    view.asOf = ageOf(catalogue, now, status);
    if (view.asOf && view.call) {
        view.previous.insert(view.previous.begin(), *view.call);
        view.previous.resize(std::min(view.previous.size(), DisplayView::previousMax));
        view.call.reset();
        view.page = DisplayPage::Board;
    }
    return view;
}

} // namespace antre
