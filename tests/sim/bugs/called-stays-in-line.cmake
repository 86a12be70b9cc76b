# SPDX-License-Identifier: Apache-2.0
# A called ticket stays in its line and is called again elsewhere.
set(SOURCE core/domain/evolve.cpp)
set(FIND [==[
        leaveLine(*ticket);
        ticket->state = TicketState::Called;]==])
set(PUT [==[
        ticket->state = TicketState::Called;]==])
