// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "support/mall.h"
#include "wire/devicestatusjson.h"
#include "wire/events.h"
#include "wire/json.h"
#include "wire/messages.h"

#include <QJsonArray>

using namespace antre;
using namespace std::chrono_literals;

namespace {

TicketId someTicket() { return TicketId(*Uuid::fromText(u"0198c5b2-7e5a-7c31-9f00-000000000001")); }

CommandId someCommand()
{
    return CommandId(*Uuid::fromText(u"0198c5b2-7e5a-7c31-9f00-000000000002"));
}

TerminalStatus someStatus()
{
    const LocalText right(
        {{text("id"), text("sebelah kanan")}, {text("en"), text("on the right")}});
    return {text("0.1.0"), Milliseconds(-120), 3, 1, 2, {text("disk.full"), text("noSound")},
        {{{}, PrinterCondition::PaperOut, PaperLeft{4800, 40}},
            {right, PrinterCondition::Ready, std::nullopt}}};
}

std::vector<EventData> oneOfEachEvent()
{
    const TicketNumber paper = *TicketNumber::fromText(text("A2-07"));
    const CounterId counter(text("3"));
    return {DayStarted{}, CataloguePublished{smallMall()},
        TerminalEnrolled{{TerminalId(text("kiosk-1")), TerminalKind::Kiosk, text("Kiosk 1"),
            text("1"), text("hash")}},
        TerminalRevoked{TerminalId(text("kiosk-1"))},
        OfficerRegistered{{OfficerId(text("rina")), text("Rina Marlina"), text("$argon2id$"), true,
            {Right::PickTicket}}},
        CounterOpened{counter, OfficerId(text("rina"))},
        CounterClosed{counter, ReasonId(text("lunch"))},
        TicketIssued{someTicket(), *TicketNumber::fromText(text("A012")), ServiceId(text("a.one")),
            ClassId(text("general")), text("id"), text("secret"), TerminalId(text("kiosk-1")),
            thursday(9), {ServiceId(text("a.two")), ServiceId(text("b.one"))}, text("phone")},
        PaperAdopted{someTicket(), paper},
        LatePaperRecorded{someTicket(), paper, ServiceId(text("a.one")),
            *BusinessDay::fromText(u"2026-08-19"), TerminalId(text("kiosk-2")), thursday(9)},
        TicketCalled{someTicket(), counter, 20min, CallReason::Helped},
        TicketRecalled{someTicket(), counter}, ServingStarted{someTicket()},
        TicketServed{someTicket(), OutcomeId(text("done"))}, TicketMissed{someTicket()},
        TicketCancelled{someTicket()},
        SlipReported{someTicket(), SlipState::Unknown, someCommand()},
        TicketReturned{someTicket(), counter},
        TicketParked{someTicket(), counter, ReasonId(text("form")), thursday(10)},
        TicketTransferred{someTicket(), counter, ServiceId(text("b.one")), LineId(text("B")),
            CounterId(text("2")), thursday(9)},
        TicketContinued{someTicket(), ServiceId(text("b.one")), LineId(text("B"))},
        ServiceAdded{someTicket(), counter, ServiceId(text("b.one"))},
        ServiceRemoved{someTicket(), counter, ServiceId(text("b.one"))},
        CounterPaused{counter, ReasonId(text("lunch")), thursday(13)}, CounterResumed{counter},
        ActionUndone{counter, someCommand()},
        SlipRequested{someTicket(), TerminalId(text("kiosk-1")), true, text("secret")},
        ClosureDeclared{Scope(AgencyId(text("a"))), thursday(10), smallMall()->site.name},
        ClosureLifted{Scope()}, TicketExpired{someTicket()}, DayClosed{9, 5, 1, 1, 1, 1},
        TicketRejoined{someTicket()}, TicketSteppedBack{someTicket(), thursday(9, 1)},
        PlaceTakenBack{someTicket()}};
}

std::vector<CommandData> oneOfEachCommand()
{
    const CounterId counter(text("3"));
    return {IssueTicket{ServiceId(text("a.one")), ClassId(text("elderly")), text("en"),
                text("secret"), thursday(9), {ServiceId(text("b.one"))},
                TerminalId(text("kiosk-1")), true, text("phone")},
        ReportPaper{someTicket(), *TicketNumber::fromText(text("A2-07")), ServiceId(text("a.one")),
            {}, text("id"), text("secret"), thursday(9), *BusinessDay::fromText(u"2026-08-20"),
            {ServiceId(text("b.one"))}},
        ReportSlip{someTicket(), SlipState::Sent, someCommand()}, OpenCounter{counter},
        CloseCounter{counter, ReasonId(text("lunch"))},
        CallNext{counter, true, OutcomeId(text("done"))}, CallAgain{counter, someTicket()},
        StartServing{counter, someTicket()},
        FinishServing{counter, someTicket(), OutcomeId(text("done"))},
        MarkNoShow{counter, someTicket()}, CancelTicket{someTicket()},
        PublishCatalogue{smallMall()},
        EnrolTerminal{
            {TerminalId(text("d")), TerminalKind::Display, text("Hall"), {}, text("hash")}},
        RevokeTerminal{TerminalId(text("d"))},
        RegisterOfficer{
            {OfficerId(text("rina")), text("Rina"), text("hash"), false, {Right::PickTicket}}},
        PickTicket{counter, someTicket()}, BringBack{counter, someTicket()},
        ParkTicket{counter, someTicket(), ReasonId(text("form")), 10min},
        ReturnTicket{counter, someTicket()},
        TransferTicket{counter, someTicket(), ServiceId(text("b.one")), CounterId(text("2")),
            TransferPlace::End},
        AddService{counter, someTicket(), ServiceId(text("b.one"))},
        RemoveService{counter, someTicket(), ServiceId(text("b.one"))},
        PauseCounter{counter, ReasonId(text("lunch")), thursday(13)}, ResumeCounter{counter},
        UndoLast{counter, someCommand()},
        RequestSlip{someTicket(), TerminalId(text("kiosk-1")), true},
        CloseFor{Scope(counter), thursday(10), smallMall()->site.name},
        Reopen{Scope(ServiceId(text("a.one")))}, CloseDay{*BusinessDay::fromText(u"2026-08-20")},
        RejoinQueue{someTicket()}, LetGoFirst{someTicket(), 3}, TakePlaceBack{someTicket()}};
}

} // namespace

