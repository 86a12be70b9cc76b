// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "domain/ids.h"

#include <tuple>

namespace antre {

/// One place in one slot of a service, by the site's clocks.
struct SlotPlace
{
    ServiceId service;
    BusinessDay day;
    Minutes from{0}; ///< the slot's begin, since local midnight
    int number = 0; ///< which of the slot's; cancelled ones keep theirs as long as others are left

    /// Names it in the journal, where the latest record of each name outlives its day. The same
    /// name comes again for a slot of a later day, long after this one is over: names are few for
    /// ever. "dukcapil.ktp:32:630:0"
    [[nodiscard]] QString key() const;
    friend bool operator==(const SlotPlace &, const SlotPlace &) = default;
    friend bool operator<(const SlotPlace &a, const SlotPlace &b)
    {
        return std::tie(a.day, a.service, a.from, a.number)
            < std::tie(b.day, b.service, b.from, b.number);
    }
};

/// Stored and sent by name: add at the end, never rename.
enum class ReservationState {
    Booked, ///< the slot is kept; it is no place in line
    Cancelled, ///< given back
    CheckedIn, ///< its visitor is here and has a ticket
};

[[nodiscard]] QString reservationStateName(ReservationState state);
[[nodiscard]] std::optional<ReservationState> reservationStateFromName(const QString &name);

/// A visitor's slot. Says nothing about the person; gone the day after.
struct Reservation
{
    SlotPlace place;
    QString codeHash; ///< reservationHash() of what the visitor shows
    QString language;
    QString holder; ///< as IssueTicket::holder; empty at terminals
    ReservationState state = ReservationState::Booked;
    TicketId ticket; ///< CheckedIn: what it became
    friend bool operator==(const Reservation &, const Reservation &) = default;
};

/// What is kept of a reservation's code, so that neither journal nor kiosk can show it to anybody.
[[nodiscard]] QString reservationHash(const QString &code);

/// The code in what a camera read or a reader typed: the code itself, or the address of its page,
/// "https://antre.example/r/CODE", with or without more behind it. Nothing if it is neither.
[[nodiscard]] std::optional<QString> reservationCodeIn(const QString &scanned);

/// What the visitor's QR code says, and the reservation's page: `publicUrl` is Site's.
[[nodiscard]] QString reservationLink(const QString &publicUrl, const QString &code);

} // namespace antre
