// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QHash>
#include <QString>

#include <compare>
#include <optional>

namespace antre {

/// 128 bits that name one thing for ever. Text form: lower-case 8-4-4-4-12 (RFC 9562, section 4).
struct Uuid
{
    quint64 high = 0;
    quint64 low = 0;

    [[nodiscard]] bool isNull() const { return high == 0 && low == 0; }
    [[nodiscard]] QString text() const;
    /// Nothing if `text` is not exactly the 36-character form.
    [[nodiscard]] static std::optional<Uuid> fromText(QStringView text);
    friend auto operator<=>(const Uuid &, const Uuid &) = default;
    friend size_t qHash(const Uuid &id, size_t seed = 0)
    {
        return qHashMulti(seed, id.high, id.low);
    }
};

/// A version 7 UUID (RFC 9562, section 5.7): 48 bits of wall time in ms, then chance; so ids sort
/// by their making to the millisecond, and two machines never make the same.
[[nodiscard]] Uuid makeUuid(const Clock &clock, Random &random);

/// The same version 8 UUID (RFC 9562, section 5.8) for the same name, wherever it is made: the
/// first 122 bits of the name's SHA-256.
[[nodiscard]] Uuid uuidOfName(const QString &name);

/// 128 bits of chance as 22 characters of base64url: what can't be guessed, such as a ticket's
/// link.
[[nodiscard]] QString makeSecret(Random &random);

} // namespace antre
