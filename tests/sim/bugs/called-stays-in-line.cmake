# SPDX-License-Identifier: Apache-2.0
# A called ticket stays in its line and is called again elsewhere.
set(SOURCE core/domain/evolvedesk.cpp)
set(FIND [==[
        ticket.state = TicketState::Called;
        ticket.counter = called.counter;]==])
set(PUT [==[
        takePlace(ticket);
        ticket.state = TicketState::Called;
        ticket.counter = called.counter;]==])
