// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "plan.h"

namespace antre::sim {

class World;

/// Lets one trouble strike, somewhere, for some time.
void strike(World &world, Trouble trouble, Chance &chance);

} // namespace antre::sim
