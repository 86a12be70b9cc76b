# SPDX-License-Identifier: Apache-2.0
# A command that comes twice is carried out twice.
set(SOURCE core/domain/decide.cpp)
set(FIND [==[
    if (state.answered.contains(command.id))
        return Events();]==])
set(PUT [==[
]==])
