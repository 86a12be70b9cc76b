// SPDX-License-Identifier: Apache-2.0
#include "voice/mediabackend.h"

#include <QtGlobal>

namespace antre {

void chooseMediaBackend()
{
    constexpr const char *backend = "QT_MEDIA_BACKEND";
    if (!qEnvironmentVariableIsSet(backend))
        qputenv(backend, "ffmpeg");
}

} // namespace antre