TEST_CASE("Every kind of event survives the journal", "[wire]")
{
    const auto events = oneOfEachEvent();
    REQUIRE(events.size() == std::variant_size_v<EventData>);
    for (size_t kind = 0; kind < events.size(); ++kind) {
        REQUIRE(events[kind].index() == kind);
        const Event event{events[kind], thursday(9), *BusinessDay::fromText(u"2026-08-20"),
            someCommand(), officerAt("3")};
        CAPTURE(eventKind(event.data));
        const auto read = parseObject(toBytes(eventToJson(event))).and_then(eventFromJson);
        REQUIRE(read);
        CHECK(*read == event);
    }
}

TEST_CASE("Every kind of command survives the wire", "[wire]")
{
    const auto commands = oneOfEachCommand();
    REQUIRE(commands.size() == std::variant_size_v<CommandData>);
    for (size_t kind = 0; kind < commands.size(); ++kind) {
        REQUIRE(commands[kind].index() == kind);
        const Message message = CommandMessage{someCommand(), commands[kind]};
        CAPTURE(commandName(commands[kind]));
        const auto read = decode(encode(message));
        REQUIRE(read);
        CHECK(*read == message);
    }
}

TEST_CASE("Every message survives the wire", "[wire]")
{
    const Event event{TicketServed{someTicket()}, thursday(9),
        *BusinessDay::fromText(u"2026-08-20"), someCommand(), officerAt("3")};
    for (const Message &message : std::vector<Message>{
             Hello{protocolVersion, TerminalId(text("kiosk-1")), text("token"), 120, text("0.1.0")},
             Hello{protocolVersion, TerminalId(text("c")), text("token"), 0, {}, {}, true},
             Welcome{protocolVersion, 140, thursday(9), true},
             Welcome{protocolVersion, 140, thursday(9), false, true},
             Rejected{{ErrorCode::Forbidden, text("no"), text("unknownToken")}},
             EventsFeed{3, 4, {event}},
             SignIn{someCommand(), OfficerId(text("rina")), text("1234"), CounterId(text("3"))},
             Answer{someCommand(), 141, someTicket(), TicketNumber::fromText(text("A012")), 8,
                 std::nullopt},
             Answer{someCommand(), 141, someTicket(), TicketNumber::fromText(text("A012")), 8,
                 std::nullopt, PromisedWait{Minutes(35), Minutes(55), true}},
             Answer{someCommand(), 141, {}, {}, 0,
                 Error{ErrorCode::Refused, text("full"), text("quotaFull")}},
             Ping{17}, Pong{17, thursday(9)},
             Pong{17, thursday(9),
                 {{LineId(text("A")), {Minutes(0), Minutes(5), false}},
                     {LineId(text("B")), {Minutes(20), Minutes(60), true}}}},
             NoteMessage{someCommand(), someTicket(), text("needs a form")},
             NoteMessage{someCommand(), someTicket(), {}},
             TicketNotes{{{someTicket(), text("needs a form")}, {someTicket(), {}}}, true},
             TicketNotes{}, StatusMessage{}, StatusMessage{someStatus()}, DeviceStatuses{},
             DeviceStatuses{{{TerminalId(text("kiosk-1")), true, thursday(9), someStatus()},
                 {TerminalId(text("display-1")), false, thursday(8), std::nullopt}}}}) {
        const auto read = decode(encode(message));
        REQUIRE(read);
        CHECK(*read == message);
    }
}

