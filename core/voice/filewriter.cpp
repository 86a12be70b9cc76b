// SPDX-License-Identifier: Apache-2.0
#include "voice/filewriter.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace antre {

static Result<> writeNow(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failure(
            ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

FileWriter::FileWriter() { m_thread.setMaxThreadCount(1); }

void FileWriter::write(const QString &path, const QByteArray &content, Done done)
{
    m_thread.start([this, path, content, done = std::move(done)] {
        const Result<> result = writeNow(path, content);
        QMetaObject::invokeMethod(
            &m_answers, [done, result] { done(result); }, Qt::QueuedConnection);
    });
}

} // namespace antre
