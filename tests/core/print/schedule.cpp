// SPDX-License-Identifier: Apache-2.0
#include "core/print/schedule.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace antre {

namespace {

using Class = TroubledPrinter::Class;

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
        , m_printer(Class(seed % TroubledPrinter::classes), m_random, true, std::move(talk))
    {
    }

    /// The rules broken, one sentence each.
    QStringList run()
    {
        for (int job = 1; job <= jobs; ++job) {
            for (quint64 faults = m_random.below(4); faults > 0; --faults)
                m_printer.planFault();
            print(job);
            m_printer.idle(Milliseconds(qint64(m_random.below(15'000))));
        }
        m_printer.heal();
        m_printer.idle(Milliseconds(12'000));
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

    void print(int job)
    {
        const SessionEnd end = m_printer.print(job);
        m_told.push_back({job, end, m_printer.lines()});
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
        check(last
                == (m_printer.kind() == Class::Mute ? SessionEnd::NotConfirmed
                                                    : SessionEnd::Confirmed),
            m_told.back(), "all is well and still it does not print");
    }

    void checkOne(const Told &told)
    {
        const auto all = m_printer.onPaper(told.job, 0, m_printer.lines());
        const auto then = m_printer.onPaper(told.job, 0, told.lines);
        const auto later = m_printer.onPaper(told.job, told.lines, m_printer.lines());
        check(all.tails <= 1 && all.heads <= 1, told, "two slips");
        if (told.end == SessionEnd::Confirmed)
            check(then.whole, told, "no whole slip");
        if (nothingWasSent(told.end))
            check(all.lines() == 0, told, "print of it");
        // A mute one can't be asked whether it took anything.
        if (m_printer.kind() != Class::Mute)
            check(later.lines() <= 1, told, "a slip later");
    }

    SeededRandom m_random;
    TroubledPrinter m_printer;
    std::vector<Told> m_told;
    QStringList m_broken;
};

} // namespace

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
