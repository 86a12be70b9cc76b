// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/terminalprogram.h"
#include "voice/sentence.h"

#include <QSize>
#include <QStringList>

#include <vector>

namespace antre {

/// What the command line asks for.
struct DisplayOptions
{
    TerminalOptions terminal;
    QString language;
    std::vector<SpokenLanguage> script; ///< each call is said in these, in turn; empty: chime only
    bool speaks = true;
    QString sounds; ///< a folder: announcements go there and not to the loudspeakers
    QSize window; ///< empty: the whole screen
    bool moves = true;

    /// Invalid with a sentence; or, with reason "enough", the text that --help or --version asked
    /// for.
    [[nodiscard]] static Result<DisplayOptions> parse(const QStringList &arguments);
};

} // namespace antre
