# SPDX-License-Identifier: Apache-2.0
# A call from before the day's end is undone after it, and somebody waits for nobody.
set(SOURCE core/domain/decidedesk.cpp)
set(FIND [==[
        if (m_state.dayIsClosed && isInLine(before.state))]==])
set(PUT [==[
        if (m_state.day.isNull() && isInLine(before.state))]==])
set(SHOWS_IN interleavings)
