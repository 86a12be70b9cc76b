// SPDX-License-Identifier: Apache-2.0
#include "support/catchrunner.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    // Names in logs and journals must not depend on where the tests run.
    qputenv("TZ", "UTC");
    QCoreApplication application(argc, argv);
    return antre::runSentences(argc, argv);
}
