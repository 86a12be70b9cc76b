// SPDX-License-Identifier: Apache-2.0

// A number for a visitor who has none: real keys, the real window, machine, network and service.

#include "common/desktopkey.h"
#include "consoledesk.h"
#include "counter/deskpage.h"
#include "counter/servicepicker.h"
#include "scan/qrreader.h"
#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguereader.h"
#include "wire/events.h"

#include <QFile>
#include <QLineEdit>

using namespace antre;
using namespace std::chrono_literals;

namespace {

const CounterId lobby;

struct Helper : ConsoleDesk
{
    explicit Helper(bool atCounter = true)
        : ConsoleDesk(atCounter)
    {
        if (atCounter)
            signsIn();
        shows();
    }
    /// F2, a few letters, Enter.
    void gives(const QString &letters = QStringLiteral("one"))
    {
        presses(Qt::Key_F2);
        types(letters);
        presses(Qt::Key_Return);
    }
    [[nodiscard]] const IssuedNumber &given() const
    {
        REQUIRE(view().issued);
        return *view().issued;
    }
    /// Slips that a kiosk was asked for.
    [[nodiscard]] int slipsWanted() const
    {
        const auto events = hall.service->eventsAfter(0, 1000);
        REQUIRE(events);
        return int(std::ranges::count_if(*events, [](const PlacedEvent &placed) {
            return std::holds_alternative<SlipRequested>(placed.event.data);
        }));
    }
    /// The last one's command.
    [[nodiscard]] CommandId lastSlipWish() const
    {
        const auto events = hall.service->eventsAfter(0, 1000);
        REQUIRE(events);
        CommandId wish;
        for (const PlacedEvent &placed : *events) {
            if (std::holds_alternative<SlipRequested>(placed.event.data))
                wish = placed.event.cause;
        }
        return wish;
    }
    void entersLobby()
    {
        Q_EMIT window.signInWanted(OfficerId(text("rina")), text("4711"), lobby);
        passes(100ms);
    }
    [[nodiscard]] QString reasonOnKey() const
    {
        for (const DesktopKey *key : window.findChildren<DesktopKey *>()) {
            if (key->isVisible() && key->content().icon == text("ui-printer")
                && !key->content().second.isEmpty() && !key->isCheckable())
                return key->content().second;
        }
        return {};
    }
};

} // namespace

TEST_CASE("F2, a few letters and Enter: the visitor has a number, and a kiosk prints it", "[issue]")
{
    Helper helper;
    const Instant before = helper.hall.clock.wall();
    helper.gives();
    CHECK(helper.given().number == text("A001"));
    CHECK(helper.given().kiosk == TerminalId(text("kiosk-1")));
    CHECK(helper.slipsWanted() == 1);
    CHECK(helper.hall.clock.wall() - before < 5s);
    const Ticket &ticket = *helper.state().ticket(helper.given().id);
    CHECK(ticket.service == ServiceId(text("a.one")));
    CHECK(ticket.priority == ClassId(text("general")));
    CHECK_FALSE(ticket.secret.isEmpty());
}

TEST_CASE(
    "Enter again is ready for the next visitor, and Escape leads back to the queue", "[issue]")
{
    Helper helper;
    helper.gives();
    helper.presses(Qt::Key_Return);
    CHECK_FALSE(helper.view().issued);
    helper.types(text("two"));
    helper.presses(Qt::Key_Return);
    CHECK(helper.given().number == text("A002"));
    CHECK(helper.given().service == text("a.two"));
    helper.presses(Qt::Key_Escape);
    CHECK_FALSE(helper.view().issued);
    CHECK_FALSE(helper.window.findChildren<DeskPage *>().constLast()->panel());
}

TEST_CASE("One key chooses the class, for this visitor only", "[issue]")
{
    Helper helper;
    helper.presses(Qt::Key_F2);
    helper.presses(Qt::Key_2, Qt::ControlModifier);
    helper.types(text("one"));
    helper.presses(Qt::Key_Return);
    CHECK(helper.state().ticket(helper.given().id)->priority == ClassId(text("elderly")));
    helper.presses(Qt::Key_Return);
    helper.types(text("one"));
    helper.presses(Qt::Key_Return);
    CHECK(helper.state().ticket(helper.given().id)->priority == ClassId(text("general")));
}

TEST_CASE(
    "A camera reads the ticket's page from the console's screen; no paper is wanted", "[issue]")
{
    Helper helper;
    helper.presses(Qt::Key_F2);
    helper.presses(Qt::Key_K, Qt::ControlModifier);
    helper.types(text("one"));
    helper.presses(Qt::Key_Return);
    const QString page
        = u"https://mall.example/t/" % helper.state().ticket(helper.given().id)->secret;
    CHECK(helper.given().link == page);
    QZXingReader reader;
    CHECK(reader.read(helper.window.grab().toImage()).value_or(QString()) == page);
    CHECK(helper.slipsWanted() == 0);
    // It is remembered: the next one asks for no paper either.
    CHECK(helper.window.habits().slipPlace == TerminalId());
}

