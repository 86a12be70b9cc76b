// SPDX-License-Identifier: Apache-2.0
#include "counter/counterwords.h"

#include "common/clocktext.h"
#include "common/devicewords.h"

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
    case DeskPhase::InLobby:
        return tr("Lobby");
    case DeskPhase::Free:
        return tr("Free");
    case DeskPhase::Called:
        return tr("Called");
    case DeskPhase::Serving:
        return tr("Being served");
    }
    return {};
}

/// The name of the key, as an officer remembers having pressed it.
static QString pressed(Wish wish) { return CounterWords::smallKey(wish); }

/// What became of a press that could be sent only later.
static QString lateRefusal(const LateRefusal &late, const QString &why)
{
    if (!late.nowNumber.isEmpty())
        return CounterWords::tr("“%1” for %2 does not count: its paper says %3, which waits again.")
            .arg(pressed(late.wish), late.number, late.nowNumber);
    return CounterWords::tr("“%1” for %2 came too late. %3")
        .arg(pressed(late.wish), late.number, why);
}

QString CounterWords::strange(const CounterView &view)
{
    if (view.phase == DeskPhase::SignedOut && !view.workedBy.isEmpty())
        return tr("<b>%1 works at this counter,</b> at another console.").arg(view.workedBy);
    if (view.takenBack)
        return tr("<b>%1 is void.</b> The visitor's paper says %2, which waits again.")
            .arg(view.takenBack->was, view.takenBack->number);
    if (view.pause && view.pause->isOver)
        return tr("<b>The break was meant to end at %1.</b> Press F4 to go on.")
            .arg(clockText(*view.pause->until, view.language));
    return {};
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
    case Refusal::CounterPaused:
        return CounterWords::tr("The counter is on a break. Go on first (F4).");
    case Refusal::CalledTooOften:
        return CounterWords::tr("This visitor was called as often as the mall allows. Press "
                                "No-show (F6).");
    case Refusal::CalledJustNow:
        return CounterWords::tr(
            "This visitor was called just now. Wait a moment, then call again.");
    case Refusal::OtherLine:
        return CounterWords::tr(
            "The counter chosen does not serve that line. Choose another counter.");
    case Refusal::ServiceWanted:
        return CounterWords::tr("This service is in the visit already.");
    case Refusal::ServiceNotWanted:
        return CounterWords::tr("This service is not in the visit any more.");
    case Refusal::TooManyServices:
        return CounterWords::tr("A visit has six services at most. Finish some first.");
    case Refusal::ServiceClosed:
        return CounterWords::tr("That service is closed today. Choose another one.");
    case Refusal::QuotaFull:
        return CounterWords::tr("Today's quota of that service is used up.");
    case Refusal::HallFull:
        return CounterWords::tr("The hall is full just now. Try again in a while.");
    case Refusal::TooLateToUndo:
        return CounterWords::tr("Too late: ten seconds have passed. What was done stands.");
    case Refusal::DayOver:
        return CounterWords::tr(
            "The day is closed: nobody can be put back into a line. Finish with who is here.");
    case Refusal::NotAllowed:
        return CounterWords::tr("You have no right to do that. Ask the coordinator.");
    case Refusal::UnknownKiosk:
        return CounterWords::tr("That kiosk is not registered any more. Choose another one.");
    case Refusal::SlipPending:
        return CounterWords::tr("The kiosk that gave this number is still printing its slip. "
                                "Wait a moment, then try again.");
    case Refusal::ListChanged:
        return CounterWords::tr("The mall's catalogue has just changed. Choose again.");
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

QString CounterWords::why(CallReason reason, Minutes headStart)
{
    switch (reason) {
    case CallReason::Turn:
        return headStart > Minutes(0) ? tr("first by %1").arg(CounterWords::headStart(headStart))
                                      : QString();
    case CallReason::Helped:
        return tr("from a line that this counter helps");
    case CallReason::Picked:
        return tr("called out of turn");
    case CallReason::Returned:
        return tr("back from being set aside");
    case CallReason::Sent:
        return tr("sent to this counter");
    case CallReason::Orphaned:
        return tr("from a line without a counter");
    }
    return {};
}

QString CounterWords::whyNext(const WaitingRow &next)
{
    switch (next.why) {
    case CallReason::Returned:
        return tr("The time aside is over.");
    case CallReason::Sent:
        return tr("Sent to this counter by another one.");
    case CallReason::Orphaned:
        return tr("No counter serves this line any more.");
    case CallReason::Turn:
    case CallReason::Helped:
    case CallReason::Picked:
        break;
    }
    if (next.headStart == Minutes(0))
        return {};
    return tr("First because of %1, %2.").arg(next.className, headStart(next.headStart));
}

QString CounterWords::backIn(const AsideRow &row, const QString &language)
{
    if (!row.isParked)
        return {};
    return row.isDue ? tr("Time is over") : tr("back in %1").arg(timer(row.backIn, language));
}

static QString deed(Deed deed, const QString &number)
{
    switch (deed) {
    case Deed::Called:
        return CounterWords::tr("%1 called").arg(number);
    case Deed::CalledAgain:
        return CounterWords::tr("%1 called again").arg(number);
    case Deed::Started:
        return CounterWords::tr("%1 started").arg(number);
    case Deed::Finished:
        return CounterWords::tr("%1 done").arg(number);
    case Deed::Missed:
        return CounterWords::tr("%1 did not come").arg(number);
    case Deed::Parked:
        return CounterWords::tr("%1 set aside").arg(number);
    case Deed::Transferred:
        return CounterWords::tr("%1 sent on").arg(number);
    case Deed::BroughtBack:
        return CounterWords::tr("%1 waits again").arg(number);
    case Deed::Changed:
        return CounterWords::tr("%1: services changed").arg(number);
    case Deed::Paused:
        return CounterWords::tr("break begun");
    case Deed::Resumed:
        return CounterWords::tr("break ended");
    }
    return {};
}

QString CounterWords::undo(const UndoOffer &offer)
{
    QStringList deeds;
    for (const auto &[what, number] : offer.deeds)
        deeds.append(deed(what, number));
    return deeds.join(QStringLiteral(", "));
}

QString CounterWords::pauseStory(const CounterView &view)
{
    QStringList parts;
    if (!view.pause->reason.isEmpty())
        parts.append(view.pause->reason);
    parts.append(tr("since %1").arg(clockText(view.pause->since, view.language)));
    if (view.pause->until)
        parts.append(tr("back at %1").arg(clockText(*view.pause->until, view.language)));
    return parts.join(QStringLiteral(" · ")) % u'\n'
        % tr("No visitor is called here until you go on.");
}

QString CounterWords::emptyQueue(const CounterView &view)
{
    if (view.lines.isEmpty())
        return tr("The catalogue gives no line to this counter. Please tell the technician.");
    if (view.help)
        return tr("%1 waiting for %2. You can help with F9.")
            .arg(view.help->waiting)
            .arg(view.help->agencies.join(QStringLiteral(", ")));
    return tr("New numbers appear here by themselves.");
}

QString CounterWords::visitSoFar(const CounterView &view)
{
    if (!view.current)
        return {};
    QStringList parts;
    if (!view.current->done.isEmpty())
        parts.append(tr("Done: %1").arg(view.current->done.join(QStringLiteral(", "))));
    QStringList further;
    for (const VisitService &service : view.current->further)
        further.append(service.name);
    if (!further.isEmpty())
        parts.append(tr("Then: %1").arg(further.join(QStringLiteral(", "))));
    return parts.join(QStringLiteral(". "));
}

QString CounterWords::visitGoesOn(const CounterView &view)
{
    if (!view.current || view.current->further.empty())
        return {};
    return tr("The visitor then waits for: %1.").arg(view.current->further.front().name);
}

QString CounterWords::whoWillWait(const CounterView &view)
{
    if (view.waiting.empty())
        return tr("Nobody is waiting here.");
    if (!view.alsoServedBy.empty())
        return tr("%1 waiting; %2 goes on.")
            .arg(view.waiting.size())
            .arg(countersInSentence(view.alsoServedBy));
    return tr("%1 waiting, and no other counter serves them.").arg(view.waiting.size());
}

QString CounterWords::kioskState(const KioskChoice &kiosk, const CounterView &view)
{
    const QString trouble = printerTrouble(kiosk);
    const auto left = view.slipsLeft.find(kiosk.id);
    if (!trouble.isEmpty() || left == view.slipsLeft.end())
        return trouble;
    // An estimate, so that nobody watches it slip by slip.
    const qint64 rounded = left->second < 100 ? left->second : left->second / 50 * 50;
    return tr("paper for about %1 slips").arg(rounded);
}

QString CounterWords::printerTrouble(const KioskChoice &kiosk)
{
    if (!kiosk.isConnected)
        return tr("not connected");
    return mayPrint(kiosk.printer) ? QString() : DeviceWords::condition(kiosk.printer);
}

QString CounterWords::globalKeys(GlobalKeys::Reach reach, const std::vector<Wish> &missing)
{
    switch (reach) {
    case GlobalKeys::Reach::Off:
        return {};
    case GlobalKeys::Reach::Everywhere:
        return tr("From any other program: Ctrl+Shift and the function key, such as "
                  "Ctrl+Shift+F9 to call the next.");
    case GlobalKeys::Reach::Partly: {
        QStringList caps;
        for (const Wish wish : missing)
            caps.append(u"Ctrl+Shift+" % cap(wish));
        return tr("From any other program: Ctrl+Shift and the function key. Another program has "
                  "%1.")
            .arg(caps.join(QStringLiteral(", ")));
    }
    case GlobalKeys::Reach::Nowhere:
        return tr("This desktop lets no program hear keys that are pressed in another one. Click "
                  "into the bar first, or use its keys with the mouse.");
    }
    return {};
}

QString CounterWords::waitingForAnswer() { return tr("waiting for the answer"); }

} // namespace antre
