// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal/journal.h"
#include "support/catch.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace antre {

/// A second connection to a journal's file, as another program would have.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        m_database.setDatabaseName(path);
        REQUIRE(m_database.open());
    }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;
    ~OtherProgram()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }
    QVariant says(const char *sql, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        REQUIRE(query.prepare(QString::fromUtf8(sql)));
        for (const QVariant &value : values)
            query.addBindValue(value);
        REQUIRE(query.exec());
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QSqlDatabase m_database;
};

/// A journal's file as the first version made it: no hashes, no seal.
inline void makeFormat1(const QString &path, const std::vector<JournalRecord> &records)
{
    OtherProgram old(path);
    old.says("PRAGMA journal_mode = WAL");
    old.says("CREATE TABLE journal (position INTEGER PRIMARY KEY, kind TEXT NOT NULL, day INTEGER "
             "NOT NULL, key TEXT, body BLOB NOT NULL) STRICT");
    old.says("CREATE INDEX journal_latest ON journal (key, position) WHERE key IS NOT NULL");
    for (const JournalRecord &record : records)
        old.says("INSERT INTO journal (kind, day, key, body) VALUES (?, ?, ?, ?)",
            {record.kind, record.day.days,
                record.key.isEmpty() ? QVariant(QMetaType::fromType<QString>())
                                     : QVariant(record.key),
                record.body});
    old.says("PRAGMA application_id = 1097757810");
    old.says("PRAGMA user_version = 1");
}

} // namespace antre
