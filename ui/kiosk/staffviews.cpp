// SPDX-License-Identifier: Apache-2.0

// What the staff's line says.

#include "common/clocktext.h"
#include "common/devicewords.h"
#include "kiosk/kioskviews.h"

namespace antre {

QString KioskViews::diskText() const
{
    switch (m_screen.staff.disk) {
    case DiskTrouble::None:
        return {};
    case DiskTrouble::Full:
        return tr("the kiosk's disk is full");
    case DiskTrouble::ReadOnly:
        return tr("the kiosk's disk takes no writing");
    case DiskTrouble::Locked:
        return tr("another program holds the kiosk's journal");
    case DiskTrouble::Damaged:
        return tr("the kiosk's journal is damaged");
    case DiskTrouble::Gone:
        return tr("the kiosk's disk is gone");
    case DiskTrouble::Other:
        return tr("the kiosk's disk takes nothing");
    }
    return {};
}

/// What is wrong with the printers. When none prints, the page says so itself.
QStringList KioskViews::printerNews(bool urgent) const
{
    QStringList news;
    const auto &printers = m_screen.staff.printers;
    for (const PrinterStatus &printer : printers) {
        const bool isDown = !mayPrint(printer.condition);
        if (isDown != urgent || (isDown && m_screen.printer != PrinterNow::Ready))
            continue;
        const QString words = DeviceWords::printer(printer, m_language);
        if (!words.isEmpty())
            news << (printers.size() > 1 && printer.place.isEmpty()
                    ? tr("printer below the screen: %1").arg(words)
                    : words);
    }
    return news;
}

StaffView KioskViews::staff() const
{
    constexpr int named = 3;
    const StaffNews &news = m_screen.staff;
    QStringList urgent{diskText()};
    if (news.isRejected)
        urgent << tr("the service refuses this kiosk");
    if (news.disputes > 0)
        urgent << tr("slips with another's number: %1").arg(news.disputes);
    if (news.doubtful.size() > named)
        urgent << tr("slips to look for: %1").arg(news.doubtful.size());
    else if (!news.doubtful.isEmpty())
        urgent << tr("look for slip %1").arg(news.doubtful.join(QStringLiteral(", ")));
    urgent += printerNews(true);
    urgent.removeAll(QString());
    QStringList calm = printerNews(false);
    if (!news.forOfficers.isEmpty())
        calm << tr("printing %1 for an officer").arg(news.forOfficers.join(QStringLiteral(", ")));
    if (m_screen.heardAt && m_screen.heardAt->day == m_screen.now.day)
        calm << tr("no network since %1").arg(clockText(m_screen.heardAt->ofDay, m_language));
    else if (m_screen.heardAt)
        calm << tr("no network since %1, %2")
                    .arg(shortDateText(m_screen.heardAt->day, m_language),
                        clockText(m_screen.heardAt->ofDay, m_language));
    else if (m_screen.isAway)
        calm << tr("no network yet");
    if (news.unreported > 0)
        calm << tr("slips not reported yet: %1").arg(news.unreported);
    const bool isOffline = m_screen.isAway || news.unreported > 0;
    return {!urgent.isEmpty() ? QStringLiteral("ui-warning")
            : isOffline       ? QStringLiteral("ui-wifi-off")
                              : QStringLiteral("ui-printer"),
        urgent + calm};
}

} // namespace antre
