// SPDX-License-Identifier: Apache-2.0
#include "counter/counterkeys.h"

#include <algorithm>

namespace antre {

namespace {

/// The reasons are decide()'s and, when signing in, the service's.
Refusal refusalFrom(const std::optional<Error> &error)
{
    if (!error)
        return Refusal::None;
    static const QHash<QString, Refusal> known{
        {QStringLiteral("nobodyWaiting"), Refusal::NobodyWaiting},
        {QStringLiteral("counterBusy"), Refusal::CounterBusy},
        {QStringLiteral("counterClosed"), Refusal::CounterClosed},
        {QStringLiteral("counterTaken"), Refusal::CounterTaken},
        {QStringLiteral("ticketMovedOn"), Refusal::TicketMovedOn},
        {QStringLiteral("ticketGone"), Refusal::TicketMovedOn},
        {QStringLiteral("signedOut"), Refusal::CounterClosed},
        {QStringLiteral("wrongPin"), Refusal::WrongPin},
        {QStringLiteral("counterPaused"), Refusal::CounterPaused},
        {QStringLiteral("calledTooOften"), Refusal::CalledTooOften},
        {QStringLiteral("calledJustNow"), Refusal::CalledJustNow},
        {QStringLiteral("counterDoesNotServe"), Refusal::OtherLine},
        {QStringLiteral("serviceWanted"), Refusal::ServiceWanted},
        {QStringLiteral("serviceNotWanted"), Refusal::ServiceNotWanted},
        {QStringLiteral("tooManyServices"), Refusal::TooManyServices},
        {QStringLiteral("serviceClosed"), Refusal::ServiceClosed},
        {QStringLiteral("quotaFull"), Refusal::QuotaFull},
        {QStringLiteral("numbersEnded"), Refusal::QuotaFull},
        {QStringLiteral("closedToday"), Refusal::ServiceClosed},
        {QStringLiteral("closedForToday"), Refusal::ServiceClosed},
        {QStringLiteral("closedNow"), Refusal::ServiceClosed},
        {QStringLiteral("opensLater"), Refusal::ServiceClosed},
        {QStringLiteral("mallFull"), Refusal::HallFull},
        {QStringLiteral("tooLateToUndo"), Refusal::TooLateToUndo},
        {QStringLiteral("dayOver"), Refusal::DayOver},
        {QStringLiteral("notAllowed"), Refusal::NotAllowed},
        {QStringLiteral("unknownKiosk"), Refusal::UnknownKiosk},
        {QStringLiteral("slipPending"), Refusal::SlipPending},
        {QStringLiteral("unknownService"), Refusal::ListChanged},
        {QStringLiteral("unknownReason"), Refusal::ListChanged},
        {QStringLiteral("unknownOutcome"), Refusal::ListChanged},
    };
    if (error->reason.startsWith(QStringLiteral("pause:")))
        return Refusal::PinPause;
    return known.value(
        error->reason, error->code == ErrorCode::Offline ? Refusal::Unreachable : Refusal::Other);
}

/// "pause:SECONDS": what is left of the pause that the service demands after wrong PINs. Never more
/// than that, wherever this machine's clock jumps; the service keeps the rule, this only spares
/// useless tries.
std::chrono::seconds pinPauseOf(const Console &console, Instant now)
{
    static const QString word = QStringLiteral("pause:");
    if (!console.refusal || !console.refusal->reason.startsWith(word))
        return std::chrono::seconds(0);
    const std::chrono::seconds demanded(
        std::max(0, console.refusal->reason.mid(word.size()).toInt()));
    const auto left = std::chrono::ceil<std::chrono::seconds>(console.refusedAt + demanded - now);
    return std::clamp(left, std::chrono::seconds(0), demanded);
}

/// To call somebody the counter works, and who was called before is being served or gone.
Hindrance callHindrance(const CounterView &view)
{
    if (view.pause)
        return Hindrance::Paused;
    return view.phase == DeskPhase::Called ? Hindrance::NotStarted : Hindrance::None;
}

Hindrance callAgainHindrance(const CounterView &view)
{
    if (view.phase == DeskPhase::Serving)
        return Hindrance::AlreadyServing;
    if (!view.current)
        return Hindrance::NobodyCalled;
    if (view.current->calls >= view.current->callsMax)
        return Hindrance::CallsUsedUp;
    return view.current->callPause > std::chrono::seconds(0) ? Hindrance::CallPause
                                                             : Hindrance::None;
}

/// `hindrance`, or none.
Hindrance only(bool hinders, Hindrance hindrance) { return hinders ? hindrance : Hindrance::None; }

/// What the rules of the queue would say; the order of the questions is the order of what helps
/// most.
Hindrance hindranceOf(Wish wish, const CounterView &view)
{
    const bool nobodyHere = !view.current;
    switch (wish) {
    case Wish::SignIn:
        return only(view.pinPause > std::chrono::seconds(0), Hindrance::PinPause);
    case Wish::CallNext:
        if (const Hindrance hindrance = callHindrance(view); hindrance != Hindrance::None)
            return hindrance;
        return only(view.next.isEmpty(), Hindrance::NobodyWaiting);
    case Wish::Help:
        if (const Hindrance hindrance = callHindrance(view); hindrance != Hindrance::None)
            return hindrance;
        if (!view.next.isEmpty())
            return Hindrance::OwnLineFirst;
        return only(!view.help, Hindrance::NobodyWaiting);
    case Wish::Pick:
        if (!view.mayPick)
            return Hindrance::NotAllowed;
        if (view.phase == DeskPhase::Serving)
            return Hindrance::VisitorHere;
        return callHindrance(view);
    case Wish::CallAgain:
        return callAgainHindrance(view);
    case Wish::Start:
        if (view.phase == DeskPhase::Serving)
            return Hindrance::AlreadyServing;
        return only(nobodyHere, Hindrance::NobodyCalled);
    case Wish::Finish:
        if (view.phase == DeskPhase::Called)
            return Hindrance::NotStarted;
        return only(nobodyHere, Hindrance::NobodyCalled);
    case Wish::NoShow:
    case Wish::Park:
    case Wish::Transfer:
    case Wish::AddService:
    case Wish::RemoveService:
        return only(nobodyHere, Hindrance::NobodyCalled);
    case Wish::Slip:
        return only(view.kiosks.empty(), Hindrance::NoKiosk);
    case Wish::Issue:
        return Hindrance::None;
    case Wish::BringBack:
    case Wish::Return:
        return Hindrance::None;
    case Wish::Pause:
        if (view.pause)
            return Hindrance::Paused;
        return only(!nobodyHere, Hindrance::VisitorHere);
    case Wish::Resume:
        return only(!view.pause, Hindrance::NotPaused);
    case Wish::Undo:
        return only(!view.undo, Hindrance::TooLate);
    case Wish::SignOut:
        return only(!nobodyHere, Hindrance::VisitorHere);
    }
    return Hindrance::None;
}

/// In the lobby there is no line to call from.
bool worksInLobby(Wish wish)
{
    return wish == Wish::Issue || wish == Wish::Slip || wish == Wish::SignOut;
}

/// Without a connection: what can be noted now and told the service later can be pressed, once. The
/// officer sees the visitor, and what was seen stays true.
Hindrance hindranceWhileAway(Wish wish, const CounterView &view)
{
    if (view.phase == DeskPhase::InLobby)
        return Hindrance::LinkLost;
    const bool canBeKept = (wish == Wish::Start && view.phase == DeskPhase::Called)
        || (wish == Wish::Finish && view.phase == DeskPhase::Serving)
        || (wish == Wish::NoShow && view.current.has_value());
    if (!canBeKept)
        return Hindrance::LinkLost;
    const std::optional<Wish> noted = view.current->noted;
    const bool isOver = noted && *noted != Wish::Start;
    // Nobody who has come is a no-show.
    return isOver || (noted && wish == Wish::NoShow) ? Hindrance::Noted : Hindrance::None;
}

Wish mainKeyOf(const CounterView &view)
{
    switch (view.phase) {
    case DeskPhase::SignedOut:
        return Wish::SignIn;
    case DeskPhase::InLobby:
        return Wish::Issue;
    case DeskPhase::Free:
        return view.pause ? Wish::Resume : view.callWish();
    case DeskPhase::Called:
        return Wish::Start;
    case DeskPhase::Serving:
        return view.isLinkUp && !view.next.isEmpty() ? Wish::CallNext : Wish::Finish;
    }
    return Wish::CallNext;
}

} // namespace

void addRefusal(CounterView &view, const Console &console, Instant now)
{
    view.refusal = refusalFrom(console.refusal);
    view.pinPause = pinPauseOf(console, now);
    if (view.refusal == Refusal::PinPause && view.pinPause == std::chrono::seconds(0))
        view.refusal = Refusal::None;
}

void addKeys(CounterView &view, const Console &console)
{
    for (int i = 0; i < wishCount; ++i) {
        const Wish wish = Wish(i);
        KeyView &key = view.keys[size_t(i)];
        key.isPending = console.pending == wish;
        if (view.phase == DeskPhase::InLobby && !worksInLobby(wish))
            key.hindrance = Hindrance::NoCounter;
        else if (view.phase == DeskPhase::InLobby && wish == Wish::SignOut)
            key.hindrance = Hindrance::None; // leaving needs nobody's answer
        else if (!console.link.isUp)
            key.hindrance = hindranceWhileAway(wish, view);
        else if (console.pending)
            key.hindrance = Hindrance::Working;
        else
            key.hindrance = hindranceOf(wish, view);
    }
    view.mainKey = mainKeyOf(view);
    const Hindrance hindrance = view.key(view.mainKey).hindrance;
    if (hindrance == Hindrance::None || hindrance == Hindrance::Working)
        view.nextStep = view.mainKey;
}

} // namespace antre
