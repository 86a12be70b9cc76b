// SPDX-License-Identifier: Apache-2.0
#include "server/webform.h"

#include <algorithm>

namespace antre {

namespace {

QString decodedPart(QByteArray part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')))
        .left(valueMax);
}

constexpr qsizetype secretLength = 22;

} // namespace

bool isSecret(const QString &text)
{
    return text.size() == secretLength && std::ranges::all_of(text, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' || c == u'_';
    });
}

QByteArray cookieHeader(const QString &name, const QString &value, int seconds, bool secure,
    const QString &path, const QString &sameSite)
{
    QString header = QStringLiteral("%1=%2; Path=%3; Max-Age=%4; HttpOnly; SameSite=%5")
                         .arg(name, value, path, QString::number(seconds), sameSite);
    if (secure)
        header += QStringLiteral("; Secure");
    return header.toLatin1();
}

WebFields formFields(const QByteArray &text)
{
    WebFields fields;
    for (const QByteArray &pair : text.split('&')) {
        if (fields.size() >= fieldsMax)
            break;
        const qsizetype equals = pair.indexOf('=');
        const QString name = decodedPart(equals < 0 ? pair : pair.left(equals));
        if (!name.isEmpty() && !fields.contains(name))
            fields.insert(name, equals < 0 ? QString() : decodedPart(pair.mid(equals + 1)));
    }
    return fields;
}

WebFields cookieFields(const QByteArray &header)
{
    WebFields fields;
    for (const QByteArray &pair : header.split(';')) {
        if (fields.size() >= fieldsMax)
            break;
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0)
            continue;
        const QString name = QString::fromLatin1(pair.left(equals).trimmed());
        if (!fields.contains(name))
            fields.insert(name, QString::fromLatin1(pair.mid(equals + 1).trimmed()).left(valueMax));
    }
    return fields;
}

} // namespace antre
