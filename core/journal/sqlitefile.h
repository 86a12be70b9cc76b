// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QVariant>

#include <memory>
#include <optional>

class QSqlQuery;

namespace antre {

/// "Antr": tells our files from other programs' (see file(1)'s magic for application_id).
constexpr int journalApplicationId = 0x416e7472;
/// The newest format that this version reads and writes; one migration leads to each.
constexpr int journalFormat = 2;

/// A prepared statement. Must end before its SqliteFile does.
class SqliteStatement
{
public:
    SqliteStatement(); ///< none yet: assign one before use
    explicit SqliteStatement(std::unique_ptr<QSqlQuery> query);
    SqliteStatement(SqliteStatement &&) noexcept;
    SqliteStatement &operator=(SqliteStatement &&) noexcept;
    ~SqliteStatement();

    /// Starts it with `values` for its question marks. Until next() has said false, or finish() is
    /// called, it holds up the file's checkpoints.
    [[nodiscard]] Result<> run(const QVariantList &values = {});
    /// Goes to the next row; false: there is none.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] QVariant value(int column) const;
    void finish();

private:
    std::unique_ptr<QSqlQuery> m_query;
};

/// One connection to one SQLite file, for the thread that made it. Errors of all functions: as in
/// Journal.
class SqliteFile
{
public:
    /// How long to wait for another process's lock. Nobody else writes a journal while its program
    /// runs, so a wait is for a backup or a curious technician; and a kiosk waits for the service's
    /// answer a second, so a thread that stood still for longer would only add to the damage.
    static constexpr int busyTimeoutMs = 250;

    /// `path`: a file name, or a "file:" URI with SQLite's parameters.
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const QString &path);
    /// For looking only: changes neither the file nor its log, whoever else has them open.
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> openReadOnly(const QString &path);
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;
    ~SqliteFile();

    [[nodiscard]] Result<> execute(const QString &sql);
    /// The first value of the first row; null if there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql);
    [[nodiscard]] Result<SqliteStatement> prepare(const QString &sql);

    /// Unavailable "gone" when the file or its log was removed or replaced since: SQLite would go
    /// on writing where nobody will ever read.
    [[nodiscard]] Result<> stillThere();

private:
    class Connection;
    explicit SqliteFile(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

/// The name of the file that an SQLite name or URI means.
[[nodiscard]] QString sqliteFileName(const QString &pathOrUri);

} // namespace antre
