// SPDX-License-Identifier: Apache-2.0
#include "print/cupsworker.h"

#include "print/escpossession.h"

#include <algorithm>
#include <array>

namespace antre {

/// Begins the device-uri of a queue whose back-end is app/escpos-backend.
static constexpr QLatin1String ownBackend("escpos:");

CupsWorker::CupsWorker(
    CupsQueue queue, PrinterProfile profile, const Clock &clock, CupsPatience patience)
    : m_queue(std::move(queue))
    , m_profile(profile)
    , m_clock(clock)
    , m_patience(patience)
    , m_poll(this)
    , m_idle(this)
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &CupsWorker::poll);
    connect(&m_idle, &QTimer::timeout, this, &CupsWorker::askIdle);
}

void CupsWorker::start()
{
    m_client = std::make_unique<IppClient>(m_queue.server, m_queue.name,
        m_queue.isApplication ? IppServer::Application : IppServer::Cups);
    m_idle.start(m_patience.idlePoll);
    askIdle();
}

QString CupsWorker::jobName(const QString &id) const
{
    return m_queue.owner + QStringLiteral(" slip ") + id;
}

void CupsWorker::submit(const PrintJob &job)
{
    m_waiting.push_back(job);
    if (!m_current)
        next();
}

void CupsWorker::next()
{
    while (!m_current && !m_waiting.empty()) {
        const PrintJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        handOver(job);
    }
}

/// Whether what stands behind the queue holds a conversation with the printer, and so knows.
bool CupsWorker::asksPrinter(const IppQueue &queue) const
{
    return m_queue.isApplication || queue.device.startsWith(ownBackend);
}

/// Asking first costs a millisecond and finds out, before anything is sent, what can be known.
void CupsWorker::handOver(const PrintJob &job)
{
    const auto queue = askQueue();
    if (!queue) {
        const bool gone = queue.error().code == ErrorCode::Offline;
        return refuse(job.id, gone ? PrintTrouble::NoPrintService : PrintTrouble::NoPrinter,
            queue.error().detail);
    }
    if (queue->stopped || !queue->accepting)
        return refuse(job.id, PrintTrouble::Stopped, queue->message);

    Current current{.id = job.id,
        .jobName = jobName(job.id),
        .asksPrinter = asksPrinter(*queue),
        .since = now()};
    const auto expires = std::chrono::ceil<std::chrono::seconds>(m_clock.wall() + m_patience.job);
    const auto number = m_queue.paper
        ? m_client->printPdf(current.jobName, slipPdf(job.slip, *m_queue.paper))
        : m_client->printRaw(current.jobName, escposBytes(job.slip, m_profile), expires);
    if (!number && number.error().code != ErrorCode::Offline)
        return refuse(job.id, PrintTrouble::Other, number.error().detail);
    current.number = number.value_or(0);
    m_current = current;
    m_poll.start(m_patience.poll);
}

void CupsWorker::poll()
{
    if (!m_current)
        return;
    if (m_current->number == 0)
        look();
    else if (const auto job = m_client->job(m_current->number); job)
        watch(*job);
    else if (job.error().code == ErrorCode::Offline)
        serviceGone(job.error().detail);
    else
        finish(SlipState::Unknown, PrintTrouble::Other, job.error().detail);
    if (m_current)
        m_poll.start(m_patience.poll);
}

/// The connection broke while the job was handed over: is it there?
void CupsWorker::look()
{
    const auto jobs = m_client->jobs(true);
    if (!jobs)
        return serviceGone(jobs.error().detail);
    for (const IppJob &job : *jobs)
        if (job.name == m_current->jobName) {
            m_current->number = job.id;
            return watch(job);
        }
    // Perhaps it never got there, perhaps the service forgets what it has printed.
    finish(SlipState::Unknown, PrintTrouble::NoPrintService,
        QStringLiteral("the job is not to be found"));
}

void CupsWorker::serviceGone(const QString &detail)
{
    tell(PrinterCondition::NoPrintService, detail);
    const Milliseconds until = m_current->cancelledAt
        ? *m_current->cancelledAt + m_patience.cancelling
        : m_current->since + m_patience.job;
    if (now() >= until)
        finish(SlipState::Unknown, PrintTrouble::NoPrintService, detail);
}

