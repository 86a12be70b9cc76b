// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http.h"
#include "server/limits.h"
#include "server/publicview.h"
#include "server/publicwords.h"
#include "service/queueservice.h"

namespace antre {

/// Who follows which ticket, and what each was told last. It looks at all of them together, only
/// now and then, and tells those for whom something changed: so a call costs one message for each
/// phone in its line, however many events it makes. The service's thread.
class Followers
{
public:
    /// News wait at most this long for others to share a look with.
    static constexpr Milliseconds lookEvery{100};
    /// What only the clock changes is looked at this often.
    static constexpr Milliseconds lookAnyway{5'000};
    /// A phone hears something this often, so that it can tell silence from a lost line.
    static constexpr Milliseconds signEvery{30'000};

    Followers(QueueService &service, const PublicWords &words, const ServerLimits &limits);

    /// False: too many follow this ticket already.
    [[nodiscard]] bool follow(FollowerId id, const TicketId &ticket);
    void left(FollowerId id);
    [[nodiscard]] bool isEmpty() const { return m_followers.empty(); }
    /// What is to be told now; nothing while the last look is too fresh.
    [[nodiscard]] std::vector<FollowerNews> look();

private:
    struct Follower
    {
        TicketId ticket;
        size_t told = 0; ///< digest of the last news; 0: none
        Milliseconds at{0}; ///< elapsed, of the last message
    };
    struct Scene;
    using News = std::shared_ptr<const QByteArray>;
    [[nodiscard]] News newsOf(Scene &scene, Follower &follower);
    [[nodiscard]] bool isDue() const;

    QueueService &m_service;
    const PublicWords &m_words;
    size_t m_perTicket;
    std::unordered_map<FollowerId, Follower> m_followers;
    QHash<TicketId, int> m_count;
    Position m_position = -1; ///< of the last look
    Milliseconds m_lookedAt{0};
    bool m_hasNew = false; ///< somebody hasn't been told anything yet
};

} // namespace antre
