// SPDX-License-Identifier: Apache-2.0
#include "server/webform.h"

namespace antre {

namespace {

QString decodedPart(QByteArray part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')))
        .left(valueMax);
}

} // namespace

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
