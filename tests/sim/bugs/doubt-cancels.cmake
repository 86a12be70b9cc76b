# SPDX-License-Identifier: Apache-2.0
# A slip of which the kiosk doesn't know whether it came out takes its ticket out of the queue.
set(SOURCE core/terminal/machinereports.cpp)
set(FIND [==[
    if (ticket.number || ticket.slip != SlipState::Failed)
        sendReport(ticket.slipReport, ReportSlip]==])
set(PUT [==[
    if (ticket.number && ticket.slip != SlipState::Unknown)
        sendReport(ticket.slipReport, ReportSlip]==])
