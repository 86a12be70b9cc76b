// SPDX-License-Identifier: Apache-2.0
#include "counter/counterwords.h"

#include "common/clocktext.h"

namespace antre {

static QString twoDigits(qint64 number) { return QString::number(number).rightJustified(2, u'0'); }

QString CounterWords::timer(std::chrono::seconds lasting, const QString &language)
{
    const QChar separator = language == QLatin1String("id") ? u'.' : u':';
    return twoDigits(lasting.count() / 60) % separator % twoDigits(lasting.count() % 60);
}

QString CounterWords::minutes(Minutes time) { return tr("%1 min").arg(time.count()); }

QString CounterWords::headStart(Minutes time) { return tr("+%1 min").arg(time.count()); }

QString CounterWords::counterName(const CounterId &id) { return tr("Counter %1").arg(id.value()); }

QString CounterWords::countersInSentence(const std::vector<CounterId> &ids)
{
    QStringList numbers;
    for (const CounterId &id : ids)
        numbers.append(id.value());
    return (ids.size() == 1 ? tr("counter %1") : tr("counters %1"))
        .arg(numbers.join(QStringLiteral(", ")));
}

QString CounterWords::calls(int times)
{
    switch (times) {
    case 1:
        return tr("once");
    case 2:
        return tr("twice");
    default:
        return tr("%1 times").arg(times);
    }
}

QString CounterWords::slipTrouble(SlipState slip)
{
    switch (slip) {
    case SlipState::Failed:
        return tr("slip not printed");
    case SlipState::Unknown:
        return tr("slip uncertain");
    case SlipState::None:
    case SlipState::Pending:
    case SlipState::Printed:
    case SlipState::Sent:
        return {};
    }
    return {};
}

QString CounterWords::slipAdvice(SlipState slip)
{
    switch (slip) {
    case SlipState::Failed:
        return tr("<b>Slip not printed.</b>");
    case SlipState::Unknown:
        return tr("<b>Slip uncertain,</b> maybe no paper.");
    case SlipState::None:
    case SlipState::Pending:
    case SlipState::Printed:
    case SlipState::Sent:
        return {};
    }
    return {};
}

QString CounterWords::slip(SlipState slip)
{
    switch (slip) {
    case SlipState::None:
        return tr("no slip");
    case SlipState::Pending:
        return tr("slip being printed");
    case SlipState::Printed:
        return tr("slip printed");
    case SlipState::Sent:
        return tr("slip sent to the printer");
    case SlipState::Failed:
    case SlipState::Unknown:
        return slipTrouble(slip);
    }
    return {};
}

QString CounterWords::phase(DeskPhase phase)
{
    switch (phase) {
    case DeskPhase::SignedOut:
        return tr("Counter closed");
    case DeskPhase::Free:
        return tr("Free");
    case DeskPhase::Called:
        return tr("Called");
    case DeskPhase::Serving:
        return tr("Being served");
    }
    return {};
}

QString CounterWords::key(Wish wish, const CounterView &view)
{
    const QString next = view.waiting.empty() ? QString() : view.waiting.front().number;
    switch (wish) {
    case Wish::SignIn:
        return tr("Sign in");
    case Wish::CallNext:
        if (next.isEmpty() || view.phase == DeskPhase::Called)
            return tr("Call the next");
        return (view.phase == DeskPhase::Serving ? tr("Done, call %1") : tr("Call %1")).arg(next);
    case Wish::CallAgain:
        return tr("Call again");
    case Wish::Start:
        return tr("Start");
    case Wish::Finish:
        return tr("Done");
    case Wish::NoShow:
        return tr("No-show");
    case Wish::SignOut:
        return tr("Close counter");
    }
    return {};
}

QString CounterWords::hindrance(Hindrance hindrance)
{
    switch (hindrance) {
    case Hindrance::None:
    case Hindrance::Working:
        return {};
    case Hindrance::LinkLost:
        return tr("connection lost");
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
    }
    return {};
}

QString CounterWords::longHindrance(Hindrance hindrance, const CounterView &view)
{
    if (hindrance == Hindrance::NotStarted && view.current)
        return tr("start %1 first (F10)").arg(view.current->number);
    if (hindrance == Hindrance::LinkLost && view.linkSince)
        return tr("no connection since %1").arg(clockText(*view.linkSince, view.language));
    return CounterWords::hindrance(hindrance);
}

QString CounterWords::hindranceSentence(Hindrance hindrance, const CounterView &view)
{
    const QString number = view.current ? view.current->number : QString();
    switch (hindrance) {
    case Hindrance::None:
    case Hindrance::Working:
        return {};
    case Hindrance::LinkLost:
        if (!view.linkSince)
            return tr("There is no connection to the queue service yet. This key works by itself "
                      "when it is there.");
        return tr("No connection to the queue service since %1. This key works again by itself "
                  "when it is back.")
            .arg(clockText(*view.linkSince, view.language));
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
        return tr("Finish with %1 first; then the counter can be closed.").arg(number);
    case Hindrance::PinPause:
        return refusal(view);
    }
    return {};
}

/// The name of the key, as an officer remembers having pressed it.
static QString pressed(Wish wish)
{
    return wish == Wish::NoShow ? CounterWords::tr("No-show") : CounterWords::tr("Done");
}

/// What became of a press that could be sent only later.
static QString lateRefusal(const LateRefusal &late, const QString &why)
{
    if (!late.nowNumber.isEmpty())
        return CounterWords::tr("“%1” for %2 does not count: its paper says %3, which waits again.")
            .arg(pressed(late.wish), late.number, late.nowNumber);
    return CounterWords::tr("“%1” for %2 came too late. %3")
        .arg(pressed(late.wish), late.number, why);
}

QString CounterWords::takenBack(const CounterView &view)
{
    if (!view.takenBack)
        return {};
    return tr("<b>%1 is void.</b> The visitor's paper says %2, which waits again.")
        .arg(view.takenBack->was, view.takenBack->number);
}

QString CounterWords::noted(const CounterView &view)
{
    QStringList presses;
    for (const KeptPress &press : view.noted)
        presses.append(u"“" % pressed(press.wish) % u"” " % press.number);
    return presses.isEmpty()
        ? QString()
        : tr("%1 noted; will be sent.").arg(presses.join(QStringLiteral(", ")).trimmed());
}

QString CounterWords::notedHere(Wish wish)
{
    return tr("<b>“%1” is noted.</b> It will be sent when the network is back.").arg(pressed(wish));
}

QString CounterWords::was(const QString &number)
{
    return number.isEmpty() ? QString() : tr("was %1").arg(number);
}

static QString refusalSentence(const CounterView &view)
{
    switch (view.refusal) {
    case Refusal::None:
        return {};
    case Refusal::NobodyWaiting:
        return CounterWords::tr("Nobody is waiting any more. Another counter was quicker.");
    case Refusal::CounterBusy:
        return CounterWords::tr("A visitor is still at this counter. Finish with that one first.");
    case Refusal::CounterClosed:
        return CounterWords::tr("This counter is closed. Sign in again.");
    case Refusal::CounterTaken:
        return CounterWords::tr("Somebody else works at this counter. Choose another one.");
    case Refusal::TicketMovedOn:
        return CounterWords::tr(
            "This number has moved on meanwhile. The screen shows what is true now.");
    case Refusal::WrongPin:
        return CounterWords::tr("Name and PIN don't match. Try again.");
    case Refusal::PinPause:
        return CounterWords::tr("Too many wrong PINs. Try again in %1 seconds.")
            .arg(view.pinPause.count());
    case Refusal::Unreachable:
        return CounterWords::tr(
            "No answer came. When the connection is back, look here before you press again.");
    case Refusal::Other:
        return CounterWords::tr("That was not possible. Please tell the technician.");
    }
    return {};
}

QString CounterWords::refusal(const CounterView &view)
{
    const QString why = refusalSentence(view);
    return view.lateRefusal ? lateRefusal(*view.lateRefusal, why) : why;
}

QString CounterWords::linkTrouble(const CounterView &view)
{
    if (view.isLinkUp)
        return {};
    if (view.isRejected)
        return tr("<b>The service doesn't accept this console.</b> Please tell the technician.");
    const QString noted = CounterWords::noted(view);
    const QString trouble = view.linkSince
        ? tr("<b>Not connected since %1.</b>").arg(clockText(*view.linkSince, view.language))
        : tr("<b>Not connected yet.</b>");
    if (!noted.isEmpty())
        return trouble % u' ' % noted;
    return trouble % u' '
        % (view.phase == DeskPhase::SignedOut
                ? tr("The console goes on trying by itself.")
                : tr("Calling works again by itself when it is back."));
}

QString CounterWords::waitingForAnswer() { return tr("waiting for the answer"); }

} // namespace antre
