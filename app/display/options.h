// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/halldesign.h"
#include "shared/terminalprogram.h"

#include <QSize>
#include <QStringList>

#include <vector>

namespace antre {

/// What the command line asks for.
struct DisplayOptions
{
    TerminalOptions terminal;
    QString language;
    /// What the catalogue says of this display is overruled by what is given here.
    std::optional<HallLayout> layout;
    std::vector<CounterId> counters;
    bool agencies = false;
    /// Each call is said in these, in turn; empty: chime only; absent: as the catalogue says.
    std::optional<std::vector<SpokenLanguage>> script;
    bool speaks = true;
    QString media; ///< folder of pictures and films
    std::optional<double> glassMm; ///< the screen's width; absent: what the screen says
    bool testCall = false; ///< speak one call and end
    QString sounds; ///< a folder: announcements go there and not to the loudspeakers
    QSize window; ///< empty: the whole screen
    bool moves = true;

    /// Invalid with a sentence; or, with reason "enough", the text that --help or --version asked
    /// for.
    [[nodiscard]] static Result<DisplayOptions> parse(const QStringList &arguments);
};

} // namespace antre
