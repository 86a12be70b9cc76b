// SPDX-License-Identifier: Apache-2.0
#include "base/uuid.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QtEndian>

namespace antre {

QString Uuid::text() const
{
    const QString digits = QStringLiteral("%1%2")
                               .arg(high, 16, 16, QLatin1Char('0'))
                               .arg(low, 16, 16, QLatin1Char('0'));
    return digits.mid(0, 8) + QLatin1Char('-') + digits.mid(8, 4) + QLatin1Char('-')
        + digits.mid(12, 4) + QLatin1Char('-') + digits.mid(16, 4) + QLatin1Char('-')
        + digits.mid(20);
}

static int hexDigit(QChar c)
{
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        return c.unicode() - '0';
    if (c >= QLatin1Char('a') && c <= QLatin1Char('f'))
        return c.unicode() - 'a' + 10;
    return -1;
}

std::optional<Uuid> Uuid::fromText(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid id;
    int digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == QLatin1Char('-')))
            return std::nullopt;
        if (dash)
            continue;
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return std::nullopt;
        quint64 &half = digits++ < 16 ? id.high : id.low;
        half = half << 4 | quint64(digit);
    }
    return id;
}

Uuid makeUuid(const Clock &clock, Random &random)
{
    const auto ms = quint64(clock.wall().time_since_epoch().count());
    return {
        ms << 16 | 0x7000U | (random.next() & 0x0fffU), 0x8000000000000000U | (random.next() >> 2)};
}

Uuid uuidOfName(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    const auto high = qFromBigEndian<quint64>(hash.constData());
    const auto low = qFromBigEndian<quint64>(hash.constData() + sizeof high);
    return {(high & ~quint64(0xf000)) | 0x8000U, 0x8000000000000000U | (low >> 2)};
}

QString makeSecret(Random &random)
{
    const quint64 words[] = {random.next(), random.next()};
    const QByteArray bytes(reinterpret_cast<const char *>(words), sizeof words);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace antre
