// SPDX-License-Identifier: Apache-2.0
#include "server/followersockets.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket.hpp>

namespace antre {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::asio::ip::tcp;
using boost::system::error_code;

/// What a phone may send in one message before it is shown the door; it is never looked at.
constexpr size_t chatterBytes = 64;

} // namespace

/// Keeps itself alive by what it waits for.
class FollowerSockets::Phone : public std::enable_shared_from_this<FollowerSockets::Phone>
{
public:
    Phone(FollowerSockets &owner, FollowerId id, Socket socket)
        : m_owner(&owner)
        , m_id(id)
        , m_stream(std::move(socket))
    {
    }

    void accept(const Request &request)
    {
        const ServerLimits &limits = m_owner->m_limits;
        beast::get_lowest_layer(m_stream).expires_never();
        m_stream.set_option(
            websocket::stream_base::timeout{limits.handshake, limits.followerIdle, true});
        m_stream.read_message_max(chatterBytes);
        m_stream.auto_fragment(false); // else each socket has a buffer for it
        m_stream.text(true);
        m_stream.control_callback(
            [this, most = limits.followerControlFrames](websocket::frame_type, beast::string_view) {
                if (++m_controlFrames > most)
                    beast::get_lowest_layer(m_stream).cancel();
            });
        // The request lives no longer than this call, and Beast reads all it needs of it at once.
        m_stream.async_accept(request, [self = shared_from_this()](error_code code) {
            if (code)
                return self->end();
            self->m_isOpen = true;
            self->listen();
            self->write();
        });
    }

    void tell(std::shared_ptr<const QByteArray> news)
    {
        m_next = std::move(news);
        write();
    }

    void close()
    {
        error_code ignored;
        beast::get_lowest_layer(m_stream).socket().close(ignored);
    }

    void orphan() { m_owner = nullptr; }

private:
    /// For its goodbye, its pongs, and to notice that it is gone.
    void listen()
    {
        m_stream.async_read(m_chatter, [self = shared_from_this()](error_code code, size_t) {
            if (code)
                return self->end();
            self->m_stream.async_close(
                websocket::close_code::policy_error, [self](error_code) { self->end(); });
        });
    }

    void write()
    {
        if (!m_isOpen || m_now || !m_next)
            return;
        m_now = std::exchange(m_next, nullptr);
        m_controlFrames = 0;
        m_stream.async_write(asio::const_buffer(m_now->constData(), size_t(m_now->size())),
            [self = shared_from_this()](error_code code, size_t) {
                self->m_now = nullptr;
                if (code)
                    return self->end();
                self->write();
            });
    }

    void end()
    {
        m_isOpen = false;
        if (FollowerSockets *owner = std::exchange(m_owner, nullptr)) {
            const auto self = shared_from_this();
            owner->m_phones.erase(m_id);
            owner->m_left(m_id);
        }
    }

    FollowerSockets *m_owner; ///< null: has left
    FollowerId m_id;
    websocket::stream<beast::basic_stream<tcp, Executor>, false> m_stream;
    beast::flat_buffer m_chatter{chatterBytes};
    std::shared_ptr<const QByteArray> m_now; ///< on its way
    std::shared_ptr<const QByteArray> m_next;
    size_t m_controlFrames = 0;
    bool m_isOpen = false;
};

FollowerSockets::FollowerSockets(const ServerLimits &limits, std::function<void(FollowerId)> left)
    : m_limits(limits)
    , m_left(std::move(left))
{
}

FollowerSockets::~FollowerSockets()
{
    for (const auto &[id, phone] : m_phones)
        phone->orphan();
}

void FollowerSockets::adopt(FollowerId id, Socket socket, const Request &request)
{
    const auto phone = std::make_shared<Phone>(*this, id, std::move(socket));
    m_phones.emplace(id, phone);
    phone->accept(request);
}

void FollowerSockets::carry(const std::vector<FollowerNews> &news)
{
    for (const FollowerNews &one : news) {
        const auto phone = m_phones.find(one.follower);
        if (phone == m_phones.end())
            continue;
        const auto held = phone->second;
        if (one.text)
            held->tell(one.text);
        else
            held->close();
    }
}

void FollowerSockets::closeAll()
{
    const auto phones = m_phones;
    for (const auto &[id, phone] : phones)
        phone->close();
}

} // namespace antre
