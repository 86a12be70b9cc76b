// SPDX-License-Identifier: Apache-2.0
#include "wire/events.h"

#include "wire/cataloguejson.h"
#include "wire/json.h"
#include "wire/values.h"

#include <algorithm>
#include <array>

namespace antre {

namespace {

constexpr std::array kinds{"dayStarted", "cataloguePublished", "terminalEnrolled",
    "terminalRevoked", "officerRegistered", "counterOpened", "counterClosed", "ticketIssued",
    "paperAdopted", "latePaperRecorded", "ticketCalled", "ticketRecalled", "servingStarted",
    "ticketServed", "ticketMissed", "ticketCancelled", "slipReported", "ticketReturned",
    "ticketParked", "ticketTransferred", "ticketContinued", "serviceAdded", "serviceRemoved",
    "counterPaused", "counterResumed", "actionUndone", "slipRequested", "closureDeclared",
    "closureLifted", "ticketExpired", "dayClosed", "ticketRejoined", "ticketSteppedBack",
    "placeTakenBack", "reservationChanged", "appointmentMet"};
static_assert(kinds.size() == std::variant_size_v<EventData>);

const QString ticketKey = QStringLiteral("ticket");
const QString counterKey = QStringLiteral("counter");
const QString numberKey = QStringLiteral("number");
const QString serviceKey = QStringLiteral("service");
const QString reasonKey = QStringLiteral("reason");
const QString outcomeKey = QStringLiteral("outcome");
const QString lineKey = QStringLiteral("line");
const QString untilKey = QStringLiteral("until");
const QString secretKey = QStringLiteral("secret");
const QString scopeKey = QStringLiteral("scope");
const QString holderKey = QStringLiteral("holder");
const QString placeAtKey = QStringLiteral("placeAt");

QJsonObject about(const TicketId &ticket) { return {{ticketKey, ticket.text()}}; }

QJsonObject about(const TicketId &ticket, const CounterId &counter)
{
    return {{ticketKey, ticket.text()}, {counterKey, counter.text()}};
}

struct Writer
{
    QJsonObject operator()(const DayStarted &) const { return {}; }
    QJsonObject operator()(const CataloguePublished &e) const
    {
        QJsonObject json{{QStringLiteral("catalogue"), catalogueToJson(*e.catalogue)}};
        if (!e.reason.isEmpty())
            json.insert(QStringLiteral("reason"), e.reason);
        return json;
    }
    QJsonObject operator()(const TerminalEnrolled &e) const { return terminalToJson(e.terminal); }
    QJsonObject operator()(const TerminalRevoked &e) const
    {
        return {{QStringLiteral("terminal"), e.terminal.text()}};
    }
    QJsonObject operator()(const OfficerRegistered &e) const { return officerToJson(e.officer); }
    QJsonObject operator()(const CounterOpened &e) const
    {
        return {{counterKey, e.counter.text()}, {QStringLiteral("officer"), e.officer.text()}};
    }
    QJsonObject operator()(const CounterClosed &e) const
    {
        QJsonObject json{{counterKey, e.counter.text()}};
        insertKnown(json, reasonKey, e.reason);
        return json;
    }
    QJsonObject operator()(const TicketIssued &e) const
    {
        QJsonObject json{{ticketKey, e.ticket.text()}, {numberKey, e.number.text()},
            {serviceKey, e.service.text()}, {QStringLiteral("class"), e.priority.text()},
            {QStringLiteral("language"), e.language}, {secretKey, e.secret},
            {QStringLiteral("issuedAt"), e.issuedAt.text()},
            {QStringLiteral("touchedAt"), toMs(e.touchedAt)}};
        insertFurther(json, e.further);
        if (!e.holder.isEmpty())
            json.insert(holderKey, e.holder);
        return json;
    }
    QJsonObject operator()(const PaperAdopted &e) const
    {
        return {{ticketKey, e.ticket.text()}, {numberKey, e.number.text()}};
    }
    QJsonObject operator()(const LatePaperRecorded &e) const
    {
        return {{ticketKey, e.ticket.text()}, {numberKey, e.number.text()},
            {serviceKey, e.service.text()}, {QStringLiteral("day"), e.day.text()},
            {QStringLiteral("issuedAt"), e.issuedAt.text()},
            {QStringLiteral("touchedAt"), toMs(e.touchedAt)}};
    }
    QJsonObject operator()(const TicketCalled &e) const
    {
        QJsonObject json = about(e.ticket, e.counter);
        json.insert(QStringLiteral("headStart"), qint64(e.headStart.count()));
        json.insert(reasonKey, callReasonName(e.reason));
        return json;
    }
    QJsonObject operator()(const TicketRecalled &e) const { return about(e.ticket, e.counter); }
    QJsonObject operator()(const ServingStarted &e) const { return about(e.ticket); }
    QJsonObject operator()(const TicketServed &e) const
    {
        QJsonObject json = about(e.ticket);
        insertKnown(json, outcomeKey, e.outcome);
        return json;
    }
    QJsonObject operator()(const TicketMissed &e) const { return about(e.ticket); }
    QJsonObject operator()(const TicketCancelled &e) const { return about(e.ticket); }
    QJsonObject operator()(const SlipReported &e) const
    {
        QJsonObject json{
            {ticketKey, e.ticket.text()}, {QStringLiteral("slip"), slipStateName(e.slip)}};
        if (!e.request.isEmpty())
            json.insert(QStringLiteral("request"), e.request.text());
        return json;
    }
    QJsonObject operator()(const TicketReturned &e) const { return about(e.ticket, e.counter); }
    QJsonObject operator()(const TicketParked &e) const
    {
        QJsonObject json = about(e.ticket, e.counter);
        insertKnown(json, reasonKey, e.reason);
        json.insert(untilKey, toMs(e.until));
        return json;
    }
    QJsonObject operator()(const TicketTransferred &e) const
    {
        QJsonObject json = about(e.ticket, e.counter);
        json.insert(serviceKey, e.service.text());
        json.insert(lineKey, e.line.text());
        insertKnown(json, QStringLiteral("toCounter"), e.toCounter);
        json.insert(placeAtKey, toMs(e.placeAt));
        return json;
    }
    QJsonObject operator()(const TicketContinued &e) const
    {
        return {
            {ticketKey, e.ticket.text()}, {serviceKey, e.service.text()}, {lineKey, e.line.text()}};
    }
    QJsonObject operator()(const ServiceAdded &e) const { return withService(e); }
    QJsonObject operator()(const ServiceRemoved &e) const { return withService(e); }
    QJsonObject operator()(const CounterPaused &e) const
    {
        QJsonObject json{{counterKey, e.counter.text()}};
        insertKnown(json, reasonKey, e.reason);
        insertKnown(json, untilKey, e.until);
        return json;
    }
    QJsonObject operator()(const CounterResumed &e) const
    {
        return {{counterKey, e.counter.text()}};
    }
    QJsonObject operator()(const ActionUndone &e) const
    {
        return {{counterKey, e.counter.text()}, {QStringLiteral("action"), e.action.text()}};
    }
    QJsonObject operator()(const SlipRequested &e) const
    {
        QJsonObject json{{ticketKey, e.ticket.text()}, {QStringLiteral("kiosk"), e.kiosk.text()},
            {secretKey, e.secret}};
        if (e.copy)
            json.insert(QStringLiteral("copy"), true);
        return json;
    }

