// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "journal/sqlitejournal.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace antre {

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Memory where there is some to be had as a folder: nothing here is about a disk's speed.
class Scratch : public QTemporaryDir
{
public:
    Scratch()
        : QTemporaryDir(QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                ? QStringLiteral("/dev/shm/antre-XXXXXX")
                : QDir::tempPath() + QStringLiteral("/antre-XXXXXX"))
    {
    }
};

/// A journal's files as a power cut leaves them: part in the database, part in its log.
struct Image
{
    std::vector<StoredRecord> truth;
    Position lastCommit = 0; ///< where the last commit but one ended
    QByteArray database;
    QByteArray log;
};

class Maker
{
public:
    explicit Maker(quint64 seed)
        : m_dice(seed)
    {
    }

    /// `inDatabase` commits are checkpointed, `inLog` are not.
    Image image(int inDatabase, int inLog)
    {
        const Scratch folder;
        const QString path = folder.filePath(QStringLiteral("journal.db"));
        Image made;
        {
            auto journal = SqliteJournal::open(path);
            REQUIRE(journal);
            append(**journal, made, inDatabase);
        }
        auto journal = SqliteJournal::open(path);
        REQUIRE(journal);
        append(**journal, made, inLog);
        made.database = bytesOf(path);
        made.log = bytesOf(path + QStringLiteral("-wal"));
        return made;
    }

private:
    void append(SqliteJournal &journal, Image &image, int commits)
    {
        for (int commit = 0; commit < commits; ++commit) {
            image.lastCommit = Position(image.truth.size());
            std::vector<JournalRecord> records;
            for (quint64 i = 0; i <= m_dice.below(3); ++i)
                records.push_back(record());
            // So that nothing but the end itself tells whether the end is there.
            records.back().key.clear();
            REQUIRE(journal.append(image.lastCommit, records));
            for (const JournalRecord &written : records)
                image.truth.push_back({Position(image.truth.size()) + 1, written});
        }
    }

    JournalRecord record()
    {
        // Now and then one that fills pages of its own, as a catalogue does.
        const auto size = qsizetype(m_dice.below(20) == 0 ? 9'000 : 100 + m_dice.below(400));
        QByteArray body(size, ' ');
        for (char &byte : body)
            byte = char('a' + m_dice.below(26));
        const QString key = m_dice.below(4) == 0
            ? QStringLiteral("terminal:kiosk-%1").arg(m_dice.below(5))
            : QString();
        return {
            QStringLiteral("ticketIssued"), BusinessDay{20000 + int(m_dice.below(2))}, key, body};
    }

    SeededRandom m_dice;
};

} // namespace antre
