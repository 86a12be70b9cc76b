// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "base/uuid.h"
#include "domain/ticket.h"

#include <QJsonObject>

namespace antre {

/// Reads typed fields of one JSON object and remembers the first thing that was wrong, so that a
/// decoder can read all its fields in plain lines and ask once at the end.
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &object)
        : m_object(object)
    {
    }
    /// Absent and null are errors, for all but the "optional" ones.
    [[nodiscard]] QString text(const QString &key);
    [[nodiscard]] QString optionalText(const QString &key);
    [[nodiscard]] qint64 integer(const QString &key);
    [[nodiscard]] qint64 optionalInteger(const QString &key, qint64 absent);
    [[nodiscard]] bool boolean(const QString &key);
    /// Absent is false.
    [[nodiscard]] bool optionalBoolean(const QString &key);
    [[nodiscard]] QJsonObject object(const QString &key);
    /// Absent: an empty one.
    [[nodiscard]] QJsonObject optionalObject(const QString &key);
    [[nodiscard]] QJsonArray array(const QString &key);
    [[nodiscard]] Uuid uuid(const QString &key);
    [[nodiscard]] Uuid optionalUuid(const QString &key);
    [[nodiscard]] Instant instant(const QString &key);
    /// Absent is the epoch.
    [[nodiscard]] Instant optionalInstant(const QString &key);
    [[nodiscard]] BusinessDay day(const QString &key);
    [[nodiscard]] TicketNumber number(const QString &key);
    template <typename Id> [[nodiscard]] Id id(const QString &key) { return Id(text(key)); }
    template <typename Id> [[nodiscard]] Id optionalId(const QString &key)
    {
        return Id(optionalText(key));
    }

    /// Absent is none. More than `max` are a fault.
    template <typename Id> [[nodiscard]] std::vector<Id> optionalIds(const QString &key, size_t max)
    {
        std::vector<Id> ids;
        for (const QString &text : optionalTexts(key, max))
            ids.push_back(Id(text));
        return ids;
    }

    /// For decoders that find a fault themselves.
    void fault(const QString &key, const QString &wrong);
    [[nodiscard]] bool ok() const { return m_fault.isEmpty(); }
    [[nodiscard]] tl::unexpected<Error> error() const
    {
        return failure(ErrorCode::Invalid, m_fault);
    }

private:
    [[nodiscard]] QStringList optionalTexts(const QString &key, size_t max);

    QJsonObject m_object;
    QString m_fault;
};

/// Longest text a stranger may put in one field; longer ones are faults.
constexpr int maxFieldLength = 4096;

/// One JSON object from bytes, or Invalid with the place of the fault.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &bytes);
[[nodiscard]] QByteArray toBytes(const QJsonObject &object);

} // namespace antre
