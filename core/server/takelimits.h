// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "domain/ids.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace antre {

/// How many numbers phones may take. A family takes a few at once; a whole lobby behind one address
/// takes many, over the hours; whoever takes them by a program wants hundreds in a minute. So each
/// address has a store of numbers that fills up slowly, and may have only so many people waiting
/// at a time: the second bounds the harm, whatever the patience. The kiosk knows none of this.
///
/// Kept in memory, for a day: no address is written down. The service's thread.
class TakeLimits
{
public:
    struct Rule
    {
        double store = 30; ///< at once, after a quiet time
        Milliseconds refill{10'000}; ///< for one more: 360 in an hour, when 450 a day are many
        int waiting = 60; ///< of one address' numbers, at a time
    };
    /// Addresses remembered; beyond that, all the others share one store.
    static constexpr qsizetype addressesMax = 4096;

    TakeLimits() = default;
    explicit TakeLimits(const Rule &rule)
        : m_rule(rule)
    {
    }

    /// Whether one more may be taken from `address`; counts it. `isWaiting` says whether a ticket
    /// taken before still waits. `now` is elapsed time.
    [[nodiscard]] bool take(const QByteArray &address, Milliseconds now,
        const std::function<bool(const TicketId &)> &isWaiting);
    /// The number that it became.
    void taken(const QByteArray &address, const TicketId &ticket);
    /// It became none after all.
    void giveBack(const QByteArray &address);

    /// What counts as one address: an IPv4 address, or an IPv6 network (/64), since a phone has a
    /// whole one.
    [[nodiscard]] static QByteArray network(const QByteArray &address);

private:
    struct Store
    {
        double left = 0;
        Milliseconds at{0};
        QSet<TicketId> tickets;
    };
    [[nodiscard]] Store &storeOf(const QByteArray &address, Milliseconds now);
    void forget(Milliseconds now);

    Rule m_rule;
    QHash<QByteArray, Store> m_stores;
};

} // namespace antre
