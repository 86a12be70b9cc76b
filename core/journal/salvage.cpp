// SPDX-License-Identifier: Apache-2.0
#include "journal/salvage.h"

#include "journal/survey.h"
#include "journal/walfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace antre {

namespace {

const QString logSuffix = QStringLiteral("-wal");
const QString indexSuffix = QStringLiteral("-shm");

tl::unexpected<Error> cannotWrite(const QFile &file)
{
    return failure(ErrorCode::Unavailable,
        file.fileName() + QStringLiteral(": ") + file.errorString(), QStringLiteral("gone"));
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotWrite(file);
    return file.readAll();
}

/// A copy of the damaged journal that SQLite can read as much as possible of.
Result<> copyForReading(const QString &from, const QString &to)
{
    QFile original(from);
    if (!original.copy(to))
        return cannotWrite(original);
    // The original may be read-only, and SQLite sets up a copy as it does any file.
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    if (!QFile::exists(from + logSuffix))
        return {};
    const auto log = bytesOf(from + logSuffix);
    if (!log)
        return tl::unexpected(log.error());
    QFile copy(to + logSuffix);
    const QByteArray repaired = withSoundChecksums(*log);
    if (!copy.open(QIODevice::WriteOnly) || copy.write(repaired) != repaired.size())
        return cannotWrite(copy);
    return {};
}

/// Puts what it is told to take into a new journal, many at a time.
class Taker
{
public:
    Taker(Journal &to, SalvageRule rule)
        : m_to(to)
        , m_rule(rule)
    {
    }

    void see(const SurveyedRecord &record)
    {
        const Position position = record.stored.position;
        if (record.verdict == RecordVerdict::Lost) {
            extend(m_salvage.lost, position);
            m_isBehindDamage = true;
            return;
        }
        const bool isSound = record.verdict == RecordVerdict::Sound
            || record.verdict == RecordVerdict::HashAltered;
        const bool isTaken = m_rule == SalvageRule::UpToDamage
            ? isSound && !m_isBehindDamage
            : record.verdict != RecordVerdict::Altered;
        m_isBehindDamage = m_isBehindDamage || !isSound;
        if (!isTaken) {
            extend(m_salvage.leftOut, position);
            return;
        }
        m_batch.push_back(record.stored.record);
        constexpr size_t batch = 1000;
        if (m_batch.size() >= batch)
            write();
    }

    Result<Salvage> finish(bool isEndKnown)
    {
        write();
        if (m_error)
            return tl::unexpected(*m_error);
        m_salvage.isEndKnown = isEndKnown;
        return std::move(m_salvage);
    }

private:
    static void extend(std::vector<PositionRange> &ranges, Position position)
    {
        if (!ranges.empty() && ranges.back().to == position - 1)
            ranges.back().to = position;
        else
            ranges.push_back({position, position});
    }

    void write()
    {
        if (m_error || m_batch.empty())
            return;
        if (auto end = m_to.append(m_salvage.saved, m_batch))
            m_salvage.saved = *end;
        else
            m_error = end.error();
        m_batch.clear();
    }

    Journal &m_to;
    SalvageRule m_rule;
    Salvage m_salvage;
    std::vector<JournalRecord> m_batch;
    std::optional<Error> m_error;
    bool m_isBehindDamage = false;
};

Result<Salvage> takeFrom(const QString &copy, Journal &to, SalvageRule rule)
{
    auto file = SqliteFile::open(copy);
    if (!file)
        return tl::unexpected(file.error());
    auto survey = JournalSurvey::of(**file);
    if (!survey)
        return tl::unexpected(survey.error());
    Taker taker(to, rule);
    return survey->visit([&taker](const SurveyedRecord &record) { taker.see(record); })
        .and_then([&] { return taker.finish(survey->sealFault().isEmpty()); });
}

void removeJournal(const QString &path)
{
    for (const QString &part : {logSuffix, indexSuffix, QString()})
        QFile::remove(path + part);
}

/// What a restart reads, to see whether it is all there.
Result<> readForRestart(Journal &journal, const QString &restartKey)
{
    const auto latest = journal.readLatest();
    if (!latest)
        return tl::unexpected(latest.error());
    Position after = 0;
    for (const StoredRecord &stored : *latest) {
        if (stored.record.key == restartKey)
            after = stored.position - 1;
    }
    constexpr int chunk = 1000;
    for (;;) {
        const auto more = journal.read(after, chunk);
        if (!more)
            return tl::unexpected(more.error());
        if (int(more->size()) < chunk)
            return {};
        after = more->back().position;
    }
}

/// Opens it if all that a restart reads is sound. Looks first without a right to write: when a
/// connection with that right ends, SQLite puts the log into the file, and a damaged file shall
/// stay as it was found.
Result<std::unique_ptr<SqliteJournal>> openForRestart(
    const QString &path, const QString &restartKey)
{
    if (QFile::exists(path)) {
        const auto looked = SqliteJournal::openReadOnly(path).and_then(
            [&](const std::unique_ptr<SqliteJournal> &journal) {
                return readForRestart(*journal, restartKey);
            });
        const bool isOlder = !looked && looked.error().reason == QLatin1String("olderVersion");
        if (!looked && !isOlder)
            return tl::unexpected(looked.error());
    }
    return SqliteJournal::open(path);
}

Result<> renamed(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.exists() || file.rename(to))
        return {};
    return cannotWrite(file);
}

