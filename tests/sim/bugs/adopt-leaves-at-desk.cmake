# SPDX-License-Identifier: Apache-2.0
# Paper is adopted, the ticket waits again, and the desk still has it.
set(SOURCE core/domain/evolveissuing.cpp)
set(FIND [==[
            ticket.done.pop_back();
        waitAgain(ticket);]==])
set(PUT [==[
            ticket.done.pop_back();
        if (ticket.state == TicketState::Called || ticket.state == TicketState::Serving)
            m_state.desks[ticket.counter].current = ticket.id;
        waitAgain(ticket);]==])
