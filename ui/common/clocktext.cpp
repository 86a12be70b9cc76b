// SPDX-License-Identifier: Apache-2.0
#include "common/clocktext.h"

#include <QDate>
#include <QLocale>

namespace antre {

static QLocale localeOf(const QString &language)
{
    return language == QLatin1String("id") ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                                           : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString clockText(Minutes ofDay, const QString &language)
{
    const auto minutes = int(ofDay.count());
    const QChar separator = language == QLatin1String("id") ? u'.' : u':';
    const auto two = [](int value) { return QString::number(value).rightJustified(2, u'0'); };
    return two(minutes / 60 % 24) % separator % two(minutes % 60);
}

QString dateText(BusinessDay day, const QString &language)
{
    return localeOf(language).toString(day.date(), QStringLiteral("dddd, d MMMM yyyy"));
}

QString shortDateText(BusinessDay day, const QString &language)
{
    return localeOf(language).toString(day.date(), QStringLiteral("dddd, d MMMM"));
}

QString weekdayText(BusinessDay day, const QString &language)
{
    return localeOf(language).toString(day.date(), QStringLiteral("dddd"));
}

} // namespace antre
