// SPDX-License-Identifier: Apache-2.0
#include "mall.h"
#include "support/catch.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

const QString one = QStringLiteral("1");
const QString two = QStringLiteral("2");
const QString rina = QStringLiteral("rina");
const QString budi = QStringLiteral("budi");
const QString nurse = QStringLiteral("dpmptsp.perawat");
const QString permit = QStringLiteral("dpmptsp.nib");
const QString elderly = QStringLiteral("elderly");

QStringList numbers(const CounterView &view)
{
    QStringList found;
    for (const WaitingRow &row : view.waiting)
        found.append(row.number);
    return found;
}

/// Of the wishes about the counter and its present visitor.
std::vector<Wish> usable(const CounterView &view)
{
    std::vector<Wish> found;
    for (const Wish wish :
        {Wish::CallNext, Wish::Help, Wish::CallAgain, Wish::Start, Wish::Finish, Wish::NoShow,
            Wish::Park, Wish::Transfer, Wish::Pause, Wish::Resume, Wish::Undo, Wish::SignOut}) {
        if (view.key(wish).isUsable())
            found.push_back(wish);
    }
    return found;
}

/// Long enough that nothing can be undone any more, and that a visitor can be called again.
constexpr auto aWhile = 16s;

} // namespace

TEST_CASE(
    "Before anybody signs in the console offers counters and officers, and no visitor's number",
    "[counter]")
{
    Mall mall;
    mall.takes(nurse);
    mall.opens(two, budi);
    const CounterView view = mall.view(QString(), QString());
    CHECK(view.phase == DeskPhase::SignedOut);
    CHECK(view.nextStep == Wish::SignIn);
    REQUIRE(view.counterChoices.size() == 3);
    CHECK(view.counterChoices[0] == CounterChoice{CounterId(one), {QStringLiteral("DPMPTSP")}, {}});
    CHECK(view.counterChoices[1].takenBy == QStringLiteral("Budi Santoso"));
    CHECK(view.counterChoices[2].agencies
        == QStringList{QStringLiteral("Dinas Kesehatan"), QStringLiteral("Dinas Sosial")});
    REQUIRE(view.officerChoices.size() == 3);
    CHECK(view.officerChoices[0].name == QStringLiteral("Ayu Lestari"));
    CHECK(view.waiting.empty());
    CHECK_FALSE(view.current);
}

TEST_CASE("An officer who left the mall is not offered", "[counter]")
{
    Mall mall;
    mall.does(RegisterOfficer{Officer{OfficerId(rina), QStringLiteral("Rina Marlina"), {}, false}});
    CHECK(mall.view(QString(), QString()).officerChoices.size() == 2);
}

TEST_CASE("Without a catalogue there is nothing to show, and that is no crash", "[counter]")
{
    const CounterView view = counterView(State(),
        {CounterId(one), OfficerId(rina), {false, {}}, {}, {}, {}, QStringLiteral("id")},
        fromMs(0));
    CHECK(view.phase == DeskPhase::SignedOut);
    CHECK(view.counterChoices.empty());
    CHECK(view.key(Wish::SignIn).hindrance == Hindrance::LinkLost);
}

TEST_CASE(
    "At a free counter with a queue only calling, resting and closing make sense", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    const CounterView view = mall.view(one, rina);
    CHECK(view.phase == DeskPhase::Free);
    CHECK(view.officerName == QStringLiteral("Rina Marlina"));
    CHECK(view.agencies == QStringList{QStringLiteral("DPMPTSP")});
    CHECK(view.lines == QStringList{QStringLiteral("A")});
    CHECK(view.now == 9h);
    CHECK(usable(view) == std::vector{Wish::CallNext, Wish::Pause, Wish::SignOut});
    CHECK(view.nextStep == Wish::CallNext);
    CHECK(view.key(Wish::Start).hindrance == Hindrance::NobodyCalled);
    CHECK(view.key(Wish::NoShow).hindrance == Hindrance::NobodyCalled);
}

