// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/slipdesign.h"

#include <QJsonObject>

namespace antre {

/// The "slip" of a catalogue's site, read by CatalogueReader. All keys may be absent and then mean
/// Antre's own design:
///
///     "slip": {
///       "parts": ["motif", "name", "line", "number", "service", "notices", "line", "prepare",
///                 {"text": {"id": "Loket: lantai 2", "en": "Counters: 2nd floor"}, "bold": true}],
///       "numberSize": "large",                       "medium", "large" or "huge"
///       "prepare": {"most": 5, "boxes": true},
///       "logo": "iVBORw0..."                          a black and white PNG in base64
///     }
///
/// "number" and "notices" can't be left out: paper must never lie.
[[nodiscard]] QJsonObject slipDesignToJson(const SlipDesign &design);

constexpr int slipLogoWidthMax = 376; ///< dots; what 58 mm paper has, less a margin
constexpr int slipLogoHeightMax = 200; ///< dots; 25 mm
constexpr int slipLogoBytesMax = 16 * 1024; ///< of the PNG

} // namespace antre
