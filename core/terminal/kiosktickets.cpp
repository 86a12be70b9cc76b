// SPDX-License-Identifier: Apache-2.0
#include "terminal/kiosktickets.h"

#include "wire/messages.h"
#include "wire/values.h"

#include <QJsonArray>

#include <algorithm>

namespace antre {

namespace {

const QString ticketKind = QStringLiteral("ticket");
const QString seriesKind = QStringLiteral("series");
const QString ticketsKey = QStringLiteral("tickets");
const QString seriesKey = QStringLiteral("series");
const QString dayKey = QStringLiteral("day");
const QString lastKey = QStringLiteral("last");
const QString floorKey = QStringLiteral("floor");
const QString salvagedKind = QStringLiteral("salvaged");

QJsonObject ticketToJson(const KioskTicket &ticket)
{
    QJsonObject json{{QStringLiteral("ticket"), ticket.id.text()},
        {QStringLiteral("service"), ticket.service.text()},
        {QStringLiteral("class"), ticket.priority.text()},
        {QStringLiteral("language"), ticket.language}, {QStringLiteral("secret"), ticket.secret},
        {QStringLiteral("touchedAt"), toMs(ticket.touchedAt)}, {dayKey, ticket.day.text()},
        {QStringLiteral("ahead"), ticket.ahead}, {QStringLiteral("stale"), ticket.stale},
        {QStringLiteral("slip"), slipStateName(ticket.slip)}};
    if (ticket.number)
        json.insert(QStringLiteral("number"), ticket.number->text());
    if (ticket.wait)
        json.insert(QStringLiteral("wait"), waitToJson(*ticket.wait));
    if (!ticket.reportedOn.isNull())
        json.insert(QStringLiteral("reportedOn"), ticket.reportedOn.text());
    if (!ticket.paperReport.isEmpty())
        json.insert(QStringLiteral("paperReport"), ticket.paperReport.text());
    if (!ticket.slipReport.isEmpty())
        json.insert(QStringLiteral("slipReport"), ticket.slipReport.text());
    if (!ticket.refusal.isEmpty())
        json.insert(QStringLiteral("refusal"), ticket.refusal);
    if (ticket.copies > 0)
        json.insert(QStringLiteral("copies"), ticket.copies);
    insertFurther(json, ticket.further);
    return json;
}

Result<KioskTicket> ticketFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    KioskTicket ticket;
    ticket.id = TicketId(in.uuid(QStringLiteral("ticket")));
    ticket.service = in.id<ServiceId>(QStringLiteral("service"));
    ticket.priority = in.optionalId<ClassId>(QStringLiteral("class"));
    ticket.language = in.optionalText(QStringLiteral("language"));
    ticket.secret = in.optionalText(QStringLiteral("secret"));
    ticket.touchedAt = in.instant(QStringLiteral("touchedAt"));
    ticket.day = in.day(dayKey);
    ticket.ahead = int(in.integer(QStringLiteral("ahead")));
    ticket.stale = in.boolean(QStringLiteral("stale"));
    ticket.slip = slipFromJson(in);
    if (json.contains(QStringLiteral("number")))
        ticket.number = in.number(QStringLiteral("number"));
    ticket.wait = waitFromJson(json.value(QStringLiteral("wait")).toObject());
    if (json.contains(QStringLiteral("reportedOn")))
        ticket.reportedOn = in.day(QStringLiteral("reportedOn"));
    ticket.paperReport = CommandId(in.optionalUuid(QStringLiteral("paperReport")));
    ticket.slipReport = CommandId(in.optionalUuid(QStringLiteral("slipReport")));
    ticket.refusal = in.optionalText(QStringLiteral("refusal"));
    ticket.copies = int(in.optionalInteger(QStringLiteral("copies"), 0));
    ticket.further = furtherFromJson(in);
    if (!in.ok())
        return in.error();
    return ticket;
}

} // namespace

bool KioskTicket::isSettled() const
{
    if (!refusal.isEmpty())
        return true;
    const bool slipEnded = slip != SlipState::None && slip != SlipState::Pending;
    return number && slipEnded && paperReport.isEmpty() && slipReport.isEmpty();
}

