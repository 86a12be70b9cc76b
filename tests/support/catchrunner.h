// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace antre {

/// Runs the program's sentences as its arguments ask, and answers its exit code.
int runSentences(int argc, char **argv);

} // namespace antre
