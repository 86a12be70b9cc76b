// SPDX-License-Identifier: Apache-2.0
#include "print/printermodel.h"

#include "base/check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace antre {

namespace {

/// Takes fields out of one entry; keeps the first fault as a sentence and then gives defaults.
class Entry
{
public:
    Entry(QString place, QJsonObject object)
        : m_place(std::move(place))
        , m_object(std::move(object))
    {
    }

    QString text(const QString &field)
    {
        const QJsonValue value = take(field);
        if (!value.isString() || value.toString().isEmpty())
            wrong(field, QStringLiteral("must be a text that is not empty"));
        return value.toString();
    }
    bool flag(const QString &field)
    {
        const QJsonValue value = take(field);
        if (!value.isBool())
            wrong(field, QStringLiteral("must be true or false"));
        return value.toBool();
    }
    int number(const QString &field, int min, int max, int step = 1)
    {
        const int value = take(field).toInt(min - 1);
        if (value < min || value > max || value % step != 0)
            wrong(field,
                QStringLiteral("must be a whole number from %1 to %2%3")
                    .arg(min)
                    .arg(max)
                    .arg(step > 1 ? QStringLiteral(", a multiple of %1").arg(step) : QString()));
        return value;
    }
    /// The index of the word among `words`.
    int word(const QString &field, const QStringList &words)
    {
        const qsizetype index = words.indexOf(take(field).toString());
        if (index < 0)
            wrong(field, QStringLiteral("must be one of %1").arg(words.join(QStringLiteral(", "))));
        return int(std::max<qsizetype>(index, 0));
    }
    /// To be called last: what nobody took is unknown.
    QString fault()
    {
        if (m_fault.isEmpty() && !m_object.isEmpty())
            wrong(m_object.keys().constFirst(), QStringLiteral("is not a field of a printer"));
        return m_fault;
    }

private:
    QJsonValue take(const QString &field)
    {
        if (!m_object.contains(field))
            wrong(field, QStringLiteral("is missing"));
        return m_object.take(field);
    }
    void wrong(const QString &field, const QString &what)
    {
        if (m_fault.isEmpty())
            m_fault = QStringLiteral("%1: \"%2\" %3.").arg(m_place, field, what);
    }

    QString m_place;
    QJsonObject m_object;
    QString m_fault;
};

PrinterModel readModel(Entry &entry)
{
    const auto name = [](const char *field) { return QString::fromLatin1(field); };
    PrinterModel model;
    model.id = entry.text(name("id"));
    model.name = entry.text(name("name"));
    model.width = entry.number(name("width"), 288, 832, 8);
    model.dotsPerMm = entry.number(name("dotsPerMm"), 6, 12);
    model.stepsPerDot = entry.number(name("stepsPerDot"), 1, 4);
    model.cutter = entry.flag(name("cutter"));
    model.headToCutterMm = entry.number(name("headToCutterMm"), 0, 50);
    model.codePage = entry.number(name("codePage"), 0, 255);
    model.answers = AnswerHabit(entry.word(name("answers"),
        {QStringLiteral("always"), QStringLiteral("maybe"), QStringLiteral("never")}));
    model.automaticStatus = entry.flag(name("automaticStatus"));
    model.receipt = ReceiptKind(entry.word(name("receipt"),
        {QStringLiteral("processId"), QStringLiteral("status"), QStringLiteral("none")}));
    model.clearsBuffer = entry.flag(name("clearsBuffer"));
    model.paced = entry.flag(name("paced"));
    model.nativeQr = entry.flag(name("nativeQr"));
    model.fullRaster = entry.flag(name("fullRaster"));
    model.rollMetres = entry.number(name("rollMetres"), 5, 500);
    return model;
}

} // namespace

Result<std::vector<PrinterModel>> readPrinterModels(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isNull())
        return failure(ErrorCode::Invalid,
            QStringLiteral("not JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
    const QJsonObject all = document.object();
    const QJsonValue list = all.value(QStringLiteral("printers"));
    if (all.size() != 1 || !list.isArray() || list.toArray().isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("the file must hold \"printers\", a list that is not empty, and nothing "
                           "else."));
    std::vector<PrinterModel> models;
    for (const QJsonValue &value : list.toArray()) {
        Entry entry(QStringLiteral("printers[%1]").arg(models.size()), value.toObject());
        const PrinterModel model = readModel(entry);
        if (const QString fault = entry.fault(); !fault.isEmpty())
            return failure(ErrorCode::Invalid, fault);
        if (std::ranges::find(models, model.id, &PrinterModel::id) != models.end())
            return failure(ErrorCode::Invalid,
                QStringLiteral("printers[%1]: \"id\" %2 is there twice.")
                    .arg(models.size())
                    .arg(model.id));
        models.push_back(model);
    }
    return models;
}

const std::vector<PrinterModel> &printerModels()
{
    static const std::vector<PrinterModel> models = [] {
        QFile file(QStringLiteral(":/printers/models.json"));
        ANTRE_MUST(file.open(QIODevice::ReadOnly));
        const auto read = readPrinterModels(file.readAll());
        ANTRE_MUST(read.has_value());
        return *read;
    }();
    return models;
}

Result<PrinterModel> printerModel(const QString &id)
{
    QStringList known;
    for (const PrinterModel &model : printerModels()) {
        if (model.id == id)
            return model;
        known += model.id;
    }
    return failure(ErrorCode::NotFound,
        QStringLiteral("there is no printer profile \"%1\"; known are %2")
            .arg(id, known.join(QStringLiteral(", "))));
}

} // namespace antre
