// SPDX-License-Identifier: Apache-2.0
#include "server/publicwords.h"
#include "support/catch.h"

using namespace antre;

TEST_CASE("Whatever a visitor's wish is refused for has words in each language", "[server]")
{
    const PublicWords words;
    for (const char *reason :
        {"alreadyWaiting", "nobodyBehind", "steppedBackTooOften", "tooLateToUndo", "ticketMovedOn",
            "dayOver", "noAppointments", "slotOver", "slotTooFar", "closedThatDay", "noSuchSlot",
            "slotFull", "alreadyReserved", "tooManyReservations", "unknownReservation",
            "reservationCancelled", "alreadyCheckedIn", "wrongDay", "tooEarly", "tooLate"}) {
        CAPTURE(reason);
        QStringList said;
        for (const QString &language : words.languages())
            said << words.refusal(QString::fromLatin1(reason), language);
        CHECK_FALSE(said.contains(QString()));
        CHECK(said.removeDuplicates() == 0);
    }
    CHECK(words.refusal(QStringLiteral("markTaken"), QStringLiteral("id")).isEmpty());
}
