// SPDX-License-Identifier: Apache-2.0
#include "fault/touchingkiosk/visitors.h"

#include "kiosk/kioskslip.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace antre::test {

static void say(const QByteArray &line)
{
    std::fprintf(stdout, "%s\n", line.constData());
    std::fflush(stdout);
}

Visitors::Visitors(TerminalProgram &terminal, Printer &printer, Habits habits)
    : m_terminal(terminal)
    , m_printer(printer)
    , m_random(habits.seed)
    , m_pause(habits.pause)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &Visitors::touch);
    connect(&terminal.runner(), &TerminalRunner::slipWanted, this, &Visitors::print);
    connect(&terminal.runner(), &TerminalRunner::changed, this, &Visitors::look);
    connect(&printer, &Printer::finished, this, &Visitors::printed);
    comeLater();
}

void Visitors::rest(bool resting)
{
    m_resting = resting;
    if (!resting && !m_present)
        comeLater();
    tellStatus();
}

/// Touches fall as by chance: the pauses between them are exponential.
void Visitors::comeLater()
{
    const double share = -std::log(1.0 - m_random.unit());
    m_next.start(Milliseconds(1 + qint64(share * double(m_pause.count()))));
}

void Visitors::touch()
{
    const CataloguePtr catalogue = m_terminal.machine().mirror().state().catalogue;
    if (m_resting || m_present)
        return;
    if (!catalogue)
        return comeLater(); // the start screen offers nothing yet
    const Agency &agency = catalogue->agencies[m_random.below(catalogue->agencies.size())];
    const Service &service = agency.services[m_random.below(agency.services.size())];
    m_present = true;
    m_touchedAt = m_terminal.clock().elapsed();
    m_terminal.runner().input(Touched{service.id, {}, QStringLiteral("id")});
}

void Visitors::look()
{
    if (!m_lookedBack && !m_terminal.machine().tickets().all().empty())
        askForCopies();
    const auto &issue = m_terminal.machine().issue();
    if (m_present && issue && issue->stage == IssueStage::Refused) {
        say("refused " + issue->ticket.refusal.toUtf8() + ' '
            + QByteArray::number((m_terminal.clock().elapsed() - m_touchedAt).count()));
        leave();
    }
    tellStatus();
}

/// Of the visitors whose slip a crash made uncertain, half ask for it again.
void Visitors::askForCopies()
{
    m_lookedBack = true;
    const KioskTicket *offered = m_terminal.machine().reprintOffer();
    if (!offered || m_present || m_random.below(2) == 0)
        return;
    m_present = true;
    m_terminal.runner().input(ReprintWanted{offered->id});
}

/// The slip's second line is for the witness of the paper: ticket, number, and c for a copy or o
/// for an original. Requirements and code would only make many slips slow.
void Visitors::print(const PrintSlip &slip)
{
    const KioskTicket &ticket = slip.ticket;
    const bool copy = slip.copy;
    const CataloguePtr catalogue = m_terminal.machine().mirror().state().catalogue;
    SlipContent content = kioskSlipContent(ticket, *catalogue, copy);
    content.subtitle = ticket.id.text() + QLatin1Char(' ') + content.number
        + (copy ? QStringLiteral(" c") : QStringLiteral(" o"));
    content.requirements.clear();
    content.link.clear();
    if (!copy)
        say("gave " + ticket.id.text().toLatin1() + ' ' + content.number.toUtf8() + ' '
            + QByteArray::number((m_terminal.clock().elapsed() - m_touchedAt).count()));
    const QString job = m_terminal.newCommandId().text();
    m_jobs.insert(job, slip);
    m_printer.submit({job, layOutSlip(content, m_printer.profile().width)});
}

void Visitors::printed(const PrintOutcome &outcome)
{
    const PrintSlip slip = m_jobs.take(outcome.id);
    m_terminal.runner().input(PrintEnded{slip.print, outcome.result});
    const auto &issue = m_terminal.machine().issue();
    if (m_present && issue && issue->ticket.id == slip.ticket.id)
        leave();
}

void Visitors::leave()
{
    m_present = false;
    m_terminal.runner().input(Dismissed{});
    if (!m_resting)
        comeLater();
}

static QString linkName(LinkStatus link)
{
    switch (link) {
    case LinkStatus::Down:
        return QStringLiteral("down");
    case LinkStatus::Greeting:
        return QStringLiteral("greeting");
    case LinkStatus::Up:
        return QStringLiteral("up");
    case LinkStatus::Rejected:
        return QStringLiteral("rejected");
    }
    return {};
}

void Visitors::tellStatus()
{
    const TerminalMachine &machine = m_terminal.machine();
    const auto unsettled = std::ranges::count_if(
        machine.tickets().all(), [](const auto &entry) { return !entry.second.isSettled(); });
    const auto &disk = machine.storeError();
    const QByteArray status
        = QJsonDocument(QJsonObject{{QStringLiteral("link"), linkName(machine.link())},
                            {QStringLiteral("resting"), m_resting && !m_present && m_jobs.empty()},
                            {QStringLiteral("unsettled"), qint64(unsettled)},
                            {QStringLiteral("disk"), disk ? disk->reason : QString()}})
              .toJson(QJsonDocument::Compact);
    if (std::exchange(m_told, status) != status)
        say("status " + status);
}

} // namespace antre::test
