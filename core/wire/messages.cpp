// SPDX-License-Identifier: Apache-2.0
#include "wire/messages.h"

#include "wire/cataloguejson.h"
#include "wire/devicestatusjson.h"
#include "wire/events.h"
#include "wire/json.h"
#include "wire/values.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace antre {

namespace {

QJsonObject errorToJson(const Error &error)
{
    QJsonObject json{{QStringLiteral("code"), errorCodeName(error.code)},
        {QStringLiteral("detail"), error.detail}};
    if (!error.reason.isEmpty())
        json.insert(QStringLiteral("reason"), error.reason);
    return json;
}

Error errorFromJson(FieldReader in)
{
    const QString name = in.text(QStringLiteral("code"));
    Error error{ErrorCode::Invalid, in.optionalText(QStringLiteral("detail")),
        in.optionalText(QStringLiteral("reason"))};
    if (const auto code = errorCodeFromName(name))
        error.code = *code;
    return error;
}

struct MessageWriter
{
    QJsonObject operator()(const Hello &m) const
    {
        QJsonObject json{{QStringLiteral("type"), QStringLiteral("hello")},
            {QStringLiteral("protocol"), m.protocol},
            {QStringLiteral("terminal"), m.terminal.text()}, {QStringLiteral("token"), m.token},
            {QStringLiteral("after"), m.after}, {QStringLiteral("version"), m.version}};
        if (!m.lastCause.isEmpty())
            json.insert(QStringLiteral("lastCause"), m.lastCause.text());
        if (m.readsDevices)
            json.insert(QStringLiteral("readsDevices"), true);
        if (m.readsNotes)
            json.insert(QStringLiteral("readsNotes"), true);
        if (m.takesOrders)
            json.insert(QStringLiteral("takesOrders"), true);
        return json;
    }
    QJsonObject operator()(const Welcome &m) const
    {
        QJsonObject json{{QStringLiteral("type"), QStringLiteral("welcome")},
            {QStringLiteral("protocol"), m.protocol}, {QStringLiteral("position"), m.position},
            {QStringLiteral("now"), toMs(m.now)}, {QStringLiteral("startOver"), m.startOver}};
        if (m.takesStatus)
            json.insert(QStringLiteral("takesStatus"), true);
        if (m.takesNotes)
            json.insert(QStringLiteral("takesNotes"), true);
        return json;
    }
    QJsonObject operator()(const Rejected &m) const
    {
        QJsonObject json = errorToJson(m.error);
        json.insert(QStringLiteral("type"), QStringLiteral("rejected"));
        return json;
    }
    QJsonObject operator()(const EventsFeed &m) const
    {
        QJsonArray events;
        for (const Event &event : m.events)
            events.append(eventToJson(event));
        return {{QStringLiteral("type"), QStringLiteral("events")},
            {QStringLiteral("after"), m.after}, {QStringLiteral("upTo"), m.upTo},
            {QStringLiteral("events"), events}};
    }
    QJsonObject operator()(const CommandMessage &m) const
    {
        return {{QStringLiteral("type"), QStringLiteral("command")},
            {QStringLiteral("id"), m.id.text()}, {QStringLiteral("name"), commandName(m.data)},
            {QStringLiteral("data"), commandToJson(m.data)}};
    }
    QJsonObject operator()(const SignIn &m) const
    {
        return {{QStringLiteral("type"), QStringLiteral("signIn")},
            {QStringLiteral("id"), m.id.text()}, {QStringLiteral("officer"), m.officer.text()},
            {QStringLiteral("pin"), m.pin}, {QStringLiteral("counter"), m.counter.text()}};
    }
    QJsonObject operator()(const Answer &m) const
    {
        QJsonObject json{{QStringLiteral("type"), QStringLiteral("answer")},
            {QStringLiteral("id"), m.id.text()}, {QStringLiteral("position"), m.position}};
        if (!m.ticket.isEmpty())
            json.insert(QStringLiteral("ticket"), m.ticket.text());
        if (m.number) {
            json.insert(QStringLiteral("number"), m.number->text());
            json.insert(QStringLiteral("ahead"), m.ahead);
        }
        if (m.wait)
            json.insert(QStringLiteral("wait"), waitToJson(*m.wait));
        if (m.error)
            json.insert(QStringLiteral("error"), errorToJson(*m.error));
        return json;
    }
    QJsonObject operator()(const Ping &m) const
    {
        return {{QStringLiteral("type"), QStringLiteral("ping")}, {QStringLiteral("sent"), m.sent}};
    }
    QJsonObject operator()(const Pong &m) const
    {
        QJsonObject json{{QStringLiteral("type"), QStringLiteral("pong")},
            {QStringLiteral("sent"), m.sent}, {QStringLiteral("now"), toMs(m.now)}};
        QJsonObject waits;
        for (const auto &[line, wait] : m.waits)
            waits.insert(line.value(), waitToJson(wait));
        if (!waits.isEmpty())
            json.insert(QStringLiteral("waits"), waits);
        return json;
    }
    QJsonObject operator()(const StatusMessage &m) const
    {
        QJsonObject json = statusToJson(m.status);
        json.insert(QStringLiteral("type"), QStringLiteral("status"));
        return json;
    }
    QJsonObject operator()(const DeviceStatuses &m) const
    {
        QJsonArray devices;
        for (const DeviceStatus &device : m.devices)
            devices.append(deviceToJson(device));
        return {{QStringLiteral("type"), QStringLiteral("devices")},
            {QStringLiteral("devices"), devices}};
    }
    QJsonObject operator()(const NoteMessage &m) const
    {
        return {{QStringLiteral("type"), QStringLiteral("note")},
            {QStringLiteral("id"), m.id.text()}, {QStringLiteral("ticket"), m.ticket.text()},
            {QStringLiteral("text"), m.text}};
    }
    QJsonObject operator()(const TicketNotes &m) const
    {
        QJsonArray notes;
        for (const TicketNote &note : m.notes)
            notes.append(QJsonObject{{QStringLiteral("ticket"), note.ticket.text()},
                {QStringLiteral("text"), note.text}});
        QJsonObject json{
            {QStringLiteral("type"), QStringLiteral("notes")}, {QStringLiteral("notes"), notes}};
        if (m.all)
            json.insert(QStringLiteral("all"), true);
        return json;
    }
    QJsonObject operator()(const OrderMessage &m) const
    {
        return {{QStringLiteral("type"), QStringLiteral("order")},
            {QStringLiteral("do"), deviceOrderName(m.order)}};
    }
    QJsonObject operator()(const EnrolAsked &m) const
    {
        return {
            {QStringLiteral("type"), QStringLiteral("enrol")}, {QStringLiteral("nonce"), m.nonce}};
    }
    QJsonObject operator()(const EnrolChallenge &m) const
    {
        return {{QStringLiteral("type"), QStringLiteral("enrolChallenge")},
            {QStringLiteral("salt"), m.salt}, {QStringLiteral("nonce"), m.nonce}};
    }
    QJsonObject operator()(const EnrolRedeemed &m) const
    {
        return {
            {QStringLiteral("type"), QStringLiteral("redeem")}, {QStringLiteral("proof"), m.proof}};
    }
    QJsonObject operator()(const Enrolled &m) const
    {
        return {{QStringLiteral("type"), QStringLiteral("enrolled")},
            {QStringLiteral("settings"), m.settings}, {QStringLiteral("proof"), m.proof}};
    }
    QJsonObject operator()(const InviteMessage &m) const
    {
        QJsonObject json{{QStringLiteral("type"), QStringLiteral("invite")},
            {QStringLiteral("id"), m.id.text()},
            {QStringLiteral("terminal"), terminalToJson(m.terminal)}};
        if (!m.counter.isEmpty())
            json.insert(QStringLiteral("counter"), m.counter.text());
        return json;
    }
    QJsonObject operator()(const InvitedMessage &m) const
    {
        QJsonObject json{{QStringLiteral("type"), QStringLiteral("invited")},
            {QStringLiteral("id"), m.id.text()}, {QStringLiteral("code"), m.code},
            {QStringLiteral("until"), toMs(m.until)},
            {QStringLiteral("fingerprint"), m.fingerprint}};
        if (m.error)
            json.insert(QStringLiteral("error"), errorToJson(*m.error));
        return json;
    }
};

Result<Message> checked(const FieldReader &in, Message message)
{
    if (!in.ok())
        return in.error();
    return message;
}

Result<Message> readHello(FieldReader in, const QJsonObject &json)
{
    Hello m;
    m.protocol = int(in.integer(QStringLiteral("protocol")));
    // Another version may mean other things by the other fields: judge it by the number alone.
    if (in.ok() && m.protocol != protocolVersion)
        return m;
    m.terminal = in.id<TerminalId>(QStringLiteral("terminal"));
    m.token = in.text(QStringLiteral("token"));
    m.after = in.integer(QStringLiteral("after"));
    m.version = in.optionalText(QStringLiteral("version"));
    m.lastCause = CommandId(in.optionalUuid(QStringLiteral("lastCause")));
    m.readsDevices = json.value(QStringLiteral("readsDevices")).toBool();
    m.readsNotes = json.value(QStringLiteral("readsNotes")).toBool();
    m.takesOrders = json.value(QStringLiteral("takesOrders")).toBool();
    return checked(in, m);
}

Result<Message> readWelcome(FieldReader in, const QJsonObject &json)
{
    Welcome m;
    m.protocol = int(in.integer(QStringLiteral("protocol")));
    m.position = in.integer(QStringLiteral("position"));
    m.now = in.instant(QStringLiteral("now"));
    m.startOver = in.boolean(QStringLiteral("startOver"));
    m.takesStatus = json.value(QStringLiteral("takesStatus")).toBool();
    m.takesNotes = json.value(QStringLiteral("takesNotes")).toBool();
    return checked(in, m);
}

Result<Message> readEvents(FieldReader in)
{
    EventsFeed m;
    m.after = in.integer(QStringLiteral("after"));
    m.upTo = in.integer(QStringLiteral("upTo"));
    const QJsonArray events = in.array(QStringLiteral("events"));
    for (const QJsonValue &json : events) {
        auto event = eventFromJson(json.toObject());
        if (!event)
            return tl::unexpected(event.error());
        m.events.push_back(std::move(*event));
    }
    return checked(in, std::move(m));
}

Result<Message> readCommand(FieldReader in)
{
    const CommandId id(in.uuid(QStringLiteral("id")));
    const QString name = in.text(QStringLiteral("name"));
    const QJsonObject data = in.object(QStringLiteral("data"));
    if (!in.ok())
        return in.error();
    auto command = commandFromJson(name, data);
    if (!command)
        return tl::unexpected(command.error());
    return CommandMessage{id, std::move(*command)};
}

Result<Message> readSignIn(FieldReader in)
{
    SignIn m;
    m.id = CommandId(in.uuid(QStringLiteral("id")));
    m.officer = in.id<OfficerId>(QStringLiteral("officer"));
    m.pin = in.text(QStringLiteral("pin"));
    m.counter = in.id<CounterId>(QStringLiteral("counter"));
    return checked(in, m);
}

Result<Message> readAnswer(FieldReader in, const QJsonObject &json)
{
    Answer m;
    m.id = CommandId(in.uuid(QStringLiteral("id")));
    m.position = in.optionalInteger(QStringLiteral("position"), 0);
    m.ticket = TicketId(in.optionalUuid(QStringLiteral("ticket")));
    if (json.contains(QStringLiteral("number"))) {
        m.number = in.number(QStringLiteral("number"));
        m.ahead = int(in.integer(QStringLiteral("ahead")));
    }
    m.wait = waitFromJson(json.value(QStringLiteral("wait")).toObject());
    if (json.contains(QStringLiteral("error")))
        m.error = errorFromJson(FieldReader(in.object(QStringLiteral("error"))));
    return checked(in, m);
}

Result<Message> readPong(FieldReader in, const QJsonObject &json)
{
    Pong m;
    m.sent = in.integer(QStringLiteral("sent"));
    m.now = in.instant(QStringLiteral("now"));
    const QJsonObject waits = json.value(QStringLiteral("waits")).toObject();
    for (auto line = waits.begin(); line != waits.end(); ++line) {
        if (const auto wait = waitFromJson(line->toObject()))
            m.waits.emplace(LineId(line.key()), *wait);
    }
    return checked(in, m);
}

Result<Message> readStatus(FieldReader in, const QJsonObject &json)
{
    const StatusMessage m{statusFromJson(in, json)};
    return checked(in, m);
}

Result<Message> readDevices(FieldReader in)
{
    DeviceStatuses m;
    const QJsonArray devices = in.array(QStringLiteral("devices"));
    for (const QJsonValue &json : devices) {
        auto device = deviceFromJson(json.toObject());
        if (!device)
            return tl::unexpected(device.error());
        m.devices.push_back(std::move(*device));
    }
    return checked(in, std::move(m));
}

Result<Message> readNote(FieldReader in)
{
    NoteMessage m;
    m.id = CommandId(in.uuid(QStringLiteral("id")));
    m.ticket = TicketId(in.uuid(QStringLiteral("ticket")));
    m.text = in.optionalText(QStringLiteral("text"));
    return checked(in, m);
}

Result<Message> readOrder(FieldReader in)
{
    const auto order = deviceOrderFromName(in.text(QStringLiteral("do")));
    if (!order)
        in.fault(QStringLiteral("do"), QStringLiteral("is no order that this version knows"));
    return checked(in, OrderMessage{order.value_or(DeviceOrder::TestPrint)});
}

Result<Message> readInvite(FieldReader in)
{
    InviteMessage m;
    m.id = CommandId(in.uuid(QStringLiteral("id")));
    FieldReader terminal(in.object(QStringLiteral("terminal")));
    m.terminal = terminalFromJson(terminal);
    m.counter = in.optionalId<CounterId>(QStringLiteral("counter"));
    return terminal.ok() ? checked(in, m) : Result<Message>(terminal.error());
}

Result<Message> readInvited(FieldReader in, const QJsonObject &json)
{
    InvitedMessage m;
    m.id = CommandId(in.uuid(QStringLiteral("id")));
    m.code = in.optionalText(QStringLiteral("code"));
    m.until = in.instant(QStringLiteral("until"));
    m.fingerprint = in.optionalText(QStringLiteral("fingerprint"));
    if (json.contains(QStringLiteral("error")))
        m.error = errorFromJson(FieldReader(in.object(QStringLiteral("error"))));
    return checked(in, m);
}

/// Those of a device that becomes a terminal, and the orders that it may get later. Nothing: the
/// type is none of theirs.
std::optional<Result<Message>> readDeviceMessage(
    const QString &type, FieldReader &in, const QJsonObject &json)
{
    if (type == QLatin1String("order"))
        return readOrder(in);
    if (type == QLatin1String("enrol")) {
        const EnrolAsked m{in.text(QStringLiteral("nonce"))};
        return checked(in, m);
    }
    if (type == QLatin1String("enrolChallenge")) {
        const EnrolChallenge m{in.text(QStringLiteral("salt")), in.text(QStringLiteral("nonce"))};
        return checked(in, m);
    }
    if (type == QLatin1String("redeem")) {
        const EnrolRedeemed m{in.text(QStringLiteral("proof"))};
        return checked(in, m);
    }
    if (type == QLatin1String("enrolled")) {
        const Enrolled m{in.text(QStringLiteral("settings")), in.text(QStringLiteral("proof"))};
        return checked(in, m);
    }
    if (type == QLatin1String("invite"))
        return readInvite(in);
    if (type == QLatin1String("invited"))
        return readInvited(in, json);
    return std::nullopt;
}

Result<Message> readNotes(FieldReader in, const QJsonObject &json)
{
    TicketNotes m;
    m.all = json.value(QStringLiteral("all")).toBool();
    const QJsonArray notes = in.array(QStringLiteral("notes"));
    for (const QJsonValue &note : notes) {
        FieldReader one(note.toObject());
        m.notes.push_back({TicketId(one.uuid(QStringLiteral("ticket"))),
            one.optionalText(QStringLiteral("text"))});
        if (!one.ok())
            return one.error();
    }
    return checked(in, std::move(m));
}

} // namespace

