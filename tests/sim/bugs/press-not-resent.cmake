# SPDX-License-Identifier: Apache-2.0
# A press that was on its way when the link broke is not sent again.
set(SOURCE core/terminal/machinelink.cpp)
set(FIND [==[
    m_wishesSent.clear();]==])
set(PUT [==[
]==])