TEST_CASE("With nobody waiting the call key says so and nothing is yellow", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    const CounterView view = mall.view(one, rina);
    CHECK(view.key(Wish::CallNext).hindrance == Hindrance::NobodyWaiting);
    CHECK_FALSE(view.nextStep);
}

TEST_CASE("A called visitor can be called again, started or passed; the next one has to wait",
    "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    mall.takes(nurse);
    mall.callsNext(one);
    mall.passes(aWhile);
    const CounterView view = mall.view(one, rina);
    CHECK(view.phase == DeskPhase::Called);
    CHECK(usable(view)
        == std::vector{Wish::CallAgain, Wish::Start, Wish::NoShow, Wish::Park, Wish::Transfer});
    CHECK(view.mainKey == Wish::Start);
    CHECK(view.nextStep == Wish::Start);
    CHECK(view.key(Wish::CallNext).hindrance == Hindrance::NotStarted);
    CHECK(view.key(Wish::Finish).hindrance == Hindrance::NotStarted);
    CHECK(view.key(Wish::SignOut).hindrance == Hindrance::VisitorHere);
    CHECK(numbers(view) == QStringList{QStringLiteral("A002")});
}

TEST_CASE(
    "While serving the next step is done-and-call, or only done when nobody waits", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    mall.callsNext(one);
    mall.starts(one);
    CHECK(mall.view(one, rina).nextStep == Wish::Finish);
    CHECK(mall.view(one, rina).key(Wish::CallNext).hindrance == Hindrance::NobodyWaiting);

    mall.takes(nurse);
    mall.passes(aWhile);
    const CounterView view = mall.view(one, rina);
    CHECK(view.nextStep == Wish::CallNext);
    CHECK(usable(view)
        == std::vector{Wish::CallNext, Wish::Finish, Wish::NoShow, Wish::Park, Wish::Transfer});
    CHECK(view.key(Wish::Start).hindrance == Hindrance::AlreadyServing);
    CHECK(view.key(Wish::CallAgain).hindrance == Hindrance::AlreadyServing);
}

TEST_CASE("The keys offer exactly what the rules accept, through a wild day", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    SeededRandom random(GENERATE(1, 2, 3));
    for (int step = 0; step < 400; ++step) {
        if (random.below(3) == 0)
            mall.takes(random.below(2) == 0 ? nurse : permit);
        mall.passes(std::chrono::seconds(random.below(12)));
        const CounterView view = mall.view(one, rina);
        std::vector<CommandData> possible;
        for (int i = int(Wish::CallNext); i < wishCount; ++i) {
            const Wish wish = Wish(i);
            const auto command = mall.commandFor(wish, view);
            if (!command)
                continue;
            CAPTURE(step, i, int(view.phase));
            CHECK(view.key(wish).isUsable() == mall.allows(*command, rina));
            // Closing would end the day.
            if (view.key(wish).isUsable() && wish != Wish::SignOut)
                possible.push_back(*command);
        }
        if (!possible.empty())
            mall.does(possible[random.below(quint32(possible.size()))], rina);
    }
}

TEST_CASE(
    "The card tells what to bring, since when and how long the visitor has waited", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(permit, elderly);
    mall.passes(34min + 50s);
    mall.callsNext(one);
    mall.passes(90s);
    mall.callsAgain(one);
    mall.passes(20s);
    {
        const CurrentTicket card = *mall.view(one, rina).current;
        CHECK(card.number == QStringLiteral("A001"));
        CHECK(card.service == QStringLiteral("Pendampingan penerbitan NIB (OSS) usaha mikro"));
        CHECK(card.className == QStringLiteral("Lansia"));
        CHECK(card.classIcon == QStringLiteral("ui-elderly"));
        CHECK(card.requirements.size() == 4);
        CHECK(card.takenAt == 9h);
        CHECK(card.waited == 34min);
        CHECK(card.lasting == 20s);
        CHECK(card.calls == 2);
        CHECK(card.slip == SlipState::Printed);
    }
    mall.starts(one);
    mall.passes(6min + 12s);
    CHECK(mall.view(one, rina).current->lasting == 6min + 12s);
    CHECK(mall.view(one, rina).current->waited == 34min);
}

