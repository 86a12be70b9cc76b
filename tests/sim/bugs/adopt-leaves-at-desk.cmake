# SPDX-License-Identifier: Apache-2.0
# Paper is adopted, the ticket waits again, and the desk still has it.
set(SOURCE core/domain/evolve.cpp)
set(FIND [==[
            leaveDesk(*ticket);
            ticket->state = TicketState::Waiting;]==])
set(PUT [==[
            ticket->state = TicketState::Waiting;]==])
