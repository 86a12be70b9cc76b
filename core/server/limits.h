// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/terminalgate.h"

namespace antre {

/// What the network may cost. Every body, frame, queue and pause of core/server ends here; tests
/// make them small.
struct ServerLimits
{
    size_t terminals = 1000; ///< connections at once; more are closed as they come
    size_t strangersPerAddress = 128; ///< connections of one address that haven't sent a frame yet
    Milliseconds handshake{
        5000}; ///< for TLS, for the WebSocket's upgrade and for its closing, each
    Milliseconds hello = TerminalGate::helloTimeout; ///< from the upgrade to the first frame
    /// Without a sign of life for this long the connection is dead; half-way the service pings.
    /// Short, because a kiosk that lost its Wi-Fi must soon look lost.
    Milliseconds idle{20000};
    size_t frameBytes = maxFrameBytes;
    /// A connection isn't read from while the service has so much of its work before it.
    size_t framesAhead = 64;
    size_t bytesAhead = 256 * 1024;
    /// A connection with more than this waiting to leave is closed: it can come back and resume.
    /// Enough for the events of 10,000 tickets, which a terminal that starts anew gets at once.
    size_t unsentBytes = 64 * 1024 * 1024;

    size_t httpConnections = 512; ///< followers' sockets are counted by themselves
    Milliseconds httpRequest{15000}; ///< for a whole request, and for the pause before it
    Milliseconds httpResponse{15000}; ///< for the reader to take the answer
    quint32 httpHeaderBytes = 8 * 1024;
    quint64 httpBodyBytes = 16 * 1024;

    /// Phones that follow a ticket, each with a socket: more than any hall holds.
    size_t followers = 12'000;
    size_t followersPerTicket = 16; ///< a family's phones, and each one's forgotten tabs
    /// Without a sign of life for this long a phone has gone; half-way it is asked. Below the web
    /// front's own patience.
    Milliseconds followerIdle{60'000};
    /// A phone has nothing to say. Pings are answered, so many between two news.
    size_t followerControlFrames = 64;
};

} // namespace antre
