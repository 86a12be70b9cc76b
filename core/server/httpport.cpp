// SPDX-License-Identifier: Apache-2.0
#include "server/httpport.h"

#include "server/followersockets.h"
#include "server/listening.h"

#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <optional>

namespace antre {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::asio::ip::tcp;
using boost::system::error_code;

/// What is still read of a request that was answered before its end: closing at once would destroy
/// the answer on its way (RFC 9112, section 9.6).
constexpr size_t lingerBytes = 1024 * 1024;
constexpr Milliseconds linger{2000};

HttpResponse unreadable(const error_code &code, const ServerLimits &limits)
{
    if (code == http::error::body_limit)
        return httpError(413, QStringLiteral("tooLarge"),
            QStringLiteral("A request's body may have %1 bytes at most.")
                .arg(limits.httpBodyBytes));
    if (code == http::error::header_limit || code == http::error::buffer_overflow)
        return httpError(431, QStringLiteral("tooLarge"),
            QStringLiteral("A request's header may have %1 bytes at most.")
                .arg(limits.httpHeaderBytes));
    return httpError(400, QStringLiteral("invalid"),
        QStringLiteral("This is no HTTP/1.1 request: %1.")
            .arg(QString::fromStdString(code.message())));
}

bool isBadRequest(const error_code &code)
{
    return code.category() == make_error_code(http::error::bad_method).category()
        && code != http::error::end_of_stream && code != http::error::partial_message;
}

std::string_view view(const QByteArray &bytes) { return {bytes.constData(), size_t(bytes.size())}; }

beast::string_view boostView(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

template <typename Text> QByteArray bytesOf(const Text &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

/// One connection of the web front. Keeps itself alive by what it waits for.
class HttpConnection : public std::enable_shared_from_this<HttpConnection>
{
public:
    struct Owner
    {
        HttpHandler handler;
        ServerLimits limits;
        FollowerSockets followers;
        size_t connections = 0;
        FollowerId lastFollower = 0;
    };

    HttpConnection(Socket socket, std::shared_ptr<Owner> owner)
        : m_owner(std::move(owner))
        , m_stream(std::move(socket))
        , m_buffer(m_owner->limits.httpHeaderBytes + m_owner->limits.httpBodyBytes)
    {
        ++m_owner->connections;
    }
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;
    ~HttpConnection() { --m_owner->connections; }

    void read()
    {
        m_parser.emplace();
        m_parser->header_limit(m_owner->limits.httpHeaderBytes);
        m_parser->body_limit(m_owner->limits.httpBodyBytes);
        m_stream.expires_after(m_owner->limits.httpRequest);
        http::async_read(
            m_stream, m_buffer, *m_parser, [self = shared_from_this()](error_code code, size_t) {
                if (!code)
                    self->ask();
                else if (isBadRequest(code))
                    self->refuse(code);
            });
    }

private:
    void ask()
    {
        const auto &request = m_parser->get();
        m_isHead = request.method() == http::verb::head;
        m_keepAlive = request.keep_alive();
        m_version = request.version();
        m_stream.expires_never();
        m_follower = beast::websocket::is_upgrade(request) && !m_owner->followers.isFull()
            ? ++m_owner->lastFollower
            : 0;
        HttpRequest asked{m_isHead ? QByteArray("GET") : bytesOf(request.method_string()),
            bytesOf(request.target()), QByteArray::fromStdString(request.body()),
            field(http::field::host), field(http::field::origin), field("Sec-Fetch-Site"),
            field(http::field::cookie), client(), field("X-Forwarded-Proto") == "https",
            m_follower};
        m_owner->handler(std::move(asked), [lent = lend()](HttpResponse response) {
            asio::post(lent->m_stream.get_executor(),
                [lent, response = std::move(response)] { lent->write(response); });
        });
    }

    template <typename Name> [[nodiscard]] QByteArray field(Name name) const
    {
        return bytesOf(m_parser->get()[name]);
    }

    /// Who asks. Only this machine's web front may say that it asks for somebody else.
    [[nodiscard]] QByteArray client() const
    {
        error_code ignored;
        const auto peer = m_stream.socket().remote_endpoint(ignored).address();
        const QByteArray named = field("X-Real-IP");
        return peer.is_loopback() && !named.isEmpty() ? named
                                                      : QByteArray::fromStdString(peer.to_string());
    }

    /// This connection for another thread to hold: whoever lets go of it last, it ends in the
    /// network's.
    std::shared_ptr<HttpConnection> lend()
    {
        return {this, [self = shared_from_this()](HttpConnection *) mutable {
                    const auto network = self->m_stream.get_executor();
                    asio::post(network, [own = std::move(self)] {});
                }};
    }

    void refuse(const error_code &code)
    {
        m_isHead = false;
        m_keepAlive = false;
        m_version = 11;
        write(unreadable(code, m_owner->limits));
    }

    template <typename Body> http::response<Body> prepared(const HttpResponse &response) const
    {
        http::response<Body> message{http::int_to_status(unsigned(response.status)), m_version};
        for (const auto &[name, value] : securityHeaders())
            message.set(boostView(name), boostView(value));
        for (const auto &[name, value] : response.headers) {
            // The one header that may come several times (RFC 6265, section 3).
            if (name == "Set-Cookie")
                message.insert(boostView(name), boostView(value));
            else
                message.set(boostView(name), boostView(value));
        }
        if (!response.contentType.isEmpty())
            message.set(http::field::content_type, boostView(response.contentType));
        message.content_length(size_t(response.body.size()));
        message.keep_alive(m_keepAlive);
        return message;
    }

    void write(const HttpResponse &response)
    {
        if (response.follows)
            return m_owner->followers.adopt(m_follower, m_stream.release_socket(), m_parser->get());
        m_stream.expires_after(m_owner->limits.httpResponse);
        if (m_isHead)
            return send(prepared<http::empty_body>(response));
        auto message = prepared<http::string_body>(response);
        message.body() = view(response.body);
        send(std::move(message));
    }

    template <typename Body> void send(http::response<Body> message)
    {
        // Lives until it has left.
        auto held = std::make_shared<http::response<Body>>(std::move(message));
        http::async_write(
            m_stream, *held, [self = shared_from_this(), held](error_code code, size_t) {
                if (code)
                    return;
                if (self->m_keepAlive)
                    self->read();
                else
                    self->leave();
            });
    }

    void leave()
    {
        error_code ignored;
        m_stream.socket().shutdown(Socket::shutdown_send, ignored);
        m_stream.expires_after(linger);
        m_lingered = 0;
        drain();
    }

    void drain()
    {
        m_buffer.clear();
        m_stream.async_read_some(m_buffer.prepare(m_owner->limits.httpHeaderBytes),
            [self = shared_from_this()](error_code code, size_t bytes) {
                self->m_lingered += bytes;
                if (!code && self->m_lingered < lingerBytes)
                    self->drain();
            });
    }

    std::shared_ptr<Owner> m_owner;
    beast::basic_stream<tcp, Executor> m_stream;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    FollowerId m_follower = 0; ///< the WebSocket that the present request asks for
    bool m_isHead = false;
    bool m_keepAlive = false;
    unsigned m_version = 11;
    size_t m_lingered = 0;
};

class HttpPort::Door : public std::enable_shared_from_this<HttpPort::Door>
{
public:
    Door(Acceptor acceptor, const ServerLimits &limits, HttpHandler handler,
        std::function<void(FollowerId)> left)
        : m_acceptor(std::move(acceptor))
        , m_pause(m_acceptor.get_executor())
        , m_owner(new HttpConnection::Owner{
              std::move(handler), limits, FollowerSockets(limits, std::move(left))})
    {
    }

    void carry(const std::vector<FollowerNews> &news) { m_owner->followers.carry(news); }

    [[nodiscard]] quint16 port() const
    {
        error_code ignored;
        return m_acceptor.local_endpoint(ignored).port();
    }

    void accept()
    {
        m_acceptor.async_accept([self = shared_from_this()](error_code code, Socket socket) {
            if (code == asio::error::operation_aborted)
                return;
            if (code)
                return self->acceptLater();
            if (self->m_owner->connections < self->m_owner->limits.httpConnections)
                std::make_shared<HttpConnection>(std::move(socket), self->m_owner)->read();
            self->accept();
        });
    }

    void shutDown()
    {
        error_code ignored;
        m_acceptor.close(ignored);
        m_pause.cancel();
        m_owner->followers.closeAll();
    }

private:
    /// The process has no file descriptor left: somebody must leave first.
    void acceptLater()
    {
        m_pause.expires_after(acceptPause);
        m_pause.async_wait([self = shared_from_this()](error_code code) {
            if (!code)
                self->accept();
        });
    }

    Acceptor m_acceptor;
    Timer m_pause;
    std::shared_ptr<HttpConnection::Owner> m_owner;
};

Result<std::unique_ptr<HttpPort>> HttpPort::listen(asio::io_context &network, const HostPort &at,
    const ServerLimits &limits, HttpHandler handler, std::function<void(FollowerId)> left)
{
    auto acceptor = listenAt(network, at);
    if (!acceptor)
        return tl::unexpected(acceptor.error());
    auto door
        = std::make_shared<Door>(std::move(*acceptor), limits, std::move(handler), std::move(left));
    door->accept();
    return std::unique_ptr<HttpPort>(new HttpPort(std::move(door)));
}

HttpPort::HttpPort(std::shared_ptr<Door> door)
    : m_door(std::move(door))
{
}

HttpPort::~HttpPort() = default;

quint16 HttpPort::port() const { return m_door->port(); }

void HttpPort::carry(const std::vector<FollowerNews> &news) { m_door->carry(news); }

void HttpPort::shutDown() { m_door->shutDown(); }

} // namespace antre
