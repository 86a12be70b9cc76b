// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http.h"
#include "server/limits.h"
#include "server/listening.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <unordered_map>

namespace antre {

/// The phones' WebSockets, each following one ticket. It is told, and says nothing: of news that
/// come while earlier ones are still on their way only the newest is kept, since each says all.
/// So a phone that doesn't read costs two messages. The network's thread.
class FollowerSockets
{
public:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    /// `left` is called once for each that was adopted.
    FollowerSockets(const ServerLimits &limits, std::function<void(FollowerId)> left);
    ~FollowerSockets();

    /// Answers the upgrade that `request` asks for on `socket`.
    void adopt(FollowerId id, Socket socket, const Request &request);
    void carry(const std::vector<FollowerNews> &news);
    [[nodiscard]] bool isFull() const { return m_phones.size() >= m_limits.followers; }
    void closeAll();

private:
    class Phone;
    ServerLimits m_limits;
    std::function<void(FollowerId)> m_left;
    std::unordered_map<FollowerId, std::shared_ptr<Phone>> m_phones;
};

} // namespace antre
