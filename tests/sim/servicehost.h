// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "disk.h"
#include "machineclock.h"
#include "service/terminalgate.h"

namespace antre::sim {

class World;

/// The service's machine and the process on it: the real QueueService behind the real TerminalGate.
/// Commands that arrive while a commit runs go into the next one, as in core/server.
class ServiceHost
{
public:
    explicit ServiceHost(World &world);

    void start();
    /// The process ends between two instructions.
    void die(Milliseconds back);
    void powerCut(Milliseconds back);
    [[nodiscard]] bool isUp() const { return m_service != nullptr; }
    /// Whether it is up now or asked to come back: healing starts it at once.
    void heal();

    void opened(ConnectionId id);
    void received(ConnectionId id, const QByteArray &frame);
    void closed(ConnectionId id);
    [[nodiscard]] bool isKnown(ConnectionId id) const { return m_gate && m_gate->isKnown(id); }
    /// As antrectl or the web does; nothing when it is down.
    void submit(const CommandData &data);
    /// The same with an answer, unless the process dies before. REQUIRES: isUp().
    CommandId ask(const CommandData &data, QueueService::Reply reply);
    void askForDayEnd();

    [[nodiscard]] QueueService *service() { return m_service.get(); }
    [[nodiscard]] TerminalGate *gate() { return m_gate.get(); }

    Disk disk;
    MachineClock clock;
    Milliseconds slower{0}; ///< a disk that takes this much longer for each commit
    /// The process dies at its next commit.
    enum class Death { None, BeforeWriting, AfterWriting };
    Death nextCommit = Death::None;

private:
    [[nodiscard]] TerminalGate::Wire wire();
    void flushSoon();
    void flush();
    void stop();
    void startAfter(Milliseconds pause);
    void noteCalls(Position before);

    World &m_world;
    Chance m_chance;
    std::unique_ptr<QueueService> m_service;
    std::unique_ptr<TerminalGate> m_gate;
    int m_life = 0;
    bool m_flushing = false;
    bool m_doomed = false; ///< dead already, though still on the stack
};

} // namespace antre::sim