/// Whether these words of a back-end mean that it has not reached the printer, so that no byte went
/// out. They are CUPS' own (backend/socket.c, backend/usb-libusb.c); in another language or another
/// version they are not recognised, and the outcome is Unknown instead of Failed: the safe side.
static bool saysNotReached(const QString &message)
{
    static const std::array words{
        QStringLiteral("The printer may not exist or is unavailable at this time."),
        QStringLiteral("The printer is not responding."),
        QStringLiteral("The printer is unreachable at this time."),
        QStringLiteral("Connecting to printer."), QStringLiteral("Looking for printer."),
        QStringLiteral("Waiting for printer to become available."),
        QStringLiteral("The printer is in use.")};
    for (const QString &sentence : words)
        if (message == sentence)
            return true;
    return message.startsWith(QStringLiteral("Unable to locate printer"));
}

void CupsWorker::watch(const IppJob &job)
{
    Current &current = *m_current;
    if (job.isOver())
        return conclude(job);
    if (job.state == IppJobState::Processing) {
        current.wasProcessed = true;
        current.message = job.message;
    }
    if (current.cancelledAt) {
        if (now() >= *current.cancelledAt + m_patience.cancelling)
            finish(
                SlipState::Unknown, current.trouble, QStringLiteral("the job can't be cancelled"));
        return;
    }
    if (!current.wasProcessed) {
        const auto queue = askQueue();
        if (queue && queue->stopped)
            return cancel(PrintTrouble::Stopped);
    }
    if (!saysNotReached(job.message))
        current.unreachableSince.reset();
    else if (!current.unreachableSince)
        current.unreachableSince = now();
    else if (now() >= *current.unreachableSince + m_patience.unreachable)
        return cancel(PrintTrouble::NoPrinter);
    if (now() >= current.since + m_patience.job)
        cancel(PrintTrouble::Slow);
}

void CupsWorker::cancel(PrintTrouble trouble)
{
    m_current->trouble = trouble;
    m_current->cancelledAt = now();
    // Refused means that it is over already, which the next poll sees.
    if (const auto done = m_client->cancel(m_current->number);
        !done && done.error().code == ErrorCode::Offline)
        serviceGone(done.error().detail);
}

/// What our own back-end says is certain: it asked the printer.
static std::pair<SlipState, PrintTrouble> meaningOf(SessionEnd end)
{
    switch (end) {
    case SessionEnd::Confirmed:
        return {SlipState::Printed, PrintTrouble::None};
    case SessionEnd::NotConfirmed:
        return {SlipState::Sent, PrintTrouble::None};
    case SessionEnd::Unreachable:
        return {SlipState::Failed, PrintTrouble::NoPrinter};
    case SessionEnd::PaperOutBefore:
        return {SlipState::Failed, PrintTrouble::PaperOut};
    case SessionEnd::CoverOpenBefore:
        return {SlipState::Failed, PrintTrouble::CoverOpen};
    case SessionEnd::OfflineBefore:
    case SessionEnd::SilentBefore:
        return {SlipState::Failed, PrintTrouble::NoPrinter};
    case SessionEnd::FaultBefore:
        return {SlipState::Failed, PrintTrouble::Other};
    case SessionEnd::TooLate:
        return {SlipState::Failed, PrintTrouble::Slow};
    case SessionEnd::PaperOutAmidst:
        return {SlipState::Unknown, PrintTrouble::PaperOut};
    case SessionEnd::CoverOpenAmidst:
        return {SlipState::Unknown, PrintTrouble::CoverOpen};
    case SessionEnd::FaultAmidst:
        return {SlipState::Unknown, PrintTrouble::Other};
    case SessionEnd::LinkLost:
        return {SlipState::Unknown, PrintTrouble::NoPrinter};
    case SessionEnd::NoEnd:
        return {SlipState::Unknown, PrintTrouble::Slow};
    }
    return {SlipState::Unknown, PrintTrouble::Other};
}

void CupsWorker::conclude(const IppJob &job)
{
    const Current &current = *m_current;
    if (const auto end = sessionEndFromWords(job.message)) {
        const auto [result, trouble] = meaningOf(*end);
        return finish(result, trouble, job.message);
    }
    // Of a job that went well cupsd keeps no words, so our back-end counts a sheet when the printer
    // has confirmed it. The stock back-ends count one whenever they are rid of the bytes.
    if (job.state == IppJobState::Completed)
        return finish(current.asksPrinter && job.sheets > 0 ? SlipState::Printed : SlipState::Sent,
            PrintTrouble::None, {});
    const QString message = job.message.isEmpty() ? current.message : job.message;
    // A job that ends between two polls was processed without our seeing it, unless we cancelled
    // it.
    const bool neverStarted
        = !current.wasProcessed && job.state == IppJobState::Canceled && job.message.isEmpty();
    const bool notReached = saysNotReached(message);
    const PrintTrouble trouble = current.trouble != PrintTrouble::None ? current.trouble
        : notReached                                                   ? PrintTrouble::NoPrinter
                                                                       : PrintTrouble::Other;
    finish(neverStarted || notReached ? SlipState::Failed : SlipState::Unknown, trouble, message);
}