TEST_CASE("A full quota is told before anybody asks, and only who may goes beyond it", "[issue]")
{
    Helper helper;
    helper.kiosk.touches("a.two");
    helper.passes(100ms);
    helper.kiosk.input(Dismissed{});
    helper.kiosk.touches("a.two");
    helper.passes(100ms);
    helper.gives(text("two"));
    CHECK_FALSE(helper.view().issued);
    CHECK(helper.reasonOnKey() == text("Today's quota is used up"));
    helper.may({Right::ExceedLimits});
    helper.passes(100ms);
    helper.presses(Qt::Key_Return);
    CHECK(helper.given().number == text("A003"));
}

TEST_CASE("Without paper or without a sign of life no slip is promised there", "[issue]")
{
    Helper helper;
    helper.kiosk.input(DevicesChanged{{}, {PrinterCondition::PaperOut}});
    helper.passes(100ms);
    helper.gives();
    // Nothing was ever printed from here, so it goes where it can: to the screen.
    CHECK(helper.given().kiosk.isEmpty());
    CHECK(helper.slipsWanted() == 0);
    helper.presses(Qt::Key_Return);
    helper.presses(Qt::Key_K, Qt::ControlModifier);
    helper.types(text("one"));
    helper.presses(Qt::Key_Return);
    CHECK_FALSE(helper.view().issued);
    CHECK(helper.reasonOnKey() == text("kiosk-1: out of paper"));
    helper.kiosk.input(DevicesChanged{{}, {PrinterCondition::Ready}});
    helper.passes(100ms);
    CHECK(helper.reasonOnKey().isEmpty());
    helper.hall.hangUp(helper.kiosk);
    helper.passes(100ms);
    CHECK(helper.reasonOnKey() == text("kiosk-1: not connected"));
}

TEST_CASE("What becomes of the slip is shown: printed, not printed, no answer", "[issue]")
{
    Helper helper;
    helper.hall.hangUp(helper.kiosk);
    helper.kiosk.crash();
    helper.presses(Qt::Key_F2);
    helper.types(text("one"));
    Q_EMIT helper.window.issueWanted(IssueTicket{ServiceId(text("a.one")), {}, text("en"), {}, {},
                                         {}, TerminalId(text("kiosk-1"))},
        {});
    helper.passes(100ms);
    const TicketId ticket = helper.given().id;
    CHECK(helper.given().slip == SlipState::Pending);
    helper.passes(kioskAnswersWithin);
    CHECK(helper.given().isLate);
    const Actor kiosk{TerminalId(text("kiosk-1")), {}};
    helper.does(ReportSlip{ticket, SlipState::Failed, helper.lastSlipWish()}, kiosk);
    helper.passes(100ms);
    CHECK(helper.given().slip == SlipState::Failed);
    CHECK_FALSE(helper.given().isLate);
    helper.does(ReportSlip{ticket, SlipState::Printed, helper.lastSlipWish()}, kiosk);
    helper.passes(100ms);
    CHECK(helper.given().slip == SlipState::Printed);
}

TEST_CASE("A copy that fails is told where it was asked for, and only there", "[issue]")
{
    Helper helper;
    helper.kiosk.printerSays = SlipState::Printed;
    helper.gives();
    helper.passes(1s);
    const TicketId ticket = helper.given().id;
    REQUIRE(helper.given().slip == SlipState::Printed);
    helper.kiosk.printerSays = SlipState::Failed;
    Q_EMIT helper.window.wanted(Wish::Slip, RequestSlip{ticket, TerminalId(text("kiosk-1")), true});
    helper.passes(1s);
    CHECK(helper.slipsWanted() == 2);
    CHECK(helper.given().slip == SlipState::Failed);
    CHECK(helper.state().ticket(ticket)->slip == SlipState::Printed); // the first is in a hand
    helper.kiosk.printerSays = SlipState::Printed;
    Q_EMIT helper.window.wanted(Wish::Slip, RequestSlip{ticket, TerminalId(text("kiosk-1")), true});
    helper.passes(1s);
    CHECK(helper.given().slip == SlipState::Printed);
}

TEST_CASE("An answer that is lost, and Enter once more: one visitor, one number", "[issue]")
{
    Helper helper;
    helper.hall.answersGetLost = true;
    helper.gives();
    CHECK(helper.state().tickets.size() == 1);
    helper.hall.network(false);
    helper.passes(1s);
    helper.hall.answersGetLost = false;
    helper.hall.network(true);
    helper.passes(10s);
    CHECK_FALSE(helper.view().issued);
    helper.presses(Qt::Key_Return);
    CHECK(helper.given().number == text("A001"));
    CHECK(helper.state().tickets.size() == 1);
    CHECK(helper.slipsWanted() == 1);
}

