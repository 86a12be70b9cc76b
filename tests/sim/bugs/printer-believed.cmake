# SPDX-License-Identifier: Apache-2.0
# The back-end calls printed what the printer has not confirmed.
set(SOURCE core/print/escpossession.cpp)
set(FIND [==[
        if (!send(answers, confirms) || (confirms && !awaitReceipt()))
            return unfinished();]==])
set(PUT [==[
        if (send(answers, confirms) && confirms)
            (void)awaitReceipt();]==])
