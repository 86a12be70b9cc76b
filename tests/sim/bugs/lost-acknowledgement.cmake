# SPDX-License-Identifier: Apache-2.0
# A commit that was written and answered with an error is told to nobody (found by the simulator in 2026).
set(SOURCE core/service/queueservice.cpp)
set(FIND [==[
    const auto opened
        = reopen().and_then([this] { return publishSince(m_published.value_or(m_position)); });]==])
set(PUT [==[
    m_published = m_position;
    const auto opened = reopen();]==])
