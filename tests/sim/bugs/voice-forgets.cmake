# SPDX-License-Identifier: Apache-2.0
# A display that restarts doesn't know which call it said last.
set(SOURCE core/voice/announcer.cpp)
set(FIND [==[
    : m_seen(restored)]==])
set(PUT [==[
    : m_seen(restored ? std::nullopt : restored)]==])
