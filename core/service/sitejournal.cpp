// SPDX-License-Identifier: Apache-2.0
#include "service/sitejournal.h"

#include "journal/sqlitejournal.h"

#include <QDir>
#include <QLockFile>

namespace antre {

SiteJournal::SiteJournal(std::unique_ptr<QLockFile> siteLock, std::unique_ptr<Journal> siteJournal,
    std::unique_ptr<DayNotes> siteNotes)
    : lock(std::move(siteLock))
    , journal(std::move(siteJournal))
    , notes(std::move(siteNotes))
{
}

SiteJournal::SiteJournal(SiteJournal &&) noexcept = default;
SiteJournal &SiteJournal::operator=(SiteJournal &&) noexcept = default;
SiteJournal::~SiteJournal() = default;

static Result<std::unique_ptr<QLockFile>> lockSite(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + QStringLiteral("/service.lock"));
    lock->setStaleLockTime(0); // however old, it holds while its process lives
    if (lock->tryLock())
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return failure(ErrorCode::Unavailable, folder + QStringLiteral(": can't be written"),
            QStringLiteral("readOnly"));
    qint64 process = 0;
    QString host;
    QString program;
    (void)lock->getLockInfo(&process, &host, &program);
    return failure(ErrorCode::Conflict,
        QStringLiteral("process %1 (%2) has it").arg(process).arg(program),
        QStringLiteral("running"));
}

Result<SiteJournal> openSiteJournal(const QString &folder)
{
    // Hashes of PINs and the secrets of tickets will be in it: for its owner only.
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder)
        || (isNew
            && !QFile::setPermissions(
                folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)))
        return failure(ErrorCode::Unavailable, folder + QStringLiteral(": can't be made"),
            QStringLiteral("readOnly"));
    auto lock = lockSite(folder);
    if (!lock)
        return tl::unexpected(lock.error());
    const QString path = folder + QStringLiteral("/journal.db");
    auto journal = SqliteJournal::open(path);
    if (!journal)
        return tl::unexpected(journal.error());
    // Nothing is added, but the disk is asked whether it could be.
    const auto writable
        = (*journal)->end().and_then([&](Position end) { return (*journal)->append(end, {}); });
    if (!writable)
        return tl::unexpected(writable.error());
    // Without notes the queue still works.
    auto notes = SqliteNotes::open(folder + QStringLiteral("/notes.db"));
    if (!notes)
        qWarning("notes: none are taken: %s", qPrintable(notes.error().detail));
    return SiteJournal(std::move(*lock), std::move(*journal), notes ? std::move(*notes) : nullptr);
}

static QString explanationOf(const Error &error)
{
    if (error.reason == QLatin1String("running"))
        return QStringLiteral(
            "Another process is using this site. Stop it first: only one can write the journal.");
    if (error.reason == QLatin1String("locked"))
        return QStringLiteral("Another program holds the journal locked. Close it (a database "
                              "browser? a backup?) and try again.");
    if (error.reason == QLatin1String("readOnly"))
        return QStringLiteral("The folder or the journal in it can't be written. Check owner, "
                              "permissions and whether the disk is mounted read-only.");
    if (error.reason == QLatin1String("diskFull"))
        return QStringLiteral("The disk is full. Make room and try again; nothing was lost.");
    if (error.reason == QLatin1String("newerVersion") || error.code == ErrorCode::Unsupported)
        return QStringLiteral("A newer version of Antre has written this journal. Install that "
                              "version or a later one; nothing was changed.");
    if (error.reason == QLatin1String("foreign"))
        return QStringLiteral(
            "The file journal.db there was made by another program. Choose another folder.");
    if (error.code == ErrorCode::Corrupt)
        return QStringLiteral("The journal is damaged. Keep a copy of the whole folder; 'antrectl "
                              "doctor' says what is wrong and what can be saved.");
    return QStringLiteral("The journal can't be opened. Check the folder and the disk.");
}

QString explainSiteError(const Error &error, const QString &folder)
{
    return QStringLiteral("%1: %2 (%3)")
        .arg(QDir(folder).absolutePath(), explanationOf(error), error.detail);
}

} // namespace antre