    template <typename Change> static QJsonObject withService(const Change &e)
    {
        QJsonObject json = about(e.ticket, e.counter);
        json.insert(serviceKey, e.service.text());
        return json;
    }
    QJsonObject operator()(const ClosureDeclared &e) const
    {
        return {{scopeKey, e.scope.text()}, {untilKey, toMs(e.until)},
            {reasonKey, textToJson(e.reason)}};
    }
    QJsonObject operator()(const ClosureLifted &e) const { return {{scopeKey, e.scope.text()}}; }
    QJsonObject operator()(const TicketExpired &e) const { return about(e.ticket); }
    QJsonObject operator()(const DayClosed &e) const
    {
        return {{QStringLiteral("issued"), e.issued}, {QStringLiteral("served"), e.served},
            {QStringLiteral("missed"), e.missed}, {QStringLiteral("cancelled"), e.cancelled},
            {QStringLiteral("expired"), e.expired}, {QStringLiteral("present"), e.present}};
    }
    QJsonObject operator()(const TicketRejoined &e) const { return about(e.ticket); }
    QJsonObject operator()(const TicketSteppedBack &e) const
    {
        QJsonObject json = about(e.ticket);
        json.insert(placeAtKey, toMs(e.placeAt));
        return json;
    }
    QJsonObject operator()(const PlaceTakenBack &e) const { return about(e.ticket); }
    QJsonObject operator()(const ReservationChanged &e) const
    {
        return reservationToJson(e.reservation);
    }
    QJsonObject operator()(const AppointmentMet &e) const
    {
        QJsonObject json = about(e.ticket);
        json.insert(QStringLiteral("slot"), toMs(e.slot));
        json.insert(placeAtKey, toMs(e.placeAt));
        return json;
    }
};

/// Reads the data of the event whose place in `kinds` is `kind`.
class DataReader
{
public:
    explicit DataReader(const QJsonObject &data)
        : m_in(data)
    {
    }

