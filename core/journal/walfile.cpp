// SPDX-License-Identifier: Apache-2.0
#include "journal/walfile.h"

#include <QFile>
#include <QtEndian>

namespace antre {

namespace {

constexpr qsizetype headerSize = 32;
constexpr qsizetype frameHeaderSize = 24;

struct Checksum
{
    quint32 first = 0;
    quint32 second = 0;
    friend bool operator==(const Checksum &, const Checksum &) = default;
};

/// The frames of one log, by number from 0. The header must be there; it may be damaged.
class Log
{
public:
    explicit Log(QByteArray &bytes)
        : m_bytes(bytes)
        , m_isBigEndian(word(0) & 1U)
    {
    }

    [[nodiscard]] bool hasSoundHeader() const
    {
        return (word(0) & ~1U) == 0x377f0682U && pageSize() >= 512 && pageSize() <= 65536
            && sum({}, 0, 24) == Checksum{word(24), word(28)};
    }
    [[nodiscard]] qsizetype frameCount() const
    {
        return (m_bytes.size() - headerSize) / (frameHeaderSize + pageSize());
    }
    /// Frames left over from before the last restart of the log differ in both salts.
    [[nodiscard]] bool isOfThisGeneration(qsizetype frame) const
    {
        const qsizetype at = offset(frame);
        return word(at + 8) == word(16) || word(at + 12) == word(20);
    }
    [[nodiscard]] bool isSound(qsizetype frame) const
    {
        const qsizetype at = offset(frame);
        return word(at + 8) == word(16) && word(at + 12) == word(20) && word(at) != 0
            && computed(frame) == stored(frame);
    }
    [[nodiscard]] bool endsTransaction(qsizetype frame) const
    {
        return word(offset(frame) + 4) != 0;
    }
    /// Gives the frame this generation's salts and the checksum of its content.
    void seal(qsizetype frame)
    {
        const qsizetype at = offset(frame);
        setWord(at + 8, word(16));
        setWord(at + 12, word(20));
        const Checksum sound = computed(frame);
        setWord(at + 16, sound.first);
        setWord(at + 20, sound.second);
    }

private:
    [[nodiscard]] quint32 word(qsizetype at) const
    {
        return qFromBigEndian<quint32>(m_bytes.constData() + at);
    }
    void setWord(qsizetype at, quint32 value) { qToBigEndian(value, m_bytes.data() + at); }
    [[nodiscard]] qsizetype pageSize() const { return qsizetype(word(8)); }
    [[nodiscard]] qsizetype offset(qsizetype frame) const
    {
        return headerSize + frame * (frameHeaderSize + pageSize());
    }
    /// Each checksum begins with that of the frame before, the first with the header's.
    [[nodiscard]] Checksum stored(qsizetype frame) const
    {
        const qsizetype at = frame < 0 ? 24 : offset(frame) + 16;
        return {word(at), word(at + 4)};
    }
    [[nodiscard]] Checksum computed(qsizetype frame) const
    {
        const qsizetype at = offset(frame);
        return sum(sum(stored(frame - 1), at, 8), at + frameHeaderSize, pageSize());
    }
    [[nodiscard]] Checksum sum(Checksum start, qsizetype from, qsizetype size) const
    {
        for (qsizetype at = from; at < from + size; at += 8) {
            const char *here = m_bytes.constData() + at;
            const quint32 one
                = m_isBigEndian ? qFromBigEndian<quint32>(here) : qFromLittleEndian<quint32>(here);
            const quint32 two = m_isBigEndian ? qFromBigEndian<quint32>(here + 4)
                                              : qFromLittleEndian<quint32>(here + 4);
            start.first += one + start.second;
            start.second += two + start.first;
        }
        return start;
    }

    QByteArray &m_bytes;
    bool m_isBigEndian;
};

} // namespace

WalReading readWal(const QByteArray &bytes)
{
    WalReading reading;
    reading.bytes = bytes.size();
    if (bytes.size() <= headerSize)
        return reading;
    QByteArray copy = bytes;
    const Log log(copy);
    if (!log.hasSoundHeader()) {
        reading.headerDamaged = true;
        return reading;
    }
    qsizetype frame = 0;
    for (; frame < log.frameCount() && log.isSound(frame); ++frame)
        reading.transactions += log.endsTransaction(frame) ? 1 : 0;
    if (frame == log.frameCount() || !log.isOfThisGeneration(frame))
        return reading;
    // The bad frame's own transaction ends with it, or with the next end.
    bool isBehind = log.endsTransaction(frame);
    for (++frame; frame < log.frameCount(); ++frame) {
        if (!log.isSound(frame) || !log.endsTransaction(frame))
            continue;
        reading.cutOff += isBehind ? 1 : 0;
        isBehind = true;
    }
    return reading;
}

static QByteArray bytesOrNone(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WalReading readWalOf(const QString &path)
{
    // Read while it is written, a log can look torn; then it looks different the next time.
    QByteArray log = bytesOrNone(path + QStringLiteral("-wal"));
    WalReading reading = readWal(log);
    for (int tries = 0; reading.isDamaged() && tries < 8; ++tries) {
        const QByteArray again = bytesOrNone(path + QStringLiteral("-wal"));
        if (again == log)
            break;
        log = again;
        reading = readWal(log);
    }
    return reading;
}

QByteArray withSoundChecksums(QByteArray bytes)
{
    if (bytes.size() <= headerSize)
        return bytes;
    Log log(bytes);
    if (!log.hasSoundHeader())
        return bytes;
    bool isSound = true;
    for (qsizetype frame = 0; frame < log.frameCount() && log.isOfThisGeneration(frame); ++frame) {
        isSound = isSound && log.isSound(frame);
        if (!isSound)
            log.seal(frame);
    }
    return bytes;
}

} // namespace antre
