// SPDX-License-Identifier: Apache-2.0
// How terminals are, as the counters hear it.
#include "support/catch.h"
#include "support/smallhall.h"

using namespace antre;
using namespace std::chrono_literals;

namespace {

const DeviceStatus *heardOf(const HallTerminal &counter, const char *terminal)
{
    const auto &devices = counter.machine().devices();
    const auto found = devices.find(TerminalId(text(terminal)));
    return found == devices.end() ? nullptr : &found->second;
}

const TerminalStatus &statusOf(const HallTerminal &counter, const char *terminal)
{
    const DeviceStatus *device = heardOf(counter, terminal);
    REQUIRE(device);
    REQUIRE(device->status);
    return *device->status;
}

} // namespace

TEST_CASE("What breaks at a terminal is at the counters within a moment", "[status]")
{
    SmallHall hall;
    auto &counter = hall.counter("1");
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    auto &display = hall.display("display-1");
    kiosk.input(DevicesChanged{{}, {PrinterCondition::PaperOut}});
    display.input(DevicesChanged{{text("noSound")}});
    hall.run(30ms);
    CHECK(statusOf(counter, "kiosk-1").printers.front().condition == PrinterCondition::PaperOut);
    CHECK(statusOf(counter, "display-1").troubles == QStringList{text("noSound")});
    kiosk.input(DevicesChanged{{}, {PrinterCondition::Ready}});
    hall.run(30ms);
    CHECK(statusOf(counter, "kiosk-1").printers.front().condition == PrinterCondition::Ready);
}

TEST_CASE("A counter that comes later, or comes back, hears how all terminals are", "[status]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.input(DevicesChanged{{}, {PrinterCondition::CoverOpen}});
    hall.run(30ms);
    auto &counter = hall.counter("1");
    CHECK(statusOf(counter, "kiosk-1").printers.front().condition == PrinterCondition::CoverOpen);
    hall.restartService();
    hall.run(5s);
    CHECK(statusOf(counter, "kiosk-1").printers.front().condition == PrinterCondition::CoverOpen);
}

TEST_CASE("A terminal that falls silent is told with the time when it was last heard", "[status]")
{
    SmallHall hall;
    auto &counter = hall.counter("1");
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    hall.run(20s);
    REQUIRE(heardOf(counter, "kiosk-1"));
    CHECK(heardOf(counter, "kiosk-1")->isConnected);
    const Instant lost = hall.clock.wall();
    kiosk.crash();
    hall.run(10s);
    CHECK_FALSE(heardOf(counter, "kiosk-1")->isConnected);
    CHECK(lost - heardOf(counter, "kiosk-1")->heardAt < 6s);
    kiosk.start();
    hall.run(1s);
    CHECK(heardOf(counter, "kiosk-1")->isConnected);
}

TEST_CASE("Slips that a person must look for are counted, and no more once all is over", "[status]")
{
    SmallHall hall;
    auto &counter = hall.counter("1");
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    kiosk.printerSays = SlipState::Unknown;
    kiosk.touches("a.one");
    hall.run(1s);
    const TicketId doubtful = kiosk.issue().ticket.id;
    kiosk.input(Dismissed{});
    kiosk.printerSays = SlipState::Failed;
    kiosk.touches("a.one");
    hall.run(6s);
    CHECK(statusOf(counter, "kiosk-1").unknownSlips == 1);
    CHECK(statusOf(counter, "kiosk-1").failedSlips == 1);
    hall.service->submit({CommandId(doubtful.value()), {}, CancelTicket{doubtful}}, {});
    kiosk.input(SlipSeen{kiosk.issue().ticket.id, true});
    hall.run(6s);
    CHECK(statusOf(counter, "kiosk-1").failedSlips == 0);
}

TEST_CASE("While nothing changes a terminal says how it is once a minute", "[status]")
{
    SmallHall hall;
    auto &kiosk = hall.kiosk("kiosk-1", "1");
    hall.run(1s);
    const auto framesIn = [&](Milliseconds time) {
        kiosk.statusFrames = 0;
        hall.run(time);
        return kiosk.statusFrames;
    };
    CHECK(framesIn(50s) == 0);
    const int inFiveMinutes = framesIn(300s);
    CHECK(inFiveMinutes >= 4);
    CHECK(inFiveMinutes <= 6);
}

TEST_CASE("A service that knows nothing of it is told nothing", "[status]")
{
    const ManualClock clock{thursday(9)};
    SeededRandom random(1);
    TerminalMachine kiosk(
        {TerminalId(text("k")), TerminalKind::Kiosk, {}, text("1"), {}}, clock, random);
    (void)kiosk.step(Started{});
    (void)kiosk.step(LinkOpened{});
    (void)kiosk.step(FrameReceived{encode(Welcome{protocolVersion, 0, thursday(9), true})});
    (void)kiosk.step(FrameReceived{encode(EventsFeed{0, 0, {}})});
    REQUIRE(kiosk.link() == LinkStatus::Up);
    CHECK(kiosk.step(DevicesChanged{{text("noSound")}}).empty());
}

TEST_CASE("A console of an older version gets no message that it can't read", "[status]")
{
    SmallHall hall;
    (void)hall.counter("1");
    QByteArrayList frames;
    TerminalGate gate(*hall.service,
        {[&](ConnectionId, const QByteArray &frame) { frames.append(frame); }, [](ConnectionId) {},
            [](const auto &check, const auto &done) { done(check()); }, [] {}});
    const auto greets = [&](bool reads) {
        frames.clear();
        gate.opened(1);
        gate.received(1,
            encode(Hello{protocolVersion, TerminalId(text("counter-1")), text("counter-1"), 0, {},
                {}, reads}));
        gate.closed(1);
        return frames.join().contains("\"devices\"");
    };
    CHECK_FALSE(greets(false));
    CHECK(greets(true));
}
