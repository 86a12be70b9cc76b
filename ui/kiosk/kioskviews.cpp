// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskviews.h"

#include "common/clocktext.h"
#include "common/icons.h"

namespace antre {

KioskViews::KioskViews(const KioskScreen &screen, const QString &language)
    : m_screen(screen)
    , m_language(language)
    , m_words(screen.now, language)
{
    Q_ASSERT(screen.catalogue);
}

QString KioskViews::clock() const { return clockText(m_screen.now.ofDay, m_language); }
QString KioskViews::date() const { return dateText(m_screen.now.day, m_language); }
QString KioskViews::shortDate() const { return shortDateText(m_screen.now.day, m_language); }

/// Of when the figures are, while the service is out of reach; else empty.
QString KioskViews::age() const
{
    if (!m_screen.isAway)
        return {};
    if (!m_screen.heardAt)
        return tr("Network lost.");
    const LocalTime &heard = *m_screen.heardAt;
    const QString time = clockText(heard.ofDay, m_language);
    const int days = m_screen.now.day.days - heard.day.days;
    if (days == 0)
        return tr("Network lost. Counted at %1.").arg(time);
    if (days == 1)
        return tr("Network lost since yesterday at %1.").arg(time);
    return tr("Network lost since %1 at %2.").arg(shortDateText(heard.day, m_language), time);
}

QString KioskViews::aheadText(std::optional<int> ahead) const
{
    if (!ahead)
        return tr("How many are ahead of you is not known just now");
    if (*ahead == 0)
        return tr("Nobody is ahead of you");
    return *ahead == 1 ? tr("1 person ahead of you") : tr("%1 people ahead of you").arg(*ahead);
}

QString KioskViews::waitingText(std::optional<int> waiting) const
{
    if (!waiting)
        return tr("How many are waiting is not known just now.");
    if (*waiting == 0)
        return tr("Nobody is waiting.");
    return *waiting == 1 ? tr("1 person is waiting.") : tr("%1 people are waiting.").arg(*waiting);
}

QString KioskViews::rangeText(const WaitRange &wait) const
{
    return tr("%1–%2 minutes").arg(wait.from.count()).arg(wait.until.count());
}

QString KioskViews::calledText(const WaitRange &wait) const
{
    // Outwards to five minutes, as the range itself: finer would promise more than is known.
    constexpr int step = 5;
    const int from = int((m_screen.now.ofDay + wait.from).count());
    const int until = int((m_screen.now.ofDay + wait.until).count());
    return clockText(Minutes(from / step * step), m_language) % QChar(0x2013)
        % clockText(Minutes((until + step - 1) / step * step), m_language);
}

QueueView KioskViews::queueOf(std::optional<int> ahead, const std::optional<WaitRange> &wait) const
{
    QueueView view;
    view.ahead = ahead;
    view.headline = aheadText(ahead);
    if (wait) {
        view.wait = rangeText(*wait);
        view.calledAt = calledText(*wait);
    }
    view.remark = age();
    return view;
}

QueueView KioskViews::queue(const Agency &agency) const
{
    const auto line = m_screen.line(agency.line());
    auto view = queueOf(line.waiting, line.wait);
    const auto status = m_screen.status(agency.id);
    if (view.remark.isEmpty() && !line.wait && status.availability == Availability::NobodyAtCounter)
        view.remark = m_words.sentences(status);
    return view;
}

AgencyHead KioskViews::head(const Agency &agency) const
{
    const QString icon = u"agency-" % agency.id.value();
    return {hasIcon(icon) ? icon : QStringLiteral("ui-counter"), agency.code,
        agency.shortName.in(m_language), agency.name.in(m_language)};
}

} // namespace antre
