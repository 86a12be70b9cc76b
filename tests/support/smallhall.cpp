// SPDX-License-Identifier: Apache-2.0
#include "support/smallhall.h"

#include "base/overloaded.h"

namespace antre {

using namespace std::chrono_literals;

namespace {

class TroubledJournal final : public Journal
{
public:
    TroubledJournal(Journal &real, const std::optional<Error> &trouble)
        : m_real(real)
        , m_trouble(trouble)
    {
    }
    [[nodiscard]] Result<Position> append(
        Position expected, const std::vector<JournalRecord> &records) override
    {
        return m_trouble ? tl::unexpected(*m_trouble) : m_real.append(expected, records);
    }
    [[nodiscard]] Result<std::vector<StoredRecord>> read(Position after, int limit) override
    {
        return m_trouble ? tl::unexpected(*m_trouble) : m_real.read(after, limit);
    }
    [[nodiscard]] Result<std::vector<StoredRecord>> readLatest() override
    {
        return m_trouble ? tl::unexpected(*m_trouble) : m_real.readLatest();
    }
    [[nodiscard]] Result<Position> end() override
    {
        return m_trouble ? tl::unexpected(*m_trouble) : m_real.end();
    }

private:
    Journal &m_real;
    const std::optional<Error> &m_trouble;
};

} // namespace

HallTerminal::HallTerminal(SmallHall &hall, TerminalSettings settings, quint64 seed)
    : clock(hall.clock)
    , m_hall(hall)
    , m_settings(std::move(settings))
    , m_random(seed)
{
    start();
}

void HallTerminal::start()
{
    m_machine = std::make_unique<TerminalMachine>(m_settings, clock, m_random);
    load();
}

void HallTerminal::load()
{
    if (diskUnreadable)
        return input(Started{{},
            Error{ErrorCode::Unavailable, QStringLiteral("planted"), QStringLiteral("locked")}});
    m_end = *disk->end();
    std::vector<JournalRecord> records;
    Position after = 0;
    const auto latest = *disk->readLatest();
    for (const StoredRecord &stored : latest) {
        records.push_back(stored.record);
        if (stored.record.kind == QLatin1String("checkpoint"))
            after = stored.position;
    }
    const auto rest = *disk->read(after, 1'000'000);
    for (const StoredRecord &stored : rest) {
        if (stored.record.key.isEmpty())
            records.push_back(stored.record);
    }
    input(Started{records});
}

void HallTerminal::crash()
{
    m_waitingStores.clear();
    if (connection)
        m_hall.hangUp(*this);
    m_machine.reset();
}

void HallTerminal::input(const TerminalInput &what)
{
    const auto actions = m_machine->step(what);
    for (const TerminalAction &action : actions) {
        if (m_machine)
            perform(action);
    }
}

void HallTerminal::perform(const TerminalAction &action)
{
    std::visit(Overloaded{
                   [this](const StoreRecords &what) {
                       if (diskWaits)
                           m_waitingStores.push_back(what);
                       else
                           store(what);
                   },
                   [this](const LoadRecords &) { load(); },
                   [this](const OpenLink &) { m_hall.connect(*this); },
                   [this](const CloseLink &) { m_hall.hangUp(*this); },
                   [this](const SendFrame &send) {
                       statusFrames += send.frame.contains("\"type\":\"status\"") ? 1 : 0;
                       if (connection)
                           m_hall.fromTerminal(*connection, send.frame);
                   },
                   [this](const PrintSlip &print) {
                       slips.push_back(print.ticket);
                       prints.push_back(print);
                       if (printerAnswers)
                           printerEnds(print);
                   },
                   [this](const CommandAnswered &answered) { answers.push_back(answered.answer); },
                   [this](const OrderHeard &heard) { orders.push_back(heard.order); },
               },
        action);
}

void HallTerminal::printerEnds(const PrintSlip &print)
{
    constexpr int millimetres = 120;
    input(
        PrintEnded{print.print, print.printer == 0 ? printerSays : secondPrinterSays, millimetres});
}

void HallTerminal::store(const StoreRecords &what)
{
    std::optional<Error> error;
    const bool fault = storesUntilFault && (*storesUntilFault)-- == 0;
    if (diskFull)
        error = Error{
            ErrorCode::Unavailable, QStringLiteral("disk full"), QStringLiteral("diskFull")};
    else if (fault)
        error = Error{ErrorCode::Unavailable, QStringLiteral("planted"), QStringLiteral("gone")};
    if (!error || (fault && faultAfterWriting))
        m_end = *disk->append(m_end, what.records);
    input(StoreEnded{what.id, error});
}

void HallTerminal::finishStores()
{
    while (!m_waitingStores.empty()) {
        const StoreRecords next = m_waitingStores.front();
        m_waitingStores.pop_front();
        store(next);
    }
}

void HallTerminal::touches(const char *service, const char *priority)
{
    input(Touched{ServiceId(text(service)), ClassId(text(priority)), QStringLiteral("id")});
}

QString HallTerminal::shows() const
{
    const auto &issue = m_machine->issue();
    if (!issue)
        return {};
    if (issue->stage == IssueStage::Refused)
        return issue->ticket.refusal;
    return issue->ticket.number ? issue->ticket.number->text() : QString();
}

SmallHall::SmallHall()
{
    makeService();
    service->submit({CommandId(makeUuid(clock, m_random)), {}, PublishCatalogue{smallMall()}}, {});
    service->flush();
}

void SmallHall::makeService()
{
    gate.reset(); // it takes its leave of its service
    m_troubled = std::make_unique<TroubledJournal>(*journal, journalTrouble);
    service = std::make_unique<QueueService>(*m_troubled, clock);
    gate = std::make_unique<TerminalGate>(*service,
        TerminalGate::Wire{[this](ConnectionId id, const QByteArray &frame) {
                               m_toTerminals.emplace_back(id, frame);
                           },
            [this](ConnectionId id) { m_closing.push_back(id); },
            [](const std::function<bool()> &check, const std::function<void(bool)> &done) {
                done(check());
            },
            [] {}});
    (void)service->open();
    gate->keepNotes(notes);
}

HallTerminal &SmallHall::add(const Terminal &terminal, int printers)
{
    service->submit({CommandId(makeUuid(clock, m_random)), {}, EnrolTerminal{terminal}}, {});
    service->flush();
    TerminalSettings settings{
        terminal.id, terminal.kind, terminal.name, terminal.mark, QStringLiteral("test")};
    settings.printers.clear();
    for (int i = 0; i < printers; ++i) {
        const LocalText place(
            std::map<QString, QString>{{QStringLiteral("id"), QStringLiteral("tempat %1").arg(i)}});
        settings.printers.push_back(
            {QStringLiteral("cups:%1").arg(i), i == 0 ? LocalText() : place, 80});
    }
    terminals.push_back(
        std::make_unique<HallTerminal>(*this, std::move(settings), terminals.size() + 1));
    run(50ms);
    return *terminals.back();
}

HallTerminal &SmallHall::kiosk(const char *id, const char *mark, int printers)
{
    return add(
        {TerminalId(text(id)), TerminalKind::Kiosk, text(id), text(mark), hashToken(text(id))},
        printers);
}

HallTerminal &SmallHall::counter(const char *number)
{
    const QString id = QStringLiteral("counter-") + text(number);
    return add({TerminalId(id), TerminalKind::Counter, id, {}, hashToken(id)});
}

HallTerminal &SmallHall::display(const char *id)
{
    return add({TerminalId(text(id)), TerminalKind::Display, text(id), {}, hashToken(text(id))});
}

HallTerminal *SmallHall::at(ConnectionId id) const
{
    for (const auto &terminal : terminals) {
        if (terminal->connection == id)
            return terminal.get();
    }
    return nullptr;
}

void SmallHall::connect(HallTerminal &terminal)
{
    if (terminal.connection)
        hangUp(terminal);
    if (!networkWorks || !gate) {
        terminal.input(LinkClosed{QStringLiteral("unreachable")});
        return;
    }
    terminal.connection = m_nextConnection++;
    gate->opened(*terminal.connection);
    terminal.input(LinkOpened{});
}

void SmallHall::fromTerminal(ConnectionId id, const QByteArray &frame)
{
    m_toService.emplace_back(id, frame);
}

void SmallHall::hangUp(HallTerminal &terminal)
{
    if (!terminal.connection)
        return;
    if (gate)
        gate->closed(*terminal.connection);
    terminal.connection.reset();
}

void SmallHall::network(bool works)
{
    networkWorks = works;
    if (works)
        return;
    m_toService.clear();
    m_toTerminals.clear();
    for (const auto &terminal : terminals) {
        if (terminal->connection) {
            hangUp(*terminal);
            terminal->input(LinkClosed{QStringLiteral("network lost")});
        }
    }
}

void SmallHall::restartService()
{
    network(false);
    makeService();
    network(true);
}

void SmallHall::restoreJournal(const std::vector<StoredRecord> &records)
{
    network(false);
    gate.reset();
    service.reset();
    journal.emplace();
    for (const StoredRecord &stored : records)
        (void)*journal->append(stored.position - 1, {stored.record});
    makeService();
    network(true);
}

void SmallHall::run(Milliseconds time)
{
    for (Milliseconds passed{0}; passed <= time; passed += 10ms) {
        for (auto frames = std::exchange(m_toService, {}); const auto &[id, frame] : frames)
            gate->received(id, frame);
        while (service->hasWork())
            service->flush();
        for (auto frames = std::exchange(m_toTerminals, {}); const auto &[id, frame] : frames) {
            HallTerminal *terminal = at(id);
            if (terminal && !answersGetLost)
                terminal->input(FrameReceived{frame});
        }
        for (auto closing = std::exchange(m_closing, {}); const ConnectionId id : closing) {
            if (HallTerminal *terminal = at(id)) {
                terminal->connection.reset();
                terminal->input(LinkClosed{QStringLiteral("closed by the service")});
            }
        }
        clock.advance(10ms);
        for (const auto &terminal : terminals) {
            if (!terminal->isRunning())
                continue;
            if (const auto deadline = terminal->machine().nextDeadline();
                deadline && *deadline <= clock.elapsed())
                terminal->input(TimeReached{});
        }
    }
}

QStringList SmallHall::paperFaults() const
{
    QStringList faults;
    std::map<QString, TicketId> holders;
    for (const auto &terminal : terminals) {
        for (const KioskTicket &slip : terminal->slips) {
            const QString number = slip.number->text();
            const Ticket *ticket = state().ticket(slip.id);
            if (!ticket)
                faults.append(number + QStringLiteral(" is on paper and no ticket"));
            else if (ticket->number != *slip.number)
                faults.append(QStringLiteral("%1 on paper is %2 in the queue")
                                  .arg(number, ticket->number.text()));
            if (holders.try_emplace(number, slip.id).first->second != slip.id)
                faults.append(number + QStringLiteral(" is on two slips"));
        }
    }
    return faults;
}

} // namespace antre
