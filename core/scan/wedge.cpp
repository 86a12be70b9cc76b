// SPDX-License-Identifier: Apache-2.0
#include "scan/wedge.h"

#include <utility>

namespace antre {

QString Wedge::takeKept()
{
    m_tooLong = false;
    return std::exchange(m_kept, {});
}

bool Wedge::isLate(Milliseconds now) const { return !m_kept.isEmpty() && now - m_last > pauseMax; }

Wedge::Heard Wedge::letter(QChar letter, Milliseconds now)
{
    const Heard before = isLate(now) ? silence() : Heard{};
    m_last = now;
    if (m_kept.size() >= lengthMax)
        m_tooLong = true;
    else
        m_kept.append(letter);
    return before;
}

Wedge::Heard Wedge::enter(Milliseconds now)
{
    if (isLate(now)) {
        Heard late = silence();
        late.enter = true;
        return late;
    }
    const bool isCode = m_kept.size() >= lengthMin;
    const bool tooLong = m_tooLong;
    const QString kept = takeKept();
    if (tooLong)
        return {};
    if (isCode)
        return {{}, false, kept};
    return {kept, true, {}};
}

Wedge::Heard Wedge::silence()
{
    const bool tooLong = m_tooLong;
    const QString kept = takeKept();
    if (tooLong)
        return {};
    if (kept.size() >= lengthMin)
        return {{}, false, kept};
    return {kept, false, {}};
}

} // namespace antre
