// SPDX-License-Identifier: Apache-2.0
#include "journal/sqlitefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <atomic>
#include <sys/stat.h>

namespace antre {

/// SQLite's result codes: https://www.sqlite.org/rescode.html; the low byte is the primary code.
static Error errorOf(const QSqlError &error)
{
    const int primary = error.nativeErrorCode().toInt() & 0xff;
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    switch (primary) {
    case 5: // BUSY
    case 6: // LOCKED
        return {ErrorCode::Unavailable, detail, QStringLiteral("locked")};
    case 8: // READONLY
        return {ErrorCode::Unavailable, detail, QStringLiteral("readOnly")};
    case 13: // FULL
        return {ErrorCode::Unavailable, detail, QStringLiteral("diskFull")};
    case 1: // ERROR: our statements are right, so the schema isn't what they were written for
    case 11: // CORRUPT
    case 19: // CONSTRAINT: something stands where nothing can
    case 26: // NOTADB
        return {ErrorCode::Corrupt, detail, QStringLiteral("damaged")};
    default: // IOERR, CANTOPEN and whatever else the medium comes up with
        return {ErrorCode::Unavailable, detail, QStringLiteral("gone")};
    }
}

SqliteStatement::SqliteStatement() = default;
SqliteStatement::SqliteStatement(std::unique_ptr<QSqlQuery> query)
    : m_query(std::move(query))
{
}
SqliteStatement::SqliteStatement(SqliteStatement &&) noexcept = default;
SqliteStatement &SqliteStatement::operator=(SqliteStatement &&) noexcept = default;
SqliteStatement::~SqliteStatement() = default;

Result<> SqliteStatement::run(const QVariantList &values)
{
    for (int i = 0; i < int(values.size()); ++i)
        m_query->bindValue(i, values[i]);
    if (m_query->exec())
        return {};
    const Error error = errorOf(m_query->lastError());
    m_query->finish();
    return tl::unexpected(error);
}

Result<bool> SqliteStatement::next()
{
    if (m_query->next())
        return true;
    const QSqlError error = m_query->lastError();
    m_query->finish();
    if (error.isValid())
        return tl::unexpected(errorOf(error));
    return false;
}

QVariant SqliteStatement::value(int column) const { return m_query->value(column); }

void SqliteStatement::finish() { m_query->finish(); }

namespace {

/// Which file a name stands for at a moment.
struct FileIdentity
{
    dev_t device = 0;
    ino_t number = 0;
    [[nodiscard]] static std::optional<FileIdentity> of(const QByteArray &path)
    {
        struct stat found = {};
        if (::stat(path.constData(), &found) != 0)
            return std::nullopt;
        return FileIdentity{found.st_dev, found.st_ino};
    }
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

} // namespace

class SqliteFile::Connection
{
public:
    Connection()
    {
        static std::atomic<int> connections = 0;
        m_name = QStringLiteral("journal-%1").arg(++connections);
        database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection()
    {
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }

    Result<> open(const QString &nameOrUri)
    {
        const QString file = sqliteFileName(nameOrUri);
        m_file = QFile::encodeName(file);
        m_log = QFile::encodeName(file + QStringLiteral("-wal"));
        database.setDatabaseName(nameOrUri);
        database.setConnectOptions(
            QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
        if (!database.open())
            return tl::unexpected(errorOf(database.lastError()));
        m_fileAtOpen = FileIdentity::of(m_file);
        return {};
    }

    Result<> stillThere()
    {
        // The log appears with the first statement, and stays as long as somebody has the file.
        if (!m_logAtOpen)
            m_logAtOpen = FileIdentity::of(m_log);
        if (FileIdentity::of(m_file) == m_fileAtOpen && FileIdentity::of(m_log) == m_logAtOpen)
            return {};
        return failure(ErrorCode::Unavailable,
            QStringLiteral("%1 was removed or replaced while it was open")
                .arg(QFile::decodeName(m_file)),
            QStringLiteral("gone"));
    }

    QSqlDatabase database;

private:
    QString m_name;
    QByteArray m_file;
    QByteArray m_log;
    std::optional<FileIdentity> m_fileAtOpen;
    std::optional<FileIdentity> m_logAtOpen;
};

SqliteFile::SqliteFile(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

SqliteFile::~SqliteFile() = default;

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path)
{
    auto connection = std::make_unique<Connection>();
    if (auto opened = connection->open(path); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<SqliteFile>(new SqliteFile(std::move(connection)));
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::openReadOnly(const QString &path)
{
    // Without a log nobody is writing, and SQLite may take the file as it lies there. Otherwise it
    // would make an empty log, and leave it behind.
    const bool isAlone = !QFileInfo::exists(path + QStringLiteral("-wal"));
    const QString escaped
        = QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/"));
    return open(QStringLiteral("file:%1?mode=ro%2")
                    .arg(escaped, isAlone ? QStringLiteral("&immutable=1") : QString()));
}

Result<> SqliteFile::execute(const QString &sql)
{
    return value(sql).map([](const QVariant &) {});
}

Result<QVariant> SqliteFile::value(const QString &sql)
{
    QSqlQuery query(m_connection->database);
    if (!query.exec(sql))
        return tl::unexpected(errorOf(query.lastError()));
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return tl::unexpected(errorOf(query.lastError()));
    return QVariant();
}

Result<SqliteStatement> SqliteFile::prepare(const QString &sql)
{
    auto query = std::make_unique<QSqlQuery>(m_connection->database);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return tl::unexpected(errorOf(query->lastError()));
    return SqliteStatement(std::move(query));
}

Result<> SqliteFile::stillThere() { return m_connection->stillThere(); }

QString sqliteFileName(const QString &pathOrUri)
{
    return pathOrUri.startsWith(QLatin1String("file:")) ? QUrl(pathOrUri).path() : pathOrUri;
}

} // namespace antre