TEST_CASE("A wait that makes no sense is none, and the message is read all the same", "[wire]")
{
    for (const char *wait : {"{\"from\":10}", "{\"from\":-5,\"until\":5}",
             "{\"from\":20,\"until\":10}", "{\"from\":\"x\",\"until\":10}", "7"}) {
        CAPTURE(wait);
        const auto read = decode(
            QByteArray("{\"type\":\"pong\",\"sent\":1,\"now\":2,\"waits\":{\"A\":") + wait + "}}");
        REQUIRE(read);
        CHECK(std::get<Pong>(*read).waits.empty());
    }
}

TEST_CASE("A status of a later version is read as far as it is understood", "[wire]")
{
    const auto read
        = decode(R"({"type":"status","mood":3,"printers":[{"condition":"onFire","ink":"low"}]})");
    REQUIRE(read);
    const TerminalStatus &status = std::get<StatusMessage>(*read).status;
    REQUIRE(status.printers.size() == 1);
    CHECK(status.printers[0].condition == PrinterCondition::Unknown);
    CHECK(status.backlog == 0);
}

TEST_CASE("A status longer than any honest one is refused", "[wire]")
{
    StatusMessage message{someStatus()};
    message.status.troubles.fill(text("noSound"), maxTroubles + 1);
    CHECK_FALSE(decode(encode(message)));
    message = {someStatus()};
    message.status.printers.resize(maxPrinters + 1);
    CHECK_FALSE(decode(encode(message)));
    CHECK_FALSE(decode(R"({"type":"status","printers":[{"paper":{"slips":"many"}}]})"));
    CHECK_FALSE(decode(R"({"type":"status","troubles":[7]})"));
}

