// SPDX-License-Identifier: Apache-2.0
#include "antrectl/options.h"
#include "domain/evolve.h"
#include "journal/journalcheck.h"
#include "journal/salvage.h"
#include "service/queueservice.h"
#include "terminal/keptwishes.h"
#include "terminal/kiosktickets.h"
#include "terminal/mirror.h"
#include "wire/events.h"
#include "wire/json.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace antre {

namespace {

const QString salvageOption = QStringLiteral("salvage");

/// Below this a busy mall fills the disk within days.
constexpr qint64 diskFreeMin = qint64(256) << 20;

/// Folds each record as its program would, and keeps what can't be folded.
class Reader
{
public:
    virtual ~Reader() = default;
    [[nodiscard]] virtual QString what() const = 0;
    /// What remains in the end: a clue whether it is the right file.
    [[nodiscard]] virtual QString summary() const = 0;

    void read(const StoredRecord &stored)
    {
        const auto folded = fold(stored);
        if (folded)
            return;
        constexpr size_t faultsMax = 20;
        if (++m_count <= int(faultsMax))
            m_faults.append(QStringLiteral("Record %1 (%2) can't be read: %3")
                                .arg(stored.position)
                                .arg(stored.record.kind, folded.error().detail));
    }
    [[nodiscard]] QStringList faults() const
    {
        QStringList all = m_faults;
        if (m_count > int(m_faults.size()))
            all.append(QStringLiteral("And %1 more records can't be read")
                           .arg(m_count - int(m_faults.size())));
        return all;
    }

protected:
    [[nodiscard]] virtual Result<> fold(const StoredRecord &stored) = 0;

private:
    QStringList m_faults;
    int m_count = 0;
};

class SiteReader final : public Reader
{
public:
    [[nodiscard]] QString what() const override { return QStringLiteral("a site's journal"); }
    [[nodiscard]] QString summary() const override
    {
        if (!m_state.catalogue)
            return QStringLiteral("It knows no catalogue.");
        return QStringLiteral("It is of \"%1\"; on its last day, %2, it gave %3 numbers.")
            .arg(m_state.catalogue->site.name.in(QStringLiteral("en")),
                m_state.day.isNull() ? QStringLiteral("none yet") : m_state.day.text())
            .arg(m_state.tickets.size());
    }

private:
    [[nodiscard]] Result<> fold(const StoredRecord &stored) override
    {
        return fromRecord(stored).map([this](const PlacedEvent &placed) {
            m_state = evolve(std::move(m_state), placed.event);
        });
    }

    State m_state;
};

class TerminalReader final : public Reader
{
public:
    [[nodiscard]] QString what() const override { return QStringLiteral("a terminal's journal"); }
    [[nodiscard]] QString summary() const override
    {
        int unsettled = 0;
        for (const auto &[id, ticket] : m_tickets.all())
            unsettled += ticket.isSettled() ? 0 : 1;
        return QStringLiteral("It holds %1 tickets, of %2 of which the service has not yet heard "
                              "all, and %3 presses that wait.")
            .arg(m_tickets.all().size())
            .arg(unsettled)
            .arg(m_wishes.all().size());
    }

private:
    [[nodiscard]] Result<> fold(const StoredRecord &stored) override
    {
        const JournalRecord &record = stored.record;
        if (record.key == QLatin1String("catalogue"))
            return parseObject(record.body).and_then(eventFromJson).map([](const Event &) {});
        if (record.key == QLatin1String("mirror"))
            return parseObject(record.body)
                .and_then(KeptMirror::fromJson)
                .map([](const KeptMirror &) {});
        // What a checkpoint holds stands in the records before it too.
        if (!record.key.isEmpty())
            return parseObject(record.body).map([](const QJsonObject &) {});
        return m_tickets.fold(record).and_then([&] { return m_wishes.fold(record); });
    }