TEST_CASE("Who waits stands in calling order with class, waited time and head start", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    mall.passes(12min);
    mall.takes(permit, elderly);
    mall.passes(21min);
    const CounterView view = mall.view(one, rina);
    REQUIRE(numbers(view) == QStringList{QStringLiteral("A002"), QStringLiteral("A001")});
    CHECK(view.waiting[0].className == QStringLiteral("Lansia"));
    CHECK(view.waiting[0].waited == 21min);
    CHECK(view.waiting[0].headStart == 20min);
    CHECK(view.waiting[1].className.isEmpty());
    CHECK(view.waiting[1].waited == 33min);
    CHECK(view.waiting[1].headStart == 0min);
}

TEST_CASE("The first of the list is the one that is called", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    for (int i = 0; i < 12; ++i, mall.passes(3min))
        mall.takes(nurse, i % 3 == 2 ? elderly : QString());
    for (int i = 0; i < 12; ++i) {
        const QString promised = mall.view(one, rina).waiting.front().number;
        mall.callsNext(one);
        CHECK(mall.view(one, rina).current->number == promised);
        mall.starts(one);
        mall.finishes(one);
    }
}

TEST_CASE("A number from a kiosk without network says which kiosk gave it", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.reportsPaper(QStringLiteral("A2-07"), nurse, 12min);
    const WaitingRow row = mall.view(one, rina).waiting.front();
    CHECK(row.number == QStringLiteral("A2-07"));
    CHECK(row.kioskMark == two);
    CHECK(row.waited == 12min);
}

TEST_CASE("Slips that failed or are uncertain are named while their holders wait", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.slip(mall.takes(nurse), SlipState::Failed);
    mall.slip(mall.takes(nurse), SlipState::Unknown);
    mall.slip(mall.takes(nurse), SlipState::Sent);
    CHECK(mall.view(one, rina).slipsMissing
        == QStringList{QStringLiteral("A001"), QStringLiteral("A002")});
    mall.callsNext(one);
    CHECK(mall.view(one, rina).slipsMissing == QStringList{QStringLiteral("A002")});
    CHECK(mall.view(one, rina).current->slip == SlipState::Failed);
}

TEST_CASE("Other open counters that take from the same line are named, closed and foreign ones not",
    "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.opens(QStringLiteral("3"), QStringLiteral("ayu"));
    CHECK(mall.view(one, rina).alsoServedBy.empty());
    mall.opens(two, budi);
    CHECK(mall.view(one, rina).alsoServedBy == std::vector{CounterId(two)});
}

TEST_CASE("A counter with two agencies shows both queues as one", "[counter]")
{
    Mall mall;
    mall.opens(QStringLiteral("3"), rina);
    mall.takes(QStringLiteral("dinsos.dtks"));
    mall.passes(1min);
    mall.takes(QStringLiteral("dinkes.rujukan"));
    mall.takes(nurse);
    const CounterView view = mall.view(QStringLiteral("3"), rina);
    CHECK(numbers(view) == QStringList{QStringLiteral("U001"), QStringLiteral("T001")});
    CHECK(view.lines == QStringList{QStringLiteral("T"), QStringLiteral("U")});
}

TEST_CASE(
    "Visitors who did not come stay in sight at every counter of their line, the latest first",
    "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.opens(two, budi);
    mall.takes(nurse);
    mall.takes(permit);
    mall.takes(nurse);
    mall.callsNext(one);
    mall.passes(50min);
    mall.callsAgain(one);
    mall.passes(1min);
    mall.marksNoShow(one);
    mall.callsNext(one);
    mall.passes(1min);
    mall.marksNoShow(one);
    mall.callsNext(two);
    mall.passes(1min);
    mall.marksNoShow(two);
    const CounterView view = mall.view(one, rina);
    REQUIRE(view.aside.size() == 3);
    CHECK(view.aside[0].number == QStringLiteral("A003"));
    CHECK(view.aside[0].elsewhere == CounterId(two));
    CHECK(view.aside[1].number == QStringLiteral("A002"));
    CHECK(view.aside[1].elsewhere.isEmpty());
    CHECK(view.aside[2].number == QStringLiteral("A001"));
    CHECK(view.aside[2].calls == 2);
    CHECK(view.aside[2].at == 9h + 50min);
    CHECK(mall.view(QStringLiteral("3"), QStringLiteral("ayu")).aside.empty());
}

