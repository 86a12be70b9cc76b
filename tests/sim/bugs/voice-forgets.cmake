# SPDX-License-Identifier: Apache-2.0
# A display that restarts doesn't know which call it said last.
set(SOURCE core/voice/announcer.cpp)
set(FIND [==[
        m_seen.push_back(*restored);]==])
set(PUT [==[
        m_seen.clear();]==])
