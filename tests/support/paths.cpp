// SPDX-License-Identifier: Apache-2.0
#include "support/paths.h"

namespace antre {

QString sourceRoot() { return QStringLiteral(ANTRE_SOURCE_DIR); }

QString sourcePath(const char *relative)
{
    return sourceRoot() + QLatin1Char('/') + QString::fromLatin1(relative);
}

QString programPath(const char *name)
{
    return QStringLiteral(ANTRE_BIN_DIR "/") + QString::fromLatin1(name);
}

} // namespace antre
