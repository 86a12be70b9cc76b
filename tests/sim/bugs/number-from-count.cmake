# SPDX-License-Identifier: Apache-2.0
# The next number is the count of the line's tickets: one that paper renamed leaves a gap below.
set(SOURCE core/domain/decideissuing.cpp)
set(FIND [==[
    const int last = known == m_state.lines.end() ? 0 : known->second.lastCount;]==])
set(PUT [==[
    const int last = known == m_state.lines.end()
        ? 0
        : int(std::ranges::count_if(m_state.tickets, [&](const auto &ticket) {
              return ticket.second.line == line && ticket.second.number.kioskMark.isEmpty();
          }));]==])
