// SPDX-License-Identifier: Apache-2.0
#include "print/escposanswers.h"

namespace antre {

static constexpr int named = 0x37;
static constexpr int identity = 0x5F;
/// Longer ones than any printer sends are noise.
static constexpr qsizetype namedBytesMax = 128;

static bool isRealTime(int byte) { return (byte & 0x93) == 0x12; }
static bool isAutomatic(int byte) { return (byte & 0x93) == 0x10; }
static bool isPlain(int byte) { return (byte & 0x90) == 0x00; }

std::optional<EscposAnswer> EscposAnswers::next()
{
    while (!m_bytes.isEmpty()) {
        const int first = uchar(m_bytes[0]);
        if (first == named || first == identity) {
            if (m_bytes.indexOf('\0', 1) < 0 && m_bytes.size() < namedBytesMax)
                return {};
            if (auto answer = takeNamed())
                return answer;
        } else if (isAutomatic(first)) {
            if (m_bytes.size() < 4)
                return {};
            if (auto answer = takeAutomatic())
                return answer;
        } else {
            m_bytes.remove(0, 1);
            if (isRealTime(first))
                return RealTimeStatus{first};
            if (isPlain(first))
                return StatusReceipt{first};
        }
    }
    return {};
}

/// Nothing: noise, of which one byte is dropped.
std::optional<EscposAnswer> EscposAnswers::takeNamed()
{
    const qsizetype head = uchar(m_bytes[0]) == named ? 2 : 1;
    const qsizetype end = m_bytes.indexOf('\0', head);
    if (end < 0 || end >= namedBytesMax) {
        m_bytes.remove(0, 1);
        return {};
    }
    const NamedAnswer answer{uchar(m_bytes[head - 1]), m_bytes.mid(head, end - head)};
    m_bytes.remove(0, end + 1);
    return answer;
}

std::optional<EscposAnswer> EscposAnswers::takeAutomatic()
{
    AutomaticStatus status;
    for (size_t i = 0; i < 4; ++i) {
        status.bits.at(i) = uchar(m_bytes[qsizetype(i)]);
        if (i > 0 && !isPlain(status.bits.at(i))) {
            m_bytes.remove(0, 1);
            return {};
        }
    }
    m_bytes.remove(0, 4);
    return status;
}

} // namespace antre
