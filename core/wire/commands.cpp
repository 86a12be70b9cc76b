// SPDX-License-Identifier: Apache-2.0
#include "wire/cataloguejson.h"
#include "wire/messages.h"
#include "wire/values.h"

#include <algorithm>
#include <array>

namespace antre {

namespace {

constexpr std::array names{"issueTicket", "reportPaper", "reportSlip", "openCounter",
    "closeCounter", "callNext", "callAgain", "startServing", "finishServing", "markNoShow",
    "cancelTicket", "publishCatalogue", "enrolTerminal", "revokeTerminal", "registerOfficer",
    "pickTicket", "bringBack", "parkTicket", "returnTicket", "transferTicket", "addService",
    "removeService", "pauseCounter", "resumeCounter", "undoLast", "requestSlip", "closeFor",
    "reopen", "closeDay", "rejoinQueue", "letGoFirst", "takePlaceBack", "reserve",
    "cancelReservation", "checkIn"};
static_assert(names.size() == std::variant_size_v<CommandData>);

const QString ticketKey = QStringLiteral("ticket");
const QString counterKey = QStringLiteral("counter");
const QString serviceKey = QStringLiteral("service");
const QString reasonKey = QStringLiteral("reason");
const QString outcomeKey = QStringLiteral("outcome");
const QString untilKey = QStringLiteral("until");
const QString kioskKey = QStringLiteral("kiosk");
const QString copyKey = QStringLiteral("copy");
const QString toCounterKey = QStringLiteral("toCounter");
const QString printAtKey = QStringLiteral("printAt");
const QString exceedKey = QStringLiteral("exceed");
const QString scopeKey = QStringLiteral("scope");
const QString holderKey = QStringLiteral("holder");
const QString placesKey = QStringLiteral("places");
const QString codeKey = QStringLiteral("code");
const QString dayKey = QStringLiteral("day");
const QString slotKey = QStringLiteral("from");
const QString languageKey = QStringLiteral("language");

/// What IssueTicket and ReportPaper share.
template <typename Wish> QJsonObject wishToJson(const Wish &wish)
{
    QJsonObject json{{serviceKey, wish.service.text()},
        {QStringLiteral("class"), wish.priority.text()},
        {QStringLiteral("language"), wish.language}, {QStringLiteral("secret"), wish.secret},
        {QStringLiteral("touchedAt"), toMs(wish.touchedAt)}};
    insertFurther(json, wish.further);
    return json;
}

template <typename Wish> void wishFromJson(FieldReader &in, Wish &wish)
{
    wish.service = in.id<ServiceId>(serviceKey);
    wish.priority = in.optionalId<ClassId>(QStringLiteral("class"));
    wish.language = in.optionalText(QStringLiteral("language"));
    wish.secret = in.optionalText(QStringLiteral("secret"));
    wish.touchedAt = in.instant(QStringLiteral("touchedAt"));
    wish.further = furtherFromJson(in);
}

struct Writer
{
    QJsonObject operator()(const IssueTicket &c) const
    {
        QJsonObject json = wishToJson(c);
        insertKnown(json, printAtKey, c.printAt);
        if (c.exceed)
            json.insert(exceedKey, true);
        if (!c.holder.isEmpty())
            json.insert(holderKey, c.holder);
        return json;
    }
    QJsonObject operator()(const ReportPaper &c) const
    {
        QJsonObject json = wishToJson(c);
        json.insert(ticketKey, c.ticket.text());
        json.insert(QStringLiteral("number"), c.number.text());
        json.insert(QStringLiteral("day"), c.day.text());
        return json;
    }
    QJsonObject operator()(const ReportSlip &c) const
    {
        QJsonObject json{
            {ticketKey, c.ticket.text()}, {QStringLiteral("slip"), slipStateName(c.slip)}};
        if (!c.request.isEmpty())
            json.insert(QStringLiteral("request"), c.request.text());
        return json;
    }
    QJsonObject operator()(const OpenCounter &c) const { return {{counterKey, c.counter.text()}}; }
    QJsonObject operator()(const CloseCounter &c) const
    {
        QJsonObject json{{counterKey, c.counter.text()}};
        insertKnown(json, reasonKey, c.reason);
        return json;
    }
    QJsonObject operator()(const CallNext &c) const
    {
        QJsonObject json{{counterKey, c.counter.text()}};
        if (c.help)
            json.insert(QStringLiteral("help"), true);
        insertKnown(json, outcomeKey, c.outcome);
        return json;
    }
    QJsonObject operator()(const CallAgain &c) const { return atDesk(c); }
    QJsonObject operator()(const StartServing &c) const { return atDesk(c); }
    QJsonObject operator()(const FinishServing &c) const
    {
        QJsonObject json = atDesk(c);
        insertKnown(json, outcomeKey, c.outcome);
        return json;
    }
    QJsonObject operator()(const MarkNoShow &c) const { return atDesk(c); }
    QJsonObject operator()(const CancelTicket &c) const { return {{ticketKey, c.ticket.text()}}; }
    QJsonObject operator()(const PublishCatalogue &c) const
    {
        QJsonObject json{{QStringLiteral("catalogue"), catalogueToJson(*c.catalogue)}};
        if (!c.reason.isEmpty())
            json.insert(QStringLiteral("reason"), c.reason);
        return json;
    }
    QJsonObject operator()(const EnrolTerminal &c) const { return terminalToJson(c.terminal); }
    QJsonObject operator()(const RevokeTerminal &c) const
    {
        return {{QStringLiteral("terminal"), c.terminal.text()}};
    }
    QJsonObject operator()(const RegisterOfficer &c) const { return officerToJson(c.officer); }
    QJsonObject operator()(const PickTicket &c) const { return atDesk(c); }
    QJsonObject operator()(const BringBack &c) const { return atDesk(c); }
    QJsonObject operator()(const ParkTicket &c) const
    {
        QJsonObject json = atDesk(c);
        insertKnown(json, reasonKey, c.reason);
        json.insert(QStringLiteral("minutes"), qint64(c.minutes.count()));
        return json;
    }
    QJsonObject operator()(const ReturnTicket &c) const { return atDesk(c); }
    QJsonObject operator()(const TransferTicket &c) const
    {
        QJsonObject json = withService(c);
        insertKnown(json, toCounterKey, c.toCounter);
        json.insert(QStringLiteral("place"), transferPlaceName(c.place));
        return json;
    }
    QJsonObject operator()(const AddService &c) const { return withService(c); }
    QJsonObject operator()(const RemoveService &c) const { return withService(c); }
    QJsonObject operator()(const PauseCounter &c) const
    {
        QJsonObject json{{counterKey, c.counter.text()}};
        insertKnown(json, reasonKey, c.reason);
        insertKnown(json, untilKey, c.until);
        return json;
    }
    QJsonObject operator()(const ResumeCounter &c) const
    {
        return {{counterKey, c.counter.text()}};
    }
    QJsonObject operator()(const UndoLast &c) const
    {
        return {{counterKey, c.counter.text()}, {QStringLiteral("action"), c.action.text()}};
    }
    QJsonObject operator()(const RequestSlip &c) const
    {
        QJsonObject json{{ticketKey, c.ticket.text()}, {kioskKey, c.kiosk.text()}};
        if (c.copy)
            json.insert(copyKey, true);
        return json;
    }
    QJsonObject operator()(const CloseFor &c) const
    {
        return {{scopeKey, c.scope.text()}, {untilKey, toMs(c.until)},
            {reasonKey, textToJson(c.reason)}};
    }
    QJsonObject operator()(const Reopen &c) const { return {{scopeKey, c.scope.text()}}; }
    QJsonObject operator()(const CloseDay &c) const
    {
        return {{QStringLiteral("day"), c.day.text()}};
    }
    QJsonObject operator()(const RejoinQueue &c) const { return {{ticketKey, c.ticket.text()}}; }
    QJsonObject operator()(const LetGoFirst &c) const
    {
        return {{ticketKey, c.ticket.text()}, {placesKey, c.places}};
    }
    QJsonObject operator()(const TakePlaceBack &c) const { return {{ticketKey, c.ticket.text()}}; }
    QJsonObject operator()(const Reserve &c) const
    {
        QJsonObject json{{serviceKey, c.service.text()}, {dayKey, c.day.text()},
            {slotKey, qint64(c.from.count())}, {languageKey, c.language}, {codeKey, c.code}};
        if (!c.holder.isEmpty())
            json.insert(holderKey, c.holder);
        return json;
    }
    QJsonObject operator()(const CancelReservation &c) const { return {{codeKey, c.code}}; }
    QJsonObject operator()(const CheckIn &c) const
    {
        QJsonObject json{{codeKey, c.code}, {QStringLiteral("secret"), c.secret},
            {QStringLiteral("touchedAt"), toMs(c.touchedAt)}, {languageKey, c.language}};
        insertKnown(json, QStringLiteral("class"), c.priority);
        if (!c.holder.isEmpty())
            json.insert(holderKey, c.holder);
        return json;
    }

