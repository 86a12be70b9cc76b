// SPDX-License-Identifier: Apache-2.0
#include "kiosk/keptfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <unistd.h>

namespace antre {

KeptFiles::KeptFiles(QString folder)
    : m_folder(std::move(folder))
{
    m_disk.setMaxThreadCount(1);
}

QString KeptFiles::path(const QString &name) const { return m_folder + QLatin1Char('/') + name; }

QJsonObject KeptFiles::load(const QString &name) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void KeptFiles::run(std::function<void()> work) { m_disk.start(std::move(work)); }

void KeptFiles::save(const QString &name, const QJsonObject &json)
{
    run([path = path(name), folder = m_folder, json] {
        QDir().mkpath(folder);
        QSaveFile file(path);
        const bool opened = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (!opened || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
            qWarning("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    });
}

void KeptFiles::append(const QString &name, const QByteArray &line)
{
    run([path = path(name), folder = m_folder, line] {
        QDir().mkpath(folder);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(line + '\n') < 0
            || !file.flush() || fsync(file.handle()) != 0)
            qWarning("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    });
}

} // namespace antre
