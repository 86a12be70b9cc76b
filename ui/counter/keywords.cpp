// SPDX-License-Identifier: Apache-2.0
#include "common/clocktext.h"
#include "counter/counterwords.h"

#include <algorithm>

namespace antre {

QString CounterWords::key(Wish wish, const CounterView &view)
{
    const QString &next = view.next;
    const bool serves = view.phase == DeskPhase::Serving;
    switch (wish) {
    case Wish::CallNext:
        if (next.isEmpty() || view.phase == DeskPhase::Called)
            return tr("Call the next");
        return (serves ? tr("Done, call %1") : tr("Call %1")).arg(next);
    case Wish::Help: {
        const QString whom = view.help ? view.help->agencies.join(QStringLiteral(", ")) : QString();
        return (serves ? tr("Done, help %1") : tr("Help %1")).arg(whom);
    }
    case Wish::Start:
        return view.current ? tr("Start %1").arg(view.current->number) : tr("Start");
    case Wish::Finish:
        return view.current ? tr("Done with %1").arg(view.current->number) : tr("Done");
    case Wish::Resume:
        return tr("Go on");
    default:
        return smallKey(wish);
    }
}

QString CounterWords::smallKey(Wish wish)
{
    switch (wish) {
    case Wish::SignIn:
        return tr("Sign in");
    case Wish::CallNext:
        return tr("Call the next");
    case Wish::Help:
        return tr("Help others");
    case Wish::CallAgain:
        return tr("Call again");
    case Wish::Start:
        return tr("Start");
    case Wish::Finish:
        return tr("Done");
    case Wish::NoShow:
        return tr("No-show");
    case Wish::Park:
        return tr("Set aside …");
    case Wish::Transfer:
        return tr("Send on …");
    case Wish::AddService:
        return tr("Visit …");
    case Wish::RemoveService:
        return tr("Take out");
    case Wish::Slip:
        return tr("Slip …");
    case Wish::Issue:
        return tr("Give a number …");
    case Wish::Pick:
        return tr("Call now");
    case Wish::BringBack:
    case Wish::Return:
        return tr("Bring back");
    case Wish::Pause:
        return tr("Break …");
    case Wish::Resume:
        return tr("Go on");
    case Wish::Undo:
        return tr("Undo");
    case Wish::SignOut:
        return tr("Close counter");
    }
    return {};
}

QString CounterWords::shortKey(Wish wish, const CounterView &view)
{
    const QString &next = view.next;
    switch (wish) {
    case Wish::CallNext:
        return next.isEmpty() ? tr("Call the\nnext") : tr("Call\n%1").arg(next);
    case Wish::Help:
        return view.help ? tr("Help\n%1").arg(view.help->next) : tr("Help");
    default:
        return smallKey(wish);
    }
}

QString CounterWords::rowKey(Wish wish)
{
    switch (wish) {
    case Wish::Pick:
        return tr("Call");
    case Wish::Slip:
        return tr("Print the slip of");
    default:
        return smallKey(wish);
    }
}

QString CounterWords::icon(Wish wish)
{
    switch (wish) {
    case Wish::CallAgain:
        return QStringLiteral("ui-recall");
    case Wish::Start:
        return QStringLiteral("ui-counter");
    case Wish::Finish:
        return QStringLiteral("ui-check");
    case Wish::NoShow:
        return QStringLiteral("ui-noshow");
    case Wish::Park:
        return QStringLiteral("ui-clock");
    case Wish::Transfer:
        return QStringLiteral("ui-transfer");
    case Wish::AddService:
        return QStringLiteral("ui-document");
    case Wish::Slip:
        return QStringLiteral("ui-printer");
    case Wish::Issue:
        return QStringLiteral("ui-slip");
    case Wish::Pause:
        return QStringLiteral("ui-park");
    case Wish::Resume:
        return QStringLiteral("ui-forward");
    case Wish::Help:
        return QStringLiteral("ui-people");
    case Wish::SignOut:
        return QStringLiteral("ui-close");
    default:
        return QStringLiteral("ui-call");
    }
}

/// Call, start and done follow each other on the keyboard as they do in the day. F3 belongs to the
/// window.
int CounterWords::functionKey(Wish wish)
{
    switch (wish) {
    case Wish::AddService:
        return 1;
    case Wish::Issue:
        return 2;
    case Wish::Pause:
    case Wish::Resume:
        return 4;
    case Wish::CallAgain:
        return 5;
    case Wish::NoShow:
        return 6;
    case Wish::Park:
        return 7;
    case Wish::Transfer:
        return 8;
    case Wish::CallNext:
    case Wish::Help:
        return 9;
    case Wish::Start:
        return 10;
    case Wish::Finish:
        return 11;
    case Wish::SignOut:
        return 12;
    default:
        return 0;
    }
}

QString CounterWords::cap(Wish wish)
{
    if (wish == Wish::Undo)
        return QStringLiteral("Ctrl+Z");
    if (wish == Wish::Slip)
        return QStringLiteral("Ctrl+P");
    const int number = functionKey(wish);
    return number > 0 ? QString(u'F' % QString::number(number)) : QString();
}

QString CounterWords::nameAndCap(Wish wish, const CounterView &view)
{
    return key(wish, view) % u" (" % cap(wish) % u')';
}

const std::vector<Wish> &CounterWords::wishesWithKeys()
{
    static const std::vector<Wish> all{Wish::AddService, Wish::Issue, Wish::Pause, Wish::CallAgain,
        Wish::NoShow, Wish::Park, Wish::Transfer, Wish::CallNext, Wish::Start, Wish::Finish,
        Wish::SignOut, Wish::Undo, Wish::Slip};
    return all;
}

std::vector<Wish> CounterWords::wishesWithFunctionKeys()
{
    std::vector<Wish> some;
    std::ranges::copy_if(wishesWithKeys(), std::back_inserter(some),
        [](Wish wish) { return functionKey(wish) > 0; });
    return some;
}

static QString seconds(std::chrono::seconds time)
{
    return CounterWords::tr("%1 s").arg(time.count());
}

QString CounterWords::smallHindrance(Hindrance hindrance, const CounterView &view)
{
    switch (hindrance) {
    // Seen anyway: that nobody is here, that the counter rests, that the link is lost.
    case Hindrance::NobodyCalled:
    case Hindrance::Paused:
    case Hindrance::LinkLost:
        return {};
    default:
        return longHindrance(hindrance, view);
    }
}

QString CounterWords::longHindrance(Hindrance hindrance, const CounterView &view)
{
    switch (hindrance) {
    case Hindrance::None:
    case Hindrance::Working:
    case Hindrance::NotPaused:
    case Hindrance::OwnLineFirst:
    case Hindrance::NotAllowed:
    case Hindrance::TooLate:
        return {};
    case Hindrance::LinkLost:
        return view.linkSince
            ? tr("no connection since %1").arg(clockText(*view.linkSince, view.language))
            : tr("connection lost");
    case Hindrance::Noted:
        return tr("noted");
    case Hindrance::NobodyWaiting:
        return tr("nobody is waiting");
    case Hindrance::NotStarted:
        return tr("not started");
    case Hindrance::NobodyCalled:
        return tr("no visitor");
    case Hindrance::AlreadyServing:
        return tr("started");
    case Hindrance::VisitorHere:
        return tr("visitor here");
    case Hindrance::PinPause:
        return tr("please wait");
    case Hindrance::CallPause:
        return view.current ? tr("in %1").arg(seconds(view.current->callPause)) : QString();
    case Hindrance::CallsUsedUp:
        return view.current ? tr("called %1").arg(calls(view.current->calls)) : QString();
    case Hindrance::Paused:
        return tr("on a break");
    case Hindrance::NoKiosk:
        return tr("no kiosk");
    case Hindrance::NoCounter:
        return tr("lobby");
    }
    return {};
}

static QString linkLost(const CounterView &view)
{
    if (!view.linkSince)
        return CounterWords::tr("There is no connection to the queue service yet. This key works "
                                "by itself when it is there.");
    return CounterWords::tr("No connection to the queue service since %1. This key works again by "
                            "itself when it is back.")
        .arg(clockText(*view.linkSince, view.language));
}

QString CounterWords::hindranceSentence(Hindrance hindrance, const CounterView &view)
{
    const QString number = view.current ? view.current->number : QString();
    switch (hindrance) {
    case Hindrance::None:
    case Hindrance::Working:
        return {};
    case Hindrance::LinkLost:
        return linkLost(view);
    case Hindrance::Noted:
        return tr("This is noted for %1 already. It will be sent when the connection is back.")
            .arg(number);
    case Hindrance::NobodyWaiting:
        return tr("Nobody is waiting at the moment.");
    case Hindrance::NotStarted:
        return tr(
            "%1 has been called. Press Start (F10) when the visitor is here, or No-show (F6).")
            .arg(number);
    case Hindrance::NobodyCalled:
        return tr("Nobody has been called yet. Call the next visitor first (F9).");
    case Hindrance::AlreadyServing:
        return tr("%1 is being served already.").arg(number);
    case Hindrance::VisitorHere:
        return tr("%1 is still at the counter. Finish with that visitor first (F11).").arg(number);
    case Hindrance::PinPause:
        return refusal(view);
    case Hindrance::CallPause:
        return tr("%1 was called just now. Give the visitor time to come; call again in %2.")
            .arg(number, seconds(view.current ? view.current->callPause : std::chrono::seconds()));
    case Hindrance::CallsUsedUp:
        return tr("%1 has been called %2, which is the limit. Press No-show (F6); who comes "
                  "later is brought back from the list.")
            .arg(number, calls(view.current ? view.current->calls : 0));
    case Hindrance::Paused:
        return tr("The counter is on a break. Go on first (F4).");
    case Hindrance::NotPaused:
        return tr("The counter is not on a break.");
    case Hindrance::OwnLineFirst:
        return tr("Somebody waits in your own line. Call that visitor first (F9).");
    case Hindrance::NotAllowed:
        return tr("Everybody is called in turn. Calling out of turn takes a right of its own; ask "
                  "the coordinator.");
    case Hindrance::TooLate:
        return tr("There is nothing that could be undone any more.");
    case Hindrance::NoKiosk:
        return tr("No kiosk is registered that could print.");
    case Hindrance::NoCounter:
        return tr("In the lobby you give numbers. To call visitors, sign in at a counter.");
    }
    return {};
}

QString CounterWords::transferHindrance(const ServiceChoice &service, const CounterView &view)
{
    if (service.isClosed)
        return tr("closed today, or its quota is used up");
    if (!view.current || service.id != view.current->serviceId)
        return {};
    const bool elsewhere = std::ranges::any_of(
        service.counters, [&](const CounterId &counter) { return counter != view.counter; });
    return elsewhere ? QString() : tr("being served here; no other counter is open");
}

QString CounterWords::addHindrance(const ServiceChoice &service, const CounterView &view)
{
    if (!view.current)
        return {};
    const bool isHere = service.id == view.current->serviceId
        || std::ranges::find(view.current->further, service.id, &VisitService::id)
            != view.current->further.end();
    if (isHere)
        return tr("in this visit already");
    return service.isClosed ? tr("closed today, or its quota is used up") : QString();
}

} // namespace antre
