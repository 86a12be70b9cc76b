// SPDX-License-Identifier: Apache-2.0
#include "counter/countersession.h"

#include "counter/counterwindow.h"

#include <algorithm>

namespace antre {

CounterSession::CounterSession(CounterWindow &window, const TerminalMachine &machine,
    Settings settings, Send send, NewId newId)
    : m_window(window)
    , m_machine(machine)
    , m_settings(std::move(settings))
    , m_send(std::move(send))
    , m_newId(std::move(newId))
{
    listen();
    refresh();
}

void CounterSession::listen()
{
    connect(&m_window, &CounterWindow::signInWanted, this,
        [this](const OfficerId &officer, const QString &pin, const CounterId &counter) {
            signIn(officer, pin, counter);
        });
    connect(&m_window, &CounterWindow::wanted, this, &CounterSession::ask);
    connect(&m_window, &CounterWindow::issueWanted, this, &CounterSession::issue);
    connect(&m_window, &CounterWindow::issuedRead, this, [this] {
        m_issued.reset();
        refresh();
    });
}

void CounterSession::signIn(const OfficerId &officer, const QString &pin, const CounterId &counter)
{
    const CommandId command = m_newId();
    m_enteringLobby.reset();
    if (counter.isEmpty())
        m_enteringLobby = officer;
    begin({Wish::SignIn, command, {}});
    m_send(SignInWanted{{command, officer, pin, counter}});
}

/// Needs no answer: whoever left wants to be gone. The service forgets at the day's end anyway.
void CounterSession::leaveLobby()
{
    m_inLobby = {};
    m_issued.reset();
    m_asked.reset();
    m_pending.reset();
    m_send(SignInWanted{{m_newId(), {}, {}, {}}});
    refresh();
}

/// What the officer says of a visitor who is at the desk stays true without a connection: it is
/// kept, also through a restart, and told the service when it is back. Everything else is not kept
/// for later: an officer who pressed a key looks at the screen and would press again.
static bool isKept(Wish wish)
{
    return wish == Wish::Start || wish == Wish::Finish || wish == Wish::NoShow;
}

/// Whom a press is about that need not be the present visitor.
static TicketId rowTicketOf(const CommandData &data)
{
    if (const auto *pick = std::get_if<PickTicket>(&data))
        return pick->ticket;
    if (const auto *back = std::get_if<BringBack>(&data))
        return back->ticket;
    if (const auto *ready = std::get_if<ReturnTicket>(&data))
        return ready->ticket;
    if (const auto *slip = std::get_if<RequestSlip>(&data))
        return slip->ticket;
    return {};
}

void CounterSession::ask(Wish wish, const CommandData &data)
{
    if (wish == Wish::SignOut && !m_inLobby.isEmpty())
        return leaveLobby();
    if (const auto *slip = std::get_if<RequestSlip>(&data))
        slipAsked(*slip);
    const CommandId command = m_newId();
    begin({wish, command, {}, isKept(wish), rowTicketOf(data)});
    m_send(CommandWanted{command, data, isKept(wish)});
    refresh();
}

void CounterSession::issue(const IssueTicket &wanted, const QString &note)
{
    const bool isRepeated = m_asked && !m_asked->isAnswered && m_asked->wanted == wanted;
    m_asked = Asked{isRepeated ? m_asked->command : m_newId(), wanted, note};
    m_issued.reset();
    const CommandId command = m_asked->command;
    begin({Wish::Issue, command, {}});
    m_send(CommandWanted{command, wanted});
    refresh();
}

/// The visitor's number is here; the note follows, since only now there is what it is about.
void CounterSession::issueAnswered(const Answer &answer)
{
    if (!m_asked || m_asked->command != answer.id)
        return;
    // Whether it was given is not known while nobody said so.
    m_asked->isAnswered = !answer.error || answer.error->code != ErrorCode::Offline;
    if (answer.error || !answer.number)
        return;
    m_issued = Console::Issued{answer.ticket, *answer.number, m_asked->wanted.service, answer.ahead,
        answer.wait, m_asked->wanted.printAt, m_machine.now()};
    if (m_asked->note.isEmpty())
        return;
    m_issued->note = NoteFate::Sending;
    m_noteCommand = m_newId();
    m_send(NoteWanted{{m_noteCommand, answer.ticket, m_asked->note}});
    m_asked->note.clear();
}

void CounterSession::noteAnswered(const Answer &answer)
{
    if (m_noteCommand.isEmpty() || answer.id != m_noteCommand)
        return;
    m_noteCommand = {};
    if (m_issued)
        m_issued->note = answer.error ? NoteFate::Lost : NoteFate::Kept;
    refresh();
}

/// Another kiosk is to print it.
void CounterSession::slipAsked(const RequestSlip &wish)
{
    if (!m_issued || m_issued->ticket != wish.ticket)
        return;
    m_issued->kiosk = wish.kiosk;
    m_issued->sentAt = m_machine.now();
}

void CounterSession::begin(const Pending &pending)
{
    m_pending = pending;
    m_refusal.reset();
    m_refused.reset();
    refresh();
}

void CounterSession::refuse(const Error &error)
{
    m_refusal = error;
    m_refusedAt = m_machine.now();
}

void CounterSession::answered(const Answer &answer)
{
    const auto kept = m_kept.find(answer.id);
    const bool isPending = m_pending && m_pending->command == answer.id;
    noteAnswered(answer);
    if (!isPending && kept == m_kept.end())
        return;
    issueAnswered(answer);
    if (isPending && m_pending->wish == Wish::SignIn && m_enteringLobby && !answer.error)
        m_inLobby = *std::exchange(m_enteringLobby, std::nullopt);
    if (answer.error) {
        // The service was restarted, or it is another day: nobody is signed in here any more.
        if (answer.error->reason == QLatin1String("signedOut"))
            m_inLobby = {};
        if (isPending)
            m_pending.reset();
        refuse(*answer.error);
        // Pressed some time ago: the officer has to be told what this is about.
        if (!isPending)
            m_refused = kept->second;
    } else if (isPending || !m_pending) {
        const Wish wish = isPending ? m_pending->wish : kept->second.wish;
        const TicketId ticket = isPending ? m_pending->ticket : TicketId();
        m_pending = Pending{wish, answer.id, answer.position, false, ticket};
    }
    if (kept != m_kept.end())
        m_kept.erase(kept);
    refresh();
}

void CounterSession::settle()
{
    if (!m_pending)
        return;
    const bool isUp = m_machine.link() == LinkStatus::Up;
    if (!m_pending->until) {
        // The card says that it is noted; the key need not wait.
        if (m_pending->isKept && !isUp)
            m_pending.reset();
        return;
    }
    // Without a link the events won't come now; what is shown says that it may be old.
    if (m_machine.mirror().position() >= *m_pending->until || !isUp)
        m_pending.reset();
}

static std::optional<KeptPress> pressOf(const CommandData &data)
{
    if (const auto *start = std::get_if<StartServing>(&data))
        return KeptPress{Wish::Start, start->ticket, {}};
    if (const auto *finish = std::get_if<FinishServing>(&data))
        return KeptPress{Wish::Finish, finish->ticket, {}};
    if (const auto *noShow = std::get_if<MarkNoShow>(&data))
        return KeptPress{Wish::NoShow, noShow->ticket, {}};
    return {};
}

/// The number that the officer knows the ticket by. After a restart without a network only the last
/// calls are known.
static QString numberOf(const State &state, const TicketId &id)
{
    if (const Ticket *ticket = state.ticket(id))
        return ticket->number.text();
    const auto call = std::find_if(state.calls.rbegin(), state.calls.rend(),
        [&](const Call &made) { return made.ticket == id; });
    return call == state.calls.rend() ? QString() : call->number.text();
}

void CounterSession::noteKept()
{
    for (const KeptWish &wish : m_machine.keptWishes()) {
        const auto press = pressOf(wish.data);
        if (!press)
            continue;
        KeptPress &known = m_kept.emplace(wish.id, *press).first->second;
        // This life's press, as it has just been made.
        if (m_pending && m_pending->command == wish.id && known.at == Instant())
            known.at = m_machine.now();
        if (known.number.isEmpty())
            known.number = numberOf(m_machine.mirror().state(), press->ticket);
    }
}

void CounterSession::setLanguage(const QString &language)
{
    m_settings.language = language;
    refresh();
}

/// Made once a catalogue; a press must not wait for it.
void CounterSession::noteCatalogue()
{
    const CataloguePtr &catalogue = m_machine.mirror().state().catalogue;
    if (catalogue == m_foundIn)
        return;
    m_foundIn = catalogue;
    m_finder = catalogue ? std::make_shared<const ServiceFinder>(*catalogue) : nullptr;
}

void CounterSession::refresh()
{
    settle();
    noteCatalogue();
    noteKept();
    m_window.setView(counterView(m_machine.mirror().state(), console(), m_machine.now()));
}

/// The counter opened at this console, else the one it stands on.
CounterId CounterSession::counterHere() const
{
    for (const auto &[counter, desk] : m_machine.mirror().state().desks) {
        if (desk.isOpen() && desk.openedAt == m_machine.settings().id)
            return counter;
    }
    return m_settings.counter;
}

Console CounterSession::console() const
{
    Console console;
    console.counter = counterHere();
    console.inLobby = !m_inLobby.isEmpty();
    const Desk &desk = m_machine.mirror().state().desk(console.counter);
    if (console.inLobby)
        console.officer = m_inLobby;
    else if (desk.openedAt == m_machine.settings().id)
        console.officer = desk.officer;
    console.link = {m_machine.link() == LinkStatus::Up, m_machine.mirror().asOf(),
        m_machine.link() == LinkStatus::Rejected};
    for (const KeptWish &wish : m_machine.keptWishes()) {
        if (const auto press = m_kept.find(wish.id); press != m_kept.end())
            console.kept.push_back(press->second);
    }
    if (m_pending) {
        console.pending = m_pending->wish;
        console.pendingTicket = m_pending->ticket;
    }
    if (!m_pending && console.link.isUp && !console.kept.empty())
        console.pending = console.kept.front().wish; // on its way now
    console.refusal = m_refusal;
    console.refused = m_refused;
    console.refusedAt = m_refusedAt;
    console.language = m_settings.language;
    console.devices = m_machine.devices();
    console.finder = m_finder;
    console.notes = m_machine.notes();
    console.askedSlips = m_machine.askedSlips();
    console.issued = m_issued;
    return console;
}

} // namespace antre
