# SPDX-License-Identifier: Apache-2.0
# Paper is adopted, and the ticket keeps the number that nobody holds.
set(SOURCE core/domain/evolveissuing.cpp)
set(FIND [==[
        ticket.voided.push_back(ticket.number);
        ticket.number = adopted.number;]==])
set(PUT [==[
        ticket.voided.push_back(adopted.number);]==])
