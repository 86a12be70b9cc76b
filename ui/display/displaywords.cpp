// SPDX-License-Identifier: Apache-2.0
#include "display/displaywords.h"

#include "common/clocktext.h"

namespace antre {

QString DisplayWords::deskNote(const ShownDesk &desk) const
{
    const QString time = desk.until ? clockText(*desk.until, m_language) : QString();
    switch (desk.note) {
    case DeskNote::None:
        return {};
    case DeskNote::Ready:
        return tr("Ready");
    case DeskNote::NotOpen:
        return tr("Not open\nyet");
    case DeskNote::OnBreak:
        return desk.until ? tr("On break\nuntil %1").arg(time) : tr("On break");
    case DeskNote::Paused:
        return desk.until ? tr("Back\nat %1").arg(time) : tr("Back\nsoon");
    case DeskNote::ClosedNow:
        return desk.until ? tr("Closed\nuntil %1").arg(time) : tr("Closed\ntoday");
    case DeskNote::OpensLater:
        return desk.until ? tr("Opens\nat %1").arg(time) : tr("Not open\nyet");
    case DeskNote::DoneForToday:
        return tr("Done\nfor today");
    case DeskNote::ClosedToday:
        return tr("Closed\ntoday");
    case DeskNote::Unknown:
        return tr("Not known\nyet");
    }
    return {};
}

QString DisplayWords::withReason(const QString &notice, const ServiceStatus &status) const
{
    const QString reason = status.reason.in(m_language);
    return reason.isEmpty() ? notice : QString(notice % u": " % reason);
}

QString DisplayWords::notice(const ShownNotice &notice) const
{
    constexpr size_t namesMax = 3;
    QString who;
    if (notice.agencies.size() > namesMax)
        who = tr("%n agencies", nullptr, int(notice.agencies.size()));
    else
        who = QStringList(notice.agencies.begin(), notice.agencies.end())
                  .join(QStringLiteral(", "));
    const QString time
        = notice.status.changes ? clockText(notice.status.changes->ofDay, m_language) : QString();
    switch (notice.status.availability) {
    case Availability::OnBreak:
        return who.isEmpty() ? tr("On break until %1").arg(time)
                             : tr("%1 on break until %2").arg(who, time);
    case Availability::OpensLater:
        return who.isEmpty() ? tr("Opens at %1").arg(time) : tr("%1 opens at %2").arg(who, time);
    case Availability::NumbersEnded:
        return who.isEmpty() ? tr("No more numbers today")
                             : tr("%1: no more numbers today").arg(who);
    case Availability::ClosedForToday:
    case Availability::ClosedToday:
        return withReason(
            who.isEmpty() ? tr("Closed today") : tr("%1 closed today").arg(who), notice.status);
    case Availability::ClosedNow:
    case Availability::CountersClosed:
        return withReason(who.isEmpty() ? tr("Closed until %1").arg(time)
                                        : tr("%1 closed until %2").arg(who, time),
            notice.status);
    case Availability::MallFull:
        return tr("The hall is full just now");
    case Availability::Open:
    case Availability::NobodyAtCounter:
    case Availability::BeforeOpening:
    case Availability::QuotaFull:
        break;
    }
    return {};
}

QStringList DisplayWords::notices(const std::vector<ShownNotice> &notices) const
{
    QStringList sentences;
    for (const ShownNotice &one : notices)
        sentences.append(notice(one));
    sentences.removeAll(QString());
    return sentences;
}

QString DisplayWords::stale(const KnownUntil &asOf, BusinessDay today) const
{
    const QString time = clockText(asOf.ofDay, m_language);
    if (asOf.day == today)
        return tr("Network lost. As of %1.").arg(time);
    return tr("Network lost since %1, %2.").arg(shortDateText(asOf.day, m_language), time);
}

bool DisplayWords::speaks(const DisplayView &view)
{
    return view.voice == VoiceHealth::Speaking && !view.isQuiet && view.spokenTimes > 0;
}

QString DisplayWords::phones() { return tr("Take a number with your phone"); }

QString DisplayWords::promise(const DisplayView &view)
{
    if (view.voice == VoiceHealth::Silent || view.isQuiet
        || (view.voice == VoiceHealth::ChimeOnly && view.spokenTimes > 0))
        return tr("Called numbers are shown large on this screen. There is no voice just now.");
    if (view.spokenTimes == 0)
        return tr("Called numbers are shown large on this screen, with a chime.");
    if (view.spokenTimes == 1)
        return tr("Called numbers are shown large on this screen and spoken.");
    if (view.spokenTimes == 2)
        return tr("Called numbers are shown large on this screen and spoken twice.");
    return tr("Called numbers are shown large on this screen and spoken several times.");
}

QString DisplayWords::staffVoice(VoiceHealth voice)
{
    switch (voice) {
    case VoiceHealth::Speaking:
        return {};
    case VoiceHealth::ChimeOnly:
        return tr("calls are not spoken, only the chime is heard");
    case VoiceHealth::Silent:
        return tr("no sound: calls can't be heard");
    }
    return {};
}

QString DisplayWords::staffFiles(const QStringList &files)
{
    constexpr qsizetype namesMax = 2;
    if (files.isEmpty())
        return {};
    if (files.size() <= namesMax)
        return tr("%1 can't be shown").arg(files.join(QStringLiteral(", ")));
    return tr("%n files can't be shown, among them %1", nullptr, int(files.size()))
        .arg(files.first());
}

QString DisplayWords::staffNoPictures() { return tr("there are no pictures to show"); }

QString DisplayWords::staffDisk()
{
    return tr("the disk can't be written: after a restart calls may be spoken again");
}

QString DisplayWords::staffCounters(const QStringList &unknown)
{
    return tr("not in the catalogue: counter %1").arg(unknown.join(QStringLiteral(", ")));
}

QString DisplayWords::opensAgain(const LocalTime &when) const
{
    return tr("Opens again %1 at %2.")
        .arg(weekdayText(when.day, m_language), clockText(when.ofDay, m_language));
}

QString DisplayWords::rest(const DisplayView &view) const
{
    if (view.day.isNull())
        return tr("Connecting to the queue service.");
    const LocalTime *soonest = nullptr;
    for (const ShownNotice &one : view.notices) {
        if (const auto &when = one.status.changes; when
            && (!soonest
                || std::pair(when->day, when->ofDay) < std::pair(soonest->day, soonest->ofDay)))
            soonest = &*when;
    }
    if (!soonest)
        return tr("Closed.");
    if (soonest->day == view.day)
        return tr("Opens today at %1.").arg(clockText(soonest->ofDay, m_language));
    return tr("Closed.") + QLatin1Char('\n') + opensAgain(*soonest);
}

} // namespace antre
