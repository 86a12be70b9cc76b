// SPDX-License-Identifier: Apache-2.0
#include "server/takelimits.h"
#include "support/catch.h"

using namespace antre;

namespace {

const auto everybodyWaits = [](const TicketId &) { return true; };
const auto nobodyWaits = [](const TicketId &) { return false; };

TicketId ticketOf(int i) { return TicketId(Uuid{1, quint64(i)}); }

} // namespace

TEST_CASE("A family takes its numbers at once", "[server]")
{
    TakeLimits limits;
    for (int i = 0; i < 12; ++i)
        CHECK(limits.take("192.0.2.1", Milliseconds(i), nobodyWaits));
}

TEST_CASE("A whole lobby behind one address takes its numbers all morning", "[server]")
{
    // 450 visitors in five hours, half of them in the second one, all with phones.
    TakeLimits limits;
    int refused = 0;
    Milliseconds now{0};
    for (int i = 0; i < 450; ++i) {
        now += i < 225 ? Milliseconds(16'000) : Milliseconds(64'000);
        const auto waits = [&](const TicketId &ticket) {
            return ticket.value().low + 50 > quint64(i); // 50 wait at a time
        };
        if (limits.take("192.0.2.1", now, waits))
            limits.taken("192.0.2.1", ticketOf(i));
        else
            ++refused;
    }
    CHECK(refused == 0);
}

TEST_CASE("A program that takes all it can gets few, and never more than may wait", "[server]")
{
    TakeLimits limits;
    int given = 0;
    for (int second = 0; second < 60; ++second) {
        for (int i = 0; i < 50; ++i) {
            if (!limits.take("192.0.2.1", Milliseconds(second * 1000), everybodyWaits))
                continue;
            limits.taken("192.0.2.1", ticketOf(given++));
        }
    }
    CHECK(given <= 36);
    for (int hour = 1; hour < 10; ++hour) { // patience doesn't help while they wait
        for (int i = 0; i < 100; ++i) {
            if (limits.take("192.0.2.1", Milliseconds(hour * 3'600'000), everybodyWaits))
                limits.taken("192.0.2.1", ticketOf(given++));
        }
    }
    CHECK(given == 60);
    CHECK(limits.take("192.0.2.2", Milliseconds(0), everybodyWaits));
}

TEST_CASE("A phone has a whole IPv6 network, and an IPv4 address in either form", "[server]")
{
    CHECK(TakeLimits::network("2001:db8:1:2::1") == TakeLimits::network("2001:db8:1:2:ffff::9"));
    CHECK(TakeLimits::network("2001:db8:1:2::1") != TakeLimits::network("2001:db8:1:3::1"));
    CHECK(TakeLimits::network("192.0.2.1") == TakeLimits::network("::ffff:192.0.2.1"));
    CHECK(TakeLimits::network("nonsense") == TakeLimits::network("' OR 1=1"));
}

TEST_CASE("A million addresses cost a bounded memory, and the hall's still counts", "[server]")
{
    TakeLimits limits;
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray address = QByteArray("2001:db8:") + QByteArray::number(i >> 8, 16) + ":"
            + QByteArray::number(i & 0xff, 16) + "::1";
        (void)limits.take(address, Milliseconds(i), nobodyWaits);
    }
    CHECK(limits.take("192.0.2.1", Milliseconds(2'000'000), nobodyWaits));
}