/// The file first: while its log lies alone at `path`, that is not taken for a journal.
Result<> replace(const QString &path, const QString &salvaged, const QString &aside)
{
    return renamed(path, aside)
        .and_then([&] { return renamed(path + logSuffix, aside + logSuffix); })
        .and_then([&] {
            // Only an index of the log, which SQLite makes again.
            QFile::remove(path + indexSuffix);
            return renamed(salvaged, path);
        });
}

Result<> addMark(const QString &path, const JournalRecord &mark)
{
    auto journal = SqliteJournal::open(path);
    if (!journal)
        return tl::unexpected(journal.error());
    return (*journal)
        ->end()
        .and_then([&](Position end) { return (*journal)->append(end, {mark}); })
        .map([](Position) {});
}

} // namespace

Result<Salvage> salvageJournal(const QString &from, const QString &to, SalvageRule rule)
{
    if (QFile::exists(to))
        return failure(ErrorCode::Conflict, to + QStringLiteral(": is there already"));
    if (!QFile::exists(from))
        return failure(ErrorCode::Corrupt, from + QStringLiteral(": is missing"));
    const QTemporaryDir folder(to + QStringLiteral(".XXXXXX"));
    if (!folder.isValid())
        return failure(ErrorCode::Unavailable,
            folder.path() + QStringLiteral(": ") + folder.errorString(), QStringLiteral("gone"));
    const QString copy = folder.filePath(QStringLiteral("copy.db"));
    if (auto copied = copyForReading(from, copy); !copied)
        return tl::unexpected(copied.error());
    auto journal = SqliteJournal::open(to);
    if (!journal)
        return tl::unexpected(journal.error());
    // Secrets and hashes of PINs are in it: it is for nobody whom the damaged one was not for.
    QFile::setPermissions(to, QFile::permissions(from));
    auto salvage = takeFrom(copy, **journal, rule);
    if (!salvage) {
        journal->reset();
        removeJournal(to);
    }
    return salvage;
}

Result<OwnJournal> openOwnJournal(
    const QString &path, const QString &restartKey, const JournalRecord &mark)
{
    const QString salvaged = path + QStringLiteral(".salvaged");
    int number = 1;
    const auto aside
        = [&]() -> QString { return path + QStringLiteral(".damaged-%1").arg(number); };
    while (QFile::exists(aside()) || QFile::exists(aside() + logSuffix))
        ++number;
    if (!QFile::exists(path) && QFile::exists(salvaged) && number > 1) {
        // A crash came between putting the damaged file aside and taking the salvaged one.
        --number;
        if (auto done = replace(path, salvaged, aside()); !done)
            return tl::unexpected(done.error());
        ++number;
    }
    auto journal = openForRestart(path, restartKey);
    if (journal)
        return OwnJournal{std::move(*journal), std::nullopt, {}};
    if (journal.error().reason != QLatin1String("damaged"))
        return tl::unexpected(journal.error());

    removeJournal(salvaged);
    auto salvage = salvageJournal(path, salvaged, SalvageRule::AllReadable);
    if (!salvage && salvage.error().code == ErrorCode::Corrupt) {
        // Nothing can be read, and a program that must go on begins anew, knowing it.
        salvage = Salvage{};
        salvage->isEndKnown = false;
    }
    if (!salvage)
        return tl::unexpected(salvage.error());
    if (!salvage->isComplete()) {
        if (auto marked = addMark(salvaged, mark); !marked)
            return tl::unexpected(marked.error());
    }
    if (auto done = replace(path, salvaged, aside()); !done)
        return tl::unexpected(done.error());
    auto mended = openForRestart(path, restartKey);
    if (!mended)
        return tl::unexpected(mended.error());
    return OwnJournal{std::move(*mended), std::move(*salvage), aside()};
}

} // namespace antre