bool isNote(const QString &text)
{
    const auto shows = [](QChar letter) {
        const ushort code = letter.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        return letter.category() != QChar::Other_Control && code != 0x2028 && code != 0x2029
            && !turns;
    };
    return text.size() <= maxNoteLength && text.isValidUtf16() && std::ranges::all_of(text, shows);
}

QJsonObject waitToJson(const PromisedWait &wait)
{
    QJsonObject json{{QStringLiteral("from"), int(wait.from.count())},
        {QStringLiteral("until"), int(wait.until.count())}};
    if (wait.maybeTooLate)
        json.insert(QStringLiteral("maybeTooLate"), true);
    return json;
}

std::optional<PromisedWait> waitFromJson(const QJsonObject &json)
{
    const PromisedWait wait{Minutes(json.value(QStringLiteral("from")).toInt(-1)),
        Minutes(json.value(QStringLiteral("until")).toInt(-1)),
        json.value(QStringLiteral("maybeTooLate")).toBool()};
    if (wait.from < Minutes(0) || wait.until < wait.from)
        return std::nullopt;
    return wait;
}

QString deviceOrderName(DeviceOrder order)
{
    switch (order) {
    case DeviceOrder::TestPrint:
        return QStringLiteral("testPrint");
    case DeviceOrder::Rest:
        return QStringLiteral("rest");
    case DeviceOrder::Work:
        return QStringLiteral("work");
    case DeviceOrder::Restart:
        return QStringLiteral("restart");
    }
    return {};
}

