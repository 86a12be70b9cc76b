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
    }
    return {};
}

std::optional<Right> rightFromName(const QString &name)
{
    for (const Right right :
        {Right::PickTicket, Right::ExceedLimits, Right::Close, Right::OtherCounters}) {
        if (rightName(right) == name)
            return right;
    }
    return std::nullopt;
}

} // namespace antre
