// SPDX-License-Identifier: Apache-2.0
#include "network.h"

#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

namespace {

/// How long a terminal waits for a connection that nobody answers.
constexpr Milliseconds connectPatience{5000};
/// The service's side finds a dead connection by its own pings.
constexpr Milliseconds idleMax{20000};

} // namespace

Network::Network(World &world, size_t terminals)
    : m_world(world)
    , m_chance(world.plan.seed, 2)
    , m_paths(terminals)
{
}

Milliseconds Network::delay(size_t terminal)
{
    const Plan &plan = m_world.plan;
    return m_chance.pause(plan.delayMin, plan.delayMax) + m_paths[terminal].slower;
}

void Network::connect(size_t terminal)
{
    hangUp(terminal);
    Path &path = m_paths[terminal];
    const quint64 attempt = ++path.attempt;
    if (path.upBlocked || path.downBlocked) {
        m_world.timeline.after(connectPatience, [this, terminal, attempt] {
            if (m_paths[terminal].attempt == attempt)
                m_world.terminal(terminal).input(LinkClosed{QStringLiteral("no answer")});
        });
        return;
    }
    m_world.timeline.after(
        2 * delay(terminal), [this, terminal, attempt] { accept(terminal, attempt); });
}

void Network::accept(size_t terminal, quint64 attempt)
{
    Path &path = m_paths[terminal];
    if (path.attempt != attempt)
        return;
    if (!m_world.service.isUp() || path.upBlocked || path.downBlocked)
        return m_world.terminal(terminal).input(LinkClosed{QStringLiteral("refused")});
    const ConnectionId id = m_next++;
    path.connection = id;
    Connection made;
    made.terminal = terminal;
    made.openAtTerminal = made.openAtService = true;
    m_connections.emplace(id, made);
    m_world.service.opened(id);
    m_world.timeline.after(TerminalGate::helloTimeout, [this, id] {
        const auto found = m_connections.find(id);
        if (found != m_connections.end() && found->second.openAtService
            && !m_world.service.isKnown(id)) {
            loseAtService(id);
            closeAtService(id);
        }
    });
    m_world.terminal(terminal).input(LinkOpened{});
}

void Network::send(size_t terminal, const QByteArray &frame)
{
    const ConnectionId id = m_paths[terminal].connection;
    if (id != 0)
        dispatch(id, true, {frame});
}

void Network::hangUp(size_t terminal)
{
    ++m_paths[terminal].attempt;
    const ConnectionId id = std::exchange(m_paths[terminal].connection, 0);
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    found->second.openAtTerminal = false;
    dispatch(id, true, {{}, true});
}

void Network::vanish(size_t terminal)
{
    ++m_paths[terminal].attempt;
    const ConnectionId id = std::exchange(m_paths[terminal].connection, 0);
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    found->second.openAtTerminal = false;
    m_world.timeline.after(m_chance.pause(idleMax / 2, idleMax), [this, id] { loseAtService(id); });
}

void Network::sendToTerminal(ConnectionId id, const QByteArray &frame)
{
    dispatch(id, false, {frame});
}

void Network::closeAtService(ConnectionId id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    found->second.openAtService = false;
    dispatch(id, false, {{}, true});
}

void Network::serviceGone(bool says)
{
    std::vector<ConnectionId> open;
    for (auto &[id, connection] : m_connections) {
        if (connection.openAtService)
            open.push_back(id);
    }
    for (const ConnectionId id : open) {
        m_connections.at(id).openAtService = false;
        if (says)
            dispatch(id, false, {{}, true});
        else
            forgetIfClosed(id);
    }
}

void Network::dispatch(ConnectionId id, bool up, const Frame &frame)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end() || found->second.broken)
        return;
    Way &way = up ? found->second.up : found->second.down;
    const Milliseconds pause = delay(found->second.terminal);
    Milliseconds at = m_world.timeline.now() + pause;
    // While a terminal starts over, the order of TCP is all it has; from then on it can tell.
    const TerminalHost &host = m_world.terminal(found->second.terminal);
    const bool steady
        = frame.close || (!up && (!host.isUp() || host.machine().link() != LinkStatus::Up));
    const double swaps = steady ? 0 : m_world.plan.swapFrames;
    if (m_chance.happens(swaps)) {
        at += m_chance.anyPause(1ms, 2000ms);
    } else {
        at = std::max(at, way.last);
        way.last = at;
    }
    m_world.timeline.at(at, [this, id, up, frame] { arrive(id, up, frame); });
    if (m_chance.happens(swaps))
        m_world.timeline.after(
            m_chance.anyPause(1ms, 10'000ms), [this, id, up, frame] { arrive(id, up, frame); });
}

void Network::arrive(ConnectionId id, bool up, const Frame &frame)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end() || found->second.broken)
        return;
    Connection &connection = found->second;
    const Path &path = m_paths[connection.terminal];
    Way &way = up ? connection.up : connection.down;
    if ((up ? path.upBlocked : path.downBlocked) || !way.held.empty()) {
        way.held.push_back(frame);
        return;
    }
    const size_t terminal = connection.terminal;
    deliver(id, up, frame);
    if (up && m_paths[terminal].cutAfterQuestion && frame.bytes.contains("\"issueTicket\"")) {
        const Milliseconds lasting = *std::exchange(m_paths[terminal].cutAfterQuestion, {});
        m_world.tell([&]() -> QString {
            return m_world.terminal(terminal).name()
                + QStringLiteral(" is cut off before its answer, for %1 s").arg(lasting / 1s);
        });
        block(terminal, true, true);
        m_world.timeline.after(lasting, [this, terminal] { block(terminal, false, false); });
    }
}

