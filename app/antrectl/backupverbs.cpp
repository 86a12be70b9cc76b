// SPDX-License-Identifier: Apache-2.0
#include "antrectl/options.h"
#include "journal/journalcopy.h"

#include <QDir>
#include <QFileInfo>

namespace antre {

namespace {

const QString journalName = QStringLiteral("journal.db");
const QString identityName = QStringLiteral("identity.pem");

Exit saysWhy(const QString &sentence)
{
    complain(QStringLiteral("antrectl: %1.").arg(sentence));
    return Exit::Failure;
}

/// A folder for its owner only; false when it can't be made or holds something.
bool makeOwnFolder(const QString &path)
{
    const QDir folder(path);
    if (folder.exists() && !folder.isEmpty())
        return false;
    return QDir().mkpath(path)
        && QFile::setPermissions(
            path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

/// Journal and certificate from one folder to another, which is new.
Exit copySite(const QString &from, const QString &to, const QString &done)
{
    const QString journal = QDir(from).filePath(journalName);
    const QString identity = QDir(from).filePath(identityName);
    if (!QFileInfo::exists(journal))
        return saysWhy(QStringLiteral("there is no journal.db in %1").arg(from));
    if (!makeOwnFolder(to))
        return saysWhy(
            QStringLiteral("%1 must be a new folder, or an empty one, that you may write").arg(to));
    const auto copied = copyJournal(journal, QDir(to).filePath(journalName));
    if (!copied)
        return saysWhy(copied.error().detail);
    const QString identityTo = QDir(to).filePath(identityName);
    if (!QFile::copy(identity, identityTo)
        || !QFile::setPermissions(identityTo, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return saysWhy(QStringLiteral("%1 can't be copied; without it every terminal would have to "
                                      "be enrolled again")
                           .arg(identity));
    print(QStringLiteral("%1: %2 records, the last of %3; read back, and nothing is wrong.\n%4")
              .arg(to)
              .arg(copied->end)
              .arg(copied->lastDay.text(), done));
    return Exit::Success;
}

} // namespace

Exit backUpSite(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    return copySite(options.positionals().at(0), options.positionals().at(1),
        QStringLiteral("It holds the service's key and hashes of PINs: keep it like a key. Notes "
                       "on tickets are not in it."));
}

Exit restoreSite(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    return copySite(options.positionals().at(0), options.positionals().at(1),
        QStringLiteral("Start antre-service with --site %1 at the old address, and the terminals "
                       "come back by themselves. Never let two services run for one mall.")
            .arg(options.positionals().at(1)));
}

} // namespace antre
