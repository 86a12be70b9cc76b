# SPDX-License-Identifier: Apache-2.0
# One phone takes as many numbers of a line as it likes.
set(SOURCE core/domain/decideholder.cpp)
set(FIND [==[
    if (!held)
        return {};]==])
set(PUT [==[
    if (!held || !m_state.day.isNull())
        return {};]==])
set(SHOWS_IN interleavings)
