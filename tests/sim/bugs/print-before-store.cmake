# SPDX-License-Identifier: Apache-2.0
# The kiosk's own number is printed while it is on its way to the disk.
set(SOURCE core/terminal/machineissue.cpp)
set(FIND [==[
    m_issue->deadline = m_clock.elapsed() + storeTimeout;
    store(StoreFor::Number, ticket);]==])
set(PUT [==[
    store(StoreFor::Number, ticket);
    print(KioskTicket(ticket));]==])
