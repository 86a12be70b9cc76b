// SPDX-License-Identifier: Apache-2.0
// The link: connecting, greeting, the feed, and the console's wishes that go over it.
#include "base/overloaded.h"
#include "terminal/terminalmachine.h"

#include <array>

namespace antre {

namespace {

/// Pauses before the next try to connect; the last one repeats. A quarter is left to chance, so
/// that forty terminals don't knock at once when the service is back.
constexpr std::array reconnectPauses{Milliseconds(0), Milliseconds(250), Milliseconds(500),
    Milliseconds(1000), Milliseconds(2000), Milliseconds(5000)};
constexpr Milliseconds rejectedPause{10'000};

} // namespace

void TerminalMachine::on(const LinkOpened &)
{
    m_reconnectAt.reset();
    m_link = LinkStatus::Greeting;
    m_silentAt = m_clock.elapsed() + m_settings.heartbeat.silenceMax;
    send(Hello{protocolVersion, m_settings.id, m_settings.token, m_mirror.position(),
        m_settings.version, m_mirror.lastCause(), m_settings.kind == TerminalKind::Counter,
        m_settings.kind == TerminalKind::Counter, m_settings.takesOrders});
}

void TerminalMachine::on(const LinkClosed &input) { dropLink(input.why); }

void TerminalMachine::dropLink(const QString &why)
{
    if (m_link != LinkStatus::Rejected)
        m_link = LinkStatus::Down;
    m_mirror.linkLost();
    m_waits.clear();
    m_told.reset();
    m_pingAt.reset();
    m_silentAt.reset();
    m_retryAt.reset();
    m_wishesSent.clear();
    m_reportsSent.clear();
    failCommands(why);
    if (m_issue && m_issue->stage == IssueStage::Asking)
        giveOwnNumber();
    reconnectLater();
}

void TerminalMachine::failCommands(const QString &why)
{
    const auto commands = std::exchange(m_commands, {});
    for (const CommandId &id : commands)
        answerOffline(id, why);
}

void TerminalMachine::answerOffline(const CommandId &id, const QString &why)
{
    act(CommandAnswered{Answer{id, m_mirror.position(), {}, {}, 0,
        Error{ErrorCode::Offline, why, QStringLiteral("linkLost")}}});
}

void TerminalMachine::reconnectLater()
{
    if (m_reconnectAt)
        return;
    Milliseconds pause = m_link == LinkStatus::Rejected
        ? rejectedPause
        : reconnectPauses[std::min<size_t>(size_t(m_attempts), reconnectPauses.size() - 1)];
    pause += Milliseconds(qint64(m_random.unit() * double(pause.count()) / 4));
    ++m_attempts;
    m_reconnectAt = m_clock.elapsed() + pause;
}

void TerminalMachine::on(const FrameReceived &input)
{
    m_silentAt = m_clock.elapsed() + m_settings.heartbeat.silenceMax;
    const auto message = decode(input.frame);
    if (!message) {
        // A newer service may say things that this version can't follow: better no data than wrong
        // data.
        m_rejection = message.error();
        act(CloseLink{});
        return dropLink(message.error().detail);
    }
    std::visit(Overloaded{
                   [this](const Welcome &m) { on(m); },
                   [this](const EventsFeed &m) { on(m); },
                   [this](const Answer &m) { on(m); },
                   [this](const Pong &m) { on(m); },
                   [this](const Rejected &m) { on(m); },
                   [this](const DeviceStatuses &m) { on(m); },
                   [this](const TicketNotes &m) { on(m); },
                   [this](const OrderMessage &m) { act(OrderHeard{m.order}); },
                   [](const auto &) {},
               },
        *message);
}

void TerminalMachine::on(const Welcome &message)
{
    m_rejection.reset();
    m_link = LinkStatus::Greeting;
    m_takesStatus = message.takesStatus;
    m_takesNotes = message.takesNotes;
    m_notes.clear();
    m_devices.clear();
    m_mirror.welcomed(message);
    m_siteClock.told(message.now);
    m_pingAt = m_clock.elapsed();
    on(TimeReached());
    if (m_mirror.isCurrent())
        becameCurrent();
}

void TerminalMachine::on(const EventsFeed &message)
{
    const BusinessDay day = m_mirror.state().day;
    if (!m_mirror.fed(message)) {
        act(CloseLink{});
        return dropLink(QStringLiteral("the feed left something out"));
    }
    if (m_mirror.state().day != day && m_mirror.isCurrent())
        m_notes.clear();
    hearRequests(message);
    if (m_mirror.isCurrent() && m_link == LinkStatus::Greeting)
        return becameCurrent();
    if (!isUp())
        return;
    takeRequests();
    if (m_mirror.state().day != day)
        renewSeries();
    keepMirror();
}

void TerminalMachine::becameCurrent()
{
    m_link = LinkStatus::Up;
    m_attempts = 0;
    recognizePaper();
    renewSeries();
    takeRequests();
    reportAll();
    tellStatus();
    keepMirror();
}

void TerminalMachine::on(const Rejected &message)
{
    m_rejection = message.error;
    m_link = LinkStatus::Rejected;
    act(CloseLink{});
    dropLink(message.error.detail);
}

void TerminalMachine::on(const Pong &message)
{
    m_siteClock.measured(Milliseconds(message.sent), message.now);
    m_mirror.heard(message.now);
    m_waits = message.waits;
    if (isUp())
        keepMirror();
}

void TerminalMachine::send(const Message &message) { act(SendFrame{encode(message)}); }

void TerminalMachine::on(const Answer &message)
{
    m_reportsSent.erase(message.id);
    if (m_commands.erase(message.id) > 0)
        return act(CommandAnswered{message});
    if (m_wishes.find(message.id))
        return wishAnswered(message);
    if (m_issue && m_issue->stage == IssueStage::Asking
        && m_issue->ticket.id.value() == message.id.value())
        return answered(message);
    for (const auto &[id, ticket] : m_tickets.all()) {
        if (ticket.paperReport == message.id || ticket.slipReport == message.id)
            return reportAnswered(KioskTicket(ticket), message);
    }
    requestReportAnswered(message);
}

// The console's wishes

void TerminalMachine::on(const CommandWanted &input)
{
    if (input.keep) {
        m_wishes.add({input.id, input.data});
        store(StoreFor::Press, {KeptWishes::record({input.id, input.data}, businessDay())});
        if (isUp()) {
            m_wishesSent.insert(input.id);
            send(CommandMessage{input.id, input.data});
        }
        return;
    }
    if (!isUp())
        return answerOffline(input.id, QStringLiteral("no connection"));
    m_commands.insert(input.id);
    CommandData data = input.data;
    // Who issues for a visitor says what; when, and the secret, are this terminal's to add.
    if (auto *issue = std::get_if<IssueTicket>(&data); issue && issue->secret.isEmpty()) {
        issue->secret = makeSecret(m_random);
        issue->touchedAt = now();
    }
    send(CommandMessage{input.id, data});
}

void TerminalMachine::on(const SignInWanted &input)
{
    if (!isUp())
        return answerOffline(input.message.id, QStringLiteral("no connection"));
    m_commands.insert(input.message.id);
    send(input.message);
}

void TerminalMachine::on(const NoteWanted &input)
{
    if (!isUp() || !m_takesNotes)
        return answerOffline(input.message.id, QStringLiteral("nobody keeps notes just now"));
    m_commands.insert(input.message.id);
    send(input.message);
}

void TerminalMachine::on(const TicketNotes &message)
{
    if (message.all)
        m_notes.clear();
    for (const TicketNote &note : message.notes) {
        if (note.text.isEmpty())
            m_notes.erase(note.ticket);
        else
            m_notes.insert_or_assign(note.ticket, note.text);
    }
}

} // namespace antre
