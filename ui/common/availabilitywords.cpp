// SPDX-License-Identifier: Apache-2.0
#include "common/availabilitywords.h"

#include "common/clocktext.h"

namespace antre {

QString AvailabilityWords::headlineOnly(const ServiceStatus &status) const
{
    const QString time = status.changes ? clockText(status.changes->ofDay, m_language) : QString();
    switch (status.availability) {
    case Availability::Open:
        return {};
    case Availability::OnBreak:
        return tr("On break until %1").arg(time);
    case Availability::BeforeOpening:
        return tr("Counters open at %1").arg(time);
    case Availability::NobodyAtCounter:
        return tr("The counter is not open yet");
    case Availability::CountersClosed:
        return tr("The counter is closed until %1").arg(time);
    case Availability::OpensLater:
        return tr("Opens at %1").arg(time);
    case Availability::ClosedForToday:
    case Availability::ClosedToday:
        return tr("Closed today");
    case Availability::ClosedNow:
        return status.scope.isSite() ? tr("The mall is closed until %1").arg(time)
                                     : tr("Closed until %1").arg(time);
    case Availability::NumbersEnded:
        return tr("No more numbers today");
    case Availability::QuotaFull:
        return tr("Today's quota is used up");
    case Availability::MallFull:
        return tr("The hall is full just now");
    }
    return {};
}

QString AvailabilityWords::headline(const ServiceStatus &status) const
{
    const QString what = headlineOnly(status);
    const QString why = status.reason.in(m_language);
    return what.isEmpty() || why.isEmpty() ? what : QString(what % u": " % why);
}

QString AvailabilityWords::brief(const ServiceStatus &status) const
{
    switch (status.availability) {
    case Availability::OnBreak:
    case Availability::CountersClosed:
    case Availability::OpensLater:
    case Availability::ClosedNow:
        return status.changes ? tr("Opens %1").arg(clockText(status.changes->ofDay, m_language))
                              : headlineOnly(status);
    case Availability::MallFull:
        return tr("Hall is full");
    case Availability::NumbersEnded:
    case Availability::QuotaFull:
        return tr("No more today");
    case Availability::Open:
    case Availability::BeforeOpening:
    case Availability::NobodyAtCounter:
    case Availability::ClosedForToday:
    case Availability::ClosedToday:
        break;
    }
    return headlineOnly(status);
}

QString AvailabilityWords::reopens(const ServiceStatus &status) const
{
    switch (status.availability) {
    case Availability::ClosedForToday:
    case Availability::ClosedToday:
    case Availability::NumbersEnded:
    case Availability::QuotaFull:
        return status.changes ? tr("Opens again %1.").arg(when(*status.changes)) : QString();
    case Availability::Open:
    case Availability::OnBreak:
    case Availability::OpensLater:
    case Availability::ClosedNow:
    case Availability::BeforeOpening:
    case Availability::NobodyAtCounter:
    case Availability::CountersClosed:
    case Availability::MallFull:
        break;
    }
    return {};
}

QString AvailabilityWords::advice(const ServiceStatus &status) const
{
    const QString time = status.changes ? clockText(status.changes->ofDay, m_language) : QString();
    switch (status.availability) {
    case Availability::OnBreak:
    case Availability::CountersClosed:
    case Availability::BeforeOpening:
        return tr("You can take a number now; calls begin at %1.").arg(time);
    case Availability::NobodyAtCounter:
        return tr("Your number stays in line; no wait estimate yet.");
    case Availability::NumbersEnded:
        return tr("Officers go on serving numbers already taken.");
    case Availability::OpensLater:
    case Availability::QuotaFull:
        return tr("Get your papers ready now.");
    case Availability::ClosedNow:
        return tr("Please wait, or come back then.");
    case Availability::MallFull:
        return tr("Please try again in a while, or ask an officer.");
    case Availability::Open:
    case Availability::ClosedForToday:
    case Availability::ClosedToday:
        break;
    }
    return {};
}

QString AvailabilityWords::sentences(const ServiceStatus &status) const
{
    QStringList all;
    // The mall's reason may end as a sentence itself.
    if (const QString what = headline(status); !what.isEmpty())
        all << (what.endsWith(u'.') ? what : QString(what % u'.'));
    all << reopens(status) << advice(status);
    all.removeAll(QString());
    return all.join(u' ');
}

QString AvailabilityWords::when(const LocalTime &moment) const
{
    const QString time = clockText(moment.ofDay, m_language);
    const int days = moment.day.days - m_now.day.days;
    const QString weekday = weekdayText(moment.day, m_language);
    if (days == 0)
        return tr("today at %1").arg(time);
    if (days == 1)
        return tr("tomorrow, %1 at %2").arg(weekday, time);
    if (days < 7)
        return tr("%1 at %2").arg(weekday, time);
    return tr("%1 at %2").arg(shortDateText(moment.day, m_language), time);
}

} // namespace antre
