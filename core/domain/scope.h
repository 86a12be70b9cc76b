// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ids.h"

#include <optional>
#include <utility>

namespace antre {

/// What a closure or an exception is about. As text, in catalogues, journals and on a shell alike:
/// "site", "agency:samsat", "service:samsat.bbn2", "counter:3".
class Scope
{
public:
    /// The whole site.
    Scope() = default;
    explicit Scope(const AgencyId &agency)
        : Scope(Kind::Agency, agency.value())
    {
    }
    explicit Scope(const ServiceId &service)
        : Scope(Kind::Service, service.value())
    {
    }
    explicit Scope(const CounterId &counter)
        : Scope(Kind::Counter, counter.value())
    {
    }

    [[nodiscard]] bool isSite() const { return m_kind == Kind::Site; }
    /// Absent unless it is one.
    [[nodiscard]] std::optional<AgencyId> agency() const { return id<AgencyId>(Kind::Agency); }
    [[nodiscard]] std::optional<ServiceId> service() const { return id<ServiceId>(Kind::Service); }
    [[nodiscard]] std::optional<CounterId> counter() const { return id<CounterId>(Kind::Counter); }

    [[nodiscard]] QString text() const;
    /// Nothing if `text` has none of the four forms.
    [[nodiscard]] static std::optional<Scope> fromText(const QString &text);

    friend bool operator==(const Scope &, const Scope &) = default;
    friend bool operator<(const Scope &a, const Scope &b)
    {
        return std::pair(a.m_kind, a.m_id) < std::pair(b.m_kind, b.m_id);
    }

private:
    enum class Kind { Site, Agency, Service, Counter };
    Scope(Kind kind, QString id)
        : m_kind(kind)
        , m_id(std::move(id))
    {
    }
    template <typename Id> [[nodiscard]] std::optional<Id> id(Kind kind) const
    {
        return m_kind == kind ? std::optional(Id(m_id)) : std::nullopt;
    }
    [[nodiscard]] static QString prefix(Kind kind);

    Kind m_kind = Kind::Site;
    QString m_id;
};

} // namespace antre
