// SPDX-License-Identifier: Apache-2.0
#include "server/terminalport.h"

#include "server/listening.h"

#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>
#include <unordered_map>

namespace antre {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::asio::ip::tcp;
using boost::system::error_code;

Result<> prepare(asio::ssl::context &tls, const TlsIdentity &identity)
{
    const asio::const_buffer pem(identity.pem.constData(), size_t(identity.pem.size()));
    error_code code;
    tls.use_certificate_chain(pem, code);
    if (!code)
        tls.use_private_key(pem, asio::ssl::context::pem, code);
    SSL_CTX *context = tls.native_handle();
    if (code || SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1
        || SSL_CTX_set_num_tickets(context, 0) != 1)
        return failure(ErrorCode::Corrupt,
            QStringLiteral("OpenSSL refuses the certificate: ")
                + QString::fromStdString(code.message()),
            QStringLiteral("damaged"));
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS); // idle connections are the rule
    return {};
}

} // namespace

/// One terminal's connection, or a stranger's. Keeps itself alive by the operations it waits for.
class TerminalConnection : public std::enable_shared_from_this<TerminalConnection>
{
public:
    struct Owner
    {
        TerminalPort::Events events;
        std::function<void(TerminalConnection &)> identified; ///< sent its first frame
        std::function<void(TerminalConnection &)> gone;
        ServerLimits limits;
    };

    TerminalConnection(ConnectionId id, Socket socket, asio::ssl::context &tls, const Owner &owner)
        : m_id(id)
        , m_owner(owner)
        , m_socket(std::move(socket), tls)
        , m_helloTimer(m_socket.get_executor())
    {
        error_code ignored;
        Socket &transport = beast::get_lowest_layer(m_socket).socket();
        transport.set_option(tcp::no_delay(true), ignored);
        m_address = transport.remote_endpoint(ignored).address();
    }

    [[nodiscard]] ConnectionId id() const { return m_id; }
    [[nodiscard]] const asio::ip::address &address() const { return m_address; }
    [[nodiscard]] bool isStranger() const { return m_stranger; }

    void start()
    {
        beast::get_lowest_layer(m_socket).expires_after(m_owner.limits.handshake);
        m_socket.next_layer().async_handshake(
            asio::ssl::stream_base::server, [self = shared_from_this()](error_code code) {
                if (code)
                    return self->end();
                self->upgrade();
            });
    }

    void send(QByteArray frame)
    {
        if (m_state != State::Open)
            return;
        m_unsentBytes += size_t(frame.size());
        m_unsent.push_back(std::move(frame));
        if (m_unsentBytes > m_owner.limits.unsentBytes)
            return end();
        if (!m_writing)
            write();
    }

    /// The service is done with one of the connection's frames.
    void taken(size_t bytes)
    {
        --m_framesAhead;
        m_bytesAhead -= bytes;
        read();
    }

    void closeOnceSent(websocket::close_code reason)
    {
        if (m_state == State::Handshake)
            return end();
        if (m_state != State::Open)
            return;
        m_state = State::Closing;
        m_closeReason = reason;
        if (!m_writing)
            sayGoodbye();
    }

    /// Ends the connection at once. Whatever waits for the socket fails by it.
    void end()
    {
        const State before = std::exchange(m_state, State::Gone);
        if (before == State::Gone)
            return;
        beast::get_lowest_layer(m_socket).close();
        m_helloTimer.cancel();
        if (before != State::Handshake)
            m_owner.events.closed(m_id);
        m_owner.gone(*this);
    }

private:
    enum class State {
        Handshake, ///< TLS, then the WebSocket's upgrade
        Open,
        Closing, ///< nothing new leaves; what waits does
        Gone,
    };

    void upgrade()
    {
        // From here on the WebSocket keeps time.
        beast::get_lowest_layer(m_socket).expires_never();
        m_socket.set_option(
            websocket::stream_base::timeout{m_owner.limits.handshake, m_owner.limits.idle, true});
        m_socket.read_message_max(m_owner.limits.frameBytes);
        m_socket.async_accept([self = shared_from_this()](error_code code) {
            if (code)
                return self->end();
            self->open();
        });
    }

