// SPDX-License-Identifier: Apache-2.0
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_RUNNER
#endif
#include "support/catch.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    // Names in logs and journals must not depend on where the tests run.
    qputenv("TZ", "UTC");
    QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
