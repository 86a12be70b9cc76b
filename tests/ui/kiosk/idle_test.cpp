// SPDX-License-Identifier: Apache-2.0
#include "kiosk/timeoutlayer.h"
#include "ui/kiosk/visitor.h"

using namespace antre;

static KioskOptions impatient()
{
    auto options = Visitor::still();
    options.warnAfter = std::chrono::milliseconds(700);
    options.warnFor = std::chrono::seconds(2);
    options.issuedFor = std::chrono::seconds(2);
    return options;
}

TEST_CASE("Who walks away is warned, then the screen starts over", "[kiosk]")
{
    Visitor visitor(impatient());
    visitor.touches(licences);
    CHECK_FALSE(visitor.window.warning());
    CHECK(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    CHECK(visitor.sees(QStringLiteral("Masih di sini?")));
    CHECK(visitor.sees(QStringLiteral("2 detik")));
    CHECK(QTest::qWaitFor([&] { return visitor.find(licences) != nullptr; }, 4000));
    CHECK_FALSE(visitor.window.warning());
    CHECK(visitor.left == 1);
}

TEST_CASE("Continue leaves everything as it was", "[kiosk]")
{
    Visitor visitor(impatient());
    visitor.touches(licences);
    visitor.touches(businessNumber);
    REQUIRE(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    visitor.touches(QStringLiteral("Lanjutkan"));
    CHECK_FALSE(visitor.window.warning());
    CHECK(visitor.find(takeNumber));
    CHECK(visitor.left == 0);
    // And the patience begins anew.
    CHECK(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
}

TEST_CASE("What lies below the warning can't be touched", "[kiosk]")
{
    Visitor visitor(impatient());
    visitor.touches(licences);
    visitor.touches(businessNumber);
    REQUIRE(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    visitor.finger.downAt({540, 400});
    visitor.finger.upAt({540, 400});
    QTest::qWait(20);
    CHECK(visitor.wishes.empty());
    CHECK(visitor.find(takeNumber));
    CHECK_FALSE(visitor.window.warning());
}

TEST_CASE("A start screen at rest warns nobody", "[kiosk]")
{
    Visitor visitor(impatient());
    QTest::qWait(900);
    CHECK_FALSE(visitor.window.warning());
}

TEST_CASE("A start screen in another language goes home after a warning", "[kiosk]")
{
    Visitor visitor(impatient());
    visitor.touches(QStringLiteral("English"));
    REQUIRE(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    CHECK(QTest::qWaitFor(
        [&] { return visitor.window.look().language == QStringLiteral("id"); }, 4000));
}

TEST_CASE("The issued screen says how long it stays and goes by itself", "[kiosk]")
{
    Visitor visitor(impatient());
    visitor.window.present(issuedMorning());
    CHECK(visitor.sees(QStringLiteral("Layar kembali ke awal dalam 2 detik")));
    CHECK(QTest::qWaitFor([&] { return visitor.left == 1; }, 4000));
    visitor.window.present(morning());
    CHECK(visitor.find(licences));
}

TEST_CASE("A number without paper is not taken away without a warning", "[kiosk]")
{
    auto ticket = sampleTicket();
    ticket.slip = SlipState::Failed;
    Visitor visitor(impatient());
    visitor.window.present(issuedMorning(ticket));
    CHECK(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    CHECK(visitor.left == 0);
}
