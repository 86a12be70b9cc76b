# SPDX-License-Identifier: Apache-2.0
# What could not be written stays in the service's memory.
set(SOURCE core/service/queueservice.cpp)
set(FIND [==[
    if (m_spare && end && *end == m_position)
        m_state = std::move(*m_spare);
    else if (auto opened = open(); !opened)
        qWarning("journal: %s", qPrintable(opened.error().detail));]==])
set(PUT [==[
    (void)end;]==])
