# SPDX-License-Identifier: Apache-2.0
# The kiosk begins its series anew when its own wall clock says that it is another day.
set(SOURCE core/terminal/machineissue.cpp)
set(FIND [==[
    ticket.number = m_tickets.takeNumber(line, m_settings.mark);]==])
set(PUT [==[
    const BusinessDay own = localTime(m_clock.wall(), catalogue->zone()).day;
    if (own > m_tickets.seriesDay())
        m_tickets.beginSeries(own);
    ticket.number = m_tickets.takeNumber(line, m_settings.mark);]==])
