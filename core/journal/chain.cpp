// SPDX-License-Identifier: Apache-2.0
#include "journal/chain.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace antre {

// BLAKE2b, because Qt's SHA-256 takes four times as long for a record of the usual size.
constexpr auto algorithm = QCryptographicHash::Blake2b_256;

template <typename Number> static void appendNumber(QByteArray &bytes, Number number)
{
    const Number bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

static void appendField(QByteArray &bytes, const QByteArray &field)
{
    appendNumber(bytes, quint32(field.size()));
    bytes.append(field);
}

QByteArray chainAt(const QByteArray &previous, const StoredRecord &record)
{
    QByteArray bytes;
    bytes.reserve(128 + record.record.body.size());
    bytes.append(previous);
    appendNumber(bytes, quint64(record.position));
    appendNumber(bytes, quint32(record.record.day.days));
    appendField(bytes, record.record.kind.toUtf8());
    appendField(bytes, record.record.key.toUtf8());
    appendField(bytes, record.record.body);
    return QCryptographicHash::hash(bytes, algorithm);
}

quint64 keyShare(Position position, const QString &key)
{
    QByteArray bytes;
    appendNumber(bytes, quint64(position));
    bytes.append(key.toUtf8());
    return qFromBigEndian<quint64>(QCryptographicHash::hash(bytes, algorithm).constData());
}

bool ChainWalk::accepts(const StoredRecord &record, const QByteArray &stored)
{
    const bool isChained = record.position >= m_chainedFrom;
    const bool fits = isChained ? stored == chainAt(m_previous, record) : stored.isEmpty();
    m_previous = stored;
    return fits;
}

} // namespace antre