TEST_CASE("A feed made of ready JSON is the same feed", "[wire]")
{
    QByteArrayList json;
    EventsFeed feed{7, 7, {}};
    for (const EventData &data : oneOfEachEvent()) {
        feed.events.push_back({data, thursday(9), *BusinessDay::fromText(u"2026-08-20"), {}, {}});
        json.append(toBytes(eventToJson(feed.events.back())));
        ++feed.upTo;
    }
    CHECK(decode(encodeFeed(feed.after, feed.upTo, json)) == Message(feed));
    CHECK(decode(encodeFeed(7, 7, {})) == Message(EventsFeed{7, 7, {}}));
}

TEST_CASE("Truncated, foreign and nonsensical messages are errors that name the fault", "[wire]")
{
    const QByteArray good = encode(CommandMessage{someCommand(), CallNext{CounterId(text("3"))}});
    for (int length = 0; length < good.size(); ++length)
        CHECK_FALSE(decode(good.left(length)));
    const auto fault = [](const char *json) {
        const auto read = decode(json);
        return read ? QString() : read.error().detail;
    };
    CHECK(fault("[]").contains(text("not a JSON object")));
    CHECK(fault("{}").contains(text("\"type\"")));
    CHECK(fault(R"({"type":"dance"})").contains(text("dance")));
    CHECK(fault(R"({"type":"command","id":"x","name":"callNext","data":{}})")
              .contains(text("\"id\" must be a UUID")));
    CHECK(fault(
        R"({"type":"command","id":"0198c5b2-7e5a-7c31-9f00-000000000002","name":"fly","data":{}})")
              .contains(text("fly")));
    CHECK(fault(
        R"({"type":"command","id":"0198c5b2-7e5a-7c31-9f00-000000000002","name":"callNext","data":{"counter":3}})")
              .contains(text("\"counter\" must be a text")));
    CHECK(fault(R"({"type":"ping","sent":"now"})").contains(text("whole number")));
}

TEST_CASE("A text longer than any honest one is refused", "[wire]")
{
    const auto read = decode(R"({"type":"hello","protocol":1,"terminal":")" + QByteArray(5000, 'x')
        + R"(","token":"t","after":0})");
    REQUIRE_FALSE(read);
    CHECK(read.error().detail.contains(text("longer than")));
}

TEST_CASE("A hello of another version is understood as that, whatever else it says", "[wire]")
{
    const auto read = decode(R"({"type":"hello","protocol":2,"badge":{}})");
    REQUIRE(read);
    CHECK(std::get<Hello>(*read).protocol == 2);
}

TEST_CASE("Keys of a later version are ignored", "[wire]")
{
    CHECK(decode(R"({"type":"ping","sent":5,"mood":"good"})") == Message(Ping{5}));
}

TEST_CASE("An event of a newer version is called that, not nonsense", "[wire]")
{
    const auto read
        = parseObject(R"({"kind":"ticketTeleported","at":1,"day":"2026-08-20","data":{}})")
              .and_then(eventFromJson);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::Unsupported);
}

TEST_CASE("A journal from before the officers' new verbs reads as it was meant", "[wire]")
{
    const auto read = [](const QByteArray &kind, const QByteArray &data) {
        const auto event = parseObject(
            R"({"kind":")" + kind + R"(","at":1,"day":"2026-08-20","data":{)" + data + "}}")
                               .and_then(eventFromJson);
        REQUIRE(event);
        return event->data;
    };
    const QByteArray ticket
        = R"("ticket":")" + someTicket().text().toLatin1() + R"(","counter":"3")";
    const CounterId counter(text("3"));
    CHECK(read("ticketCalled", ticket + R"(,"headStart":20)")
        == EventData(TicketCalled{someTicket(), counter, 20min, CallReason::Turn}));
    CHECK(read("ticketServed", ticket) == EventData(TicketServed{someTicket(), {}}));
    CHECK(read("counterClosed", ticket) == EventData(CounterClosed{counter, {}}));
    const auto officer = std::get<OfficerRegistered>(
        read("officerRegistered", R"("id":"rina","name":"Rina","active":true)"));
    CHECK_FALSE(officer.officer.may(Right::PickTicket));
    const auto issued = std::get<TicketIssued>(read("ticketIssued",
        ticket + R"(,"number":"A012","service":"a.one","class":"general","touchedAt":5)"));
    CHECK(issued.further.empty());
}

