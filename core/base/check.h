// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

/// Stops the program, also in release, when `condition` does not hold: a broken invariant must
/// never reach the disk. For what users, networks and devices can cause, return an Error instead.
#define ANTRE_MUST(condition)                                                                      \
    do {                                                                                           \
        if (!(condition)) [[unlikely]]                                                             \
            qFatal("%s:%d: must hold: %s", __FILE__, __LINE__, #condition);                        \
    } while (false)
