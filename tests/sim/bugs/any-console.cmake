# SPDX-License-Identifier: Apache-2.0
# Every console commands every counter.
set(SOURCE core/domain/decide.cpp)
set(FIND [==[
    if (!desk.isOpen() || isOwn || allowedAtTerminal(Right::OtherCounters))]==])
set(PUT [==[
    if (!m_state.day.isNull() || isOwn || allowedAtTerminal(Right::OtherCounters))]==])
