// SPDX-License-Identifier: Apache-2.0
#include "voice/callmark.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace antre {

QByteArray toJson(const CallMark &mark)
{
    QJsonObject object{{QStringLiteral("ticket"), mark.ticket.text()},
        {QStringLiteral("times"), mark.times}, {QStringLiteral("at"), toMs(mark.at)}};
    if (mark.heard)
        object.insert(QStringLiteral("heard"), *mark.heard);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<CallMark> callMarkFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto ticket = Uuid::fromText(object.value(QLatin1String("ticket")).toString());
    const int times = object.value(QLatin1String("times")).toInt();
    const qint64 at = object.value(QLatin1String("at")).toInteger();
    if (!ticket || times < 1 || at <= 0)
        return failure(ErrorCode::Corrupt,
            QStringLiteral("not the mark of a call: ")
                + QString::fromUtf8(json.first(std::min<qsizetype>(json.size(), 100))));
    const int heard = object.value(QLatin1String("heard")).toInt();
    return CallMark{
        TicketId(*ticket), times, fromMs(at), heard > 0 ? std::optional(heard) : std::nullopt};
}

Result<std::optional<CallMark>> loadCallMark(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, file.errorString()));
    constexpr qint64 sizeMax = 1000;
    return callMarkFromJson(file.read(sizeMax)).map([](const CallMark &mark) {
        return std::optional(mark);
    });
}

} // namespace antre
