// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "voice/sound.h"

namespace antre {

/// The two falling bell tones before each call: they turn heads before the first word is said.
/// Always the same samples. About 1.6 s, fading to silence, with a peak below that of speech.
[[nodiscard]] Sound chime(int sampleRate);

} // namespace antre
