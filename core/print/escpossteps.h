// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

namespace antre {

/// Cuts a job into pieces between which other commands may stand: after a line, a feed or a
/// picture, each piece `bytesMin` long or more, big pictures and the cut each alone. A job sent so,
/// each piece after the one before was carried out, leaves little in a printer that stops,
/// and never a whole slip. Knows the commands of escposBytes() and the usual ones beside; from the
/// first it doesn't know on, the job stays in one piece.
[[nodiscard]] std::vector<QByteArray> escposSteps(const QByteArray &job, qsizetype bytesMin = 512);

} // namespace antre
