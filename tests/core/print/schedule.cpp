// SPDX-License-Identifier: Apache-2.0
#include "core/print/schedule.h"

#include "base/random.h"
#include "core/print/printerworld.h"

#include <cstdio>

namespace antre {

namespace {

enum class Class { Tm, Clone, Mute };

PrinterModel modelOf(Class kind)
{
    switch (kind) {
    case Class::Tm:
        return printerModel(QStringLiteral("epson-tm")).value();
    case Class::Clone:
        return printerModel(QStringLiteral("clone-80")).value();
    case Class::Mute:
        return printerModel(QStringLiteral("generic")).value();
    }
    return {};
}

EscposMachine::Model machineOf(Class kind)
{
    switch (kind) {
    case Class::Tm:
        return EscposMachine::Model::tmClass();
    case Class::Clone:
        return EscposMachine::Model::clone();
    case Class::Mute:
        return EscposMachine::Model::muteClone();
    }
    return {};
}

QString word(int job, char part) { return QStringLiteral("J%1%2").arg(job).arg(QLatin1Char(part)); }

/// Built like a slip: a head, the number's picture, text, the code's picture, a tail, the cut.
QByteArray slipJob(int number)
{
    const QByteArray picture
        = QByteArray("\x1Dv0\x00\x48\x00\x1E\x00", 8) + QByteArray(72 * 30, '\x0F');
    const auto line = [&](char part) -> QByteArray { return word(number, part).toLatin1() + '\n'; };
    return "\x1C.\x1B@\x1C.\x1Bt" + QByteArray(1, '\0') + line('a') + picture + line('b') + picture
        + line('z') + QByteArray("\x1DV\x42\x00", 4);
}

struct Told
{
    int job;
    SessionEnd end;
    qsizetype lines; ///< on paper by then, and a moment later
};

class Day
{
public:
    Day(quint64 seed, Talk talk)
        : m_random(seed)
        , m_kind(Class(seed % 3))
        , m_talk(std::move(talk))
        , m_world(machineOf(m_kind), Instant(Milliseconds(0)))
    {
    }