    Result<EventData> read(size_t kind)
    {
        EventData data = blank(kind, std::make_index_sequence<std::variant_size_v<EventData>>());
        std::visit([this](auto &event) { fill(event); }, data);
        if (m_catalogueFault)
            return tl::unexpected(*m_catalogueFault);
        if (!m_in.ok())
            return m_in.error();
        return data;
    }

private:
    template <size_t... Index> static EventData blank(size_t kind, std::index_sequence<Index...>)
    {
        EventData data;
        ((kind == Index ? void(data.emplace<Index>()) : void()), ...);
        return data;
    }

    [[nodiscard]] TicketId ticket() { return TicketId(m_in.uuid(ticketKey)); }
    [[nodiscard]] CounterId counter() { return m_in.id<CounterId>(counterKey); }
    [[nodiscard]] ServiceId service() { return m_in.id<ServiceId>(serviceKey); }

    void fill(DayStarted &) { }
    void fill(CataloguePublished &e)
    {
        const auto reading = readCatalogue(m_in.object(QStringLiteral("catalogue")));
        e.catalogue = reading.catalogue;
        e.reason = m_in.optionalText(QStringLiteral("reason"));
        if (!reading.catalogue)
            m_catalogueFault = Error{ErrorCode::Invalid,
                QStringLiteral("a catalogue with %1 faults").arg(reading.faults.size())};
    }
    void fill(TerminalEnrolled &e) { e.terminal = terminalFromJson(m_in); }
    void fill(TerminalRevoked &e) { e.terminal = m_in.id<TerminalId>(QStringLiteral("terminal")); }
    void fill(OfficerRegistered &e) { e.officer = officerFromJson(m_in); }
    void fill(CounterOpened &e)
    {
        e.counter = counter();
        e.officer = m_in.id<OfficerId>(QStringLiteral("officer"));
    }
    void fill(CounterClosed &e)
    {
        e.counter = counter();
        e.reason = m_in.optionalId<ReasonId>(reasonKey);
    }
    void fill(TicketIssued &e)
    {
        e.ticket = ticket();
        e.number = m_in.number(numberKey);
        e.service = service();
        e.priority = m_in.id<ClassId>(QStringLiteral("class"));
        e.language = m_in.optionalText(QStringLiteral("language"));
        e.secret = m_in.optionalText(secretKey);
        e.issuedAt = m_in.optionalId<TerminalId>(QStringLiteral("issuedAt"));
        e.touchedAt = m_in.instant(QStringLiteral("touchedAt"));
        e.further = furtherFromJson(m_in);
        e.holder = m_in.optionalText(holderKey);
    }
    void fill(PaperAdopted &e)
    {
        e.ticket = ticket();
        e.number = m_in.number(numberKey);
    }
    void fill(LatePaperRecorded &e)
    {
        e.ticket = ticket();
        e.number = m_in.number(numberKey);
        e.service = service();
        e.day = m_in.day(QStringLiteral("day"));
        e.issuedAt = m_in.optionalId<TerminalId>(QStringLiteral("issuedAt"));
        e.touchedAt = m_in.instant(QStringLiteral("touchedAt"));
    }
    void fill(TicketCalled &e)
    {
        atDesk(e);
        e.headStart = Minutes(m_in.optionalInteger(QStringLiteral("headStart"), 0));
        const QString reason = m_in.optionalText(reasonKey);
        const auto known = callReasonFromName(reason);
        if (!known && !reason.isEmpty())
            m_in.fault(reasonKey, QStringLiteral("must be a reason to call"));
        e.reason = known.value_or(CallReason::Turn);
    }
    void fill(TicketRecalled &e) { atDesk(e); }
    void fill(ServingStarted &e) { e.ticket = ticket(); }
    void fill(TicketServed &e)
    {
        e.ticket = ticket();
        e.outcome = m_in.optionalId<OutcomeId>(outcomeKey);
    }
    void fill(TicketMissed &e) { e.ticket = ticket(); }
    void fill(TicketCancelled &e) { e.ticket = ticket(); }
    void fill(SlipReported &e)
    {
        e.ticket = ticket();
        e.slip = slipFromJson(m_in);
        e.request = CommandId(m_in.optionalUuid(QStringLiteral("request")));
    }
    void fill(TicketReturned &e) { atDesk(e); }
    void fill(TicketParked &e)
    {
        atDesk(e);
        e.reason = m_in.optionalId<ReasonId>(reasonKey);
        e.until = m_in.instant(untilKey);
    }
    void fill(TicketTransferred &e)
    {
        atDesk(e);
        e.service = service();
        e.line = m_in.id<LineId>(lineKey);
        e.toCounter = m_in.optionalId<CounterId>(QStringLiteral("toCounter"));
        e.placeAt = m_in.instant(placeAtKey);
    }
    void fill(TicketContinued &e)
    {
        e.ticket = ticket();
        e.service = service();
        e.line = m_in.id<LineId>(lineKey);
    }
    void fill(ServiceAdded &e)
    {
        atDesk(e);
        e.service = service();
    }
    void fill(ServiceRemoved &e)
    {
        atDesk(e);
        e.service = service();
    }
    void fill(CounterPaused &e)
    {
        e.counter = counter();
        e.reason = m_in.optionalId<ReasonId>(reasonKey);
        e.until = m_in.optionalInstant(untilKey);
    }
    void fill(CounterResumed &e) { e.counter = counter(); }
    void fill(ActionUndone &e)
    {
        e.counter = counter();
        e.action = CommandId(m_in.uuid(QStringLiteral("action")));
    }
    void fill(SlipRequested &e)
    {
        e.ticket = ticket();
        e.kiosk = m_in.id<TerminalId>(QStringLiteral("kiosk"));
        e.copy = m_in.optionalBoolean(QStringLiteral("copy"));
        e.secret = m_in.optionalText(secretKey);
    }

