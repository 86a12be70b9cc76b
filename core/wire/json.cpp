// SPDX-License-Identifier: Apache-2.0
#include "wire/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace antre {

void FieldReader::fault(const QString &key, const QString &wrong)
{
    if (m_fault.isEmpty())
        m_fault = QStringLiteral("\"%1\" %2").arg(key, wrong);
}

QString FieldReader::text(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        fault(key, QStringLiteral("must be a text"));
    return optionalText(key);
}

QString FieldReader::optionalText(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString() && !value.isUndefined() && !value.isNull())
        fault(key, QStringLiteral("must be a text"));
    const QString text = value.toString();
    if (text.size() > maxFieldLength)
        fault(key, QStringLiteral("is longer than %1 characters").arg(maxFieldLength));
    return text;
}

qint64 FieldReader::integer(const QString &key)
{
    if (m_object.value(key).isUndefined())
        fault(key, QStringLiteral("is missing"));
    return optionalInteger(key, 0);
}

qint64 FieldReader::optionalInteger(const QString &key, qint64 absent)
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return absent;
    constexpr qint64 never = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(never);
    if (number == never) {
        fault(key, QStringLiteral("must be a whole number"));
        return absent;
    }
    return number;
}

bool FieldReader::boolean(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        fault(key, QStringLiteral("must be true or false"));
    return value.toBool();
}

bool FieldReader::optionalBoolean(const QString &key)
{
    return m_object.value(key).isUndefined() ? false : boolean(key);
}

QJsonObject FieldReader::object(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        fault(key, QStringLiteral("must be an object"));
    return value.toObject();
}

QJsonObject FieldReader::optionalObject(const QString &key)
{
    return m_object.value(key).isUndefined() ? QJsonObject() : object(key);
}

QJsonArray FieldReader::array(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        fault(key, QStringLiteral("must be a list"));
    return value.toArray();
}

Uuid FieldReader::uuid(const QString &key)
{
    const auto id = Uuid::fromText(text(key));
    if (!id || id->isNull())
        fault(key, QStringLiteral("must be a UUID"));
    return id.value_or(Uuid());
}

Uuid FieldReader::optionalUuid(const QString &key)
{
    return optionalText(key).isEmpty() ? Uuid() : uuid(key);
}

Instant FieldReader::instant(const QString &key)
{
    const qint64 ms = integer(key);
    // Years 1970 to 9999: beyond them Qt's dates and people's patience end.
    if (ms < 0 || ms > 253'402'300'799'999)
        fault(key, QStringLiteral("must be milliseconds since 1970"));
    return fromMs(ms);
}

Instant FieldReader::optionalInstant(const QString &key)
{
    return m_object.value(key).isUndefined() ? Instant{} : instant(key);
}

QStringList FieldReader::optionalTexts(const QString &key, size_t max)
{
    if (m_object.value(key).isUndefined())
        return {};
    const QJsonArray list = array(key);
    QStringList texts;
    for (const QJsonValue &item : list) {
        texts.append(item.toString());
        if (texts.back().isEmpty() || texts.back().size() > maxFieldLength)
            fault(key, QStringLiteral("must be a list of short texts"));
    }
    if (size_t(list.size()) > max)
        fault(key, QStringLiteral("has more than %1 items").arg(max));
    return texts;
}

BusinessDay FieldReader::day(const QString &key)
{
    const auto found = BusinessDay::fromText(text(key));
    if (!found)
        fault(key, QStringLiteral("must be a date such as 2026-08-20"));
    return found.value_or(BusinessDay());
}

TicketNumber FieldReader::number(const QString &key)
{
    const auto found = TicketNumber::fromText(text(key));
    if (!found)
        fault(key, QStringLiteral("must be a number such as A012 or A2-07"));
    return found.value_or(TicketNumber());
}

Result<QJsonObject> parseObject(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(ErrorCode::Invalid,
            QStringLiteral("not JSON at byte %1: %2")
                .arg(problem.offset)
                .arg(problem.errorString()));
    if (!document.isObject())
        return failure(ErrorCode::Invalid, QStringLiteral("not a JSON object"));
    return document.object();
}

QByteArray toBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace antre