TEST_CASE("Commands of a console from before today's are understood", "[wire]")
{
    const auto read = [](const char *name, const QJsonObject &data) {
        const auto command = commandFromJson(text(name), data);
        REQUIRE(command);
        return *command;
    };
    const QJsonObject desk{{text("counter"), text("3")}, {text("ticket"), someTicket().text()}};
    const CounterId counter(text("3"));
    CHECK(read("callNext", desk) == CommandData(CallNext{counter, false, {}}));
    CHECK(read("closeCounter", desk) == CommandData(CloseCounter{counter, {}}));
    CHECK(read("finishServing", desk) == CommandData(FinishServing{counter, someTicket(), {}}));
}

TEST_CASE("What can't be meant by a command is named", "[wire]")
{
    const auto fault = [](const char *name, QJsonObject data) {
        data.insert(text("counter"), text("3"));
        data.insert(text("ticket"), someTicket().text());
        const auto command = commandFromJson(text(name), data);
        return command ? QString() : command.error().detail;
    };
    CHECK(
        fault("transferTicket", {{text("service"), text("b.one")}, {text("place"), text("first")}})
            .contains(text("\"place\" must be keep or end")));
    CHECK(fault("parkTicket", {{text("minutes"), text("ten")}}).contains(text("\"minutes\"")));
    CHECK(fault("callNext", {{text("help"), 1}}).contains(text("\"help\" must be true or false")));
    CHECK(fault("requestSlip", {}).contains(text("\"kiosk\"")));
    QJsonArray many;
    for (int i = 0; i < 6; ++i)
        many.append(text("b.one"));
    const QJsonObject wish{
        {text("service"), text("a.one")}, {text("touchedAt"), 1}, {text("further"), many}};
    CHECK(fault("issueTicket", wish).contains(text("\"further\" has more than 5 items")));
}

TEST_CASE("A ticket from a phone keeps its secret from every terminal", "[wire]")
{
    auto issued = std::get<TicketIssued>(oneOfEachEvent()[7]);
    issued.issuedAt = {};
    for (const TerminalId &terminal : {TerminalId(), TerminalId(text("kiosk-1"))}) {
        const Event seen = redactedFor({issued, thursday(9), {}, {}, {}}, terminal);
        CHECK(std::get<TicketIssued>(seen.data).secret.isEmpty());
    }
}

TEST_CASE(
    "Hashes never leave, and a ticket's secret only goes to where it was issued or is printed",
    "[wire]")
{
    const TerminalId issuer(text("kiosk-1"));
    for (const EventData &data : oneOfEachEvent()) {
        const Event event{data, thursday(9), {}, {}, {}};
        const QByteArray elsewhere
            = toBytes(eventToJson(redactedFor(event, TerminalId(text("display-1")))));
        CHECK_FALSE(elsewhere.contains("argon2id"));
        CHECK_FALSE(elsewhere.contains("\"hash\""));
        CHECK_FALSE(elsewhere.contains("\"secret\":\"secret\""));
    }
    const Event issued{oneOfEachEvent()[7], thursday(9), {}, {}, {}};
    CHECK(toBytes(eventToJson(redactedFor(issued, issuer))).contains("\"secret\":\"secret\""));
    const SlipRequested request{someTicket(), issuer, true, text("secret")};
    const Event requested{request, thursday(9), {}, {}, {}};
    CHECK(toBytes(eventToJson(redactedFor(requested, issuer))).contains("\"secret\":\"secret\""));
}
