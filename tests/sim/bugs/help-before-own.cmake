# SPDX-License-Identifier: Apache-2.0
# A counter that may help does so though somebody waits in its own line.
set(SOURCE core/domain/calling.cpp)
set(FIND [==[
    if (best || !help || !state.catalogue)]==])
set(PUT [==[
    if (!help || !state.catalogue)]==])
