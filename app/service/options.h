// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "wire/hostport.h"

#include <QStringList>

namespace antre {

/// What the command line asks for.
struct Options
{
    QString site;
    QString catalogue; ///< empty: the one that the site has
    HostPort terminals;
    HostPort http;
    std::optional<ClockRate> clock; ///< absent: the machine's time

    /// Invalid with a sentence; or, with reason "enough", the text that --help or --version asked
    /// for.
    [[nodiscard]] static Result<Options> parse(const QStringList &arguments);
};

} // namespace antre
