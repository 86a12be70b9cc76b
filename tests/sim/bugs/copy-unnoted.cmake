# SPDX-License-Identifier: Apache-2.0
# A copy of a slip that failed is printed while the disk still says that there is no paper (found by the simulator in 2026).
set(SOURCE core/terminal/machineprint.cpp)
set(FIND [==[
    store(StoreFor::Copy, again);]==])
set(PUT [==[
    beginPrint({.ticket = again, .copy = true});]==])
