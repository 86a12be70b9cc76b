# SPDX-License-Identifier: Apache-2.0
# The back-end says that nothing was sent of what was broken off, so that another printer tries.
set(SOURCE core/print/escpossession.cpp)
set(FIND [==[
                                 : SessionEnd::NoEnd;]==])
set(PUT [==[
                                 : SessionEnd::SilentBefore;]==])
