// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace antre {

/// Makes Qt Multimedia take FFmpeg for sounds and films, unless QT_MEDIA_BACKEND says otherwise.
/// Debian 12's Qt would take GStreamer, of which no plugin need be installed: then it crashes at
/// the first film that it can't read. Debian 13's takes FFmpeg by itself. Call it before anything
/// of Qt Multimedia is used; after that it does nothing.
void chooseMediaBackend();

} // namespace antre
