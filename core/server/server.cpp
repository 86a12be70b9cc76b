// SPDX-License-Identifier: Apache-2.0
#include "server/server.h"

#include "base/overloaded.h"

#include <future>

namespace antre {

namespace {

/// Of the site's time: how late a day's end may be noticed.
constexpr Milliseconds tickEvery{10'000};
constexpr Milliseconds tickLeast{200}; // real time: a rehearsal's clock runs fast
/// A turn's part for what phones ask. Whoever floods the pages waits; a touch at a kiosk doesn't.
constexpr Milliseconds webShare{5};
/// How long terminals have to answer a goodbye.
constexpr Milliseconds farewell{1000};

} // namespace

Server::Server(QueueService &service, Random &random, Options options)
    : m_service(service)
    , m_options(std::move(options))
    , m_inbox([this] {
        QMetaObject::invokeMethod(
            &m_thread, [this] { turn(); }, Qt::QueuedConnection);
    })
    , m_enrolments(service.clock(), random, m_options.identity.fingerprint)
    , m_gate(service, wire())
    , m_shells(m_gate)
    , m_api(service, m_gate, random, m_options.limits)
    , m_manager({service, m_gate, m_enrolments, random,
          [this](std::function<bool()> check, std::function<void(bool)> done) {
              checkSlowly(std::move(check), std::move(done));
          }})
{
    m_slowChecks.setMaxThreadCount(1);
    m_gate.takeEnrolments(m_enrolments);
    m_api.serveManager(m_manager);
    if (m_options.notes)
        m_gate.keepNotes(*m_options.notes);
    QObject::connect(&m_clockTicks, &QTimer::timeout, &m_thread, [this] { lookAtTheClock(); });
    QObject::connect(&m_followTicks, &QTimer::timeout, &m_thread, [this] { tellFollowers(); });
}

Server::~Server() { stop(); }

TerminalGate::Wire Server::wire()
{
    return {
        [this](ConnectionId id, const QByteArray &frame) {
            if (ShellPort::isShell(id))
                return m_shells.send(id, frame);
            m_outgoing.frames.push_back({id, frame});
            askForTurn();
        },
        [this](ConnectionId id) {
            if (ShellPort::isShell(id))
                return m_shells.closeConnection(id);
            m_outgoing.closing.push_back(id);
            askForTurn();
        },
        [this](std::function<bool()> check, std::function<void(bool)> done) {
            checkSlowly(std::move(check), std::move(done));
        },
        [this] { askForTurn(); },
    };
}

void Server::checkSlowly(std::function<bool()> check, std::function<void(bool)> done)
{
    m_slowChecks.start([this, check = std::move(check), done = std::move(done)] {
        m_inbox.push(arrival::Task([done, right = check()] { done(right); }));
    });
}

TerminalPort::Events Server::terminalEvents()
{
    return {
        [this](ConnectionId id) { m_inbox.push(arrival::Opened{id}); },
        [this](ConnectionId id, QByteArray frame) {
            m_inbox.push(arrival::Frame{id, std::move(frame)});
        },
        [this](ConnectionId id) { m_inbox.push(arrival::Closed{id}); },
    };
}

HttpHandler Server::httpHandler()
{
    return [this](HttpRequest request, HttpReply reply) {
        m_inbox.push(arrival::Task([this, request = std::move(request), reply = std::move(reply)] {
            m_api.handle(request, reply);
        }));
    };
}

Result<> Server::start()
{
    auto terminals = TerminalPort::listen(m_network.context(), m_options.terminals,
        m_options.identity, m_options.limits, terminalEvents());
    if (!terminals)
        return tl::unexpected(terminals.error());
    auto http = HttpPort::listen(m_network.context(), m_options.http, m_options.limits,
        httpHandler(), [this](FollowerId id) {
            m_inbox.push(arrival::Task([this, id] { m_api.followers().left(id); }));
        });
    if (!http)
        return tl::unexpected(http.error());
    // Without it the queue still works; antrectl says what it can't do then.
    if (const auto shell
        = m_options.shell.isEmpty() ? Result<>() : m_shells.listen(m_options.shell);
        !shell)
        qWarning("antrectl can't reach this service: %s", qPrintable(shell.error().detail));
    m_terminals = std::move(*terminals);
    m_http = std::move(*http);
    m_manager.listensAt(terminalPort());
    m_network.start();
    m_running = true;
    const Milliseconds real(qint64(double(tickEvery.count()) / m_service.clock().rate()));
    m_clockTicks.start(std::max(real, tickLeast));
    lookAtTheClock();
    return {};
}

void Server::stop()
{
    if (!std::exchange(m_running, false))
        return;
    m_clockTicks.stop();
    m_followTicks.stop();
    m_shells.close();
    m_slowChecks.clear();
    m_slowChecks.waitForDone();
    do
        turn();
    while (m_service.hasWork() || !m_tasks.empty());
    std::promise<void> gone;
    m_network.post([this, &gone] {
        m_http->shutDown();
        m_terminals->shutDown(farewell, [&gone] { gone.set_value(); });
    });
    gone.get_future().wait();
    m_network.stop();
    // What came too late was never taken in; its replies hold sockets, which must not outlive the
    // network.
    (void)m_inbox.takeAll();
    m_tasks.clear();
}

quint16 Server::terminalPort() const { return m_terminals ? m_terminals->port() : quint16(0); }

quint16 Server::httpPort() const { return m_http ? m_http->port() : quint16(0); }

void Server::askForTurn()
{
    if (!m_turning) // else the present one sees to it
        m_inbox.wake();
}

void Server::lookAtTheClock()
{
    m_gate.timePassed();
    if (m_service.askForDayEnd())
        askForTurn();
}

void Server::turn()
{
    m_turning = true;
    for (Arrival &arrival : m_inbox.takeAll())
        take(arrival);
    m_service.flush();
    handOver();
    if (!m_tasks.empty())
        workOff();
    tellFollowers();
    m_turning = false;
    // More than one commit may hold; or there is time to look back at past days.
    if (m_service.hasWork() || !m_tasks.empty() || (m_running && m_service.learnPast()))
        m_inbox.wake();
}

void Server::workOff()
{
    const Milliseconds end = m_service.clock().elapsed() + webShare;
    while (!m_tasks.empty() && m_service.clock().elapsed() <= end) {
        const arrival::Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        task();
    }
    m_service.flush();
    handOver();
}

void Server::tellFollowers()
{
    Followers &followers = m_api.followers();
    if (followers.isEmpty())
        return m_followTicks.stop();
    if (!m_followTicks.isActive())
        m_followTicks.start(Followers::lookEvery);
    auto news = followers.look();
    if (!news.empty() && m_http)
        m_network.post([this, news = std::move(news)] { m_http->carry(news); });
}

void Server::take(Arrival &arrival)
{
    std::visit(Overloaded{
                   [&](const arrival::Opened &opened) { m_gate.opened(opened.connection); },
                   [&](const arrival::Frame &frame) {
                       m_gate.received(frame.connection, frame.bytes);
                       m_outgoing.taken.push_back({frame.connection, size_t(frame.bytes.size())});
                   },
                   [&](const arrival::Closed &closed) { m_gate.closed(closed.connection); },
                   [&](arrival::Task &task) { m_tasks.push_back(std::move(task)); },
               },
        arrival);
}

void Server::handOver()
{
    if (m_outgoing.isEmpty() || !m_terminals)
        return;
    m_network.post([this, outgoing = std::exchange(m_outgoing, {})]() mutable {
        m_terminals->carry(std::move(outgoing));
    });
}

} // namespace antre
