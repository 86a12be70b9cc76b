# SPDX-License-Identifier: Apache-2.0
# Who lets others go first gets a place before one of them.
set(SOURCE core/domain/holding.cpp)
set(FIND [==[
    return *before + std::max(gap, Milliseconds(1)) + headStart;]==])
set(PUT [==[
    return *before - std::max(gap, Milliseconds(1)) + headStart;]==])
set(SHOWS_IN interleavings)