TEST_CASE("A note goes to whoever calls the number, and into no event", "[issue]")
{
    Helper helper;
    helper.presses(Qt::Key_F2);
    helper.types(text("one"));
    for (QLineEdit *field : helper.window.findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->accessibleName() == text("Note"))
            field->setText(text("needs a form"));
    }
    helper.presses(Qt::Key_Return);
    CHECK(helper.given().note == NoteFate::Kept);
    helper.presses(Qt::Key_Escape);
    helper.presses(Qt::Key_F9);
    REQUIRE(helper.view().current);
    CHECK(helper.view().current->note == text("needs a form"));
    const auto events = helper.hall.service->eventsAfter(0, 1000);
    REQUIRE(events);
    for (const PlacedEvent &placed : *events)
        CHECK_FALSE(toRecord(placed.event).body.contains("needs a form"));
    helper.passes(50ms);
    helper.hall.clock.advance(24h);
    helper.hall.gate->timePassed();
    helper.hall.run(100ms);
    CHECK(helper.terminal.machine().notes().empty());
}

TEST_CASE("In the lobby an officer gives numbers without a counter, and calls nobody", "[issue]")
{
    Helper helper(false);
    helper.entersLobby();
    REQUIRE(helper.view().phase == DeskPhase::InLobby);
    CHECK(helper.view().officerName == text("Rina"));
    CHECK(helper.state().desks.empty());
    helper.types(text("one"));
    helper.presses(Qt::Key_Return);
    CHECK(helper.given().number == text("A001"));
    helper.presses(Qt::Key_F9);
    CHECK(helper.said()
        == text("In the lobby you give numbers. To call visitors, sign in at a counter."));
    helper.presses(Qt::Key_F12);
    CHECK(helper.view().phase == DeskPhase::SignedOut);
}

TEST_CASE(
    "Who helps in the lobby stays signed in when the Wi-Fi fails, but not over night", "[issue]")
{
    Helper helper(false);
    helper.entersLobby();
    helper.hall.network(false);
    helper.passes(20s);
    CHECK_FALSE(helper.view().key(Wish::Issue).isUsable());
    helper.hall.network(true);
    helper.passes(20s);
    REQUIRE(helper.view().phase == DeskPhase::InLobby);
    helper.types(text("one"));
    helper.presses(Qt::Key_Return);
    CHECK(helper.given().number == text("A001"));
    helper.presses(Qt::Key_Return);
    helper.hall.network(false);
    helper.passes(20s);
    helper.hall.clock.advance(24h);
    helper.hall.network(true);
    helper.passes(20s);
    helper.types(text("one"));
    helper.presses(Qt::Key_Return);
    CHECK(helper.view().phase == DeskPhase::SignedOut);
}

TEST_CASE("Who signed out in the lobby can give no number from there", "[issue]")
{
    Helper helper(false);
    helper.entersLobby();
    helper.presses(Qt::Key_F12);
    Q_EMIT helper.window.issueWanted(IssueTicket{ServiceId(text("a.one")), {}, {}, {}, {}}, {});
    helper.passes(100ms);
    CHECK(helper.state().tickets.empty());
}

TEST_CASE("All 118 services are found by everyday words, mistyped or unfinished", "[issue]")
{
    QFile file(sourcePath("resources/catalogue/mpp-bengkulu.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const CataloguePtr catalogue = readCatalogue(file.readAll()).catalogue;
    REQUIRE(catalogue);
    CounterView view;
    view.language = text("id");
    view.finder = std::make_shared<const ServiceFinder>(*catalogue);
    for (const Agency &agency : catalogue->agencies) {
        for (const Service &service : agency.services)
            view.services.push_back({service.id, service.name.in(text("id")), {}, {}, {}});
    }
    CHECK(view.services.size() == 118);
    const auto best = [&](const char *typed) {
        const auto found = servicesMeant(text(typed), view);
        return found.empty() ? QString() : found.front().name;
    };
    CHECK(best("passpor").contains(text("paspor"), Qt::CaseInsensitive));
    CHECK(best("akta lahir").contains(text("lahir"), Qt::CaseInsensitive));
    CHECK(best("skck").contains(text("SKCK")));
    for (const ServiceChoice &service : view.services) {
        CAPTURE(service.name);
        const auto found = servicesMeant(service.name, view);
        CHECK(std::ranges::find(found, service.id, &ServiceChoice::id) != found.end());
    }
}

TEST_CASE("While letters are typed the best match is the one that Enter takes", "[issue]")
{
    Helper helper;
    helper.presses(Qt::Key_F2);
    helper.types(text("a"));
    helper.types(text(".two"));
    helper.presses(Qt::Key_Return);
    CHECK(helper.given().service == text("a.two"));
}
