// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QThreadPool>

#include <functional>

namespace antre {

/// Small files of a kiosk beside its journal, written one after the other in a thread that nobody
/// waits for. Destroying it waits until all is on the disk.
class KeptFiles
{
public:
    explicit KeptFiles(QString folder);
    ~KeptFiles() { wait(); }
    KeptFiles(const KeptFiles &) = delete;
    KeptFiles &operator=(const KeptFiles &) = delete;

    /// Empty when there is none, or none that can be read: what is kept here can be made anew.
    [[nodiscard]] QJsonObject load(const QString &name) const;
    /// Replaces the file in one step; only its owner may read it.
    void save(const QString &name, const QJsonObject &json);
    /// Adds a line, durably.
    void append(const QString &name, const QByteArray &line);
    /// Anything else that takes time, in the same thread.
    void run(std::function<void()> work);
    void wait() { m_disk.waitForDone(); }

private:
    [[nodiscard]] QString path(const QString &name) const;

    QString m_folder;
    QThreadPool m_disk;
};

} // namespace antre
