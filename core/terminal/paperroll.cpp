// SPDX-License-Identifier: Apache-2.0
#include "terminal/paperroll.h"

#include "base/check.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace antre {

static constexpr qint64 usualSlipMm = 120;

PaperRoll::PaperRoll(int metres, Instant since)
    : m_metres(metres)
    , m_since(since)
{
    ANTRE_MUST(metres > 0);
}

void PaperRoll::used(int millimetres)
{
    m_usedMm += std::max(millimetres, 0);
    ++m_slips;
}

void PaperRoll::atMost(int millimetres)
{
    m_usedMm = std::max(m_usedMm, qint64(m_metres) * 1000 - millimetres);
}

PaperLeft PaperRoll::left() const
{
    // A correction by the sensor is no slip; so the average is bounded by what slips can be.
    const qint64 average
        = m_slips < 10 ? usualSlipMm : std::clamp<qint64>(m_usedMm / m_slips, 60, 300);
    const qint64 millimetres = std::max<qint64>(qint64(m_metres) * 1000 - m_usedMm, 0);
    return {millimetres, millimetres / average};
}

QString PaperRoll::text() const
{
    return QStringLiteral("roll %1 %2 %3 %4")
        .arg(m_metres)
        .arg(toMs(m_since))
        .arg(m_usedMm)
        .arg(m_slips);
}

std::optional<PaperRoll> PaperRoll::fromText(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 5 || words[0] != QLatin1String("roll"))
        return {};
    std::vector<qint64> numbers;
    for (const QString &word : words.mid(1)) {
        bool isNumber = false;
        numbers.push_back(word.toLongLong(&isNumber));
        if (!isNumber || numbers.back() < 0)
            return {};
    }
    if (numbers[0] < 1 || numbers[0] > 10'000)
        return {};
    PaperRoll roll{int(numbers[0]), fromMs(numbers[1])};
    roll.m_usedMm = numbers[2];
    roll.m_slips = numbers[3];
    return roll;
}

} // namespace antre
