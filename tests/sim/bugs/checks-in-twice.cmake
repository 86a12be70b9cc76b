# SPDX-License-Identifier: Apache-2.0
# Who checks in twice gets two tickets.
set(SOURCE core/domain/decideappointment.cpp)
set(FIND [==[
    if ((*known)->state == ReservationState::CheckedIn || m_state.ticket(ticket))]==])
set(PUT [==[
    if (m_state.ticket(ticket))]==])
set(SHOWS_IN interleavings)
