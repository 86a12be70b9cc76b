// SPDX-License-Identifier: Apache-2.0
// What the console says of giving a number, and of the devices that print and show it.
#include "common/availabilitywords.h"
#include "counter/counterwords.h"

namespace antre {

static bool isLimit(Availability availability)
{
    return availability == Availability::NumbersEnded || availability == Availability::QuotaFull
        || availability == Availability::MallFull;
}

static AvailabilityWords words(const CounterView &view)
{
    return {view.localNow.value_or(LocalTime()), view.language};
}

QString CounterWords::issueRemark(const ServiceChoice &service, const CounterView &view)
{
    return words(view).headlineOnly(service.status);
}

QString CounterWords::issueHindrance(const ServiceChoice &service, const CounterView &view)
{
    const ServiceStatus &status = service.status;
    if (status.takesNumbers())
        return {};
    if (isLimit(status.availability) && view.mayExceed)
        return {};
    QString sentences
        = u"<b>" % words(view).headline(status) % u".</b> " % words(view).reopens(status);
    if (isLimit(status.availability))
        sentences = sentences % u' ' % tr("The coordinator can still give a number.");
    return sentences.simplified();
}

QString CounterWords::kioskAdvice(const KioskChoice &kiosk)
{
    if (!kiosk.isConnected)
        return tr("<b>%1 does not answer.</b> Choose another kiosk (Ctrl+K), or show the code.")
            .arg(kiosk.name);
    if (printerTrouble(kiosk).isEmpty())
        return {};
    if (kiosk.printer == PrinterCondition::PaperOut)
        return tr("<b>%1 is out of paper.</b> Choose another kiosk (Ctrl+K), or put in a roll.")
            .arg(kiosk.name);
    return tr("<b>%1 can't print now: %2.</b> Choose another kiosk (Ctrl+K), or show the code.")
        .arg(kiosk.name, printerTrouble(kiosk));
}

QString CounterWords::issuedWait(const IssuedNumber &given)
{
    const QString ahead
        = given.ahead == 0 ? tr("Nobody is ahead.") : tr("%1 ahead.").arg(given.ahead);
    if (!given.wait)
        return ahead;
    QString wait = given.wait->from == given.wait->until
        ? tr("Expected wait %1 minutes.").arg(given.wait->until.count())
        : tr("Expected wait %1–%2 minutes.")
              .arg(given.wait->from.count())
              .arg(given.wait->until.count());
    if (given.wait->maybeTooLate)
        wait = tr("This visitor may not be served today.");
    return ahead % u' ' % wait;
}

QString CounterWords::issuedSlip(const IssuedNumber &given)
{
    switch (given.slip) {
    case SlipState::None:
        return tr("No slip. The visitor notes the number or takes the code.");
    case SlipState::Pending:
        return given.isLate ? QString() : tr("Slip being printed at %1.").arg(given.kioskName);
    case SlipState::Printed:
    case SlipState::Sent:
        return tr("Slip printed at %1.").arg(given.kioskName);
    case SlipState::Failed:
    case SlipState::Unknown:
        return {};
    }
    return {};
}

QString CounterWords::issuedTrouble(const IssuedNumber &given)
{
    if (given.slip == SlipState::Failed)
        return tr("<b>%1 did not print the slip.</b> The number is valid. Print it at another "
                  "kiosk, or show the code.")
            .arg(given.kioskName);
    if (given.slip == SlipState::Unknown)
        return tr("<b>The slip at %1 is uncertain.</b> Look there before you print it again.")
            .arg(given.kioskName);
    if (given.isLate)
        return tr("<b>%1 has not answered.</b> The number is valid; its slip may still come out. "
                  "Print it at another kiosk, or show the code.")
            .arg(given.kioskName);
    return {};
}

QString CounterWords::issuedNote(const IssuedNumber &given)
{
    switch (given.note) {
    case NoteFate::None:
        return {};
    case NoteFate::Sending:
        return tr("The note is being kept.");
    case NoteFate::Kept:
        return tr("The note is kept until tonight.");
    case NoteFate::Lost:
        return tr("<b>The note could not be kept.</b> Please tell the counter.");
    }
    return {};
}

/// What is the matter with a device, in few words.
static QString trouble(const DeskNews &news)
{
    const QString &code = news.code;
    if (!news.words.isEmpty())
        return news.words;
    if (code == DeskNews::silent)
        return CounterWords::tr("not connected");
    if (code == DeskNews::slipsUnknown)
        return CounterWords::tr("slips to look for: %1").arg(news.count);
    if (code == DeskNews::slipsFailed)
        return CounterWords::tr("slips not printed: %1").arg(news.count);
    if (code == QLatin1String("noSound"))
        return CounterWords::tr("no sound");
    if (code == QLatin1String("paused"))
        return CounterWords::tr("takes no visitors just now");
    if (code == QLatin1String("noVoice"))
        return CounterWords::tr("chime only, no voice");
    if (code == QLatin1String("noGuide"))
        return CounterWords::tr("no spoken guidance");
    if (code == QLatin1String("slips.disputed"))
        return CounterWords::tr("two slips with one number");
    if (code == QLatin1String("disk.full"))
        return CounterWords::tr("disk full");
    if (code.startsWith(QLatin1String("disk.")))
        return CounterWords::tr("disk trouble");
    if (code.startsWith(QLatin1String("media.")))
        return CounterWords::tr("pictures or films missing");
    return CounterWords::tr("call the technician (%1)").arg(code);
}

QString CounterWords::news(const DeskNews &news)
{
    if (news.code == DeskNews::expired)
        return tr("Numbers that ended at closing: %1").arg(news.count);
    return tr("%1: %2").arg(news.device, trouble(news));
}

} // namespace antre