    template <typename Happening> void atDesk(Happening &e)
    {
        e.ticket = ticket();
        e.counter = counter();
    }
    void fill(ClosureDeclared &e)
    {
        e.scope = scopeFromJson(m_in);
        e.until = m_in.instant(untilKey);
        e.reason = textFromJson(m_in, reasonKey);
    }
    void fill(ClosureLifted &e) { e.scope = scopeFromJson(m_in); }
    void fill(TicketExpired &e) { e.ticket = ticket(); }
    void fill(DayClosed &e)
    {
        e.issued = int(m_in.integer(QStringLiteral("issued")));
        e.served = int(m_in.integer(QStringLiteral("served")));
        e.missed = int(m_in.integer(QStringLiteral("missed")));
        e.cancelled = int(m_in.integer(QStringLiteral("cancelled")));
        e.expired = int(m_in.integer(QStringLiteral("expired")));
        e.present = int(m_in.integer(QStringLiteral("present")));
    }
    void fill(TicketRejoined &e) { e.ticket = ticket(); }
    void fill(TicketSteppedBack &e)
    {
        e.ticket = ticket();
        e.placeAt = m_in.instant(placeAtKey);
    }
    void fill(PlaceTakenBack &e) { e.ticket = ticket(); }
    void fill(ReservationChanged &e) { e.reservation = reservationFromJson(m_in); }
    void fill(AppointmentMet &e)
    {
        e.ticket = ticket();
        e.slot = m_in.instant(QStringLiteral("slot"));
        e.placeAt = m_in.instant(placeAtKey);
    }

