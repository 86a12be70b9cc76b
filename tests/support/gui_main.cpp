// SPDX-License-Identifier: Apache-2.0
#include "support/catchrunner.h"

#include <QApplication>

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    // ctest lists the sentences while building, on machines without a screen.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    return antre::runSentences(argc, argv);
}