TEST_CASE("Without a link all stays in sight with the time it is from, and nothing can be asked",
    "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    Console console = mall.console(one, rina);
    console.link = {false, mall.now()};
    mall.passes(4min);
    const CounterView view = mall.view(console);
    CHECK(view.phase == DeskPhase::Free);
    CHECK_FALSE(view.isLinkUp);
    CHECK(view.linkSince == 9h);
    CHECK(view.waiting.front().waited == 4min);
    CHECK(usable(view).empty());
    CHECK(view.key(Wish::CallNext).hindrance == Hindrance::LinkLost);
    CHECK_FALSE(view.nextStep);
}

TEST_CASE("While one press waits for its answer no key takes another", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    Console console = mall.console(one, rina);
    console.pending = Wish::CallNext;
    const CounterView view = mall.view(console);
    CHECK(usable(view).empty());
    CHECK(view.key(Wish::CallNext) == KeyView{Hindrance::Working, true});
    CHECK(view.key(Wish::SignOut) == KeyView{Hindrance::Working, false});
    CHECK(view.nextStep == Wish::CallNext);
}

TEST_CASE("A refusal is told by what the officer can do about it", "[counter]")
{
    Mall mall;
    Console console = mall.console(one, rina);
    const auto told = [&](ErrorCode code, const char *reason) {
        console.refusal = Error{code, QStringLiteral("for the log"), QString::fromLatin1(reason)};
        return mall.view(console).refusal;
    };
    CHECK(mall.view(console).refusal == Refusal::None);
    CHECK(told(ErrorCode::Refused, "nobodyWaiting") == Refusal::NobodyWaiting);
    CHECK(told(ErrorCode::Refused, "counterBusy") == Refusal::CounterBusy);
    CHECK(told(ErrorCode::Refused, "counterClosed") == Refusal::CounterClosed);
    CHECK(told(ErrorCode::Refused, "counterTaken") == Refusal::CounterTaken);
    CHECK(told(ErrorCode::Conflict, "ticketMovedOn") == Refusal::TicketMovedOn);
    CHECK(told(ErrorCode::NotFound, "ticketGone") == Refusal::TicketMovedOn);
    CHECK(told(ErrorCode::Refused, "dayOver") == Refusal::DayOver);
    CHECK(told(ErrorCode::Refused, "slipPending") == Refusal::SlipPending);
    CHECK(told(ErrorCode::Offline, "") == Refusal::Unreachable);
    CHECK(told(ErrorCode::Invalid, "") == Refusal::Other);
}

TEST_CASE("After too many wrong PINs the pause is counted down and the next try waits for its end",
    "[counter]")
{
    Mall mall;
    Console console = mall.console(one, rina);
    console.refusal = Error{ErrorCode::Forbidden, {}, QStringLiteral("wrongPin")};
    CHECK(mall.view(console).refusal == Refusal::WrongPin);
    CHECK(mall.view(console).key(Wish::SignIn).isUsable());

    console.refusal = Error{ErrorCode::Forbidden, {}, QStringLiteral("pause:8")};
    console.refusedAt = mall.now();
    CHECK(mall.view(console).pinPause == 8s);
    CHECK(mall.view(console).key(Wish::SignIn).hindrance == Hindrance::PinPause);
    mall.passes(7500ms);
    CHECK(mall.view(console).pinPause == 1s);
    CHECK(mall.view(console).refusal == Refusal::PinPause);
    mall.passes(500ms);
    CHECK(mall.view(console).refusal == Refusal::None);
    CHECK(mall.view(console).key(Wish::SignIn).isUsable());
}

