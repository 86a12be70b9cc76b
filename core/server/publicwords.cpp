// SPDX-License-Identifier: Apache-2.0
#include "server/publicwords.h"

#include "base/check.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocale>
#include <QTime>

namespace antre {

namespace {

QLocale localeOf(const QString &language)
{
    return language == QLatin1String("id") ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                                           : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

/// It says when it changes, so no sentence has to.
bool namesItsEnd(Availability availability)
{
    switch (availability) {
    case Availability::ClosedForToday:
    case Availability::ClosedToday:
    case Availability::NumbersEnded:
    case Availability::QuotaFull:
        return false;
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
    return true;
}

} // namespace

PublicWords::PublicWords()
{
    QFile file(QStringLiteral(":/web/words.json"));
    ANTRE_MUST(file.open(QIODevice::ReadOnly));
    m_all = QJsonDocument::fromJson(file.readAll()).object();
    m_languages = {QStringLiteral("id"), QStringLiteral("en")};
    for (const QString &language : m_languages)
        ANTRE_MUST(m_all.contains(language));
}

QJsonObject PublicWords::in(const QString &language) const
{
    return m_all.value(language).toObject();
}

QString PublicWords::word(const QString &key, const QString &language) const
{
    return in(language).value(key).toString();
}

QString PublicWords::clock(Minutes ofDay, const QString &language) const
{
    return QTime::fromMSecsSinceStartOfDay(int(Milliseconds(ofDay % Minutes(24 * 60)).count()))
        .toString(word(QStringLiteral("timeFormat"), language));
}

QString PublicWords::day(BusinessDay day, const QString &language) const
{
    return localeOf(language).toString(day.date(), QStringLiteral("dddd, d MMMM"));
}

QString PublicWords::refusal(const QString &reason, const QString &language) const
{
    return in(language).value(QStringLiteral("refusals")).toObject().value(reason).toString();
}

QJsonObject PublicWords::entry(const ServiceStatus &status, const QString &language) const
{
    const bool mall = status.availability == Availability::ClosedNow && status.scope.isSite();
    return in(language)
        .value(QStringLiteral("availability"))
        .toObject()
        .value(mall ? QStringLiteral("mallClosedNow") : availabilityName(status.availability))
        .toObject();
}

QString PublicWords::headline(const ServiceStatus &status, const QString &language) const
{
    QString what = entry(status, language).value(QStringLiteral("what")).toString();
    if (what.isEmpty())
        return {};
    if (status.changes)
        what.replace(QLatin1String("%1"), clock(status.changes->ofDay, language));
    if (const QString why = status.reason.in(language); !why.isEmpty())
        what += QStringLiteral(": ") + why;
    // The mall's reason may end as a sentence itself.
    return what.endsWith(QLatin1Char('.')) ? what : QString(what + QLatin1Char('.'));
}

QString PublicWords::when(
    const LocalTime &moment, const LocalTime &now, const QString &language) const
{
    constexpr int weekDays = 7;
    const int days = moment.day.days - now.day.days;
    const QString time = clock(moment.ofDay, language);
    if (days == 0)
        return word(QStringLiteral("today"), language).arg(time);
    const QString day = localeOf(language).toString(moment.day.date(),
        days < weekDays ? QStringLiteral("dddd") : QStringLiteral("dddd, d MMMM"));
    return word(days == 1 ? QStringLiteral("tomorrow") : QStringLiteral("onDay"), language)
        .arg(day, time);
}

QString PublicWords::sentences(
    const ServiceStatus &status, const LocalTime &now, const QString &language) const
{
    QStringList all{headline(status, language)};
    if (status.changes && !namesItsEnd(status.availability))
        all << word(QStringLiteral("opensAgain"), language)
                   .arg(when(*status.changes, now, language));
    QString advice = entry(status, language).value(QStringLiteral("advice")).toString();
    if (status.changes)
        advice.replace(QLatin1String("%1"), clock(status.changes->ofDay, language));
    all << advice;
    all.removeAll(QString());
    return all.join(QLatin1Char(' '));
}

QString PublicWords::brief(const ServiceStatus &status, const QString &language) const
{
    const QJsonObject words = entry(status, language);
    QString what = words.value(QStringLiteral("brief")).toString();
    if (what.isEmpty() || (what.contains(QLatin1String("%1")) && !status.changes))
        what = words.value(QStringLiteral("what")).toString();
    if (status.changes)
        what.replace(QLatin1String("%1"), clock(status.changes->ofDay, language));
    return what;
}

QString PublicWords::forHolder(const ServiceStatus &status, const QString &language) const
{
    const auto advice = [&] { return entry(status, language).value(QStringLiteral("advice")); };
    switch (status.availability) {
    case Availability::Open:
    case Availability::OpensLater:
    case Availability::QuotaFull:
    case Availability::MallFull:
        return {}; // matters to who wants a number
    case Availability::NumbersEnded:
        return advice().toString();
    case Availability::NobodyAtCounter:
        return headline(status, language) + QLatin1Char(' ') + advice().toString();
    case Availability::ClosedForToday:
        if (status.reason.isEmpty()) // the hours are over, and officers go on
            return {};
        break;
    case Availability::OnBreak:
    case Availability::BeforeOpening:
    case Availability::CountersClosed:
    case Availability::ClosedNow:
    case Availability::ClosedToday:
        break;
    }
    return headline(status, language) + QLatin1Char(' ')
        + word(QStringLiteral("keepsPlace"), language);
}

} // namespace antre
