// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "antrectl/verb.h"
#include "domain/catalogue.h"

namespace antre {

/// Replays `malls` invented malls of every kind and prints how honest the wait was.
Exit rehearseEstimate(const CataloguePtr &mall, quint64 seed, int malls);

} // namespace antre
