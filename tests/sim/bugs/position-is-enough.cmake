# SPDX-License-Identifier: Apache-2.0
# A journal that lost its end and grew on is taken for the one that the terminal knows (found by the simulator in 2026).
set(SOURCE core/service/terminalgate.cpp)
set(FIND [==[
        || message.after == 0 || isOtherPast(message);]==])
set(PUT [==[
        || message.after == 0;]==])
