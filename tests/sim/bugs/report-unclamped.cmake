# SPDX-License-Identifier: Apache-2.0
# A report may claim a touch that is still to come.
set(SOURCE core/domain/decideissuing.cpp)
set(FIND [==[
    const Instant touchedAt = std::min(paper.touchedAt, m_now);]==])
set(PUT [==[
    const Instant touchedAt = paper.touchedAt;]==])
