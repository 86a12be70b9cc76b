// SPDX-License-Identifier: Apache-2.0
#include "domain/scope.h"

namespace antre {

QString Scope::prefix(Kind kind)
{
    switch (kind) {
    case Kind::Site:
        return QStringLiteral("site");
    case Kind::Agency:
        return QStringLiteral("agency:");
    case Kind::Service:
        return QStringLiteral("service:");
    case Kind::Counter:
        return QStringLiteral("counter:");
    }
    return {};
}

QString Scope::text() const { return prefix(m_kind) + m_id; }

std::optional<Scope> Scope::fromText(const QString &text)
{
    if (text == prefix(Kind::Site))
        return Scope();
    for (const Kind kind : {Kind::Agency, Kind::Service, Kind::Counter}) {
        const QString id = text.mid(prefix(kind).size());
        if (text.startsWith(prefix(kind)) && !id.isEmpty())
            return Scope(kind, id);
    }
    return std::nullopt;
}

} // namespace antre