    template <typename Wish> static QJsonObject atDesk(const Wish &c)
    {
        return {{counterKey, c.counter.text()}, {ticketKey, c.ticket.text()}};
    }
    template <typename Wish> static QJsonObject withService(const Wish &c)
    {
        QJsonObject json = atDesk(c);
        json.insert(serviceKey, c.service.text());
        return json;
    }
};

struct Reader
{
    FieldReader &in;

    void operator()(IssueTicket &c) const
    {
        wishFromJson(in, c);
        c.printAt = in.optionalId<TerminalId>(printAtKey);
        c.exceed = in.optionalBoolean(exceedKey);
        c.holder = in.optionalText(holderKey);
    }
    void operator()(ReportPaper &c) const
    {
        wishFromJson(in, c);
        c.ticket = TicketId(in.uuid(ticketKey));
        c.number = in.number(QStringLiteral("number"));
        c.day = in.day(QStringLiteral("day"));
    }
    void operator()(ReportSlip &c) const
    {
        c.ticket = TicketId(in.uuid(ticketKey));
        c.slip = slipFromJson(in);
        c.request = CommandId(in.optionalUuid(QStringLiteral("request")));
    }
    void operator()(OpenCounter &c) const { c.counter = in.id<CounterId>(counterKey); }
    void operator()(CloseCounter &c) const
    {
        c.counter = in.id<CounterId>(counterKey);
        c.reason = in.optionalId<ReasonId>(reasonKey);
    }
    void operator()(CallNext &c) const
    {
        c.counter = in.id<CounterId>(counterKey);
        c.help = in.optionalBoolean(QStringLiteral("help"));
        c.outcome = in.optionalId<OutcomeId>(outcomeKey);
    }
    void operator()(CallAgain &c) const { atDesk(c); }
    void operator()(StartServing &c) const { atDesk(c); }
    void operator()(FinishServing &c) const
    {
        atDesk(c);
        c.outcome = in.optionalId<OutcomeId>(outcomeKey);
    }
    void operator()(MarkNoShow &c) const { atDesk(c); }
    void operator()(CancelTicket &c) const { c.ticket = TicketId(in.uuid(ticketKey)); }
    void operator()(PublishCatalogue &c) const
    {
        c.catalogue = readCatalogue(in.object(QStringLiteral("catalogue"))).catalogue;
        if (!c.catalogue)
            in.fault(QStringLiteral("catalogue"), QStringLiteral("has faults"));
        c.reason = in.optionalText(QStringLiteral("reason"));
    }
    void operator()(EnrolTerminal &c) const { c.terminal = terminalFromJson(in); }
    void operator()(RevokeTerminal &c) const
    {
        c.terminal = in.id<TerminalId>(QStringLiteral("terminal"));
    }
    void operator()(RegisterOfficer &c) const { c.officer = officerFromJson(in); }
    void operator()(PickTicket &c) const { atDesk(c); }
    void operator()(BringBack &c) const { atDesk(c); }
    void operator()(ParkTicket &c) const
    {
        atDesk(c);
        c.reason = in.optionalId<ReasonId>(reasonKey);
        c.minutes = Minutes(in.integer(QStringLiteral("minutes")));
    }
    void operator()(ReturnTicket &c) const { atDesk(c); }
    void operator()(TransferTicket &c) const
    {
        withService(c);
        c.toCounter = in.optionalId<CounterId>(toCounterKey);
        const auto place = transferPlaceFromName(in.text(QStringLiteral("place")));
        if (!place)
            in.fault(QStringLiteral("place"), QStringLiteral("must be keep or end"));
        c.place = place.value_or(TransferPlace::Keep);
    }
    void operator()(AddService &c) const { withService(c); }
    void operator()(RemoveService &c) const { withService(c); }
    void operator()(PauseCounter &c) const
    {
        c.counter = in.id<CounterId>(counterKey);
        c.reason = in.optionalId<ReasonId>(reasonKey);
        c.until = in.optionalInstant(untilKey);
    }
    void operator()(ResumeCounter &c) const { c.counter = in.id<CounterId>(counterKey); }
    void operator()(UndoLast &c) const
    {
        c.counter = in.id<CounterId>(counterKey);
        c.action = CommandId(in.uuid(QStringLiteral("action")));
    }
    void operator()(RequestSlip &c) const
    {
        c.ticket = TicketId(in.uuid(ticketKey));
        c.kiosk = in.id<TerminalId>(kioskKey);
        c.copy = in.optionalBoolean(copyKey);
    }
    void operator()(CloseFor &c) const
    {
        c.scope = scopeFromJson(in);
        c.until = in.instant(untilKey);
        c.reason = textFromJson(in, reasonKey);
    }
    void operator()(Reopen &c) const { c.scope = scopeFromJson(in); }
    void operator()(CloseDay &c) const { c.day = in.day(QStringLiteral("day")); }
    void operator()(RejoinQueue &c) const { c.ticket = TicketId(in.uuid(ticketKey)); }
    void operator()(LetGoFirst &c) const
    {
        c.ticket = TicketId(in.uuid(ticketKey));
        c.places = int(std::clamp<qint64>(in.integer(placesKey), 0, placesBackMax + 1));
    }
    void operator()(TakePlaceBack &c) const { c.ticket = TicketId(in.uuid(ticketKey)); }
    void operator()(Reserve &c) const
    {
        c.service = in.id<ServiceId>(serviceKey);
        c.day = in.day(dayKey);
        c.from = ofDayFromJson(in, slotKey);
        c.language = in.optionalText(languageKey);
        c.code = in.text(codeKey);
        c.holder = in.optionalText(holderKey);
    }
    void operator()(CancelReservation &c) const { c.code = in.text(codeKey); }
    void operator()(CheckIn &c) const
    {
        c.code = in.text(codeKey);
        c.priority = in.optionalId<ClassId>(QStringLiteral("class"));
        c.language = in.optionalText(languageKey);
        c.secret = in.optionalText(QStringLiteral("secret"));
        c.touchedAt = in.instant(QStringLiteral("touchedAt"));
        c.holder = in.optionalText(holderKey);
    }

