// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/rehearsal.h"

#include "base/check.h"
#include "domain/dayend.h"
#include "journal/sqlitejournal.h"

#include <QDir>

#include <algorithm>

namespace antre {

namespace {

using namespace std::chrono_literals;

/// Real time for the service to start, terminals to connect and officers to sign in before the
/// first visitor comes: at least this much, and so many times what making the site took, since both
/// are mostly the hashing of PINs, which slow machines feel.
constexpr Milliseconds leadMin = 2s;
constexpr int leadPerSetUp = 2;
constexpr Milliseconds terminalsTimeout = 60s;
constexpr Milliseconds tickEvery = 100ms;
/// Officers stay as long after the doors have closed, then whoever still waits is sent home.
constexpr Milliseconds overtimeMax = 3h;
const QString pin = QStringLiteral("2580");

OfficerId officerOf(const Counter &counter)
{
    return OfficerId(QStringLiteral("officer-") + counter.id.value());
}

TerminalId consoleOf(const Counter &counter)
{
    return TerminalId(QStringLiteral("counter-") + counter.id.value());
}

TerminalId kioskName(int index) { return TerminalId(QStringLiteral("kiosk-%1").arg(index + 1)); }

/// "1" to "9", then "A" to "Z".
QString markOf(int index)
{
    return index < 9 ? QString::number(index + 1) : QString(QChar('A' + index - 9));
}

const TerminalId hallName(QStringLiteral("display-1"));

} // namespace

Rehearsal::Rehearsal(RehearsalPlan plan)
    : m_plan(std::move(plan))
    , m_hours(*scheduleOn(*m_plan.catalogue, m_plan.day.day).hours)
    , m_random(m_plan.seed)
{
    m_visits = visitorsOf(*m_plan.catalogue, m_plan.day, m_random);
    connect(&m_service, &ServiceProcess::ready, this, &Rehearsal::openDoors);
    connect(&m_service, &ServiceProcess::stopped, this, &Rehearsal::report);
    connect(&m_service, &ServiceProcess::failed, this, &Rehearsal::fail);
    connect(&m_tick, &QTimer::timeout, this, &Rehearsal::tick);
}

Rehearsal::~Rehearsal() = default;

Result<> Rehearsal::start()
{
    const Milliseconds began = m_machine.elapsed();
    if (auto made = setUp(); !made)
        return made;
    const Milliseconds lead = leadMin + leadPerSetUp * (m_machine.elapsed() - began);
    const Instant firstNumber
        = instantOf(m_plan.day.day, m_hours.numbers.from, m_plan.catalogue->zone());
    m_rate = {m_machine.wall() + lead, firstNumber, m_plan.speed};
    m_clock = std::make_unique<RatedClock>(m_machine, m_rate);
    m_pace = std::make_unique<Pace>(*m_clock, m_plan.speed);
    m_service.start(m_plan.serviceProgram, m_plan.folder, m_rate);
    return {};
}

// The evening before

Result<> Rehearsal::setUp()
{
    // The journal's days only go on, so it must not begin after the day that is rehearsed.
    const ManualClock clock(instantOf(m_plan.day.day, 0min, m_plan.catalogue->zone()));
    const auto opened = SiteSetup::open(m_plan.folder, clock, m_random);
    if (!opened)
        return tl::unexpected(opened.error());
    SiteSetup &site = **opened;
    if (auto published = site.publish(m_plan.catalogue); !published)
        return tl::unexpected(published.error());
    for (int i = 0; i < m_plan.kiosks; ++i) {
        if (auto enrolled = enrol(site, kioskName(i), TerminalKind::Kiosk, markOf(i)); !enrolled)
            return enrolled;
    }
    if (auto enrolled = enrol(site, hallName, TerminalKind::Display, {}); !enrolled)
        return enrolled;
    for (const Counter &counter : m_plan.catalogue->counters) {
        if (auto enrolled = enrol(site, consoleOf(counter), TerminalKind::Counter, {}); !enrolled)
            return enrolled;
        if (auto registered
            = site.registerOfficer(officerOf(counter), officerOf(counter).value(), pin);
            !registered)
            return registered;
    }
    return {};
}

Result<> Rehearsal::enrol(
    SiteSetup &site, const TerminalId &id, TerminalKind kind, const QString &mark)
{
    return site.enrol({id, kind, {}, mark, {}}, {{}, m_plan.fingerprint})
        .map([&](const TerminalFile &file) { m_files.emplace(id, file); });
}

// The morning

void Rehearsal::openDoors(const QUrl &service)
{
    m_around.reset(new Surroundings{
        service, m_plan.fingerprint, *m_clock, m_random, *m_pace, m_plan.catalogue});
    const auto settings = [this](const TerminalId &id) {
        const TerminalFile &file = m_files.at(id);
        return TerminalSettings{
            id, file.kind, file.token, file.mark, QStringLiteral(ANTRE_VERSION)};
    };
    m_hall = std::make_unique<RehearsedHall>(settings(hallName), *m_around);
    m_hall->station().start();
    for (int i = 0; i < m_plan.kiosks; ++i) {
        const QString path
            = QDir(m_plan.folder).filePath(kioskName(i).value() + QStringLiteral(".db"));
        const auto journal
            = [path]() -> Result<std::unique_ptr<Journal>> { return SqliteJournal::open(path); };
        RehearsedKiosk &kiosk = *m_kiosks.emplace_back(
            std::make_unique<RehearsedKiosk>(settings(kioskName(i)), *m_around, journal));
        connect(&kiosk, &RehearsedKiosk::touched, this, &Rehearsal::touched);
        kiosk.station().start();
    }
    for (const Counter &counter : m_plan.catalogue->counters) {
        RehearsedConsole &console = *m_consoles.emplace_back(std::make_unique<RehearsedConsole>(
            settings(consoleOf(counter)), counter.id, m_hours, *m_around, m_people));
        connect(&console, &RehearsedConsole::called, m_hall.get(), &RehearsedHall::expect);
        console.station().start();
    }
    QTimer::singleShot(terminalsTimeout, this, [this] {
        if (!m_began)
            fail(QStringLiteral("not all terminals reached the service within %1 s")
                     .arg(terminalsTimeout.count() / 1000));
    });
    waitForTerminals();
}

void Rehearsal::waitForTerminals()
{
    const bool allUp = m_hall->station().isUp()
        && std::ranges::all_of(m_kiosks, [](const auto &kiosk) { return kiosk->station().isUp(); })
        && std::ranges::all_of(
            m_consoles, [](const auto &console) { return console->station().isUp(); });
    if (allUp)
        signInNext(0);
    else
        QTimer::singleShot(10ms, this, &Rehearsal::waitForTerminals);
}

void Rehearsal::signInNext(size_t index)
{
    if (index == m_consoles.size())
        return sendVisitors();
    m_consoles[index]->signIn({officerOf(m_plan.catalogue->counters[index]), pin},
        [this, index](const std::optional<Error> &error) {
            if (error)
                return fail(
                    QStringLiteral("%1 can't sign in: %2")
                        .arg(officerOf(m_plan.catalogue->counters[index]).value(), error->detail));
            signInNext(index + 1);
        });
}

// The day

void Rehearsal::sendVisitors()
{
    for (const Visit &visit : m_visits)
        m_pace->at(visit.arrival, this, [this, visit] { arrive(visit); });
    planCrashes();
    m_began = true;
    m_tick.start(tickEvery);
}

void Rehearsal::planCrashes()
{
    const Milliseconds working = m_hours.open.until - m_hours.open.from;
    const Instant open = instantOf(m_plan.day.day, m_hours.open.from, m_plan.catalogue->zone());
    for (int i = 0; i < m_plan.crashes; ++i) {
        const double share = (double(i) + m_random.unit()) / double(m_plan.crashes);
        m_pace->at(open + Milliseconds(qint64(share * double(working.count()))), this,
            [this] { m_service.crash(); });
    }
}

void Rehearsal::arrive(const Visit &visit)
{
    if (m_arrived++ == 0)
        m_firstArrival = m_pace->elapsed();
    const auto shortest = std::ranges::min_element(
        m_kiosks, {}, [](const auto &kiosk) { return kiosk->queueLength(); });
    (*shortest)->arrive(visit);
}

void Rehearsal::touched(const TicketId &ticket, const Visit &visit)
{
    m_people.insert(ticket, visit);
    if (visit.patience)
        m_pace->after(
            *visit.patience, this, [this, ticket, visit] { leaveIfWaiting(ticket, visit); });
}

void Rehearsal::leaveIfWaiting(const TicketId &ticket, const Visit &visit)
{
    const Ticket *known = m_hall->station().state().ticket(ticket);
    if (!known || known->state != TicketState::Waiting || m_closing)
        return;
    const LineId line
        = m_plan.catalogue->agency(m_plan.catalogue->service(visit.service)->agency)->line();
    const auto console = std::ranges::find_if(
        m_consoles, [&line](const auto &candidate) { return candidate->serves(line); });
    ANTRE_MUST(console != m_consoles.end());
    (*console)->cancel(ticket);
}

void Rehearsal::tick()
{
    Q_EMIT progressed(progress());
    if (m_closing)
        return;
    for (const auto &console : m_consoles)
        console->look();
    if (isOver())
        closeDoors();
}

DayProgress Rehearsal::progress() const
{
    DayProgress progress;
    progress.ofDay = localTime(m_pace->now(), m_plan.catalogue->zone()).ofDay;
    progress.share = double((progress.ofDay - m_hours.numbers.from).count())
        / double((m_hours.open.until - m_hours.numbers.from).count());
    for (const auto &kiosk : m_kiosks)
        progress.issued += int(kiosk->witness().given.size());
    for (const auto &console : m_consoles)
        progress.ended += int(console->witness().ended.size());
    for (const LineId &line : m_plan.catalogue->lines())
        progress.waiting += m_hall->station().state().waitingIn(line);
    return progress;
}

bool Rehearsal::isOver() const
{
    const Instant close = instantOf(m_plan.day.day, m_hours.open.until, m_plan.catalogue->zone());
    if (m_pace->now() > close + overtimeMax)
        return true;
    return m_arrived == m_visits.size() && progress().waiting == 0
        && std::ranges::all_of(m_kiosks, [](const auto &kiosk) { return kiosk->isSettled(); })
        && std::ranges::all_of(m_consoles, [](const auto &console) { return console->isIdle(); });
}

// The evening

void Rehearsal::closeDoors()
{
    m_closing = true;
    m_open = m_consoles.size();
    for (const auto &console : m_consoles) {
        console->leave([this] {
            if (--m_open == 0)
                awaitDayEnd();
        });
    }
}

/// With the last counter closed nobody is served any more; what is left to do is the service's.
void Rehearsal::awaitDayEnd()
{
    if (m_lastEnd == Milliseconds(0)) {
        m_lastEnd = m_pace->elapsed();
        QTimer::singleShot(dayEndTimeout(), this, [this] {
            if (!m_hall->station().state().dayIsClosed)
                fail(QStringLiteral("the service did not end the day"));
        });
    }
    if (!m_hall->station().state().dayIsClosed)
        return QTimer::singleShot(10ms, this, &Rehearsal::awaitDayEnd);
    stopService();
}

/// Real time: until the day's end is due, and then as long as the service may take to notice.
Milliseconds Rehearsal::dayEndTimeout() const
{
    const Catalogue &catalogue = *m_plan.catalogue;
    const Instant due = closingTime(catalogue, m_plan.day.day) + catalogue.site.dayEnd.after;
    const Milliseconds until = std::max(Milliseconds(0), Milliseconds(due - m_pace->now()));
    return Milliseconds(qint64(double(until.count()) / m_plan.speed)) + terminalsTimeout;
}

void Rehearsal::stopService()
{
    const bool settled
        = std::ranges::all_of(m_kiosks, [](const auto &kiosk) { return kiosk->isSettled(); });
    if (!settled)
        return QTimer::singleShot(10ms, this, &Rehearsal::stopService);
    m_tick.stop();
    m_service.stop();
}

static void differ(Reconciliation &books, const QString &sentence)
{
    books.differences.append(sentence);
}

void Rehearsal::report()
{
    const auto journal = readJournal(QDir(m_plan.folder).filePath(QStringLiteral("journal.db")));
    if (!journal)
        return fail(
            QStringLiteral("the journal can't be read back: %1").arg(journal.error().detail));
    RehearsalReport report;
    Witness kiosks;
    Witness consoles;
    std::vector<Milliseconds> moments;
    for (const auto &kiosk : m_kiosks) {
        kiosks.given.insert(kiosk->witness().given.begin(), kiosk->witness().given.end());
        for (const auto &[why, count] : kiosk->refusals())
            report.refusals[why] += count;
        report.touchToNumber.add(kiosk->touchToNumber());
        moments.insert(moments.end(), kiosk->moments().begin(), kiosk->moments().end());
    }
    for (const auto &console : m_consoles) {
        consoles.ended.insert(console->witness().ended.begin(), console->witness().ended.end());
        report.waits.add(console->waits());
    }
    for (const auto &[id, ticket] : m_hall->station().state().tickets) {
        if (ticket.state == TicketState::Expired)
            consoles.expired.insert(id);
    }
    report.end = journal->end;
    report.ownNumbers = int(std::ranges::count_if(kiosks.given,
        [](const auto &given) { return given.second.number.contains(QLatin1Char('-')); }));
    report.books = reconcile(*m_plan.catalogue, kiosks, consoles, *journal);
    for (const auto &console : m_consoles) {
        for (const QString &surprise : console->surprises())
            differ(report.books,
                QStringLiteral("%1: the service refused: %2")
                    .arg(console->station().id().value(), surprise));
    }
    if (m_hall->calls() != journal->calls)
        differ(report.books,
            QStringLiteral("the display saw %1 calls, the journal has %2")
                .arg(m_hall->calls())
                .arg(journal->calls));
    int refused = 0;
    for (const auto &[why, count] : report.refusals)
        refused += count;
    if (report.books.all.issued + refused != int(m_visits.size()))
        differ(report.books,
            QStringLiteral("%1 visitors came, %2 got a number and %3 were refused one")
                .arg(m_visits.size())
                .arg(report.books.all.issued)
                .arg(refused));
    report.callToDisplay = m_hall->callToDisplay();
    report.took = m_lastEnd - m_firstArrival;
    report.busiestSecond = busiestSecond(std::move(moments));
    Q_EMIT finished(report);
}

void Rehearsal::fail(const QString &why)
{
    m_tick.stop();
    Q_EMIT failed(why);
}

} // namespace antre
