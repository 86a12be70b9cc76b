// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/httpapi.h"
#include "server/httpport.h"
#include "server/inbox.h"
#include "server/limits.h"
#include "server/managepages.h"
#include "server/network.h"
#include "server/shellport.h"
#include "server/terminalport.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <deque>

namespace antre {

/// The mall's service on the network: terminals' gate and HTTP API on top of one QueueService.
///
/// Three threads: the service's (which makes, starts and destroys the server, and needs a Qt event
/// loop), the network's, and one for slow checks of PINs. Only values pass between them. The
/// service's thread works in turns: take in all that terminals sent, flush once, hand over all that
/// must leave; then what phones asked, for so long that no kiosk waits for it noticeably.
class Server
{
public:
    struct Options
    {
        HostPort terminals;
        HostPort http;
        TlsIdentity identity;
        ServerLimits limits = {};
        DayNotes *notes = nullptr; ///< where officers' notes are kept; null: none are taken
        /// Of the local socket for antrectl; empty: there is none.
        QString shell = {};
    };

    /// `random` makes the ids of the commands that come by HTTP; the service's thread only.
    Server(QueueService &service, Random &random, Options options);
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    ~Server();

    /// Errors as in TerminalPort::listen(); `detail` names the address.
    [[nodiscard]] Result<> start();
    /// Answers what has arrived, says goodbye to everybody, ends the threads. Takes at most a
    /// second or two.
    void stop();

    /// Where it listens; 0 before start().
    [[nodiscard]] quint16 terminalPort() const;
    [[nodiscard]] quint16 httpPort() const;
    [[nodiscard]] TerminalGate &gate() { return m_gate; }
    [[nodiscard]] Enrolments &enrolments() { return m_enrolments; }
    [[nodiscard]] ManagePages &manager() { return m_manager; }

private:
    [[nodiscard]] TerminalGate::Wire wire();
    [[nodiscard]] TerminalPort::Events terminalEvents();
    [[nodiscard]] HttpHandler httpHandler();
    void checkSlowly(std::function<bool()> check, std::function<void(bool)> done);
    void askForTurn();
    void turn();
    void workOff();
    void lookAtTheClock();
    void take(Arrival &arrival);
    void tellFollowers();
    void handOver();

    QueueService &m_service;
    Options m_options;
    QObject m_thread; ///< lives in the service's thread: turns are queued to it
    QTimer m_clockTicks;
    QTimer m_followTicks; ///< runs while somebody follows a ticket
    Inbox m_inbox;
    std::deque<arrival::Task> m_tasks; ///< arrived, and to be done
    Outgoing m_outgoing;
    Enrolments m_enrolments;
    TerminalGate m_gate;
    ShellPort m_shells;
    HttpApi m_api;
    ManagePages m_manager;
    QThreadPool m_slowChecks;
    Network m_network;
    std::unique_ptr<TerminalPort> m_terminals;
    std::unique_ptr<HttpPort> m_http;
    bool m_turning = false;
    bool m_running = false;
};

} // namespace antre
