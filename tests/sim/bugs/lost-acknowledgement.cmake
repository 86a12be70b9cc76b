# SPDX-License-Identifier: Apache-2.0
# A commit that was written and answered with an error is told to nobody (found by the simulator in 2026).
set(SOURCE core/service/queueservice.cpp)
set(FIND [==[
    if (auto told = publishSince(m_published.value_or(m_position)); !told) {
        m_broken = told.error();
        return told;
    }
    return {};]==])
set(PUT [==[
    m_published = m_position;
    return {};]==])
