# SPDX-License-Identifier: Apache-2.0
# Another printer takes over though the slip may have come out of the first.
set(SOURCE core/terminal/machineprint.cpp)
set(FIND [==[
    if (input.slip == SlipState::Failed) {
        // Certainly]==])
set(PUT [==[
    if (input.slip == SlipState::Failed || input.slip == SlipState::Unknown) {
        // Certainly]==])