TEST_CASE("A clock set back does not make the pause after wrong PINs longer", "[counter]")
{
    Mall mall;
    Console console = mall.console(one, rina);
    console.refusal = Error{ErrorCode::Forbidden, {}, QStringLiteral("pause:4")};
    console.refusedAt = mall.now();
    mall.passes(-1h);
    CHECK(mall.view(console).pinPause == 4s);
}

TEST_CASE(
    "The counter of an officer who was signed out elsewhere asks to sign in again", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    CHECK(mall.view(one, rina).phase == DeskPhase::Free);
    mall.closes(one);
    CHECK(mall.view(one, rina).phase == DeskPhase::SignedOut);
    mall.opens(one, budi);
    CHECK(mall.view(one, rina).phase == DeskPhase::SignedOut);
}

TEST_CASE("A ticket whose service left the catalogue is still shown and can be called", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    auto smaller = std::make_shared<Catalogue>(*mall.state().catalogue);
    std::erase_if(smaller->agencies.front().services,
        [](const Service &service) { return service.id.value() == nurse; });
    smaller->index();
    mall.does(PublishCatalogue{smaller});
    CHECK(mall.view(one, rina).waiting.front().service == nurse);
    CHECK(mall.view(one, rina).key(Wish::CallNext).isUsable());
}

TEST_CASE("A clock that ran ahead never shows a negative time", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse);
    mall.callsNext(one);
    mall.passes(-5min);
    CHECK(mall.view(one, rina).current->lasting == 0s);
}

TEST_CASE("The catalogue's texts follow the officer's language", "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(nurse, elderly);
    Console console = mall.console(one, rina);
    console.language = QStringLiteral("en");
    CHECK(mall.view(console).waiting.front().service == QStringLiteral("Nurse practice licence"));
    CHECK(mall.view(console).waiting.front().className == QStringLiteral("Elderly"));
}

TEST_CASE("Without a link only what can be kept can be pressed, and only where it makes sense",
    "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    mall.takes(permit);
    mall.takes(permit);
    Console away = mall.console(one, rina);
    away.link.isUp = false;
    CHECK(usable(mall.view(away)).empty());
    mall.callsNext(one);
    CHECK(usable(mall.view(away)) == std::vector{Wish::Start, Wish::NoShow});
    CHECK(mall.view(away).nextStep == Wish::Start);
    mall.starts(one);
    CHECK(usable(mall.view(away)) == std::vector{Wish::Finish, Wish::NoShow});
    CHECK(mall.view(away).nextStep == Wish::Finish);
    const TicketId served = mall.state().desk(CounterId(one)).current;
    away.kept = {{Wish::Finish, served, QStringLiteral("A001")}};
    CHECK(usable(mall.view(away)).empty());
    CHECK(mall.view(away).current->noted == Wish::Finish);
    CHECK_FALSE(mall.view(away).nextStep);
}

TEST_CASE("A ticket whose paper won keeps its old number in sight, where it waits and at the desk",
    "[counter]")
{
    Mall mall;
    mall.opens(one, rina);
    const TicketId ticket = mall.takes(permit);
    mall.callsNext(one);
    CHECK_FALSE(mall.view(one, rina).takenBack);
    mall.adopts(ticket, QStringLiteral("A2-09"));
    CounterView view = mall.view(one, rina);
    CHECK(view.phase == DeskPhase::Free);
    CHECK(view.takenBack == TakenBack{QStringLiteral("A001"), QStringLiteral("A2-09")});
    CHECK(view.waiting.at(0).was == QStringLiteral("A001"));
    // The other counter never called it.
    mall.opens(two, budi);
    CHECK_FALSE(mall.view(two, budi).takenBack);
    mall.callsNext(one);
    view = mall.view(one, rina);
    CHECK_FALSE(view.takenBack);
    CHECK(view.current->was == QStringLiteral("A001"));
}
