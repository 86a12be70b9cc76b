// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "source/sources.h"

#include <QMap>
#include <QSet>

namespace antre::source {

/// Which layers a layer may include, beside itself.
using Layers = QMap<QString, QSet<QString>>;

/// "core/domain/x.h" is of layer "domain", "ui/common/y.cpp" of "common"; everything else of none.
[[nodiscard]] QString layerOf(const QString &path);

/// Includes and links that the table of layers does not have.
[[nodiscard]] Faults strayArrows(const Files &files, const Layers &layers);
/// A library's headers in a folder that is not its home; `homes` maps the beginning of an include
/// to the beginnings of paths where it may stand.
[[nodiscard]] Faults strayLibraries(const Files &files, const QMap<QString, QStringList> &homes);

/// A call that the project does not make, and what to write instead.
struct Ban
{
    QString pattern; ///< regular expression, matched against code without comments and strings
    QString instead;
    QStringList where; ///< beginnings of paths
    QStringList except = {};
};
[[nodiscard]] Faults bannedCalls(const Files &files, const QList<Ban> &bans);

[[nodiscard]] Faults leftoverMarkers(const Files &files);
[[nodiscard]] Faults resultsThatMayBeDropped(const Files &files);
[[nodiscard]] Faults filesInNoTarget(const Files &files);
[[nodiscard]] Faults missingReadmes(const Files &files);
[[nodiscard]] Faults missingLicences(const Files &files);
[[nodiscard]] Faults missingPragmaOnce(const Files &files);
[[nodiscard]] Faults longFunctions(const Files &files, int lines);
/// Paths that exist on one machine only: home folders, and `checkout`, the folder this was built
/// from.
[[nodiscard]] Faults machinePaths(const Files &files, const QString &checkout);
[[nodiscard]] Faults strayTopLevelEntries(const QStringList &names);

} // namespace antre::source
