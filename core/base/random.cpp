// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"

#include <QRandomGenerator>

namespace antre {

quint64 SystemRandom::next() { return QRandomGenerator::system()->generate64(); }

} // namespace antre