const KioskTicket *KioskTickets::find(const TicketId &id) const
{
    const auto found = m_tickets.find(id);
    return found == m_tickets.end() ? nullptr : &found->second;
}

JournalRecord KioskTickets::record(const KioskTicket &ticket)
{
    return {ticketKind, ticket.day, QString(), toBytes(ticketToJson(ticket))};
}

JournalRecord KioskTickets::salvagedRecord() { return {salvagedKind, {}, QString(), "{}"}; }

void KioskTickets::put(const KioskTicket &ticket)
{
    // An older ticket's record may be written again after the series began anew.
    if (ticket.isOwnNumber() && ticket.day >= m_seriesDay)
        noteNumber(*ticket.number);
    m_tickets.insert_or_assign(ticket.id, ticket);
}

void KioskTickets::noteNumber(const TicketNumber &number)
{
    int &last = m_series.try_emplace(number.line, m_floor).first->second;
    last = std::max(last, number.count);
}

TicketNumber KioskTickets::takeNumber(const LineId &line, const QString &mark)
{
    int &last = m_series.try_emplace(line, m_floor).first->second;
    return {line, mark, ++last};
}

void KioskTickets::beginSeries(BusinessDay day)
{
    m_seriesDay = day;
    m_series.clear();
    m_floor = 0;
    for (const auto &[id, ticket] : m_tickets) {
        if (ticket.isOwnNumber() && ticket.day >= day)
            noteNumber(*ticket.number);
    }
}

JournalRecord KioskTickets::seriesRecord() const
{
    return {seriesKind, m_seriesDay, QString(), toBytes(seriesToJson())};
}

bool KioskTickets::allPaperReported() const
{
    return std::ranges::all_of(
        m_tickets, [](const auto &entry) { return entry.second.paperReport.isEmpty(); });
}

void KioskTickets::forgetBefore(BusinessDay today)
{
    std::erase_if(m_tickets, [today](const auto &entry) {
        return entry.second.day < today && entry.second.isSettled();
    });
}

QJsonObject KioskTickets::seriesToJson() const
{
    QJsonObject last;
    for (const auto &[line, count] : m_series)
        last.insert(line.value(), count);
    return {{dayKey, m_seriesDay.days}, {lastKey, last}, {floorKey, m_floor}};
}

void KioskTickets::restoreSeries(const QJsonObject &json)
{
    m_seriesDay = BusinessDay{json.value(dayKey).toInt()};
    m_floor = json.value(floorKey).toInt();
    m_series.clear();
    const QJsonObject last = json.value(lastKey).toObject();
    for (auto line = last.begin(); line != last.end(); ++line)
        m_series.emplace(LineId(line.key()), line.value().toInt());
}

QJsonObject KioskTickets::toJson() const
{
    QJsonArray tickets;
    for (const auto &[id, ticket] : m_tickets)
        tickets.append(ticketToJson(ticket));
    return {{ticketsKey, tickets}, {seriesKey, seriesToJson()}};
}

Result<> KioskTickets::restore(const QJsonObject &json)
{
    m_tickets.clear();
    restoreSeries(json.value(seriesKey).toObject());
    const QJsonArray tickets = json.value(ticketsKey).toArray();
    for (const QJsonValue &entry : tickets) {
        const auto ticket = ticketFromJson(entry.toObject());
        if (!ticket)
            return tl::unexpected(ticket.error());
        put(*ticket);
    }
    return {};
}

Result<> KioskTickets::fold(const JournalRecord &record)
{
    if (record.kind == salvagedKind) {
        m_floor += salvageGap;
        for (auto &[line, last] : m_series)
            last += salvageGap;
        return {};
    }
    if (record.kind != ticketKind && record.kind != seriesKind)
        return {};
    const auto json = parseObject(record.body);
    if (!json)
        return tl::unexpected(json.error());
    if (record.kind == seriesKind) {
        restoreSeries(*json);
        return {};
    }
    const auto ticket = ticketFromJson(*json);
    if (!ticket)
        return tl::unexpected(ticket.error());
    put(*ticket);
    return {};
}

} // namespace antre
