// SPDX-License-Identifier: Apache-2.0
#include "server/webseal.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace antre {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int sealBytes = 16;

/// Takes as long for a nearly right seal as for a wrong one.
bool same(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

} // namespace

WebSeal::WebSeal(Random &random)
{
    for (int i = 0; i < 4; ++i) {
        const quint64 chance = random.next();
        m_key.append(reinterpret_cast<const char *>(&chance), sizeof chance);
    }
}

QByteArray WebSeal::seal(const QString &text) const
{
    return QMessageAuthenticationCode::hash(text.toUtf8(), m_key, QCryptographicHash::Sha256)
        .left(sealBytes)
        .toBase64(base64Url);
}

QString WebSeal::wish(
    const CommandId &id, const ServiceId &service, const QString &phone, Milliseconds now) const
{
    const QString open = id.text() % u'.' % QString::number(now.count());
    const QByteArray own
        = seal(QStringLiteral("wish\n") % open % u'\n' % service.value() % u'\n' % phone);
    return open % u'.' % QString::fromLatin1(own);
}

std::optional<CommandId> WebSeal::wished(
    const QString &wish, const ServiceId &service, const QString &phone, Milliseconds now) const
{
    const QStringList parts = wish.split(u'.');
    if (parts.size() != 3 || phone.isEmpty())
        return std::nullopt;
    const auto id = Uuid::fromText(parts[0]);
    const Milliseconds made(parts[1].toLongLong());
    if (!id || made > now || now - made > wishFor)
        return std::nullopt;
    const QString right = this->wish(CommandId(*id), service, phone, made);
    return same(right.toUtf8(), wish.toUtf8()) ? std::optional(CommandId(*id)) : std::nullopt;
}

QString WebSeal::reservationCode(const CommandId &wish) const
{
    return QString::fromLatin1(seal(QStringLiteral("reservation\n") % wish.text()));
}

QString WebSeal::here(const QString &phone, Milliseconds now) const
{
    const QString open = QString::number(now.count());
    return open % u'.' % QString::fromLatin1(seal(QStringLiteral("here\n") % open % u'\n' % phone));
}

bool WebSeal::isHere(const QString &kept, const QString &phone, Milliseconds now) const
{
    const Milliseconds since(kept.section(u'.', 0, 0).toLongLong());
    return !phone.isEmpty() && since <= now && now - since <= hereFor
        && same(here(phone, since).toUtf8(), kept.toUtf8());
}

QString holderOf(const QString &phone)
{
    return QString::fromLatin1(QCryptographicHash::hash(
        QByteArray("antre phone\n" + phone.toUtf8()), QCryptographicHash::Sha256)
                                   .left(sealBytes)
                                   .toBase64(base64Url));
}

} // namespace antre