    FieldReader m_in;
    std::optional<Error> m_catalogueFault;
};

} // namespace

QString eventKind(const EventData &data) { return QString::fromLatin1(kinds[data.index()]); }

QJsonObject eventToJson(const Event &event)
{
    QJsonObject json{{QStringLiteral("kind"), eventKind(event.data)},
        {QStringLiteral("at"), toMs(event.at)}, {QStringLiteral("day"), event.day.text()}};
    if (!event.cause.isEmpty())
        json.insert(QStringLiteral("cause"), event.cause.text());
    if (!event.by.terminal.isEmpty())
        json.insert(QStringLiteral("terminal"), event.by.terminal.text());
    if (!event.by.officer.isEmpty())
        json.insert(QStringLiteral("officer"), event.by.officer.text());
    const QJsonObject data = std::visit(Writer(), event.data);
    if (!data.isEmpty())
        json.insert(QStringLiteral("data"), data);
    return json;
}

Result<Event> eventFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    const QString kind = in.text(QStringLiteral("kind"));
    const auto known = std::ranges::find_if(
        kinds, [&](const char *name) { return kind == QLatin1String(name); });
    Event event;
    event.at = in.instant(QStringLiteral("at"));
    event.day = in.day(QStringLiteral("day"));
    event.cause = CommandId(in.optionalUuid(QStringLiteral("cause")));
    event.by = {in.optionalId<TerminalId>(QStringLiteral("terminal")),
        in.optionalId<OfficerId>(QStringLiteral("officer"))};
    if (!in.ok())
        return in.error();
    if (known == kinds.end())
        return failure(ErrorCode::Unsupported,
            QStringLiteral("events of kind \"%1\" are from a newer version").arg(kind));
    auto data = DataReader(json.value(QStringLiteral("data")).toObject())
                    .read(size_t(known - kinds.begin()));
    if (!data)
        return tl::unexpected(data.error());
    event.data = std::move(*data);
    return event;
}

TerminalId confidantOf(const EventData &data)
{
    if (const auto *issued = std::get_if<TicketIssued>(&data))
        return issued->issuedAt;
    if (const auto *requested = std::get_if<SlipRequested>(&data))
        return requested->kiosk;
    return {};
}

Event redactedFor(const Event &event, const TerminalId &terminal)
{
    Event copy = event;
    if (auto *officer = std::get_if<OfficerRegistered>(&copy.data))
        officer->officer.pinHash = officer->officer.passwordHash = QString();
    else if (auto *enrolled = std::get_if<TerminalEnrolled>(&copy.data))
        enrolled->terminal.tokenHash.clear();
    else if (!terminal.isEmpty() && confidantOf(event.data) == terminal)
        return copy;
    else if (auto *issued = std::get_if<TicketIssued>(&copy.data)) {
        issued->secret.clear();
        issued->holder.clear();
    } else if (auto *changed = std::get_if<ReservationChanged>(&copy.data)) {
        changed->reservation.holder.clear();
    } else if (auto *requested = std::get_if<SlipRequested>(&copy.data))
        requested->secret.clear();
    return copy;
}

} // namespace antre
