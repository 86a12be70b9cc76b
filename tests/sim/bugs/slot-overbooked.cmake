# SPDX-License-Identifier: Apache-2.0
# A slot is reserved by as many as like.
set(SOURCE core/domain/appointments.cpp)
set(FIND [==[
        held += at->second.state == ReservationState::Cancelled ? 0 : 1;]==])
set(PUT [==[
        held += at->second.state == ReservationState::CheckedIn ? 1 : 0;]==])
set(SHOWS_IN interleavings)
