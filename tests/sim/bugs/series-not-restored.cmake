# SPDX-License-Identifier: Apache-2.0
# After a restart the kiosk's own series begins at one.
set(SOURCE core/terminal/kiosktickets.cpp)
set(FIND [==[
    if (ticket.isOwnNumber() && ticket.day >= m_seriesDay)
        noteNumber(*ticket.number);
    m_tickets]==])
set(PUT [==[
    m_tickets]==])
