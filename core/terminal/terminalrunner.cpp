// SPDX-License-Identifier: Apache-2.0
#include "terminal/terminalrunner.h"

#include "base/overloaded.h"

namespace antre {

/// The terminal's journal in its thread. Values come in and go back by queued calls.
class TerminalRunner::Store : public QObject
{
public:
    explicit Store(OpenJournal openJournal)
        : m_open(std::move(openJournal))
    {
    }

    /// What a restart needs: the latest of each key, then all after the last checkpoint.
    Result<std::vector<JournalRecord>> load()
    {
        auto records = readAll();
        if (!records)
            m_journal.reset(); // open it anew next time
        return records;
    }

    std::optional<Error> append(const std::vector<JournalRecord> &records)
    {
        if (auto opened = open(); !opened)
            return opened.error();
        const auto end = m_journal->append(m_end, records);
        if (end) {
            m_end = *end;
            return std::nullopt;
        }
        // Open it anew next time: the file may have been mended, or the medium come back.
        m_journal.reset();
        return end.error();
    }

private:
    Result<std::vector<JournalRecord>> readAll()
    {
        if (auto opened = open(); !opened)
            return tl::unexpected(opened.error());
        const auto latest = m_journal->readLatest();
        if (!latest)
            return tl::unexpected(latest.error());
        std::vector<JournalRecord> records;
        Position after = 0;
        for (const StoredRecord &stored : *latest) {
            records.push_back(stored.record);
            if (stored.record.kind == QLatin1String("checkpoint"))
                after = stored.position;
        }
        constexpr int chunk = 1000;
        for (;;) {
            const auto more = m_journal->read(after, chunk);
            if (!more)
                return tl::unexpected(more.error());
            for (const StoredRecord &stored : *more) {
                if (stored.record.key.isEmpty())
                    records.push_back(stored.record);
                after = stored.position;
            }
            if (int(more->size()) < chunk)
                return records;
        }
    }

    Result<> open()
    {
        if (m_journal)
            return {};
        auto journal = m_open();
        if (!journal)
            return tl::unexpected(journal.error());
        const auto end = (*journal)->end();
        if (!end)
            return tl::unexpected(end.error());
        m_journal = std::move(*journal);
        m_end = *end;
        return {};
    }

    OpenJournal m_open;
    std::unique_ptr<Journal> m_journal;
    Position m_end = 0;
};

TerminalRunner::TerminalRunner(TerminalMachine &machine, TerminalLink &link, const Clock &clock,
    OpenJournal openJournal, QObject *parent)
    : QObject(parent)
    , m_machine(machine)
    , m_link(link)
    , m_clock(clock)
    , m_store(new Store(std::move(openJournal)))
{
    m_thread.setObjectName(QStringLiteral("terminal journal"));
    m_store->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_store, &QObject::deleteLater);
    m_thread.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { input(TimeReached{}); });
    connect(&m_link, &TerminalLink::opened, this, [this] { input(LinkOpened{}); });
    connect(&m_link, &TerminalLink::closed, this,
        [this](const QString &why) { input(LinkClosed{why}); });
    connect(&m_link, &TerminalLink::frameReceived, this,
        [this](const QByteArray &frame) { input(FrameReceived{frame}); });
}

TerminalRunner::~TerminalRunner()
{
    // Queued behind the stores that are still on their way: quit() from here would overtake them.
    QMetaObject::invokeMethod(
        m_store, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void TerminalRunner::start() { load(); }

void TerminalRunner::load()
{
    QMetaObject::invokeMethod(m_store, [this] {
        auto loaded = m_store->load();
        QMetaObject::invokeMethod(this, [this, loaded = std::move(loaded)] {
            input(Started{loaded ? *loaded : std::vector<JournalRecord>(),
                loaded ? std::nullopt : std::optional(loaded.error())});
        });
    });
}

void TerminalRunner::input(const TerminalInput &what)
{
    const TerminalActions actions = m_machine.step(what);
    for (const TerminalAction &action : actions)
        perform(action);
    armTimer();
    Q_EMIT changed();
}

void TerminalRunner::perform(const TerminalAction &action)
{
    std::visit(
        Overloaded{
            [this](const StoreRecords &store) {
                QMetaObject::invokeMethod(m_store, [this, store] {
                    auto error = m_store->append(store.records);
                    QMetaObject::invokeMethod(
                        this, [this, id = store.id, error = std::move(error)] {
                            input(StoreEnded{id, error});
                        });
                });
            },
            [this](const LoadRecords &) { load(); },
            [this](const OpenLink &) { m_link.open(); },
            [this](const CloseLink &) { m_link.close(); },
            [this](const SendFrame &send) { m_link.send(send.frame); },
            [this](const PrintSlip &print) { Q_EMIT slipWanted(print); },
            [this](const CommandAnswered &answered) { Q_EMIT commandAnswered(answered.answer); },
            [this](const OrderHeard &heard) { Q_EMIT orderHeard(heard.order); },
        },
        action);
}

void TerminalRunner::armTimer()
{
    const auto deadline = m_machine.nextDeadline();
    if (!deadline)
        return m_timer.stop();
    m_timer.start(std::max(*deadline - m_clock.elapsed(), Milliseconds(0)));
}

} // namespace antre
