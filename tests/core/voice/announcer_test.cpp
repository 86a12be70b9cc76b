// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "voice/announcer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace antre;
using namespace std::chrono_literals;

namespace {

const Instant nine = fromMs(1'787'191'200'000);

TicketId ticket(int number) { return TicketId(Uuid{1, quint64(number)}); }

Call call(int number, Instant at, int times = 1)
{
    return {ticket(number), {LineId(QStringLiteral("A")), {}, number},
        CounterId(QStringLiteral("3")), at, times};
}

/// An announcer with the hall around it: what was said, what was stored, what time it is.
struct Hall
{
    explicit Hall(std::optional<CallMark> restored = {})
        : announcer(restored)
    {
    }
    void sees(std::vector<Call> seen) { take(announcer.see(seen, now)); }
    void hearsItOut() { take(announcer.ended(now)); }
    void hearsEverything()
    {
        while (speaking)
            hearsItOut();
    }
    void take(const std::vector<AnnouncerAction> &actions)
    {
        for (const AnnouncerAction &action : actions) {
            if (const auto *speak = std::get_if<SpeakCall>(&action)) {
                heard.push_back(speak->call.number.text() + QLatin1Char('x')
                    + QString::number(speak->call.times));
                speaking = true;
            } else {
                mark = std::get<StoreMark>(action).mark;
                speaking = false;
            }
        }
    }
    QString said() const { return heard.join(QLatin1Char(' ')); }

    Announcer announcer;
    Instant now = nine;
    QStringList heard;
    std::optional<CallMark> mark;
    bool speaking = false;
};

} // namespace

TEST_CASE("Calls are heard one at a time and in order", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine)});
    hall.sees({call(1, nine), call(2, nine + 1s), call(3, nine + 2s)});
    CHECK(hall.said() == QStringLiteral("A001x1"));
    hall.hearsItOut();
    CHECK(hall.said() == QStringLiteral("A001x1 A002x1"));
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A001x1 A002x1 A003x1"));
}

TEST_CASE("The same calls seen again are not heard again", "[voice]")
{
    Hall hall;
    for (int i = 0; i < 3; ++i) {
        hall.sees({call(1, nine), call(2, nine)});
        hall.hearsEverything();
    }
    CHECK(hall.said() == QStringLiteral("A001x1 A002x1"));
}

TEST_CASE("A ticket called again is heard again", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine)});
    hall.hearsEverything();
    hall.sees({call(1, nine), call(1, nine + 20s, 2)});
    CHECK(hall.said() == QStringLiteral("A001x1 A001x2"));
}

TEST_CASE(
    "A ticket called again while its first call waits is heard once, in its new place", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine), call(2, nine), call(3, nine), call(2, nine + 5s, 2)});
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A001x1 A003x1 A002x2"));
}

TEST_CASE("After an hour away only calls of the last minute are heard", "[voice]")
{
    Hall hall(CallMark{ticket(1), 1, nine, {}});
    hall.now = nine + 1h;
    hall.sees(
        {call(1, nine), call(2, nine + 10min), call(3, nine + 1h - 61s), call(4, nine + 1h - 59s)});
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A004x1"));
}

TEST_CASE("A call that waited a minute for its turn is left out, the newest never", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine), call(2, nine), call(3, nine + 1s), call(4, nine + 2s)});
    hall.now = nine + 2min;
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A001x1 A004x1"));
}

TEST_CASE(
    "A call whose counter is still waiting for it is heard after more than a minute", "[voice]")
{
    Hall hall;
    Call other = call(2, nine + 1s);
    other.counter = CounterId(QStringLiteral("4"));
    hall.sees({call(1, nine), other});
    hall.now = nine + 2min;
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A001x1 A002x1"));
}

TEST_CASE("No call is heard that waited three minutes", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine), call(2, nine + 1s)});
    hall.now = nine + 3min + 2s;
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A001x1"));
}

TEST_CASE("A call that is taken back before its turn is not heard", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine), call(2, nine), call(3, nine)});
    hall.sees({call(1, nine), call(3, nine)});
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A001x1 A003x1"));
}

