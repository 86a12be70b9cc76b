// SPDX-License-Identifier: Apache-2.0
#include "server/takelimits.h"

#include <algorithm>
#include <arpa/inet.h>

namespace antre {

namespace {

const QByteArray others = "others";

} // namespace

QByteArray TakeLimits::network(const QByteArray &address)
{
    in6_addr six{};
    if (inet_pton(AF_INET6, address.constData(), &six) == 1) {
        constexpr size_t networkBytes = 8;
        if (!IN6_IS_ADDR_V4MAPPED(&six))
            return QByteArray(reinterpret_cast<const char *>(&six), networkBytes).toHex();
        return QByteArray(reinterpret_cast<const char *>(&six) + 12, 4).toHex();
    }
    in_addr four{};
    if (inet_pton(AF_INET, address.constData(), &four) == 1)
        return QByteArray(reinterpret_cast<const char *>(&four), sizeof four).toHex();
    return others;
}

TakeLimits::Store &TakeLimits::storeOf(const QByteArray &address, Milliseconds now)
{
    if (!m_stores.contains(address) && m_stores.size() >= addressesMax)
        forget(now);
    const QByteArray key
        = m_stores.contains(address) || m_stores.size() < addressesMax ? address : others;
    if (!m_stores.contains(key))
        m_stores.insert(key, {m_rule.store, now, {}});
    Store &store = m_stores[key];
    const double filled = double((now - store.at).count()) / double(m_rule.refill.count());
    store.left = std::min(m_rule.store, store.left + filled);
    store.at = now;
    return store;
}

void TakeLimits::forget(Milliseconds now)
{
    const Milliseconds full(qint64(m_rule.store * double(m_rule.refill.count())));
    m_stores.removeIf([&](const auto &entry) {
        return now - entry.value().at > full && entry.value().tickets.isEmpty();
    });
}

bool TakeLimits::take(const QByteArray &address, Milliseconds now,
    const std::function<bool(const TicketId &)> &isWaiting)
{
    Store &store = storeOf(network(address), now);
    store.tickets.removeIf([&](const TicketId &ticket) { return !isWaiting(ticket); });
    if (store.left < 1 || store.tickets.size() >= m_rule.waiting)
        return false;
    store.left -= 1;
    return true;
}

void TakeLimits::taken(const QByteArray &address, const TicketId &ticket)
{
    const auto store = m_stores.find(network(address));
    if (store != m_stores.end())
        store->tickets.insert(ticket);
}

void TakeLimits::giveBack(const QByteArray &address)
{
    const auto store = m_stores.find(network(address));
    if (store != m_stores.end())
        store->left = std::min(m_rule.store, store->left + 1);
}

} // namespace antre
