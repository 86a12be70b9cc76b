// SPDX-License-Identifier: Apache-2.0
#include "domain/people.h"

namespace antre {

QString terminalKindName(TerminalKind kind)
{
    switch (kind) {
    case TerminalKind::Kiosk:
        return QStringLiteral("kiosk");
    case TerminalKind::Counter:
        return QStringLiteral("counter");
    case TerminalKind::Display:
        return QStringLiteral("display");
    }
    return {};
}

std::optional<TerminalKind> terminalKindFromName(const QString &name)
{
    for (const auto kind : {TerminalKind::Kiosk, TerminalKind::Counter, TerminalKind::Display}) {
        if (terminalKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

QString rightName(Right right)
{
    switch (right) {
    case Right::PickTicket:
        return QStringLiteral("pickTicket");
    case Right::ExceedLimits:
        return QStringLiteral("exceedLimits");
    case Right::Close:
        return QStringLiteral("close");
    case Right::OtherCounters:
        return QStringLiteral("otherCounters");
    case Right::Serve:
        return QStringLiteral("serve");
    case Right::SeeMall:
        return QStringLiteral("seeMall");
    case Right::OrderDevices:
        return QStringLiteral("orderDevices");
    case Right::EditCatalogue:
        return QStringLiteral("editCatalogue");
    case Right::ManagePeople:
        return QStringLiteral("managePeople");
    case Right::ManageDevices:
        return QStringLiteral("manageDevices");
    case Right::ReadJournal:
        return QStringLiteral("readJournal");
    case Right::HandlePersonalData:
        return QStringLiteral("handlePersonalData");
    }
    return {};
}

const std::vector<Right> &allRights()
{
    static const std::vector<Right> all{Right::PickTicket, Right::ExceedLimits, Right::Close,
        Right::OtherCounters, Right::Serve, Right::SeeMall, Right::OrderDevices,
        Right::EditCatalogue, Right::ManagePeople, Right::ManageDevices, Right::ReadJournal,
        Right::HandlePersonalData};
    return all;
}

std::optional<Right> rightFromName(const QString &name)
{
    for (const Right right : allRights()) {
        if (rightName(right) == name)
            return right;
    }
    return std::nullopt;
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Officer:
        return QStringLiteral("officer");
    case Role::Helper:
        return QStringLiteral("helper");
    case Role::AgencyHead:
        return QStringLiteral("agencyHead");
    case Role::Manager:
        return QStringLiteral("manager");
    case Role::Technician:
        return QStringLiteral("technician");
    }
    return {};
}

std::optional<Role> roleFromName(const QString &name)
{
    for (const Role role :
        {Role::Officer, Role::Helper, Role::AgencyHead, Role::Manager, Role::Technician}) {
        if (roleName(role) == name)
            return role;
    }
    return std::nullopt;
}

const std::set<Right> &rightsOf(Role role)
{
    static const std::set<Right> officer{Right::Serve};
    static const std::set<Right> helper;
    static const std::set<Right> agencyHead{Right::Serve, Right::PickTicket, Right::ExceedLimits,
        Right::Close, Right::OtherCounters, Right::SeeMall};
    static const std::set<Right> manager(allRights().begin(), allRights().end());
    static const std::set<Right> technician{
        Right::SeeMall, Right::OrderDevices, Right::ManageDevices};
    switch (role) {
    case Role::Officer:
        return officer;
    case Role::Helper:
        return helper;
    case Role::AgencyHead:
        return agencyHead;
    case Role::Manager:
        return manager;
    case Role::Technician:
        return technician;
    }
    return helper;
}

} // namespace antre
