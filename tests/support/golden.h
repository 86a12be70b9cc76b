// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace antre {

/// Whether `text` equals the file tests/data/`name`. If not, the text is written beside the test
/// programs and the difference is printed. With ANTRE_UPDATE_GOLDEN=1 the file is written instead.
[[nodiscard]] bool matchesGolden(const QString &name, const QByteArray &text);

/// The same for a picture, of which `dotsMax` dots may differ: outlines are filled a little
/// differently by each version of the font library.
[[nodiscard]] bool matchesGoldenPicture(const QString &name, const QImage &picture, int dotsMax);

} // namespace antre
