// SPDX-License-Identifier: Apache-2.0
#include "server/mallnow.h"

#include "domain/availability.h"
#include "server/apijson.h"
#include "wire/devicestatusjson.h"
#include "wire/messages.h"

#include <QJsonArray>

#include <algorithm>

namespace antre {

namespace {

/// Below this a manager should know, because it can be raised.
constexpr int quotaLow = 6;
constexpr Milliseconds clockOffMax{60'000};
constexpr Minutes halfHour{30};
constexpr int halfHoursADay = 48;

/// How the tickets of one line stand.
struct LineCount
{
    int waiting = 0;
    int prior = 0; ///< of them with a class that has a head start
    Instant oldest{}; ///< touch of who has waited longest; epoch: nobody
};

int minutesSince(Instant moment, Instant now)
{
    return int(std::chrono::floor<Minutes>(std::max(now - moment, Milliseconds(0))).count());
}

class MallPicture
{
public:
    explicit MallPicture(const MallScene &scene)
        : m_scene(scene)
        , m_state(scene.state)
    {
        count();
    }

    [[nodiscard]] QJsonObject json()
    {
        QJsonArray counters;
        for (const Counter &counter : m_state.catalogue->counters)
            counters.append(counterJson(counter));
        const QJsonArray devices = devicesJson();
        const QJsonArray lines = linesJson();
        quotaAlarms();
        return {{QStringLiteral("now"), toMs(m_scene.now)}, {QStringLiteral("lines"), lines},
            {QStringLiteral("counters"), counters}, {QStringLiteral("devices"), devices},
            {QStringLiteral("closures"), closuresJson()}, {QStringLiteral("alarms"), m_alarms},
            {QStringLiteral("today"), m_today},
            {QStringLiteral("target"), qint64(waitTarget.count())}};
    }

private:
    void count()
    {
        QJsonArray halfHours;
        std::vector<int> taken(halfHoursADay, 0);
        int served = 0;
        int missed = 0;
        for (const auto &[id, ticket] : m_state.tickets) {
            served += ticket.state == TicketState::Served ? 1 : 0;
            missed += ticket.state == TicketState::NoShow ? 1 : 0;
            const auto slot
                = localTime(ticket.touchedAt, m_state.catalogue->zone()).ofDay / halfHour;
            ++taken[size_t(std::clamp<qint64>(slot, 0, halfHoursADay - 1))];
            if (ticket.state != TicketState::Waiting)
                continue;
            LineCount &line = m_lines[ticket.line];
            ++line.waiting;
            line.prior += m_state.headStartOf(ticket.priority) > Minutes(0) ? 1 : 0;
            if (line.oldest == Instant{} || ticket.touchedAt < line.oldest)
                line.oldest = ticket.touchedAt;
        }
        for (const int numbers : taken)
            halfHours.append(numbers);
        m_today = {{QStringLiteral("issued"), int(m_state.tickets.size())},
            {QStringLiteral("served"), served}, {QStringLiteral("missed"), missed},
            {QStringLiteral("halfHours"), halfHours},
            {QStringLiteral("closed"), m_state.dayIsClosed}};
    }

    void alarm(Alarm what, QJsonObject of)
    {
        of.insert(QStringLiteral("alarm"), alarmName(what));
        m_alarms.append(of);
    }

    QJsonArray linesJson()
    {
        QJsonArray lines;
        for (const Agency &agency : m_state.catalogue->agencies)
            lines.append(lineOf(agency));
        return lines;
    }

    QJsonObject lineOf(const Agency &agency)
    {
        const LineCount line = m_lines[agency.line()];
        int open = 0;
        int calling = 0;
        int all = 0;
        for (const Counter &counter : m_state.catalogue->counters) {
            if (std::ranges::find(counter.agencies, agency.id) == counter.agencies.end())
                continue;
            const Desk &desk = m_state.desk(counter.id);
            ++all;
            open += desk.isOpen() ? 1 : 0;
            calling += desk.isCalling() ? 1 : 0;
        }
        const ServiceStatus status = agencyStatus(m_state, agency, m_scene.now);
        const int longest = line.waiting > 0 ? minutesSince(line.oldest, m_scene.now) : 0;
        QJsonObject json{{QStringLiteral("line"), agency.line().value()},
            {QStringLiteral("agency"), agency.id.value()},
            {QStringLiteral("name"), textJson(agency.shortName)},
            {QStringLiteral("waiting"), line.waiting}, {QStringLiteral("prior"), line.prior},
            {QStringLiteral("longest"), longest}, {QStringLiteral("open"), open},
            {QStringLiteral("calling"), calling}, {QStringLiteral("counters"), all},
            {QStringLiteral("status"), availabilityName(status.availability)}};
        if (!status.reason.isEmpty())
            json.insert(QStringLiteral("reason"), textJson(status.reason));
        const auto wait = m_scene.waits.find(agency.line());
        if (wait != m_scene.waits.end())
            json.insert(QStringLiteral("wait"), waitToJson(wait->second));
        const bool isLong = Minutes(longest) > waitTarget;
        json.insert(QStringLiteral("overTarget"), isLong);
        const QJsonObject who{{QStringLiteral("line"), agency.line().value()},
            {QStringLiteral("agency"), agency.id.value()},
            {QStringLiteral("name"), textJson(agency.shortName)},
            {QStringLiteral("waiting"), line.waiting}, {QStringLiteral("longest"), longest},
            {QStringLiteral("open"), open}, {QStringLiteral("counters"), all}};
        if (isLong)
            alarm(Alarm::WaitOverTarget, who);
        else if (line.waiting > 0 && open == 0
            && status.availability == Availability::NobodyAtCounter)
            alarm(Alarm::NobodyAtCounter, who);
        return json;
    }

    [[nodiscard]] QJsonObject counterJson(const Counter &counter) const
    {
        const Desk &desk = m_state.desk(counter.id);
        QJsonArray lines;
        for (const LineId &line : m_state.catalogue->linesOf(counter.id))
            lines.append(line.value());
        QJsonObject json{{QStringLiteral("id"), counter.id.value()},
            {QStringLiteral("name"), textJson(counter.name)}, {QStringLiteral("lines"), lines},
            {QStringLiteral("state"), stateOf(desk)}};
        if (desk.isOpen())
            json.insert(QStringLiteral("officer"), m_state.officers.value(desk.officer).name);
        if (const Ticket *ticket = m_state.ticket(desk.current)) {
            json.insert(QStringLiteral("number"), ticket->number.text());
            const bool isServed = ticket->state == TicketState::Serving;
            json.insert(
                QStringLiteral("since"), toMs(isServed ? ticket->startedAt : ticket->calledAt));
        }
        if (desk.pause) {
            json.insert(QStringLiteral("since"), toMs(desk.pause->since));
            if (const PauseReason *reason = m_state.catalogue->pauseReason(desk.pause->reason))
                json.insert(QStringLiteral("reason"), textJson(reason->name));
            if (desk.pause->until != Instant{})
                json.insert(QStringLiteral("until"), toMs(desk.pause->until));
        }
        return json;
    }

    [[nodiscard]] QString stateOf(const Desk &desk) const
    {
        if (!desk.isOpen())
            return QStringLiteral("closed");
        if (const Ticket *ticket = m_state.ticket(desk.current))
            return ticket->state == TicketState::Serving ? QStringLiteral("serving")
                                                         : QStringLiteral("called");
        return desk.pause ? QStringLiteral("paused") : QStringLiteral("free");
    }

    QJsonArray devicesJson()
    {
        std::vector<Terminal> all(m_state.terminals.begin(), m_state.terminals.end());
        std::ranges::sort(all, {},
            [](const Terminal &terminal) { return std::pair(terminal.kind, terminal.id); });
        QJsonArray devices;
        for (const Terminal &terminal : all)
            devices.append(deviceOf(terminal));
        return devices;
    }

    QJsonObject deviceOf(const Terminal &terminal)
    {
        const auto found = m_scene.devices.find(terminal.id);
        const DeviceStatus device = found == m_scene.devices.end()
            ? DeviceStatus{terminal.id, false, {}, {}}
            : found->second;
        QJsonObject json{{QStringLiteral("terminal"), terminal.id.value()},
            {QStringLiteral("name"), terminal.name},
            {QStringLiteral("kind"), terminalKindName(terminal.kind)},
            {QStringLiteral("mark"), terminal.mark},
            {QStringLiteral("connected"), device.isConnected}};
        if (device.heardAt != Instant{})
            json.insert(QStringLiteral("heardAt"), toMs(device.heardAt));
        if (device.status)
            json.insert(QStringLiteral("status"), statusToJson(*device.status));
        deviceAlarms(terminal, device);
        return json;
    }

    void deviceAlarms(const Terminal &terminal, const DeviceStatus &device)
    {
        const QJsonObject who{{QStringLiteral("terminal"), terminal.id.value()},
            {QStringLiteral("name"), terminal.name},
            {QStringLiteral("kind"), terminalKindName(terminal.kind)}};
        const auto with = [&who](const char *key, const QJsonValue &value) {
            QJsonObject json = who;
            json.insert(QLatin1String(key), value);
            return json;
        };
        if (!device.isConnected && terminal.kind == TerminalKind::Kiosk)
            alarm(Alarm::Silent,
                with("since",
                    toMs(device.heardAt == Instant{} ? m_scene.serviceStarted : device.heardAt)));
        if (!device.status)
            return;
        const TerminalStatus &status = *device.status;
        for (const PrinterStatus &printer : status.printers)
            printerAlarms(printer, who);
        if (status.unknownSlips + status.failedSlips > 0)
            alarm(Alarm::SlipUnknown, with("slips", status.unknownSlips + status.failedSlips));
        if (status.backlog > 0)
            alarm(Alarm::Backlog, with("backlog", status.backlog));
        if (std::chrono::abs(status.clockOffset) > clockOffMax)
            alarm(Alarm::ClockOff, with("offset", qint64(status.clockOffset.count())));
        for (const QString &trouble : status.troubles)
            alarm(Alarm::Trouble, with("trouble", trouble));
    }

    void printerAlarms(const PrinterStatus &printer, QJsonObject who)
    {
        who.insert(QStringLiteral("condition"), printerConditionName(printer.condition));
        if (!printer.place.isEmpty())
            who.insert(QStringLiteral("place"), textJson(printer.place));
        if (printer.paper)
            who.insert(QStringLiteral("slips"), printer.paper->slips);
        const bool isLow = printer.condition == PrinterCondition::PaperLow
            || (printer.paper && printer.paper->isLow());
        if (!mayPrint(printer.condition))
            alarm(Alarm::PaperOut, who);
        else if (isLow)
            alarm(Alarm::PaperLow, who);
    }

    void quotaAlarms()
    {
        for (const Agency &agency : m_state.catalogue->agencies) {
            for (const Service &service : agency.services) {
                const int left = service.dailyQuota
                    ? *service.dailyQuota - m_state.taken.value(service.id)
                    : quotaLow + 1;
                if (left > quotaLow || left <= 0 || *service.dailyQuota <= quotaLow
                    || !serviceStatus(m_state, service, m_scene.now).takesNumbers())
                    continue;
                alarm(Alarm::QuotaLow,
                    {{QStringLiteral("agency"), agency.id.value()},
                        {QStringLiteral("name"), textJson(agency.shortName)},
                        {QStringLiteral("service"), textJson(service.name)},
                        {QStringLiteral("left"), left}});
            }
        }
    }

    [[nodiscard]] QJsonArray closuresJson() const
    {
        QJsonArray closures;
        for (const auto &[scope, closure] : m_state.closures) {
            if (closure.until <= m_scene.now)
                continue;
            closures.append(QJsonObject{{QStringLiteral("scope"), scope.text()},
                {QStringLiteral("until"), toMs(closure.until)},
                {QStringLiteral("reason"), textJson(closure.reason)}});
        }
        return closures;
    }

    const MallScene &m_scene;
    const State &m_state;
    std::map<LineId, LineCount> m_lines;
    QJsonArray m_alarms;
    QJsonObject m_today;
};

} // namespace

QString alarmName(Alarm alarm)
{
    switch (alarm) {
    case Alarm::PaperOut:
        return QStringLiteral("paperOut");
    case Alarm::PaperLow:
        return QStringLiteral("paperLow");
    case Alarm::SlipUnknown:
        return QStringLiteral("slipUnknown");
    case Alarm::Silent:
        return QStringLiteral("silent");
    case Alarm::Backlog:
        return QStringLiteral("backlog");
    case Alarm::ClockOff:
        return QStringLiteral("clockOff");
    case Alarm::Trouble:
        return QStringLiteral("trouble");
    case Alarm::WaitOverTarget:
        return QStringLiteral("waitOverTarget");
    case Alarm::NobodyAtCounter:
        return QStringLiteral("nobodyAtCounter");
    case Alarm::QuotaLow:
        return QStringLiteral("quotaLow");
    }
    return {};
}

QJsonObject mallNow(const MallScene &scene)
{
    if (scene.state.catalogue)
        return MallPicture(scene).json();
    return {{QStringLiteral("now"), toMs(scene.now)}};
}

} // namespace antre
