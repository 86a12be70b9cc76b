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
    "cancelTicket", "publishCatalogue", "enrolTerminal", "revokeTerminal", "registerOfficer"};
static_assert(names.size() == std::variant_size_v<CommandData>);

const QString ticketKey = QStringLiteral("ticket");
const QString counterKey = QStringLiteral("counter");

/// What IssueTicket and ReportPaper share.
template <typename Wish> QJsonObject wishToJson(const Wish &wish)
{
    return {{QStringLiteral("service"), wish.service.text()},
        {QStringLiteral("class"), wish.priority.text()},
        {QStringLiteral("language"), wish.language}, {QStringLiteral("secret"), wish.secret},
        {QStringLiteral("touchedAt"), toMs(wish.touchedAt)}};
}

template <typename Wish> void wishFromJson(FieldReader &in, Wish &wish)
{
    wish.service = in.id<ServiceId>(QStringLiteral("service"));
    wish.priority = in.optionalId<ClassId>(QStringLiteral("class"));
    wish.language = in.optionalText(QStringLiteral("language"));
    wish.secret = in.optionalText(QStringLiteral("secret"));
    wish.touchedAt = in.instant(QStringLiteral("touchedAt"));
}

struct Writer
{
    QJsonObject operator()(const IssueTicket &c) const { return wishToJson(c); }
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
        return {{ticketKey, c.ticket.text()}, {QStringLiteral("slip"), slipStateName(c.slip)}};
    }
    QJsonObject operator()(const OpenCounter &c) const { return {{counterKey, c.counter.text()}}; }
    QJsonObject operator()(const CloseCounter &c) const { return {{counterKey, c.counter.text()}}; }
    QJsonObject operator()(const CallNext &c) const { return {{counterKey, c.counter.text()}}; }
    QJsonObject operator()(const CallAgain &c) const { return atDesk(c); }
    QJsonObject operator()(const StartServing &c) const { return atDesk(c); }
    QJsonObject operator()(const FinishServing &c) const { return atDesk(c); }
    QJsonObject operator()(const MarkNoShow &c) const { return atDesk(c); }
    QJsonObject operator()(const CancelTicket &c) const { return {{ticketKey, c.ticket.text()}}; }
    QJsonObject operator()(const PublishCatalogue &c) const
    {
        return {{QStringLiteral("catalogue"), catalogueToJson(*c.catalogue)}};
    }
    QJsonObject operator()(const EnrolTerminal &c) const { return terminalToJson(c.terminal); }
    QJsonObject operator()(const RevokeTerminal &c) const
    {
        return {{QStringLiteral("terminal"), c.terminal.text()}};
    }
    QJsonObject operator()(const RegisterOfficer &c) const { return officerToJson(c.officer); }

    template <typename Wish> static QJsonObject atDesk(const Wish &c)
    {
        return {{counterKey, c.counter.text()}, {ticketKey, c.ticket.text()}};
    }
};

struct Reader
{
    FieldReader &in;

    void operator()(IssueTicket &c) const { wishFromJson(in, c); }
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
    }
    void operator()(OpenCounter &c) const { c.counter = in.id<CounterId>(counterKey); }
    void operator()(CloseCounter &c) const { c.counter = in.id<CounterId>(counterKey); }
    void operator()(CallNext &c) const { c.counter = in.id<CounterId>(counterKey); }
    void operator()(CallAgain &c) const { atDesk(c); }
    void operator()(StartServing &c) const { atDesk(c); }
    void operator()(FinishServing &c) const { atDesk(c); }
    void operator()(MarkNoShow &c) const { atDesk(c); }
    void operator()(CancelTicket &c) const { c.ticket = TicketId(in.uuid(ticketKey)); }
    void operator()(PublishCatalogue &c) const
    {
        c.catalogue = readCatalogue(in.object(QStringLiteral("catalogue"))).catalogue;
        if (!c.catalogue)
            in.fault(QStringLiteral("catalogue"), QStringLiteral("has faults"));
    }
    void operator()(EnrolTerminal &c) const { c.terminal = terminalFromJson(in); }
    void operator()(RevokeTerminal &c) const
    {
        c.terminal = in.id<TerminalId>(QStringLiteral("terminal"));
    }
    void operator()(RegisterOfficer &c) const { c.officer = officerFromJson(in); }

    template <typename Wish> void atDesk(Wish &c) const
    {
        c.counter = in.id<CounterId>(counterKey);
        c.ticket = TicketId(in.uuid(ticketKey));
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
