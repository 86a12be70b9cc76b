// SPDX-License-Identifier: Apache-2.0
#include "terminal/kiosktickets.h"

#include "wire/values.h"

#include <QJsonArray>

namespace antre {

namespace {

const QString ticketKind = QStringLiteral("ticket");
const QString checkpointKind = QStringLiteral("checkpoint");

QJsonObject toJson(const KioskTicket &ticket)
{
    QJsonObject json{{QStringLiteral("ticket"), ticket.id.text()},
        {QStringLiteral("service"), ticket.service.text()},
        {QStringLiteral("class"), ticket.priority.text()},
        {QStringLiteral("language"), ticket.language}, {QStringLiteral("secret"), ticket.secret},
        {QStringLiteral("touchedAt"), toMs(ticket.touchedAt)},
        {QStringLiteral("day"), ticket.day.text()}, {QStringLiteral("ahead"), ticket.ahead},
        {QStringLiteral("stale"), ticket.stale},
        {QStringLiteral("slip"), slipStateName(ticket.slip)}};
    if (ticket.number)
        json.insert(QStringLiteral("number"), ticket.number->text());
    if (!ticket.paperReport.isEmpty())
        json.insert(QStringLiteral("paperReport"), ticket.paperReport.text());
    if (!ticket.slipReport.isEmpty())
        json.insert(QStringLiteral("slipReport"), ticket.slipReport.text());
    if (!ticket.refusal.isEmpty())
        json.insert(QStringLiteral("refusal"), ticket.refusal);
    return json;
}

Result<KioskTicket> fromJson(const QJsonObject &json)
{
    FieldReader in(json);
    KioskTicket ticket;
    ticket.id = TicketId(in.uuid(QStringLiteral("ticket")));
    ticket.service = in.id<ServiceId>(QStringLiteral("service"));
    ticket.priority = in.optionalId<ClassId>(QStringLiteral("class"));
    ticket.language = in.optionalText(QStringLiteral("language"));
    ticket.secret = in.optionalText(QStringLiteral("secret"));
    ticket.touchedAt = in.instant(QStringLiteral("touchedAt"));
    ticket.day = in.day(QStringLiteral("day"));
    ticket.ahead = int(in.integer(QStringLiteral("ahead")));
    ticket.stale = in.boolean(QStringLiteral("stale"));
    ticket.slip = slipFromJson(in);
    if (json.contains(QStringLiteral("number")))
        ticket.number = in.number(QStringLiteral("number"));
    ticket.paperReport = CommandId(in.optionalUuid(QStringLiteral("paperReport")));
    ticket.slipReport = CommandId(in.optionalUuid(QStringLiteral("slipReport")));
    ticket.refusal = in.optionalText(QStringLiteral("refusal"));
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
    return {ticketKind, ticket.day, QString(), toBytes(toJson(ticket))};
}

void KioskTickets::put(const KioskTicket &ticket)
{
    noteNumber(ticket);
    m_tickets.insert_or_assign(ticket.id, ticket);
    ++m_sinceCheckpoint;
}

void KioskTickets::noteNumber(const KioskTicket &ticket)
{
    if (ticket.isOwnNumber()) {
        int &last = m_series[{ticket.day, ticket.number->line}];
        last = std::max(last, ticket.number->count);
    }
}

TicketNumber KioskTickets::takeNumber(const LineId &line, const QString &mark, BusinessDay day)
{
    return {line, mark, ++m_series[{day, line}]};
}

JournalRecord KioskTickets::checkpoint(BusinessDay today)
{
    QJsonArray kept;
    for (auto at = m_tickets.begin(); at != m_tickets.end();) {
        if (at->second.day < today && at->second.isSettled()) {
            at = m_tickets.erase(at);
        } else {
            kept.append(toJson(at->second));
            ++at;
        }
    }
    std::erase_if(m_series, [today](const auto &entry) { return entry.first.first < today; });
    m_sinceCheckpoint = 0;
    return {checkpointKind, today, checkpointKind, toBytes({{QStringLiteral("tickets"), kept}})};
}

Result<> KioskTickets::fold(const JournalRecord &record)
{
    const auto json = parseObject(record.body);
    if (!json)
        return tl::unexpected(json.error());
    if (record.kind == checkpointKind) {
        m_tickets.clear();
        m_series.clear();
        const QJsonArray kept = json->value(QStringLiteral("tickets")).toArray();
        for (const QJsonValue &entry : kept) {
            const auto ticket = fromJson(entry.toObject());
            if (!ticket)
                return tl::unexpected(ticket.error());
            put(*ticket);
        }
        m_sinceCheckpoint = 0;
    } else if (record.kind == ticketKind) {
        const auto ticket = fromJson(*json);
        if (!ticket)
            return tl::unexpected(ticket.error());
        put(*ticket);
    }
    return {};
}

} // namespace antre
