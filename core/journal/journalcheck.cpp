// SPDX-License-Identifier: Apache-2.0
#include "journal/journalcheck.h"

#include "journal/survey.h"
#include "journal/walfile.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace antre {

namespace {

/// One look at one file.
class Check
{
public:
    Check(QString path, const std::function<void(const StoredRecord &)> &onRecord)
        : m_path(std::move(path))
        , m_onRecord(onRecord)
    {
    }

    JournalHealth run()
    {
        const QFileInfo info(m_path);
        if (!info.exists()) {
            add(JournalFaultKind::Missing, QStringLiteral("there is no such file"));
            return std::move(m_health);
        }
        measure(info);
        auto file = SqliteFile::openReadOnly(m_path);
        const Result<> looked = file ? look(**file) : Result<>(tl::unexpected(file.error()));
        if (!looked)
            add(looked.error().code == ErrorCode::Corrupt ? JournalFaultKind::NotAJournal
                                                          : JournalFaultKind::Unavailable,
                looked.error().detail);
        return std::move(m_health);
    }

private:
    void add(JournalFaultKind kind, const QString &detail, Position from = 0, Position to = 0)
    {
        m_health.faults.push_back({kind, from, to, detail});
    }

    void measure(const QFileInfo &info)
    {
        m_health.bytes = info.size();
        const QStorageInfo disk(info.absolutePath());
        m_health.diskFree = disk.bytesAvailable();
        m_health.isWritable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable()
            && !disk.isReadOnly();
        const WalReading log = readWalOf(m_path);
        m_health.logBytes = log.bytes;
        m_health.logTransactions = log.transactions;
        if (log.headerDamaged)
            add(JournalFaultKind::LogDamaged,
                QStringLiteral("its head is damaged, so nothing in it would be read"));
        if (log.cutOff > 0)
            add(JournalFaultKind::LogDamaged,
                QStringLiteral("%1 transactions behind the damage would not be read")
                    .arg(log.cutOff));
    }

    Result<> look(SqliteFile &file)
    {
        const auto owner = file.value(QStringLiteral("PRAGMA application_id"));
        if (!owner)
            return tl::unexpected(owner.error());
        const auto version = file.value(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return tl::unexpected(version.error());
        m_health.format = version->toInt();
        if (owner->toInt() != journalApplicationId)
            return failure(
                ErrorCode::Corrupt, QStringLiteral("the file belongs to another program"));
        if (m_health.format > journalFormat) {
            add(JournalFaultKind::NewerFormat,
                QStringLiteral("format %1, this version knows formats up to %2")
                    .arg(m_health.format)
                    .arg(journalFormat));
            return {};
        }
        return lookAtPages(file).and_then([&] { return lookAtRecords(file); });
    }

    Result<> lookAtPages(SqliteFile &file)
    {
        constexpr int linesMax = 10;
        auto check = file.prepare(QStringLiteral("PRAGMA integrity_check(%1)").arg(linesMax));
        auto done = check ? check->run() : Result<>(tl::unexpected(check.error()));
        while (done) {
            const auto row = check->next();
            if (!row)
                done = tl::unexpected(row.error());
            else if (!*row)
                return {};
            else if (const QString line = check->value(0).toString(); line != QLatin1String("ok"))
                add(JournalFaultKind::PagesDamaged, line.simplified());
        }
        if (done.error().code != ErrorCode::Corrupt)
            return done;
        add(JournalFaultKind::PagesDamaged, done.error().detail);
        return {};
    }

    Result<> lookAtRecords(SqliteFile &file)
    {
        auto survey = JournalSurvey::of(file);
        if (!survey)
            return tl::unexpected(survey.error());
        m_health.end = survey->end();
        m_health.chainedFrom = survey->chainedFrom();
        const auto visited = survey->visit([this](const SurveyedRecord &record) { take(record); });
        if (!visited)
            return visited;
        if (!survey->sealFault().isEmpty())
            add(JournalFaultKind::EndLost, survey->sealFault());
        return {};
    }

    void take(const SurveyedRecord &record)
    {
        const Position position = record.stored.position;
        switch (record.verdict) {
        case RecordVerdict::Sound:
            break;
        case RecordVerdict::HashAltered:
            extend(JournalFaultKind::HashesAltered, position);
            break;
        case RecordVerdict::Unproven:
            extend(JournalFaultKind::RecordsUnproven, position);
            break;
        case RecordVerdict::Altered:
            extend(JournalFaultKind::RecordsAltered, position);
            break;
        case RecordVerdict::Lost:
            extend(JournalFaultKind::RecordsLost, position);
            return;
        }
        const BusinessDay day = record.stored.record.day;
        m_health.lastDay = day;
        if (m_health.firstDay.isNull())
            m_health.firstDay = day;
        if (m_onRecord)
            m_onRecord(record.stored);
    }

    /// Neighbours with the same fault are told of together.
    void extend(JournalFaultKind kind, Position position)
    {
        if (!m_health.faults.empty() && m_health.faults.back().kind == kind
            && m_health.faults.back().to == position - 1)
            m_health.faults.back().to = position;
        else
            add(kind, {}, position, position);
    }

    QString m_path;
    const std::function<void(const StoredRecord &)> &m_onRecord;
    JournalHealth m_health;
};

} // namespace

JournalHealth checkJournal(
    const QString &path, const std::function<void(const StoredRecord &)> &onRecord)
{
    return Check(path, onRecord).run();
}

} // namespace antre
