// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <concepts>

namespace antre {

/// Names one kind of thing; ids of different kinds don't convert into each other, even when the
/// same text or UUID names both.
template <typename Tag, typename Value = QString> class StrongId
{
public:
    StrongId() = default;
    explicit StrongId(Value value)
        : m_value(std::move(value))
    {
    }
    [[nodiscard]] const Value &value() const { return m_value; }
    /// The id as it stands in JSON, SQL and logs.
    [[nodiscard]] QString text() const
    {
        if constexpr (std::same_as<Value, QString>)
            return m_value;
        else
            return m_value.text();
    }
    [[nodiscard]] bool isEmpty() const { return m_value == Value(); }
    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend bool operator<(const StrongId &a, const StrongId &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return qHash(id.m_value, seed); }

private:
    Value m_value;
};

} // namespace antre