    void open()
    {
        if (m_state != State::Handshake)
            return;
        m_state = State::Open;
        m_socket.text(true);
        m_socket.auto_fragment(false); // a message is one frame: nothing is copied to cut it up
        m_owner.events.opened(m_id);
        m_helloTimer.expires_after(m_owner.limits.hello);
        m_helloTimer.async_wait([self = shared_from_this()](error_code code) {
            if (!code && self->m_stranger)
                self->closeOnceSent(websocket::close_code::policy_error);
        });
        read();
    }

    void read()
    {
        const bool full = m_framesAhead >= m_owner.limits.framesAhead
            || m_bytesAhead >= m_owner.limits.bytesAhead;
        if (m_reading || full || m_state == State::Gone || m_state == State::Handshake)
            return;
        m_reading = true;
        m_socket.async_read(m_buffer, [self = shared_from_this()](error_code code, size_t) {
            self->m_reading = false;
            if (code)
                return self->end();
            self->receive();
        });
    }

    void receive()
    {
        const auto bytes = m_buffer.cdata();
        QByteArray frame(static_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        m_buffer.consume(m_buffer.size());
        if (m_state == State::Open) {
            if (std::exchange(m_stranger, false)) {
                m_helloTimer.cancel();
                m_owner.identified(*this);
            }
            ++m_framesAhead;
            m_bytesAhead += size_t(frame.size());
            m_owner.events.received(m_id, std::move(frame));
        }
        read(); // also while closing: the other side's goodbye is read here
    }

    void write()
    {
        m_writing = true;
        const QByteArray &frame = m_unsent.front();
        m_socket.async_write(asio::buffer(frame.constData(), size_t(frame.size())),
            [self = shared_from_this()](error_code code, size_t) {
                self->m_writing = false;
                if (code)
                    return self->end();
                self->m_unsentBytes -= size_t(self->m_unsent.front().size());
                self->m_unsent.pop_front();
                if (!self->m_unsent.empty())
                    self->write();
                else if (self->m_state == State::Closing)
                    self->sayGoodbye();
            });
    }

    void sayGoodbye()
    {
        m_socket.async_close(
            m_closeReason, [self = shared_from_this()](error_code) { self->end(); });
    }

    const ConnectionId m_id;
    const Owner &m_owner;
    websocket::stream<beast::ssl_stream<beast::basic_stream<tcp, Executor>>, false> m_socket;
    Timer m_helloTimer;
    asio::ip::address m_address;
    State m_state = State::Handshake;
    bool m_stranger = true;

    beast::flat_buffer m_buffer;
    bool m_reading = false;
    size_t m_framesAhead = 0;
    size_t m_bytesAhead = 0;

    std::deque<QByteArray> m_unsent; ///< the first is being written while m_writing
    size_t m_unsentBytes = 0;
    bool m_writing = false;
    websocket::close_code m_closeReason = websocket::close_code::normal;
};

/// Accepts connections and finds them by id. Outlives them: they hold a reference to its limits.
class TerminalPort::Door : public std::enable_shared_from_this<TerminalPort::Door>
{
public:
    Door(Acceptor acceptor, asio::ssl::context tls, const ServerLimits &limits, Events events)
        : m_acceptor(std::move(acceptor))
        , m_pause(m_acceptor.get_executor())
        , m_tls(std::move(tls))
        , m_owner{std::move(events), [this](const TerminalConnection &c) { noStranger(c); },
              [this](const TerminalConnection &c) { forget(c); }, limits}
    {
    }

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
            self->welcome(std::move(socket));
            self->accept();
        });
    }

    void carry(Outgoing outgoing)
    {
        for (Outgoing::Frame &frame : outgoing.frames) {
            if (const auto connection = find(frame.connection))
                connection->send(std::move(frame.bytes));
        }
        for (const ConnectionId id : outgoing.closing) {
            if (const auto connection = find(id))
                connection->closeOnceSent(websocket::close_code::policy_error);
        }
        for (const Outgoing::Taken &taken : outgoing.taken) {
            if (const auto connection = find(taken.connection))
                connection->taken(taken.bytes);
        }
    }

    void shutDown(Milliseconds patience, std::function<void()> done)
    {
        error_code ignored;
        m_acceptor.close(ignored);
        m_allGone = std::move(done);
        for (const auto &connection : everybody())
            connection->closeOnceSent(websocket::close_code::going_away);
        m_pause.expires_after(patience);
        m_pause.async_wait([self = shared_from_this()](error_code code) {
            if (code)
                return;
            for (const auto &connection : self->everybody())
                connection->end();
        });
        leaveIfEmpty();
    }

