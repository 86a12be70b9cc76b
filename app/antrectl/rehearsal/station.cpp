// SPDX-License-Identifier: Apache-2.0
#include "rehearsal/station.h"

#include "journal/memoryjournal.h"

namespace antre {

Result<std::unique_ptr<Journal>> journalInMemory() { return std::make_unique<MemoryJournal>(); }

Station::Station(TerminalSettings settings, const Surroundings &around,
    TerminalRunner::OpenJournal journal, QObject *parent)
    : QObject(parent)
    , m_around(around)
    , m_machine(std::move(settings), around.clock, around.random)
    , m_link(around.service, around.fingerprint)
    , m_runner(m_machine, m_link, around.clock, std::move(journal))
{
    connect(&m_runner, &TerminalRunner::commandAnswered, this, [this](const Answer &answer) {
        const auto asked = m_asked.extract(answer.id);
        if (!asked.empty())
            asked.mapped()(answer);
    });
}

void Station::ask(const CommandId &id, CommandData data, std::function<void(const Answer &)> then)
{
    m_asked.emplace(id, std::move(then));
    m_runner.input(CommandWanted{id, std::move(data), true});
}

void Station::signIn(const OfficerId &officer, const QString &pin, const CounterId &counter,
    std::function<void(const Answer &)> then)
{
    const CommandId id = newCommand();
    m_asked.emplace(id, std::move(then));
    m_runner.input(SignInWanted{{id, officer, pin, counter}});
}

} // namespace antre
