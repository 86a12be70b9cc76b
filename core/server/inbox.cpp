// SPDX-License-Identifier: Apache-2.0
#include "server/inbox.h"

namespace antre {

void Inbox::push(Arrival arrival)
{
    {
        const std::lock_guard lock(m_mutex);
        m_arrivals.push_back(std::move(arrival));
    }
    wake();
}

void Inbox::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_woken, true))
            return;
    }
    m_wake();
}

std::vector<Arrival> Inbox::takeAll()
{
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    return std::exchange(m_arrivals, {});
}

} // namespace antre