private:
    void acceptLater()
    {
        m_pause.expires_after(acceptPause);
        m_pause.async_wait([self = shared_from_this()](error_code code) {
            if (!code)
                self->accept();
        });
    }

    void welcome(Socket socket)
    {
        const auto connection
            = std::make_shared<TerminalConnection>(m_nextId++, std::move(socket), m_tls, m_owner);
        size_t &strangers = m_strangers[connection->address()];
        if (m_connections.size() >= m_owner.limits.terminals
            || strangers >= m_owner.limits.strangersPerAddress)
            return; // the socket closes with the connection
        ++strangers;
        m_connections.emplace(connection->id(), connection);
        connection->start();
    }

    void noStranger(const TerminalConnection &connection)
    {
        const auto strangers = m_strangers.find(connection.address());
        if (strangers != m_strangers.end() && --strangers->second == 0)
            m_strangers.erase(strangers);
    }

    void forget(const TerminalConnection &connection)
    {
        if (connection.isStranger())
            noStranger(connection);
        m_connections.erase(connection.id());
        leaveIfEmpty();
    }

    void leaveIfEmpty()
    {
        if (!m_allGone || !m_connections.empty())
            return;
        m_pause.cancel();
        std::exchange(m_allGone, nullptr)();
    }

    [[nodiscard]] std::shared_ptr<TerminalConnection> find(ConnectionId id) const
    {
        const auto found = m_connections.find(id);
        return found == m_connections.end() ? nullptr : found->second;
    }

    [[nodiscard]] std::vector<std::shared_ptr<TerminalConnection>> everybody() const
    {
        std::vector<std::shared_ptr<TerminalConnection>> all;
        for (const auto &[id, connection] : m_connections)
            all.push_back(connection);
        return all;
    }

    Acceptor m_acceptor;
    Timer m_pause;
    asio::ssl::context m_tls;
    const TerminalConnection::Owner m_owner;
    ConnectionId m_nextId = 1;
    std::unordered_map<ConnectionId, std::shared_ptr<TerminalConnection>> m_connections;
    std::map<asio::ip::address, size_t> m_strangers;
    std::function<void()> m_allGone;
};

Result<std::unique_ptr<TerminalPort>> TerminalPort::listen(asio::io_context &network,
    const HostPort &at, const TlsIdentity &identity, const ServerLimits &limits, Events events)
{
    asio::ssl::context tls(asio::ssl::context::tls_server);
    if (auto prepared = prepare(tls, identity); !prepared)
        return tl::unexpected(prepared.error());
    auto acceptor = listenAt(network, at);
    if (!acceptor)
        return tl::unexpected(acceptor.error());
    auto door
        = std::make_shared<Door>(std::move(*acceptor), std::move(tls), limits, std::move(events));
    door->accept();
    return std::unique_ptr<TerminalPort>(new TerminalPort(std::move(door)));
}

TerminalPort::TerminalPort(std::shared_ptr<Door> door)
    : m_door(std::move(door))
{
}

TerminalPort::~TerminalPort() = default;

quint16 TerminalPort::port() const { return m_door->port(); }

void TerminalPort::carry(Outgoing outgoing) { m_door->carry(std::move(outgoing)); }

void TerminalPort::shutDown(Milliseconds patience, std::function<void()> done)
{
    m_door->shutDown(patience, std::move(done));
}

} // namespace antre
