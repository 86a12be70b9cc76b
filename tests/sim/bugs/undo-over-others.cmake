# SPDX-License-Identifier: Apache-2.0
# A call is undone though the visitor has gone on to another counter since.
set(SOURCE core/domain/decidedesk.cpp)
set(FIND [==[
        if (!ticket || ticket->changedBy != undo.action)]==])
set(PUT [==[
        if (!ticket)]==])
set(SHOWS_IN interleavings)
