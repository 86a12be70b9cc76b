# SPDX-License-Identifier: Apache-2.0
# Who is sent on waits for the other service in the old line.
set(SOURCE core/domain/evolvedesk.cpp)
set(FIND [==[
    ticket.line = line;]==])
set(PUT [==[
    if (ticket.line.isEmpty())
        ticket.line = line;]==])
