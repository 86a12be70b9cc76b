// SPDX-License-Identifier: Apache-2.0
#include "terminal/sliprequests.h"

#include "wire/json.h"
#include "wire/values.h"

namespace antre {

namespace {

const QString requestKind = QStringLiteral("request");
const QString requestIdKey = QStringLiteral("id");
const QString requestTicketKey = QStringLiteral("ticket");
const QString requestDayKey = QStringLiteral("day");
const QString requestSlipKey = QStringLiteral("slip");
const QString requestReportKey = QStringLiteral("report");

QJsonObject requestToJson(const SlipRequest &request)
{
    QJsonObject json{{requestIdKey, request.id.text()}, {requestTicketKey, request.ticket.text()},
        {requestDayKey, request.day.text()}, {requestSlipKey, slipStateName(request.slip)}};
    if (!request.report.isEmpty())
        json.insert(requestReportKey, request.report.text());
    return json;
}

Result<SlipRequest> requestFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    SlipRequest request;
    request.id = CommandId(in.uuid(requestIdKey));
    request.ticket = TicketId(in.uuid(requestTicketKey));
    request.day = in.day(requestDayKey);
    request.slip = slipFromJson(in);
    request.report = CommandId(in.optionalUuid(requestReportKey));
    if (!in.ok())
        return in.error();
    return request;
}

} // namespace

const SlipRequest *SlipRequests::find(const CommandId &id) const
{
    const auto found = m_requests.find(id);
    return found == m_requests.end() ? nullptr : &found->second;
}

void SlipRequests::put(const SlipRequest &request)
{
    m_requests.insert_or_assign(request.id, request);
}

JournalRecord SlipRequests::record(const SlipRequest &request)
{
    return {requestKind, request.day, QString(), toBytes(requestToJson(request))};
}

Result<> SlipRequests::fold(const JournalRecord &record)
{
    if (record.kind != requestKind)
        return {};
    return parseObject(record.body).and_then(requestFromJson).map([this](const SlipRequest &known) {
        put(known);
    });
}

void SlipRequests::forgetBefore(BusinessDay today)
{
    std::erase_if(m_requests, [today](const auto &entry) {
        return entry.second.day < today && entry.second.report.isEmpty();
    });
}

QJsonArray SlipRequests::toJson() const
{
    QJsonArray json;
    for (const auto &[id, request] : m_requests)
        json.append(requestToJson(request));
    return json;
}

Result<> SlipRequests::restore(const QJsonArray &json)
{
    m_requests.clear();
    for (const QJsonValue &entry : json) {
        const auto request = requestFromJson(entry.toObject());
        if (!request)
            return tl::unexpected(request.error());
        put(*request);
    }
    return {};
}

} // namespace antre
