# SPDX-License-Identifier: Apache-2.0
# The touch bears the kiosk's own wall time.
set(SOURCE core/terminal/machineissue.cpp)
set(FIND [==[
    ticket.touchedAt = std::max(now(), m_mirror.asOf());]==])
set(PUT [==[
    ticket.touchedAt = m_clock.wall();]==])
