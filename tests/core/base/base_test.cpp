// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/id.h"
#include "base/random.h"
#include "base/uuid.h"
#include "support/catch.h"

#include <QTimeZone>

#include <set>

using namespace antre;
using namespace std::chrono_literals;

TEST_CASE("A UUID survives being written and read", "[base]")
{
    ManualClock clock(fromMs(1'787'192'520'000));
    SeededRandom random(1);
    const Uuid id = makeUuid(clock, random);
    CHECK(id.text().size() == 36);
    CHECK(id.text()[14] == QLatin1Char('7'));
    CHECK(Uuid::fromText(id.text()) == id);
}

TEST_CASE("A text that is not quite a UUID is not one", "[base]")
{
    for (const auto &text :
        {QStringLiteral(""), QStringLiteral("01890a5d-ac96-774b-bcce-b302099a805"),
            QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057x"),
            QStringLiteral("01890a5dxac96-774b-bcce-b302099a8057"),
            QStringLiteral("01890A5D-ac96-774b-bcce-b302099a8057")})
        CHECK_FALSE(Uuid::fromText(text));
}

TEST_CASE("UUIDs made later sort later, and none comes twice", "[base]")
{
    ManualClock clock(fromMs(1'787'192'520'000));
    SeededRandom random(1);
    std::set<Uuid> seen;
    Uuid last;
    for (int i = 0; i < 1000; ++i, clock.advance(1ms)) {
        const Uuid id = makeUuid(clock, random);
        CHECK(last < id);
        seen.insert(id);
        last = id;
    }
    CHECK(seen.size() == 1000);
}

TEST_CASE("Bengkulu's midnight starts a new business day", "[base]")
{
    const QTimeZone zone("Asia/Jakarta");
    const Instant midnight = instantOf(*BusinessDay::fromText(u"2026-08-20"), 0min, zone);
    CHECK(localTime(midnight, zone).day.text() == QStringLiteral("2026-08-20"));
    CHECK(localTime(midnight, zone).weekday == 4);
    CHECK(localTime(midnight - 1ms, zone).day.text() == QStringLiteral("2026-08-19"));
    CHECK(localTime(midnight - 1ms, zone).ofDay == 23h + 59min);
    CHECK(localTime(fromMs(-1), QTimeZone::utc()).weekday == 3);
}

TEST_CASE("A rated clock shows a day in a minute", "[base]")
{
    ManualClock real(fromMs(1'000'000));
    const RatedClock fast(real, {real.wall(), fromMs(5'000'000), 600.0});
    real.advance(1s);
    CHECK(fast.wall() == fromMs(5'000'000) + 10min);
    CHECK(fast.elapsed() == 1s);
}

TEST_CASE("A secret has 128 bits and no letter that a link can't carry", "[base]")
{
    SeededRandom random(7);
    const QString secret = makeSecret(random);
    CHECK(secret.size() == 22);
    for (const QChar c : secret)
        CHECK((c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_')));
}
