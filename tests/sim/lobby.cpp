// SPDX-License-Identifier: Apache-2.0
#include "lobby.h"

#include "world.h"

namespace antre::sim {

using namespace std::chrono_literals;

Lobby::Lobby(World &world, size_t kiosk)
    : m_world(world)
    , m_kiosk(kiosk)
    , m_chance(world.plan.seed, 200 + kiosk)
    , m_confirms(m_chance.happens(0.5))
    , m_trouble(world.plan.seed, 700 + kiosk)
{
    TerminalHost &host = world.terminal(kiosk);
    m_noPaper.resize(host.settings().printers.size());
    if (m_trouble.happens(0.4))
        for (size_t i = 0; i < m_noPaper.size(); ++i)
            m_printers.push_back(std::make_unique<TroubledPrinter>(
                TroubledPrinter::Class(m_trouble.below(TroubledPrinter::classes)),
                m_trouble.random(), false));
    host.changed = [this] { look(); };
    host.started = [this] { m_world.timeline.after(1s, [this] { next(); }); };
    host.died = [this](bool power) { died(power); };
    host.prints = [this](const PrintSlip &what) { print(what); };
}

void Lobby::visitorComes()
{
    ++m_queue;
    next();
}

void Lobby::next()
{
    if (m_busy || m_queue == 0 || !m_world.terminal(m_kiosk).isUp())
        return;
    m_busy = true;
    ++m_visit;
    --m_queue;
    touch();
}

void Lobby::touch()
{
    static const std::vector<ServiceId> services{ServiceId(QStringLiteral("a.one")),
        ServiceId(QStringLiteral("a.one")), ServiceId(QStringLiteral("b.one")),
        ServiceId(QStringLiteral("b.one")), ServiceId(QStringLiteral("a.two"))};
    const Touched what{m_chance.of(services),
        ClassId(m_chance.happens(0.2) ? QStringLiteral("elderly") : QString()),
        QStringLiteral("id")};
    m_present = TicketId();
    tap(what);
    if (m_chance.happens(0.2))
        m_world.timeline.after(m_chance.pause(50ms, 700ms), [this, what] { tap(what); });
    m_world.timeline.after(m_chance.pause(4s, 12s), [this, visit = m_visit] { leave(visit, 30); });
}

void Lobby::tap(const Touched &what)
{
    TerminalHost &host = m_world.terminal(m_kiosk);
    if (!host.isUp())
        return;
    const Touch touch{m_kiosk, m_world.timeline.clock().wall(), host.lastContact(),
        host.isClockMeasured(), {}, {}};
    const int life = host.life();
    const TicketId before = host.machine().issue() ? host.machine().issue()->ticket.id : TicketId();
    host.input(what);
    if (life != host.life() || !host.machine().issue()
        || host.machine().issue()->ticket.id == before)
        return;
    m_present = host.machine().issue()->ticket.id;
    m_answeredAt.reset();
    m_world.truth.touches[m_present] = touch;
    m_world.tell([&] {
        return QStringLiteral("%1 touched: %2 %3 (%4)")
            .arg(host.name(), what.service.value(), what.priority.value(),
                m_present.text().right(6));
    });
    look();
    checkPromptness(m_present, life);
}

/// What the visitor sees, whenever the screen changes.
void Lobby::look()
{
    TerminalHost &host = m_world.terminal(m_kiosk);
    if (m_present.isEmpty() || !host.isUp())
        return;
    const auto &issue = host.machine().issue();
    if (!issue || issue->ticket.id != m_present)
        return;
    Touch &touch = m_world.truth.touches.at(m_present);
    if (issue->stage == IssueStage::Refused) {
        if (!m_answeredAt)
            m_world.tell([&]() -> QString {
                return host.name() + QStringLiteral(" refuses: ") + issue->ticket.refusal;
            });
        touch.refusal = issue->ticket.refusal;
        m_answeredAt = m_world.timeline.now();
    } else if (issue->stage == IssueStage::Printing || issue->stage == IssueStage::Finished) {
        touch.seen = issue->ticket.number->text();
        if (!m_answeredAt)
            m_world.tell(
                [&]() -> QString { return host.name() + QStringLiteral(" shows ") + touch.seen; });
        m_answeredAt = m_world.timeline.now();
    }
}

void Lobby::checkPromptness(const TicketId &ticket, int life)
{
    // A second of patience with the service; the wish and the number stored, each perhaps behind
    // some that were on their way.
    const Milliseconds bound = TerminalMachine::answerTimeout + 12 * m_world.plan.storeMax + 100ms;
    const Milliseconds touched = m_world.timeline.now();
    m_world.timeline.after(bound, [this, ticket, life, touched] {
        const TerminalHost &host = m_world.terminal(m_kiosk);
        if (host.life() != life || !host.isUp() || host.disk.health != Disk::Health::Well
            || host.slower > 0ms || host.diskWellSince() > touched - 10s || m_present != ticket
            || m_answeredAt)
            return;
        m_world.complain(QStringLiteral("answer in time"),
            QStringLiteral("the visitor of ticket %1 at %2 still sees nothing")
                .arg(ticket.text(), host.name()));
    });
}

void Lobby::leave(int visit, int triesLeft)
{
    if (visit != m_visit)
        return;
    TerminalHost &host = m_world.terminal(m_kiosk);
    if (host.isUp()) {
        const bool failed = host.machine().issue()
            && host.machine().issue()->stage == IssueStage::Finished
            && host.machine().issue()->ticket.slip == SlipState::Failed;
        if (failed && m_chance.happens(0.5)) {
            host.input(ReprintWanted{host.machine().issue()->ticket.id});
            // Who opens a printer that has no paper may well pull the plug.
            if (!m_world.isHealed() && m_chance.happens(0.5))
                m_world.timeline.after(m_chance.pause(0ms, 3s),
                    [this] { m_world.terminal(m_kiosk).powerCut(m_chance.pause(20s, 3min)); });
        }
        host.input(Dismissed{});
    }
    if (host.isUp() && host.machine().issue() && triesLeft > 0) {
        m_world.timeline.after(1s, [this, visit, triesLeft] { leave(visit, triesLeft - 1); });
        return;
    }
    m_busy = false;
    m_present = TicketId();
    next();
}

// The printer

void Lobby::print(const PrintSlip &what)
{
    const Job job{m_nextJob++, what.ticket, what.print, m_world.terminal(m_kiosk).life(),
        what.printer, what.copy, !what.request.isEmpty()};
    m_jobs.push_back(job);
    m_world.truth.handedToPrinter.insert(job.ticket.id);
    m_world.timeline.after(m_chance.pause(800ms, 2500ms), [this, id = job.id] { finish(id); });
}

void Lobby::finish(quint64 id)
{
    const auto found = std::ranges::find(m_jobs, id, &Job::id);
    if (found == m_jobs.end())
        return;
    if (!m_printers.empty()) {
        const Job job = *found;
        m_jobs.erase(found);
        return converse(job);
    }
    if (m_noPaper[found->printer]) {
        // Either the job is taken back for certain, or it stays in the printer until there is
        // paper.
        const Job job = *found;
        if (m_chance.happens(0.5)) {
            m_jobs.erase(found);
            return answer(job, SlipState::Failed);
        }
        found->life = -1;
        return answer(job, SlipState::Unknown);
    }
    const Job job = *found;
    m_jobs.erase(found);
    if (!m_mute || m_chance.happens(0.5))
        comesOut(job);
    if (m_mute) {
        m_unanswered.push_back(job);
        return;
    }
    if (m_chance.happens(0.03))
        answer(job, SlipState::Unknown);
    else
        answer(job, m_confirms ? SlipState::Printed : SlipState::Sent);
}

static SlipState toldOf(SessionEnd end)
{
    return end == SessionEnd::Confirmed   ? SlipState::Printed
        : end == SessionEnd::NotConfirmed ? SlipState::Sent
        : nothingWasSent(end)             ? SlipState::Failed
                                          : SlipState::Unknown;
}

void Lobby::converse(const Job &job)
{
    TroubledPrinter &printer = *m_printers[job.printer];
    if (!m_world.isHealed())
        for (qint64 faults = m_trouble.between(0, 2); faults > 0; --faults)
            printer.planFault();
    const int id = int(job.id);
    m_conversed.emplace(id, job);
    const SessionEnd end = printer.print(id);
    takePaper(job.printer);
    if (end == SessionEnd::Confirmed && !printer.onPaper(id, 0, printer.lines()).whole)
        m_world.complain(QStringLiteral("what is called printed is on paper"),
            QStringLiteral("job %1 of %2").arg(id).arg(m_world.terminal(m_kiosk).name()));
    answer(job, toldOf(end));
    printer.idle(m_trouble.pause(0s, 15s));
    takePaper(job.printer);
}

/// Whatever shows a number is a slip in a hand.
void Lobby::takePaper(size_t printer)
{
    for (const int id : m_printers[printer]->begun())
        comesOut(m_conversed.at(id));
}

/// Of all printers, or of those that m_noPaper names.
void Lobby::setPaper(bool isThere)
{
    for (size_t i = 0; i < m_printers.size(); ++i) {
        if (!isThere && !m_noPaper[i])
            continue;
        m_printers[i]->setFault(&PrinterFaults::paperOut, !isThere);
        m_printers[i]->idle(1s);
        takePaper(i);
    }
}

void Lobby::comesOut(const Job &job)
{
    const QString number = job.ticket.number ? job.ticket.number->text() : QString();
    m_world.truth.slips.push_back({m_kiosk, job.ticket.id, number, job.ticket.day,
        m_world.timeline.clock().wall(), job.isCopy, job.isOfficers});
    m_world.tell([&] {
        return QStringLiteral("%1 printed %2 of %3 (%4)")
            .arg(m_world.terminal(m_kiosk).name(), number, job.ticket.day.text(),
                job.ticket.id.text().right(6));
    });
}

void Lobby::answer(const Job &job, SlipState slip)
{
    TerminalHost &host = m_world.terminal(m_kiosk);
    if (host.life() != job.life)
        return;
    host.input(PrintEnded{job.print, slip});
}

void Lobby::died(bool power)
{
    m_present = TicketId();
    // Who stood there walks to another one.
    ++m_visit;
    m_busy = false;
    if (!power)
        return;
    // Half a slip is in the printer's mouth, or a whole one, or none.
    for (const Job &job : std::exchange(m_jobs, {})) {
        if (!m_printers.empty())
            losesPower(job);
        else if (m_chance.happens(0.4))
            comesOut(job);
    }
}

/// The back-end dies with the kiosk, so nobody is told.
void Lobby::losesPower(const Job &job)
{
    TroubledPrinter &printer = *m_printers[job.printer];
    m_conversed.emplace(int(job.id), job);
    printer.planPowerCut();
    (void)printer.print(int(job.id));
    printer.heal();
    printer.setFault(&PrinterFaults::paperOut, m_noPaper[job.printer]);
    takePaper(job.printer);
}

void Lobby::paperOut(Milliseconds until)
{
    const bool both = m_noPaper.size() == 1 || m_chance.happens(0.3);
    if (both)
        m_noPaper.assign(m_noPaper.size(), true);
    else
        m_noPaper[size_t(m_chance.between(0, 1))] = true;
    setPaper(false);
    tellPrinters();
    m_world.timeline.after(until, [this] { refill(); });
}

/// What stayed in a printer comes out of it now.
void Lobby::refill()
{
    m_noPaper.assign(m_noPaper.size(), false);
    setPaper(true);
    for (const Job &job : std::exchange(m_jobs, {})) {
        if (job.life == -1)
            comesOut(job);
        else
            m_jobs.push_back(job);
    }
    tellPrinters();
}

/// A kiosk with two printers may know how they are before it prints, or learn it from a slip.
void Lobby::tellPrinters()
{
    TerminalHost &host = m_world.terminal(m_kiosk);
    if (m_noPaper.size() < 2 || !host.isUp() || m_chance.happens(0.5))
        return;
    DevicesChanged now;
    for (const bool isOut : m_noPaper)
        now.printers.push_back(isOut ? PrinterCondition::PaperOut : PrinterCondition::Ready);
    host.input(now);
}

void Lobby::mute(Milliseconds until)
{
    m_mute = true;
    for (const auto &printer : m_printers)
        printer->setFault(&PrinterFaults::mute, true);
    m_world.timeline.after(until, [this] { speakAgain(); });
}

/// The print system gives up on what stayed without an answer, as it must.
void Lobby::speakAgain()
{
    m_mute = false;
    for (const auto &printer : m_printers)
        printer->setFault(&PrinterFaults::mute, false);
    for (const Job &job : std::exchange(m_unanswered, {}))
        answer(job, SlipState::Unknown);
}

void Lobby::heal()
{
    for (const auto &printer : m_printers)
        printer->heal();
    speakAgain();
    refill();
}

} // namespace antre::sim
