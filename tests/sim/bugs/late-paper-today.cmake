# SPDX-License-Identifier: Apache-2.0
# Paper of a day that is over gets a place in today's line.
set(SOURCE core/domain/decideissuing.cpp)
set(FIND [==[
    if (!known && isOver(paper.day) && isOfPastDay(touchedAt))
        return latePaper(paper);]==])
set(PUT [==[
    if (!known && isOver(paper.day) && isOfPastDay(touchedAt) && paper.number.count < 0)
        return latePaper(paper);]==])
