# SPDX-License-Identifier: Apache-2.0
# A copy of a slip that failed is printed while the disk still says that there is no paper (found by the simulator in 2026).
set(SOURCE core/terminal/machineissue.cpp)
set(FIND [==[
    if (ticket->slip != SlipState::Failed)
        return act(]==])
set(PUT [==[
    if (ticket->number)
        return act(]==])