void CupsWorker::finish(SlipState result, PrintTrouble trouble, const QString &detail)
{
    const QString id = m_current->id;
    m_current.reset();
    m_poll.stop();
    m_lastTrouble = trouble;
    askIdle();
    Q_EMIT finished({id, result, trouble, detail});
    // Not from here: the caller may still hold the job that was current.
    QMetaObject::invokeMethod(this, &CupsWorker::next, Qt::QueuedConnection);
}

void CupsWorker::refuse(const QString &id, PrintTrouble trouble, const QString &detail)
{
    Q_EMIT finished({id, SlipState::Failed, trouble, detail});
}

Result<IppQueue> CupsWorker::askQueue()
{
    auto queue = m_client->queue();
    if (queue && m_client->connections() != m_cleanedConnection) {
        m_cleanedConnection = m_client->connections();
        cancelLeftovers();
    }
    return queue;
}

/// A slip whose outcome was told must not come out later. Jobs outlive this program and the
/// service: so whenever we meet the service anew, what waits there in our name and is not wanted
/// goes.
void CupsWorker::cancelLeftovers()
{
    const auto jobs = m_client->jobs(false);
    if (!jobs)
        return;
    for (const IppJob &job : *jobs)
        if (job.name.startsWith(jobName({})) && !(m_current && job.name == m_current->jobName))
            if (const auto done = m_client->cancel(job.id); !done)
                qWarning("slip job %d is left in the queue: %s", job.id,
                    qPrintable(done.error().detail));
}

static PrinterCondition conditionOf(const IppQueue &queue)
{
    const auto says = [&](const char *keyword) {
        for (const QString &reason : queue.reasons)
            if (reason.startsWith(QLatin1String(keyword)))
                return true;
        return false;
    };
    // Keywords may end in -error, -warning or -report (RFC 8011, 5.4.12).
    if (says("media-empty") || says("media-needed"))
        return PrinterCondition::PaperOut;
    if (says("cover-open") || says("door-open"))
        return PrinterCondition::CoverOpen;
    if (says("other"))
        return PrinterCondition::Fault;
    if (says("offline") || says("timed-out"))
        return PrinterCondition::NoPrinter;
    if (queue.stopped || !queue.accepting)
        return PrinterCondition::Stopped;
    if (says("media-low"))
        return PrinterCondition::PaperLow;
    return PrinterCondition::Ready;
}

static bool mayMendItself(PrinterCondition condition)
{
    return condition == PrinterCondition::PaperOut || condition == PrinterCondition::CoverOpen
        || condition == PrinterCondition::Fault || condition == PrinterCondition::NoPrinter
        || condition == PrinterCondition::PaperLow;
}

/// What our back-end found out stands until it asks again; without a visitor nobody would notice
/// new paper. The next idle question sees what the probe learned.
void CupsWorker::probe()
{
    const QString name = m_queue.owner + QStringLiteral(" probe");
    const auto waiting = m_client->jobs(false);
    if (!waiting
        || std::ranges::any_of(*waiting, [&](const IppJob &job) { return job.name == name; }))
        return;
    const auto expires = std::chrono::ceil<std::chrono::seconds>(m_clock.wall() + m_patience.job);
    if (const auto sent = m_client->printRaw(name, escposProbe(), expires); !sent)
        qWarning("can't ask the printer: %s", qPrintable(sent.error().detail));
}

void CupsWorker::askIdle()
{
    if (m_current)
        return;
    const auto queue = askQueue();
    if (!queue) {
        const bool gone = queue.error().code == ErrorCode::Offline;
        return tell(gone ? PrinterCondition::NoPrintService : PrinterCondition::NoPrinter,
            queue.error().detail);
    }
    const PrinterCondition condition = conditionOf(*queue);
    // An application asks the printer whenever we ask it.
    if (!queue->stopped && asksPrinter(*queue) && !m_queue.isApplication
        && mayMendItself(condition))
        probe();
    // With a stock back-end an idle queue knows nothing of its printer; what the last job learned
    // stands until one gets through.
    if (condition == PrinterCondition::Ready && !asksPrinter(*queue)
        && (m_lastTrouble == PrintTrouble::NoPrinter || m_lastTrouble == PrintTrouble::Slow))
        return tell(PrinterCondition::NoPrinter, queue->message);
    tell(condition, queue->message);
}

void CupsWorker::tell(PrinterCondition condition, const QString &detail)
{
    if (m_state.condition == condition)
        return;
    m_state = {condition, detail};
    Q_EMIT stateChanged(m_state);
}

} // namespace antre