std::optional<DeviceOrder> deviceOrderFromName(const QString &name)
{
    for (const DeviceOrder order :
        {DeviceOrder::TestPrint, DeviceOrder::Rest, DeviceOrder::Work, DeviceOrder::Restart}) {
        if (deviceOrderName(order) == name)
            return order;
    }
    return std::nullopt;
}

QByteArray encode(const Message &message) { return toBytes(std::visit(MessageWriter(), message)); }

QByteArray encodeFeed(qint64 after, qint64 upTo, const QByteArrayList &events)
{
    return "{\"after\":" + QByteArray::number(after) + ",\"events\":[" + events.join(',')
        + "],\"type\":\"events\",\"upTo\":" + QByteArray::number(upTo) + '}';
}

Result<Message> decode(const QByteArray &frame)
{
    const auto json = parseObject(frame);
    if (!json)
        return tl::unexpected(json.error());
    FieldReader in(*json);
    const QString type = in.text(QStringLiteral("type"));
    if (type == QLatin1String("hello"))
        return readHello(in, *json);
    if (type == QLatin1String("command"))
        return readCommand(in);
    if (type == QLatin1String("signIn"))
        return readSignIn(in);
    if (type == QLatin1String("ping")) {
        const Ping ping{in.integer(QStringLiteral("sent"))};
        return checked(in, ping);
    }
    if (type == QLatin1String("welcome"))
        return readWelcome(in, *json);
    if (type == QLatin1String("events"))
        return readEvents(in);
    if (type == QLatin1String("answer"))
        return readAnswer(in, *json);
    if (type == QLatin1String("pong"))
        return readPong(in, *json);
    if (type == QLatin1String("status"))
        return readStatus(in, *json);
    if (type == QLatin1String("devices"))
        return readDevices(in);
    if (type == QLatin1String("note"))
        return readNote(in);
    if (type == QLatin1String("notes"))
        return readNotes(in, *json);
    if (type == QLatin1String("rejected"))
        return Rejected{errorFromJson(in)};
    if (auto message = readDeviceMessage(type, in, *json))
        return std::move(*message);
    if (!in.ok())
        return in.error();
    return failure(
        ErrorCode::Unsupported, QStringLiteral("messages of type \"%1\" are unknown").arg(type));
}

} // namespace antre
