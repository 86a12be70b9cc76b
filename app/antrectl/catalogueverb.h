// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wire/cataloguejson.h"

namespace antre {

/// The catalogue in the file at `path`; null after every fault was printed on standard error.
[[nodiscard]] CataloguePtr loadCatalogue(const QString &path);

} // namespace antre
