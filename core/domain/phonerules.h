// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

namespace antre {

/// What the mall lets visitors' phones do; part of the catalogue.
struct PhoneRules
{
    bool onDisplays = false; ///< displays show the code of the phones' pages
    /// Numbers are for people who are here: the code on displays and kiosks changes every minute,
    /// and only who has just scanned one may take a number or check in. Who comes by a poster's
    /// code, which never changes, may look.
    bool onlyHere = false;
    Minutes codeFor{5}; ///< how old a scanned code may be
    friend bool operator==(const PhoneRules &, const PhoneRules &) = default;
};

} // namespace antre