    KioskTickets m_tickets;
    KeptWishes m_wishes;
};

bool isTerminals(const QString &path)
{
    return QFileInfo(path).fileName().startsWith(QLatin1String("terminal"));
}

/// "Record 7 was altered", "Records 7 to 9 were altered".
QString records(const JournalFault &fault, const QString &one, const QString &many)
{
    return fault.from == fault.to
        ? QStringLiteral("Record %1 %2").arg(fault.from).arg(one)
        : QStringLiteral("Records %1 to %2 %3").arg(fault.from).arg(fault.to).arg(many);
}

QString sentence(const JournalFault &fault)
{
    switch (fault.kind) {
    case JournalFaultKind::Missing:
        return QStringLiteral("There is no such file");
    case JournalFaultKind::Unavailable:
        return QStringLiteral("It can't be read now: ") + fault.detail;
    case JournalFaultKind::NotAJournal:
        return QStringLiteral("It is no journal of Antre, or no longer one: ") + fault.detail;
    case JournalFaultKind::NewerFormat:
        return QStringLiteral("A newer version of Antre has written it: ") + fault.detail;
    case JournalFaultKind::LogDamaged:
        return QStringLiteral("Its write-ahead log is damaged: ") + fault.detail;
    case JournalFaultKind::PagesDamaged:
        return QStringLiteral("The file's structure is damaged: ") + fault.detail;
    case JournalFaultKind::RecordsLost:
        return records(fault, QStringLiteral("is lost"), QStringLiteral("are lost"));
    case JournalFaultKind::RecordsAltered:
        return records(fault, QStringLiteral("is not what was written"),
            QStringLiteral("are not what was written"));
    case JournalFaultKind::HashesAltered:
        return records(fault, QStringLiteral("is right, but its hash was altered"),
            QStringLiteral("are right, but their hashes were altered"));
    case JournalFaultKind::RecordsUnproven:
        return records(fault,
            QStringLiteral("can be read, but the one before it is lost, so nothing proves it"),
            QStringLiteral("can be read, but nothing proves them"));
    case JournalFaultKind::EndLost:
        return QStringLiteral("Its end is in doubt: ") + fault.detail;
    }
    return {};
}

QString advice(const JournalHealth &health, const QString &path)
{
    const auto is = [&](JournalFaultKind kind) {
        return std::ranges::any_of(
            health.faults, [kind](const JournalFault &fault) { return fault.kind == kind; });
    };
    if (is(JournalFaultKind::Missing))
        return QStringLiteral("Check the path.");
    if (is(JournalFaultKind::Unavailable))
        return QStringLiteral("Check owner, rights and disk, and whether another program holds it "
                              "locked; then ask again.");
    if (is(JournalFaultKind::NewerFormat))
        return QStringLiteral("Install that version or a later one. Nothing is broken.");
    if (is(JournalFaultKind::NotAJournal))
        return QStringLiteral("If it was one, restore the last backup; keep this file.");
    return QStringLiteral(
        "Stop the program that uses it, copy the whole folder to another disk, and "
        "check this disk. Then either restore the last backup, or save what can "
        "be trusted: antrectl doctor %1 --salvage NEWFILE.")
        .arg(path);
}

QString mebibytes(qint64 bytes)
{
    return QStringLiteral("%1 MiB").arg(double(bytes) / double(1 << 20), 0, 'f', 1);
}

void describe(const JournalHealth &health, const Reader &reader, const QString &path)
{
    print(QStringLiteral("%1: %2, format %3, %4 records%5.")
              .arg(path, reader.what())
              .arg(health.format)
              .arg(health.end)
              .arg(health.firstDay.isNull()
                      ? QString()
                      : QStringLiteral(" from %1 to %2")
                            .arg(health.firstDay.text(), health.lastDay.text())));
    print(
        QStringLiteral("The file has %1, its write-ahead log %2 (%3 transactions); %4 are free on "
                       "the disk.")
            .arg(mebibytes(health.bytes), mebibytes(health.logBytes))
            .arg(health.logTransactions)
            .arg(mebibytes(health.diskFree)));
    print(reader.summary());
    if (!health.isWritable)
        print(QStringLiteral("This user may not write it."));
    if (health.chainedFrom > 1 && health.end > 0)
        print(QStringLiteral("Records before %1 are of an older version and have no hash: whether "
                             "they were altered can't be told.")
                  .arg(std::min(health.chainedFrom, health.end + 1)));
    print(QStringLiteral("Checked: the file's structure and its write-ahead log, that no record is "
                         "missing or altered, and that each can be read."));
}

Exit examineFile(const QString &path)
{
    std::unique_ptr<Reader> reader;
    if (isTerminals(path))
        reader = std::make_unique<TerminalReader>();
    else
        reader = std::make_unique<SiteReader>();
    const JournalHealth health
        = checkJournal(path, [&](const StoredRecord &stored) { reader->read(stored); });
    const bool isReadable = health.end > 0 || health.isSound();
    if (isReadable)
        describe(health, *reader, path);
    QStringList faults;
    for (const JournalFault &fault : health.faults)
        faults.append(sentence(fault));
    faults += reader->faults();
    if (health.bytes > 0 && health.diskFree < diskFreeMin)
        faults.append(QStringLiteral("The disk is nearly full; make room"));
    for (const QString &fault : std::as_const(faults))
        print(QStringLiteral("%1: %2.").arg(path, fault));
    if (faults.isEmpty()) {
        print(QStringLiteral("%1: Nothing is wrong.").arg(path));
        return Exit::Success;
    }
    if (!health.isSound() || !reader->faults().isEmpty())
        print(QStringLiteral("What to do: ") + advice(health, path));
    return Exit::Failure;
}

QString listed(const std::vector<PositionRange> &ranges)
{
    QStringList all;
    for (const PositionRange &range : ranges)
        all.append(range.from == range.to ? QString::number(range.from)
                                          : QStringLiteral("%1-%2").arg(range.from).arg(range.to));
    return all.join(QStringLiteral(", "));
}

/// Keeps the journal's program from starting meanwhile; null after a complaint if it is running.
std::unique_ptr<QLockFile> lockAgainstProgram(const QString &path)
{
    const QString name
        = isTerminals(path) ? QStringLiteral("terminal.lock") : QStringLiteral("service.lock");
    auto lock = std::make_unique<QLockFile>(QFileInfo(path).absoluteDir().filePath(name));
    lock->setStaleLockTime(0);
    // In a folder that can't be written no program of ours is running.
    if (lock->tryLock(0) || lock->error() != QLockFile::LockFailedError)
        return lock;
    complain(QStringLiteral("antrectl: a program is using %1; stop it first.").arg(path));
    return nullptr;
}

Exit salvage(const QString &path, const QString &to)
{
    const auto lock = lockAgainstProgram(path);
    if (!lock)
        return Exit::Failure;
    const auto salvaged = salvageJournal(
        path, to, isTerminals(path) ? SalvageRule::AllReadable : SalvageRule::UpToDamage);
    if (!salvaged) {
        complain(QStringLiteral("antrectl: nothing was saved: %1.").arg(salvaged.error().detail));
        return Exit::Failure;
    }
    if (isTerminals(path) && !salvaged->isComplete()) {
        // As the terminal itself would: its own numbers then go on above any that are forgotten.
        auto journal = SqliteJournal::open(to);
        const auto marked = journal
            ? (*journal)->append(salvaged->saved, {KioskTickets::salvagedRecord()})
            : Result<Position>(tl::unexpected(journal.error()));
        if (!marked) {
            complain(QStringLiteral("antrectl: %1: %2.").arg(to, marked.error().detail));
            return Exit::Failure;
        }
    }
    print(QStringLiteral("%1: %2 records saved from %3.").arg(to).arg(salvaged->saved).arg(path));
    if (!salvaged->lost.empty())
        print(QStringLiteral("Lost: %1.").arg(listed(salvaged->lost)));
    if (!salvaged->leftOut.empty())
        print(QStringLiteral("Left out, because they can't be trusted: %1.")
                  .arg(listed(salvaged->leftOut)));
    if (!salvaged->isEndKnown)
        print(QStringLiteral("Where the journal ended is lost too: there may have been more."));
    print(salvaged->isComplete() ? QStringLiteral("That is all of it.")
                                 : QStringLiteral("The damaged file is as it was; keep it."));
    return salvaged->isComplete() ? Exit::Success : Exit::Failure;
}

/// The journals that `path` means: itself, or those in the folder.
QStringList journalsAt(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList found;
    for (const QString &name : {QStringLiteral("journal.db"), QStringLiteral("terminal.db")}) {
        const QString file = QDir(path).filePath(name);
        if (QFileInfo::exists(file))
            found.append(file);
    }
    return found;
}

} // namespace

Exit examine(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(salvageOption,
        QStringLiteral("Write what can be trusted into a new journal; PATH stays as it is."),
        QStringLiteral("NEWFILE"));
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    const QString path = options.positionals().constFirst();
    const QStringList journals = journalsAt(path);
    if (journals.isEmpty()) {
        complain(
            QStringLiteral("antrectl: there is no journal.db and no terminal.db in %1.").arg(path));
        return Exit::Failure;
    }
    if (options.isSet(salvageOption)) {
        if (journals.size() == 1)
            return salvage(journals.constFirst(), options.text(salvageOption));
        complain(QStringLiteral("antrectl: %1 holds several journals; name one.").arg(path));
        return Exit::Usage;
    }
    Exit worst = Exit::Success;
    for (const QString &journal : journals) {
        if (examineFile(journal) != Exit::Success)
            worst = Exit::Failure;
    }
    return worst;
}

} // namespace antre
