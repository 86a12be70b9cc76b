# SPDX-License-Identifier: Apache-2.0
# A terminal folds what comes, whatever is missing before it.
set(SOURCE core/terminal/mirror.cpp)
set(FIND [==[
    if (!m_startingOver && feed.after > m_position)
        return false;]==])
set(PUT [==[
]==])
