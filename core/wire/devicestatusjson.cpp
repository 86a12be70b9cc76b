// SPDX-License-Identifier: Apache-2.0
#include "wire/devicestatusjson.h"

#include <QJsonArray>

namespace antre {

namespace {

const QString versionKey = QStringLiteral("version");
const QString clockOffsetKey = QStringLiteral("clockOffset");
const QString backlogKey = QStringLiteral("backlog");
const QString unknownSlipsKey = QStringLiteral("unknownSlips");
const QString failedSlipsKey = QStringLiteral("failedSlips");
const QString troublesKey = QStringLiteral("troubles");
const QString printersKey = QStringLiteral("printers");
const QString placeKey = QStringLiteral("place");
const QString conditionKey = QStringLiteral("condition");
const QString paperKey = QStringLiteral("paper");
const QString millimetresKey = QStringLiteral("millimetres");
const QString slipsKey = QStringLiteral("slips");
const QString terminalKey = QStringLiteral("terminal");
const QString connectedKey = QStringLiteral("connected");
const QString heardAtKey = QStringLiteral("heardAt");
const QString statusKey = QStringLiteral("status");

QJsonObject printerToJson(const PrinterStatus &printer)
{
    QJsonObject json{{conditionKey, printerConditionName(printer.condition)}};
    QJsonObject place;
    for (const auto &[language, words] : printer.place.all())
        place.insert(language, words);
    if (!place.isEmpty())
        json.insert(placeKey, place);
    if (printer.paper)
        json.insert(paperKey,
            QJsonObject{
                {millimetresKey, printer.paper->millimetres}, {slipsKey, printer.paper->slips}});
    return json;
}

PrinterStatus printerFromJson(FieldReader &in, const QJsonObject &json)
{
    FieldReader fields(json);
    PrinterStatus printer;
    printer.condition = printerConditionFromName(fields.optionalText(conditionKey));
    std::map<QString, QString> place;
    const QJsonObject texts = json.value(placeKey).toObject();
    FieldReader words(texts);
    for (const QString &language : texts.keys())
        place.emplace(language, words.text(language));
    printer.place = LocalText(std::move(place));
    if (json.contains(paperKey)) {
        FieldReader paper(fields.object(paperKey));
        printer.paper = PaperLeft{paper.integer(millimetresKey), paper.integer(slipsKey)};
        if (!paper.ok())
            in.fault(paperKey, QStringLiteral("must say millimetres and slips"));
    }
    if (!fields.ok() || !words.ok())
        in.fault(printersKey, QStringLiteral("must be a list of printers"));
    return printer;
}

} // namespace

QJsonObject statusToJson(const TerminalStatus &status)
{
    QJsonArray printers;
    for (const PrinterStatus &printer : status.printers)
        printers.append(printerToJson(printer));
    return {{versionKey, status.version}, {clockOffsetKey, qint64(status.clockOffset.count())},
        {backlogKey, status.backlog}, {unknownSlipsKey, status.unknownSlips},
        {failedSlipsKey, status.failedSlips},
        {troublesKey, QJsonArray::fromStringList(status.troubles)}, {printersKey, printers}};
}

TerminalStatus statusFromJson(FieldReader &in, const QJsonObject &json)
{
    TerminalStatus status;
    status.version = in.optionalText(versionKey);
    status.clockOffset = Milliseconds(in.optionalInteger(clockOffsetKey, 0));
    status.backlog = int(in.optionalInteger(backlogKey, 0));
    status.unknownSlips = int(in.optionalInteger(unknownSlipsKey, 0));
    status.failedSlips = int(in.optionalInteger(failedSlipsKey, 0));
    const QJsonArray troubles = json.value(troublesKey).toArray();
    for (const QJsonValue &trouble : troubles) {
        if (!trouble.isString() || trouble.toString().size() > maxFieldLength)
            in.fault(troublesKey, QStringLiteral("must be a list of texts"));
        status.troubles.append(trouble.toString());
    }
    const QJsonArray printers = json.value(printersKey).toArray();
    for (const QJsonValue &printer : printers)
        status.printers.push_back(printerFromJson(in, printer.toObject()));
    if (troubles.size() > maxTroubles || printers.size() > maxPrinters)
        in.fault(statusKey, QStringLiteral("lists more than any terminal has"));
    return status;
}

QJsonObject deviceToJson(const DeviceStatus &device)
{
    QJsonObject json{{terminalKey, device.terminal.text()}, {connectedKey, device.isConnected},
        {heardAtKey, toMs(device.heardAt)}};
    if (device.status)
        json.insert(statusKey, statusToJson(*device.status));
    return json;
}

Result<DeviceStatus> deviceFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    DeviceStatus device;
    device.terminal = in.id<TerminalId>(terminalKey);
    device.isConnected = in.boolean(connectedKey);
    device.heardAt = in.instant(heardAtKey);
    if (json.contains(statusKey)) {
        const QJsonObject inner = in.object(statusKey);
        FieldReader status(inner);
        device.status = statusFromJson(status, inner);
        if (!status.ok())
            return status.error();
    }
    if (!in.ok())
        return in.error();
    return device;
}

} // namespace antre