    /// The rules broken, one sentence each.
    QStringList run()
    {
        for (int job = 1; job <= jobs; ++job) {
            for (quint64 faults = m_random.below(4); faults > 0; --faults)
                planFault();
            print(job);
            idle(Milliseconds(qint64(m_random.below(15'000))));
        }
        m_world.heal();
        idle(Milliseconds(12'000));
        print(jobs + 1);
        checkAll();
        return m_broken;
    }
    [[nodiscard]] int count(SessionEnd end) const
    {
        return int(std::ranges::count(m_told, end, &Told::end));
    }

private:
    static constexpr int jobs = 4;

    /// Something breaks, at a moment or in the middle of a job's bytes, and is mended later.
    void planFault()
    {
        const auto [breaks, mends] = fault();
        if (m_random.below(2) == 0)
            m_world.afterBytes(qint64(1 + m_random.below(6'000)), breaks);
        else
            m_world.at(
                m_world.clock().elapsed() + Milliseconds(qint64(m_random.below(2'000))), breaks);
        m_world.at(
            m_world.clock().elapsed() + Milliseconds(qint64(500 + m_random.below(20'000))), mends);
    }

    struct Fault
    {
        std::function<void()> breaks;
        std::function<void()> mends;
    };
    Fault flag(bool PrinterFaults::*member)
    {
        return {[this, member] { m_world.setFault(member, true); },
            [this, member] { m_world.setFault(member, false); }};
    }
    Fault fault()
    {
        const int dots = int(1 + m_random.below(200));
        const int speed = int(50 + m_random.below(200));
        switch (m_random.below(11)) {
        case 0:
            return flag(&PrinterFaults::paperOut);
        case 1:
            return flag(&PrinterFaults::coverOpen);
        case 2:
            return flag(&PrinterFaults::offline);
        case 3:
            return flag(&PrinterFaults::nearEnd);
        case 4:
            return flag(&PrinterFaults::mute);
        case 5:
            return flag(&PrinterFaults::cutter);
        case 6:
            return {[this] { m_world.cutLink(); }, [] {}};
        case 7:
            return {[this] { m_world.setStalled(true); }, [this] { m_world.setStalled(false); }};
        case 8:
            return {[this] { m_world.setPowered(false); }, [this] { m_world.setPowered(true); }};
        case 9:
            return {[this, dots] { m_world.machine().setPaperLeft(dots); },
                [this] {
                    m_world.machine().setPaperLeft(-1);
                    m_world.setFault(&PrinterFaults::paperOut, false);
                }};
        default:
            return {[this, speed] { m_world.setSpeed(speed); }, [this] { m_world.setSpeed(0); }};
        }
    }

    SessionEnd talk(const EscposJob &job)
    {
        const auto link = m_world.connect();
        if (!link)
            return SessionEnd::Unreachable;
        EscposJob remembered = job;
        remembered.onMemory = [this](const PrinterMemory &memory) { m_memory = memory; };
        return m_talk(*link, remembered, modelOf(m_kind), m_world.clock(), m_memory);
    }

    void print(int job)
    {
        m_end = talk({.bytes = slipJob(job), .number = job});
        m_world.pass(Milliseconds(1'500)); // what is on its way out comes out
        m_told.push_back({job, m_end, m_world.machine().lines().size()});
    }

    /// As a print program does: while the printer is not well it is asked every five seconds.
    void idle(Milliseconds time)
    {
        for (const Milliseconds end = m_world.clock().elapsed() + time;
             m_world.clock().elapsed() < end;) {
            m_world.pass(Milliseconds(5'000));
            if (m_end != SessionEnd::Confirmed && m_end != SessionEnd::NotConfirmed)
                m_end = talk({.bytes = escposProbe()});
        }
    }

    void check(bool holds, const Told &told, const char *rule)
    {
        if (!holds)
            m_broken += QStringLiteral("job %1 (%2): %3")
                            .arg(told.job)
                            .arg(sessionEndWords(told.end), QLatin1String(rule));
    }

    void checkAll()
    {
        for (const Told &told : m_told)
            checkOne(told);
        const SessionEnd last = m_told.back().end;
        check(last == (m_kind == Class::Mute ? SessionEnd::NotConfirmed : SessionEnd::Confirmed),
            m_told.back(), "all is well and still it does not print");
    }

    void checkOne(const Told &told)
    {
        const QStringList &all = m_world.machine().lines();
        const QStringList then = all.mid(0, told.lines);
        const QStringList later = all.mid(told.lines);
        const auto on = [&](const QStringList &lines, char part) {
            return lines.count(word(told.job, part));
        };
        const qsizetype tail = then.indexOf(word(told.job, 'z'));
        const bool whole = on(then, 'a') == 1 && on(then, 'b') == 1 && tail >= 0
            && tail + 1 < then.size() && then[tail + 1].isEmpty();
        check(on(all, 'z') <= 1 && on(all, 'a') <= 1, told, "two slips");
        if (told.end == SessionEnd::Confirmed)
            check(whole, told, "no whole slip");
        if (nothingWasSent(told.end))
            check(on(all, 'a') + on(all, 'b') + on(all, 'z') == 0, told, "print of it");
        // A mute one can't be asked whether it took anything.
        if (m_kind != Class::Mute)
            check(on(later, 'a') + on(later, 'b') + on(later, 'z') <= 1, told, "a slip later");
    }

    SeededRandom m_random;
    Class m_kind;
    Talk m_talk;
    PrinterWorld m_world;
    PrinterMemory m_memory;
    SessionEnd m_end = SessionEnd::Confirmed;
    std::vector<Told> m_told;
    QStringList m_broken;
};

} // namespace

SessionEnd honest(EscposLink &link, const EscposJob &job, const PrinterModel &model,
    const Clock &clock, PrinterMemory memory)
{
    return printEscpos(link, job, model, SessionLimits(), clock, memory);
}

int violations(quint64 first, quint64 count, const Talk &talk, bool say)
{
    int broken = 0;
    std::map<SessionEnd, int> ends;
    for (quint64 seed = first; seed < first + count; ++seed) {
        Day day(seed, talk);
        const QStringList rules = day.run();
        for (int end = 0; end <= int(SessionEnd::NoEnd); ++end)
            ends[SessionEnd(end)] += day.count(SessionEnd(end));
        if (rules.isEmpty())
            continue;
        if (say && ++broken <= 10)
            std::printf("seed=%llu %s\n", seed, qPrintable(rules.join(QStringLiteral("; "))));
        else if (!say)
            ++broken;
    }
    if (say) {
        std::printf("seeds=%llu..%llu violations=%d\n", first, first + count - 1, broken);
        for (const auto &[end, times] : ends)
            std::printf("  %6d  %s\n", times, qPrintable(sessionEndWords(end)));
    }
    return broken;
}

} // namespace antre
