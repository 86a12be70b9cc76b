# SPDX-License-Identifier: Apache-2.0
# A terminal that connects again stays connected the old way, too.
set(SOURCE core/service/terminalgate.cpp)
set(FIND [==[
        if (other != id && taken.terminal == message.terminal) {]==])
set(PUT [==[
        if (other == id && taken.terminal == message.terminal) {]==])