TEST_CASE("A call taken back repeats no other, though the clock was set back too", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine), call(2, nine + 1s)});
    hall.hearsEverything();
    hall.now = nine - 45min;
    hall.sees({call(1, nine)});
    hall.hearsEverything();
    CHECK(hall.said() == QStringLiteral("A001x1 A002x1"));
    hall.sees({call(1, nine), call(3, hall.now)});
    CHECK(hall.said() == QStringLiteral("A001x1 A002x1 A003x1"));
}

TEST_CASE("A ticket called after its call was taken back is heard", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine)});
    hall.hearsEverything();
    hall.sees({});
    hall.sees({call(1, nine + 20s)});
    CHECK(hall.said() == QStringLiteral("A001x1 A001x1"));
}

TEST_CASE("A call half heard before a restart comes first, and only its rest", "[voice]")
{
    CallMark half = CallMark::of(call(1, nine));
    half.heard = 1;
    Hall hall(half);
    hall.now = nine + 10s;
    const auto actions = hall.announcer.see({call(1, nine), call(2, nine)}, hall.now);
    REQUIRE(actions.size() == 1);
    CHECK(std::get<SpeakCall>(actions[0]) == SpeakCall{call(1, nine), 1, Haste::Unhurried});
}

TEST_CASE("A restart continues after the call that was heard last", "[voice]")
{
    const std::vector calls{call(1, nine), call(2, nine + 1s), call(3, nine + 2s)};
    for (int heardBefore = 0; heardBefore <= 3; ++heardBefore) {
        Hall before;
        before.sees(calls);
        for (int i = 0; i < heardBefore; ++i)
            before.hearsItOut();
        Hall after(before.mark);
        after.now = nine + 10s;
        after.sees(calls);
        after.hearsEverything();
        // What was interrupted is said again from its beginning; what was heard out is not.
        CHECK(before.heard.first(heardBefore) + after.heard
            == QStringList(
                {QStringLiteral("A001x1"), QStringLiteral("A002x1"), QStringLiteral("A003x1")}));
    }
}

TEST_CASE("Two calls in one millisecond are both heard after a restart between them", "[voice]")
{
    Hall hall(CallMark::of(call(1, nine)));
    hall.sees({call(1, nine), call(2, nine)});
    CHECK(hall.said() == QStringLiteral("A002x1"));
}

TEST_CASE("Yesterday's mark lets today's calls be heard", "[voice]")
{
    Hall hall(CallMark{ticket(99), 1, nine - 24h, {}});
    hall.sees({call(1, nine)});
    CHECK(hall.said() == QStringLiteral("A001x1"));
}

TEST_CASE("A mark from a clock that ran ahead silences nobody", "[voice]")
{
    Hall hall(CallMark{ticket(99), 1, nine + 24h, {}});
    hall.sees({call(1, nine)});
    CHECK(hall.said() == QStringLiteral("A001x1"));
}

TEST_CASE("A shorter list of calls, as on a new day, is no reason to repeat or to stop", "[voice]")
{
    Hall hall;
    hall.sees({call(1, nine), call(2, nine)});
    hall.hearsEverything();
    hall.sees({});
    hall.now = nine + 24h;
    hall.sees({call(1, nine + 24h)});
    CHECK(hall.said() == QStringLiteral("A001x1 A002x1 A001x1"));
}

TEST_CASE("A mark survives the disk, and rubbish is told apart", "[voice]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mark.json"));
    const CallMark mark = CallMark::of(call(7, nine, 2));
    CHECK(loadCallMark(path).value() == std::nullopt);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(toJson(mark));
    file.close();
    CHECK(loadCallMark(path).value() == mark);
    CallMark half = mark;
    half.heard = 2;
    CHECK(callMarkFromJson(toJson(half)).value() == half);
    for (const char *bad :
        {"", "{", "[]", "{\"ticket\":\"x\",\"times\":1,\"at\":1}", "{\"times\":1}"})
        CHECK(callMarkFromJson(bad).error().code == ErrorCode::Corrupt);
}
