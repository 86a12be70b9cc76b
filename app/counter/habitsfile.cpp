// SPDX-License-Identifier: Apache-2.0
#include "counter/habitsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace antre {

static const QString largeKey = QStringLiteral("largeText");
static const QString contrastKey = QStringLiteral("highContrast");
static const QString faceKey = QStringLiteral("face");
static const QString barXKey = QStringLiteral("barX");
static const QString barYKey = QStringLiteral("barY");
static const QString slipPlaceKey = QStringLiteral("slipPlace");

static constexpr std::array faceNames{"window", "list", "bar"};

static QByteArray toBytes(const ConsoleHabits &habits)
{
    QJsonObject json{{largeKey, habits.largeText}, {contrastKey, habits.highContrast},
        {faceKey, QLatin1String(faceNames.at(size_t(habits.face)))}};
    if (habits.barPlace) {
        json.insert(barXKey, habits.barPlace->x());
        json.insert(barYKey, habits.barPlace->y());
    }
    if (habits.slipPlace)
        json.insert(slipPlaceKey, habits.slipPlace->value());
    return QJsonDocument(json).toJson();
}

HabitsFile::HabitsFile(QString path)
    : m_path(std::move(path))
{
    m_writer.setMaxThreadCount(1); // one after the other
}

ConsoleHabits HabitsFile::load() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    ConsoleHabits habits;
    habits.largeText = json.value(largeKey).toBool();
    habits.highContrast = json.value(contrastKey).toBool();
    const QString face = json.value(faceKey).toString();
    for (size_t i = 0; i < faceNames.size(); ++i) {
        if (face == QLatin1String(faceNames.at(i)))
            habits.face = ConsoleFace(i);
    }
    if (json.contains(barXKey) && json.contains(barYKey))
        habits.barPlace = QPoint(json.value(barXKey).toInt(), json.value(barYKey).toInt());
    if (json.value(slipPlaceKey).isString())
        habits.slipPlace = TerminalId(json.value(slipPlaceKey).toString());
    return habits;
}

void HabitsFile::save(const ConsoleHabits &habits)
{
    m_writer.start([path = m_path, bytes = toBytes(habits)] {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        const bool written
            = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        if (!written)
            qWarning("How this console is liked can't be kept in %s: %s.", qPrintable(path),
                qPrintable(file.errorString()));
    });
}

} // namespace antre
