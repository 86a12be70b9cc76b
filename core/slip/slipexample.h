// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "slip/sliplayout.h"

namespace antre {

/// Which slip a preview or a test print shows.
struct SlipExample
{
    ServiceId service = {}; ///< empty: the one with the longest name
    QString language = {}; ///< empty: the site's first
    bool offline = false; ///< made without network
    bool copy = false;
};

/// The slip of a made-up ticket, with everything on it that this mall's slips can have, so that
/// whoever designs them sees the fullest. NotFound, in words: no such service or language.
[[nodiscard]] Result<SlipContent> exampleSlip(
    const Catalogue &catalogue, const SlipExample &example, BusinessDay day);

/// What is longer wastes paper and hangs to the floor: 300 mm.
inline constexpr int slipLengthMax = 2400;

/// The longest slip of all services, languages and paper widths, when it exceeds slipLengthMax.
struct LongSlip
{
    ServiceId service;
    QString language;
    int width = 0; ///< dots
    int length = 0; ///< dots
    int others = 0; ///< how many more are too long
};
[[nodiscard]] std::optional<LongSlip> tooLongSlip(const Catalogue &catalogue);

} // namespace antre
