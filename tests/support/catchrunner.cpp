// SPDX-License-Identifier: Apache-2.0
#include "support/catchrunner.h"

// Alone in its file, since Catch2 2 compiles its whole self where its runner is.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

int antre::runSentences(int argc, char **argv) { return Catch::Session().run(argc, argv); }
