# SPDX-License-Identifier: Apache-2.0
# A kiosk that got no answer in time asks anew, under another id.
set(SOURCE core/terminal/machineissue.cpp)
set(FIND [==[
    ticket.number = m_tickets.takeNumber(line, m_settings.mark);]==])
set(PUT [==[
    if (m_issue->asked)
        ticket.id = TicketId(makeUuid(m_clock, m_random));
    ticket.number = m_tickets.takeNumber(line, m_settings.mark);]==])
