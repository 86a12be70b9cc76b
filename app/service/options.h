// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "shared/sitehost.h"

#include <QStringList>

namespace antre {

/// What the command line asks for.
struct Options
{
    SiteOptions site;
    std::optional<ClockRate> clock; ///< absent: the machine's time

    /// Invalid with a sentence; or, with reason "enough", the text that --help or --version asked
    /// for.
    [[nodiscard]] static Result<Options> parse(const QStringList &arguments);
};

} // namespace antre
