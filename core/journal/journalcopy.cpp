// SPDX-License-Identifier: Apache-2.0
#include "journal/journalcopy.h"

#include "journal/sqlitefile.h"

#include <QFile>

#include <unistd.h>

namespace antre {

/// On the disk, whatever happens to the machine now.
static bool flushToDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
}

Result<JournalHealth> copyJournal(const QString &from, const QString &to)
{
    if (QFile::exists(to))
        return failure(ErrorCode::Conflict, to + QStringLiteral(" exists already"));
    auto source = SqliteFile::openReadOnly(from);
    if (!source)
        return tl::unexpected(source.error());
    // Empty and narrowed before anything is in it.
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !target.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failure(ErrorCode::Unavailable, to + QStringLiteral(": ") + target.errorString());
    target.close();
    const auto given = [&](const Error &error) {
        QFile::remove(to);
        return tl::unexpected(error);
    };
    QString quoted = to;
    quoted.replace(u'\'', QStringLiteral("''"));
    // One transaction that only reads (https://www.sqlite.org/lang_vacuum.html, VACUUM INTO).
    if (const auto copied = (*source)->execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
        !copied)
        return given(copied.error());
    if (!flushToDisk(to))
        return given({ErrorCode::Unavailable, to + QStringLiteral(": the disk failed")});
    JournalHealth health = checkJournal(to);
    if (!health.isSound())
        return given({ErrorCode::Corrupt,
            QStringLiteral("the journal is not sound: 'antrectl doctor' says where")});
    return health;
}

} // namespace antre