    template <typename Wish> void atDesk(Wish &c) const
    {
        c.counter = in.id<CounterId>(counterKey);
        c.ticket = TicketId(in.uuid(ticketKey));
    }
    template <typename Wish> void withService(Wish &c) const
    {
        atDesk(c);
        c.service = in.id<ServiceId>(serviceKey);
    }
};

template <size_t... Index> CommandData blank(size_t which, std::index_sequence<Index...>)
{
    CommandData data;
    ((which == Index ? void(data.emplace<Index>()) : void()), ...);
    return data;
}

} // namespace

QString commandName(const CommandData &data) { return QString::fromLatin1(names[data.index()]); }

QJsonObject commandToJson(const CommandData &data) { return std::visit(Writer(), data); }

Result<CommandData> commandFromJson(const QString &name, const QJsonObject &json)
{
    const auto known = std::ranges::find_if(
        names, [&](const char *candidate) { return name == QLatin1String(candidate); });
    if (known == names.end())
        return failure(
            ErrorCode::Unsupported, QStringLiteral("there is no command \"%1\"").arg(name));
    CommandData data
        = blank(size_t(known - names.begin()), std::make_index_sequence<names.size()>());
    FieldReader in(json);
    std::visit(Reader{in}, data);
    if (!in.ok())
        return in.error();
    return data;
}

} // namespace antre
