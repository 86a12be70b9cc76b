// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"

#include <optional>
#include <vector>

namespace antre {

/// What is printed in huge digits. From the service: "A012", line and three digits or more. From a
/// kiosk's own series: "A2-07", line, kiosk mark, hyphen, two digits or more. The two forms can't
/// collide: marks are letters or digits, and only kiosk numbers carry the hyphen.
struct TicketNumber
{
    LineId line;
    QString kioskMark; ///< empty: given by the service
    int count = 0;

    [[nodiscard]] QString text() const;
    /// Nothing if `text` has neither form.
    [[nodiscard]] static std::optional<TicketNumber> fromText(const QString &text);
    friend bool operator==(const TicketNumber &, const TicketNumber &) = default;
};

/// Stored and sent by name: add at the end, never rename.
enum class TicketState {
    Waiting, ///< in its line
    Called, ///< a counter asked it to come
    Serving, ///< at the counter
    Served, ///< done
    NoShow, ///< called, nobody came
    Parked, ///< set aside by the officer, comes back
    Cancelled, ///< left the queue by a person's decision
    Expired, ///< its day was closed before anybody called it
};

/// What is known of the paper. Nothing cancels a ticket whose slip may be in a hand.
enum class SlipState {
    None, ///< no slip was asked for
    Pending, ///< on its way to the printer
    Printed, ///< the printer confirmed it
    Sent, ///< the printer took it and can't confirm
    Failed, ///< certainly not printed
    Unknown, ///< may be printed, may not
};

/// One service of a visit that was finished.
struct DoneService
{
    ServiceId service;
    CounterId counter;
    OutcomeId outcome; ///< empty: the officer said nothing about it
    Instant at;
    friend bool operator==(const DoneService &, const DoneService &) = default;
};

/// More services than this are more than one visit.
constexpr size_t furtherServicesMax = 5;

[[nodiscard]] QString ticketStateName(TicketState state);
[[nodiscard]] std::optional<TicketState> ticketStateFromName(const QString &name);
/// Nothing more will happen to it of itself.
[[nodiscard]] bool isOver(TicketState state);
[[nodiscard]] QString slipStateName(SlipState state);
[[nodiscard]] std::optional<SlipState> slipStateFromName(const QString &name);

/// The holder took a ticket out of the queue: how it stood before, since that can be taken back.
struct LeftQueue
{
    Instant at;
    Instant parkedUntil{}; ///< it was parked; epoch: it waited
    ReasonId parkReason;
    friend bool operator==(const LeftQueue &, const LeftQueue &) = default;
};

/// The holder let others go first: the place that it had, since that can be taken back.
struct SteppedBack
{
    Instant at;
    Instant placeBefore;
    friend bool operator==(const SteppedBack &, const SteppedBack &) = default;
};

/// One visitor's place in the queue.
struct Ticket
{
    TicketId id;
    TicketNumber number;
    LineId line; ///< where it waits or was called from; another than its number's after a transfer
    ServiceId service; ///< the one that it waits for now, or had last
    ClassId priority;
    QString language; ///< of the slip and of the calls that can choose
    QString secret; ///< 128 bits: who has it may follow the ticket. Empty at terminals that need
                    ///< not know
    TerminalId issuedAt;
    Instant touchedAt;
    TicketState state = TicketState::Waiting;
    SlipState slip = SlipState::None;
    CounterId counter; ///< where it was last called
    Instant calledAt{}; ///< last call; epoch: never
    Instant startedAt{};
    Instant endedAt{};
    int calls = 0; ///< how often it was called since it last waited
    std::vector<TicketNumber> voided; ///< numbers that paper overruled
    /// Decides the place in line: the touch, the transfer that put it at the end of a line, or whom
    /// its holder let go first.
    Instant placeAt{};
    quint64 order = 0; ///< which of today's tickets it is; orders those with one placeAt
    CounterId onlyAt; ///< a transfer sent it to this counter, while that is open; empty: to any
    Instant parkedUntil{}; ///< Parked: from then on it is called as if it waited
    ReasonId parkReason;
    std::vector<ServiceId> further; ///< services of this visit that come after `service`
    std::vector<DoneService> done; ///< services of this visit that were finished, oldest first
    CommandId changedBy; ///< what last moved it; news of its slip don't count
    bool officerPrints = false; ///< an officer had a slip made of it: its kiosk can't take it back
    QString holder; ///< the phone that took it, see IssueTicket::holder. Empty: none did, and at
                    ///< every terminal
    std::optional<LeftQueue> left; ///< Cancelled: by its holder
    std::optional<SteppedBack> steppedBack; ///< what its holder did last about its place
    int timesBack = 0; ///< how often its holder let others go first
    friend bool operator==(const Ticket &, const Ticket &) = default;
};

} // namespace antre
