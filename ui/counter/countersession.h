// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "counter/counterview.h"
#include "terminal/terminalmachine.h"

#include <QObject>

#include <functional>
#include <map>

namespace antre {

class CounterWindow;

/// Joins an officer's window to a terminal's machine: shows what the machine knows, turns wishes
/// into its inputs, and remembers what lies between a press and its answer. Who works here is read
/// from the state, so a console that was restarted goes on where it was. Interface thread.
class CounterSession : public QObject
{
    Q_OBJECT
public:
    struct Settings
    {
        CounterId counter; ///< the desk this console stands on; empty: the officer chooses
        QString language;
    };
    using Send = std::function<void(const TerminalInput &)>;
    using NewId = std::function<CommandId()>;

    CounterSession(CounterWindow &window, const TerminalMachine &machine, Settings settings,
        Send send, NewId newId);

    /// The machine has changed, or a second went by.
    void refresh();
    /// The machine has an answer; those to others' commands are ignored.
    void answered(const Answer &answer);
    /// The window is worded in another language from now on.
    void setLanguage(const QString &language);

private:
    /// A press under way. Its answer may overtake the events it tells of: until they are here the
    /// screen would offer the same press again.
    struct Pending
    {
        Wish wish;
        CommandId command;
        std::optional<qint64> until; ///< the position to wait for; absent: not answered yet
        bool isKept = false; ///< the machine keeps it until the service has answered
        TicketId ticket = {}; ///< whom it is about, if it is not the present visitor
    };

    void listen();
    void signIn(const OfficerId &officer, const QString &pin, const CounterId &counter);
    void leaveLobby();
    void ask(Wish wish, const CommandData &data);
    void issue(const IssueTicket &wanted, const QString &note);
    void issueAnswered(const Answer &answer);
    void noteAnswered(const Answer &answer);
    void slipAsked(const RequestSlip &wish);
    void begin(const Pending &pending);
    void refuse(const Error &error);
    void settle();
    void noteKept();
    void noteCatalogue();
    [[nodiscard]] Console console() const;
    [[nodiscard]] CounterId counterHere() const;

    CounterWindow &m_window;
    const TerminalMachine &m_machine;
    Settings m_settings;
    Send m_send;
    NewId m_newId;
    std::optional<Pending> m_pending;
    /// Who signs in at no counter, until the answer comes; then who helps in the lobby. It is in no
    /// state: whoever restarts the console signs in again.
    std::optional<OfficerId> m_enteringLobby;
    OfficerId m_inLobby;
    /// The number asked for last. Without an answer it may have been given: asking for the same
    /// again uses the same name, so the visitor gets one number.
    struct Asked
    {
        CommandId command;
        IssueTicket wanted;
        QString note;
        bool isAnswered = false;
    };
    std::optional<Asked> m_asked;
    std::optional<Console::Issued> m_issued;
    CommandId m_noteCommand; ///< the note's that is under way
    CataloguePtr m_foundIn;
    std::shared_ptr<const ServiceFinder> m_finder;
    /// The machine's kept presses as this console words them. They outlive its restart, and an
    /// answer finds its press here although the machine has already dropped it.
    std::map<CommandId, KeptPress> m_kept;
    std::optional<Error> m_refusal;
    std::optional<KeptPress> m_refused; ///< which kept press m_refusal is about
    Instant m_refusedAt{};
};

} // namespace antre
