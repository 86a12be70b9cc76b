// SPDX-License-Identifier: Apache-2.0
#include "antrectl/sitesetup.h"

#include "service/accounts.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace antre {

static tl::unexpected<Error> cannotWrite(const QString &path, const QString &why)
{
    return failure(ErrorCode::Unavailable, QStringLiteral("%1 can't be written: %2").arg(path, why));
}

QString SiteSetUp::journalPath(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("journal.sqlite"));
}

SiteSetUp::SiteSetUp(QString directory, std::unique_ptr<SqliteJournal> journal, const Clock &clock, Random &random)
    : m_directory(std::move(directory))
    , m_journal(std::move(journal))
    , m_clock(clock)
    , m_random(random)
    , m_service(*m_journal, clock)
{
}

Result<std::unique_ptr<SiteSetUp>> SiteSetUp::openJournal(const QString &directory, const Clock &clock, Random &random)
{
    auto journal = SqliteJournal::open(journalPath(directory));
    if (!journal)
        return tl::unexpected(journal.error());
    std::unique_ptr<SiteSetUp> site(new SiteSetUp(directory, std::move(*journal), clock, random));
    if (auto opened = site->m_service.open(); !opened)
        return tl::unexpected(opened.error());
    return site;
}

Result<std::unique_ptr<SiteSetUp>> SiteSetUp::create(const QString &directory, CataloguePtr catalogue, const Clock &clock, Random &random)
{
    if (QFileInfo::exists(journalPath(directory)))
        return failure(ErrorCode::Conflict, QStringLiteral("there is a site in %1 already").arg(directory));
    if (!QDir().mkpath(directory))
        return cannotWrite(directory, QStringLiteral("no such directory can be made"));
    auto site = openJournal(directory, clock, random);
    if (!site)
        return site;
    // It holds hashes of PINs, which are short. SQLite gives its other files the same rights.
    if (QFile journal(journalPath(directory)); !journal.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return cannotWrite(journal.fileName(), journal.errorString());
    if (auto published = (*site)->carryOut(PublishCatalogue{std::move(catalogue)}); !published)
        return tl::unexpected(published.error());
    return site;
}

Result<std::unique_ptr<SiteSetUp>> SiteSetUp::open(const QString &directory, const Clock &clock, Random &random)
{
    if (!QFileInfo::exists(journalPath(directory)))
        return failure(ErrorCode::NotFound, QStringLiteral("there is no site in %1; antrectl site create makes one").arg(directory));
    auto site = openJournal(directory, clock, random);
    if (site && !(*site)->state().catalogue)
        return failure(ErrorCode::Corrupt, QStringLiteral("the journal in %1 holds no site; its making was cut short, remove it").arg(directory));
    return site;
}

Result<Answer> SiteSetUp::carryOut(CommandData data)
{
    Answer given;
    m_service.submit({CommandId(makeUuid(m_clock, m_random)), {}, std::move(data)}, [&given](const Answer &answer) { given = answer; });
    m_service.flush();
    if (given.error)
        return tl::unexpected(*given.error);
    return given;
}

Result<QString> SiteSetUp::enrol(Enrolment enrolment)
{
    const QDir directory(QDir(m_directory).filePath(QStringLiteral("terminals")));
    if (!QDir().mkpath(directory.path()))
        return cannotWrite(directory.path(), QStringLiteral("no such directory can be made"));
    const QString path = directory.filePath(enrolment.terminal.id.value() + QStringLiteral(".json"));
    enrolment.token = makeSecret(m_random);
    enrolment.terminal.tokenHash = hashToken(enrolment.token);

    // The file takes its place only once the journal knows the token, so an older file stays good until then.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return cannotWrite(path, file.errorString());
    file.write(enrolmentToBytes(enrolment));
    if (!file.flush())
        return cannotWrite(path, file.errorString());
    if (auto enrolled = carryOut(EnrolTerminal{enrolment.terminal}); !enrolled)
        return tl::unexpected(enrolled.error());
    if (!file.commit())
        return cannotWrite(path, file.errorString());
    return path;
}

} // namespace antre
