# SPDX-License-Identifier: Apache-2.0
# What could not be written stays in the service's memory.
set(SOURCE core/service/queueservice.cpp)
set(FIND [==[
    m_next = m_state;
    if (!end]==])
set(PUT [==[
    if (!end]==])
