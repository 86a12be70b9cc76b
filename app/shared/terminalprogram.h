// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "terminal/terminalrunner.h"
#include "wire/terminalfile.h"

#include <QCommandLineParser>

namespace antre {

/// What all terminals' programs are told: who they are, where they keep their own journal, and, for
/// rehearsals, which time it is.
struct TerminalOptions
{
    QString terminalFile;
    QString data; ///< folder of the terminal's own journal
    std::optional<ClockRate> clock; ///< absent: the machine's time
    std::vector<KioskPrinter> printers = {KioskPrinter()}; ///< a kiosk's

    static void addTo(QCommandLineParser &parser);
    /// Error: Invalid, with a sentence for who typed the command.
    [[nodiscard]] static Result<TerminalOptions> read(const QCommandLineParser &parser);
    /// For a terminal that makes its own file, in the data folder.
    [[nodiscard]] static Result<TerminalOptions> readWithoutFile(const QCommandLineParser &parser);
};

/// Everything of a terminal's program that isn't its screen: clock, machine, link, journal, put
/// together. Interface thread.
class TerminalProgram
{
public:
    /// `kind`: what this program is; another kind's terminal file is refused. Errors carry a
    /// sentence for the technician.
    [[nodiscard]] static Result<std::unique_ptr<TerminalProgram>> make(
        const TerminalOptions &options, TerminalKind kind);

    void start() { m_runner.start(); }
    [[nodiscard]] TerminalRunner &runner() { return m_runner; }
    [[nodiscard]] const TerminalMachine &machine() const { return m_machine; }
    [[nodiscard]] const TerminalFile &file() const { return m_file; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// A name for a new wish of this terminal.
    [[nodiscard]] CommandId newCommandId() { return CommandId(makeUuid(m_clock, m_random)); }

private:
    TerminalProgram(const TerminalOptions &options, TerminalFile file);

    TerminalFile m_file;
    SystemClock m_system;
    std::optional<RatedClock> m_rated;
    const Clock &m_clock; ///< one of the two
    SystemRandom m_random;
    TerminalMachine m_machine;
    TerminalLink m_link;
    TerminalRunner m_runner;
};

/// Parses what was typed. Invalid with a sentence; or, with reason "enough", the text that --help
/// or
/// --version asked for.
[[nodiscard]] Result<> parseTerminalArguments(
    QCommandLineParser &parser, const QStringList &arguments);

/// Prints what parsing answered and returns the program's exit code: 0 for help, 2 for a mistake.
[[nodiscard]] int sayUsage(const Error &error);
/// Prints "PROGRAM: sentence" for whoever started the program, and returns 1.
[[nodiscard]] int sayProblem(const QString &sentence);

} // namespace antre
