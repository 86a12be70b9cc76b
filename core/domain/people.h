// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"

#include <optional>
#include <set>
#include <vector>

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
    Serve, ///< open a counter; who can't only helps in the lobby
    SeeMall, ///< the manager's pages
    OrderDevices, ///< let a terminal print a test page, rest, work again or start anew
    EditCatalogue, ///< publish another catalogue
    ManagePeople, ///< register officers, with rights that one has oneself
    ManageDevices, ///< enrol terminals and revoke them
    ReadJournal, ///< who did what and when
    HandlePersonalData, ///< see or erase what is kept of one ticket
};

/// Every right there is, in the order above.
[[nodiscard]] const std::vector<Right> &allRights();

[[nodiscard]] QString rightName(Right right);
[[nodiscard]] std::optional<Right> rightFromName(const QString &name);

/// What people call a usual set of rights. Stored and sent by name: add at the end, never rename.
enum class Role {
    Officer, ///< at a counter
    Helper, ///< in the lobby, for visitors
    AgencyHead, ///< of one agency, with rights that end there
    Manager, ///< of the mall
    Technician, ///< for the devices
};

[[nodiscard]] QString roleName(Role role);
[[nodiscard]] std::optional<Role> roleFromName(const QString &name);
/// What comes with the role, unless somebody decides otherwise.
[[nodiscard]] const std::set<Right> &rightsOf(Role role);

/// A person at a counter, in the lobby or at the manager's desk.
struct Officer
{
    OfficerId id;
    QString name;
    QString pinHash; ///< argon2id in libsodium's text form
    bool active = true;
    std::set<Right> rights = rightsOf(Role::Officer);
    Role role = Role::Officer;
    AgencyId agency = {}; ///< whose head it is; empty: rights hold in the whole mall
    QString passwordHash = {}; ///< argon2id, for the manager's pages; empty: can't sign in there
    [[nodiscard]] bool may(Right right) const { return active && rights.contains(right); }
    friend bool operator==(const Officer &, const Officer &) = default;
};

} // namespace antre
