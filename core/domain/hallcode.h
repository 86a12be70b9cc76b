// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"

namespace antre {

// The code that proves a phone to be in the hall: PhoneRules::onlyHere. Kiosks and displays make it
// by themselves, without network, from what the service knows of them, too; so nothing of it need
// be sent or kept. It says which terminal shows it and since which minute, and is signed:
//
//     display-1.hk3jd.4oR1bS_mXv0dQ9Zk
//
// TERMINAL.MINUTE.SIGNATURE: minutes since 1970 in base 36; the first 96 bits of HMAC-SHA256 over
// "antre hall code\nTERMINAL\nMINUTE" by the terminal's key, in base64url.

/// What a terminal signs with: what the site keeps of its token, Terminal::tokenHash.
[[nodiscard]] QString hallKey(const QString &token);

/// What `terminal` shows in the minute of `now`, the site's time.
[[nodiscard]] QString hallCode(const TerminalId &terminal, const QString &key, Instant now);

/// The address that a phone scans: hallCode()'s page. `publicUrl` is Site's.
[[nodiscard]] QString hallLink(const QString &publicUrl, const QString &code);

enum class HallCodeFault {
    Strange, ///< no terminal of this site has made it, or not to be shown in the hall
    Old, ///< once right: somebody waited too long, or sent it to somebody elsewhere
};

/// How much a terminal's clock may go ahead of the service's.
constexpr Minutes hallClockAhead{2};

/// What is wrong with a scanned code at `now`; nothing: who shows it is here. A kiosk or display
/// that is removed, or enrolled anew, makes no codes any more.
[[nodiscard]] std::optional<HallCodeFault> hallCodeFault(
    const State &state, const QString &code, Minutes codeFor, Instant now);

} // namespace antre
