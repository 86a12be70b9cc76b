// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"

#include <optional>
#include <set>

namespace antre {

/// Sent by name: add at the end, never rename.
enum class TerminalKind {
    Kiosk,
    Counter,
    Display,
};

[[nodiscard]] QString terminalKindName(TerminalKind kind);
[[nodiscard]] std::optional<TerminalKind> terminalKindFromName(const QString &name);

/// An enrolled device.
struct Terminal
{
    TerminalId id;
    TerminalKind kind = TerminalKind::Kiosk;
    QString name; ///< for people: "Kiosk 1, main entrance"
    QString mark; ///< a kiosk's own letter or digit in its offline numbers; else empty
    QString
        tokenHash; ///< SHA-256 of the token, hexadecimal; the token itself is only at the device
    friend bool operator==(const Terminal &, const Terminal &) = default;
};

/// What not every officer may do. Stored and sent by name: add at the end, never rename.
enum class Right {
    PickTicket, ///< call one particular ticket before its turn
    ExceedLimits, ///< give a number after the last one, over the quota or into a full hall
    Close, ///< close for a while what visitors come for, and open it again
    OtherCounters, ///< command a counter where another officer is signed in, and take it over
};

[[nodiscard]] QString rightName(Right right);
[[nodiscard]] std::optional<Right> rightFromName(const QString &name);

/// A person at a counter or in the lobby.
struct Officer
{
    OfficerId id;
    QString name;
    QString pinHash; ///< argon2id in libsodium's text form
    bool active = true;
    std::set<Right> rights = {};
    [[nodiscard]] bool may(Right right) const { return active && rights.contains(right); }
    friend bool operator==(const Officer &, const Officer &) = default;
};

} // namespace antre
