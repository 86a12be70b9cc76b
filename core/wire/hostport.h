// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace antre {

/// Where a server listens or is reached: "192.168.7.2:7443", "antre.lan:7443", "[::1]:8080".
struct HostPort
{
    QString host;
    quint16 port = 0; ///< 0, where a server listens: any free port
    [[nodiscard]] QString text() const;
    /// Invalid, with a sentence, if `text` isn't host, colon, port.
    [[nodiscard]] static Result<HostPort> fromText(const QString &text);
    friend bool operator==(const HostPort &, const HostPort &) = default;
};

/// Where terminals find the service, unless the site says otherwise.
constexpr quint16 defaultTerminalPort = 7443;
/// Where the web front finds the HTTP API, unless the site says otherwise.
constexpr quint16 defaultHttpPort = 8080;

} // namespace antre