void Network::cutAfterQuestion(size_t terminal, Milliseconds lasting)
{
    m_paths[terminal].cutAfterQuestion = lasting;
}

void Network::deliver(ConnectionId id, bool up, const Frame &frame)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    const Connection &connection = found->second;
    if (up) {
        if (!connection.openAtService)
            return;
        if (frame.close)
            return loseAtService(id);
        return m_world.service.received(id, frame.bytes);
    }
    if (!connection.openAtTerminal) {
        // The other end is closed: the network says so when somebody sends there.
        return m_world.timeline.after(
            delay(connection.terminal), [this, id] { loseAtService(id); });
    }
    if (frame.close)
        return loseAtTerminal(id, QStringLiteral("closed by the service"));
    m_world.terminal(connection.terminal).input(FrameReceived{frame.bytes});
}

void Network::loseAtService(ConnectionId id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    if (std::exchange(found->second.openAtService, false))
        m_world.service.closed(id);
    forgetIfClosed(id);
}

void Network::loseAtTerminal(ConnectionId id, const QString &why)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end() || !std::exchange(found->second.openAtTerminal, false))
        return;
    const size_t terminal = found->second.terminal;
    forgetIfClosed(id);
    if (m_paths[terminal].connection != id)
        return;
    m_paths[terminal].connection = 0;
    m_world.terminal(terminal).input(LinkClosed{why});
}

void Network::forgetIfClosed(ConnectionId id)
{
    const auto found = m_connections.find(id);
    if (found != m_connections.end() && !found->second.openAtTerminal
        && !found->second.openAtService)
        m_connections.erase(found);
}

void Network::block(size_t terminal, bool up, bool down)
{
    m_world.disturbed(terminal);
    m_paths[terminal].upBlocked = up;
    m_paths[terminal].downBlocked = down;
    if (!up && !down)
        return release(terminal);
    // A service whose pings stay unanswered gives the connection up.
    if (const ConnectionId id = m_paths[terminal].connection; id != 0) {
        const Milliseconds patience = m_chance.pause(idleMax / 2, idleMax);
        m_world.timeline.after(patience, [this, id, terminal] {
            const Path &path = m_paths[terminal];
            if (path.upBlocked || path.downBlocked)
                loseAtService(id);
        });
    }
}

void Network::release(size_t terminal)
{
    std::vector<ConnectionId> waiting;
    for (const auto &[id, connection] : m_connections) {
        if (connection.terminal == terminal)
            waiting.push_back(id);
    }
    for (const ConnectionId id : waiting) {
        for (const bool up : {true, false}) {
            const auto found = m_connections.find(id);
            if (found == m_connections.end())
                break;
            Way &way = up ? found->second.up : found->second.down;
            for (const Frame &frame : std::exchange(way.held, {}))
                dispatch(id, up, frame);
        }
    }
}

void Network::breakConnection(size_t terminal)
{
    const ConnectionId id = m_paths[terminal].connection;
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    // What is on its way is lost with it; each side notices at once, or later by its own pings.
    found->second.broken = true;
    m_world.disturbed(terminal);
    const bool terminalFirst = m_chance.happens(0.5);
    m_world.timeline.after(m_chance.pause(idleMax / 2, idleMax), [this, id] { loseAtService(id); });
    if (!terminalFirst || m_chance.happens(0.3))
        loseAtService(id);
    if (terminalFirst || m_chance.happens(0.3))
        loseAtTerminal(id, QStringLiteral("connection reset"));
}

void Network::slowDown(size_t terminal, Milliseconds by)
{
    m_world.disturbed(terminal);
    m_paths[terminal].slower = by;
}

bool Network::carries(size_t terminal) const
{
    const Path &path = m_paths[terminal];
    const auto found = m_connections.find(path.connection);
    return found != m_connections.end() && found->second.openAtService && !found->second.broken
        && !path.upBlocked && !path.downBlocked && path.slower == 0ms
        && m_world.plan.swapFrames == 0;
}

void Network::heal()
{
    for (size_t terminal = 0; terminal < m_paths.size(); ++terminal) {
        m_paths[terminal].slower = Milliseconds(0);
        m_paths[terminal].cutAfterQuestion.reset();
        block(terminal, false, false);
    }
}

} // namespace antre::sim
