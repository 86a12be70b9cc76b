// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rehearsal/pace.h"
#include "terminal/terminallink.h"
#include "terminal/terminalmachine.h"
#include "terminal/terminalrunner.h"

namespace antre {

/// What all terminals of one rehearsal share; outlives them.
struct Surroundings
{
    QUrl service;
    QString fingerprint;
    const Clock &clock; ///< rated
    Random &random;
    const Pace &pace;
    CataloguePtr catalogue;
};

/// For a station that needs to remember nothing from one day to the next.
[[nodiscard]] Result<std::unique_ptr<Journal>> journalInMemory();

/// One real terminal without its screen: machine, link and journal as in the lobby.
class Station : public QObject
{
    Q_OBJECT

public:
    Station(TerminalSettings settings, const Surroundings &around,
        TerminalRunner::OpenJournal journal, QObject *parent = nullptr);

    void start() { m_runner.start(); }
    [[nodiscard]] const TerminalId &id() const { return m_machine.settings().id; }
    [[nodiscard]] const TerminalMachine &machine() const { return m_machine; }
    [[nodiscard]] const State &state() const { return m_machine.mirror().state(); }
    [[nodiscard]] bool isUp() const { return m_machine.link() == LinkStatus::Up; }
    TerminalRunner &runner() { return m_runner; }

    /// Asks the service and calls `then` with its answer, exactly once.
    void ask(const CommandId &id, CommandData data, std::function<void(const Answer &)> then);
    [[nodiscard]] CommandId newCommand()
    {
        return CommandId(makeUuid(m_around.clock, m_around.random));
    }
    void signIn(const OfficerId &officer, const QString &pin, const CounterId &counter,
        std::function<void(const Answer &)> then);

private:
    const Surroundings &m_around;
    TerminalMachine m_machine;
    TerminalLink m_link;
    TerminalRunner m_runner;
    std::map<CommandId, std::function<void(const Answer &)>> m_asked;
};

} // namespace antre
