# SPDX-License-Identifier: Apache-2.0
# An officer picks whom the list showed waiting, and another counter has called since.
set(SOURCE core/domain/decidedesk.cpp)
set(FIND [==[
    const auto ticket = ticketThatIs(pick.ticket, {TicketState::Waiting, TicketState::Parked});]==])
set(PUT [==[
    const auto ticket = ticketThatIs(pick.ticket,
        {TicketState::Waiting, TicketState::Parked, TicketState::Called,
            TicketState::Serving});]==])
set(SHOWS_IN interleavings)
