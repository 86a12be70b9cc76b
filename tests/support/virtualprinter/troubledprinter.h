// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "print/escpossession.h"
#include "support/virtualprinter/printerworld.h"

#include <functional>

namespace antre {

/// How a program talks with its printer. The true one is honest(); the others are mistakes that the
/// rules must find.
using Talk = std::function<SessionEnd(
    EscposLink &, const EscposJob &, const PrinterModel &, const Clock &, PrinterMemory)>;

[[nodiscard]] SessionEnd honest(EscposLink &link, const EscposJob &job, const PrinterModel &model,
    const Clock &clock, PrinterMemory memory);

/// A printer to which everything happens that may, and the conversations with it, in a simulated
/// time of its own. Each job's slip has a head, two pictures and two more lines, and is known on
/// paper by its number.
class TroubledPrinter
{
public:
    enum class Class { Tm, Clone, Mute };
    static constexpr int classes = 3;

    /// What is on the paper of one slip, or on a part of it.
    struct OnPaper
    {
        qsizetype heads = 0;
        qsizetype middles = 0;
        qsizetype tails = 0;
        bool whole = false; ///< and cut off
        [[nodiscard]] qsizetype lines() const { return heads + middles + tails; }
    };

    /// `random` must outlive this. `draws`: slips as pictures too, for which fonts are needed.
    TroubledPrinter(Class kind, Random &random, bool draws, Talk talk = honest);

    /// Something breaks, at a moment or in the middle of a job's bytes, and is mended later.
    void planFault();
    void setFault(bool PrinterFaults::*fault, bool holds) { m_world.setFault(fault, holds); }
    /// The plug is pulled somewhere within the next job's bytes, and stays out until heal().
    void planPowerCut();
    /// Everything is mended, and no fault is planned any more.
    void heal() { m_world.heal(); }

    /// Returns when what is on its way out has come out.
    SessionEnd print(int job);
    /// As a print program does: while the printer is not well it is asked every five seconds.
    void idle(Milliseconds time);

    [[nodiscard]] Class kind() const { return m_kind; }
    /// The lines printed so far; so many belong to the past.
    [[nodiscard]] qsizetype lines() { return m_world.machine().lines().size(); }
    [[nodiscard]] OnPaper onPaper(int job, qsizetype fromLine, qsizetype untilLine);
    /// The jobs of the slips whose first line, with the number, was printed since the last call.
    [[nodiscard]] std::vector<int> begun();

private:
    struct Fault
    {
        std::function<void()> breaks;
        std::function<void()> mends;
    };
    [[nodiscard]] Fault flag(bool PrinterFaults::*member);
    [[nodiscard]] Fault fault();
    [[nodiscard]] SessionEnd talk(const EscposJob &job);

    Random &m_random;
    Class m_kind;
    Talk m_talk;
    PrinterModel m_model;
    PrinterWorld m_world;
    PrinterMemory m_memory;
    SessionEnd m_end = SessionEnd::Confirmed; ///< of the last conversation
    qsizetype m_seen = 0; ///< lines that begun() has read
};

} // namespace antre
