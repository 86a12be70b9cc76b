// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "domain/command.h"

namespace antre {

/// Seals what the pages hand out and get back. The key is made anew at each start: what was sealed
/// before is then told to be too old, and asked for once more.
class WebSeal
{
public:
    explicit WebSeal(Random &random);

    /// How long a page may lie open before its form is sent.
    static constexpr Milliseconds wishFor{2 * 60 * 60 * 1000};

    /// What a page's form sends to take one number: the command's id, so that twice is once, bound
    /// to the service and to the phone that the page was made for, so that no other page can send
    /// it. `now` is elapsed time.
    [[nodiscard]] QString wish(const CommandId &id, const ServiceId &service, const QString &phone,
        Milliseconds now) const;
    /// The id, if `wish` was made here for these, and not long ago.
    [[nodiscard]] std::optional<CommandId> wished(const QString &wish, const ServiceId &service,
        const QString &phone, Milliseconds now) const;

    /// The code of the one reservation that a wish can become: 128 bits that nobody else can know.
    [[nodiscard]] QString reservationCode(const CommandId &wish) const;

    /// How long who has scanned the hall's code counts as being there: time to find a service, to
    /// read what to bring and to decide.
    static constexpr Milliseconds hereFor{30 * 60 * 1000};
    /// What this phone keeps of having been in the hall at `now`.
    [[nodiscard]] QString here(const QString &phone, Milliseconds now) const;
    [[nodiscard]] bool isHere(const QString &kept, const QString &phone, Milliseconds now) const;

private:
    [[nodiscard]] QByteArray seal(const QString &text) const;

    QByteArray m_key;
};

/// What the journal knows of a phone: enough to tell it from others, nothing to find it by.
[[nodiscard]] QString holderOf(const QString &phone);

} // namespace antre
