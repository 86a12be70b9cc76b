// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/forecastscene.h"

namespace antre::forecast {

/// Seconds until the call, one value a run; `never` where nobody calls any more.
struct Waits
{
    std::vector<std::vector<float>> people; ///< as Scene::people; empty: doesn't wait
    std::vector<std::vector<std::vector<float>>> newTickets; ///< per line and queue
};

/// Plays the calling policy forward from one scene, again and again.
class Forward
{
public:
    /// `scene` and `waits` must outlive it.
    Forward(const Scene &scene, Waits &waits);
    /// One run more: appends one value to each of the waits.
    void run(quint64 seed);

private:
    struct QueueRun
    {
        size_t next = 0; ///< of those waiting
        std::vector<Visitor> coming; ///< in order of place
        size_t nextComing = 0;
        bool newCalled = false;
    };
    struct LineRun
    {
        std::vector<QueueRun> queues;
        std::vector<Aside> asides; ///< who was called is taken out
    };
    /// Whom a counter could call, and where it stands.
    struct Choice
    {
        const Visitor *visitor = nullptr;
        size_t line = 0;
        size_t queue = 0;
        std::optional<size_t> aside = {};
    };

    void begin(Dice &paces, quint64 crowd);
    void beginCounter(size_t counter, Dice &dice);
    void beginLine(size_t line, quint64 seed);
    void beginBookings(size_t line, Dice dice);
    [[nodiscard]] std::optional<size_t> nextFree() const;
    void call(size_t counter, Dice &dice);
    [[nodiscard]] bool rests(size_t counter);
    [[nodiscard]] Choice choose(size_t counter, const std::vector<size_t> &lines) const;
    [[nodiscard]] bool isLeftTo(std::optional<size_t> onlyAt, size_t counter, double time) const;
    void callNew(const std::vector<size_t> &lines, const Visitor *best, double time);
    [[nodiscard]] Visitor take(const Choice &choice, double time);
    void serve(size_t counter, const Visitor &visitor, Dice &dice);
    /// The rest of the visit, if it has further services.
    void goOn(const Visitor &visitor, double at);
    void sendOn(const Visitor &visitor, double at);
    void setAside(size_t line, const Visitor &visitor, double at);
    [[nodiscard]] double nextEvent(size_t counter, double time) const;
    [[nodiscard]] int hourAt(double when) const;
    void end();

    const Scene &m_scene;
    Waits &m_waits;
    std::vector<double> m_serviceSeconds;
    std::vector<LineRun> m_lines;
    std::vector<CounterDay> m_counters;
    std::vector<bool> m_called; ///< per person, in this run
    size_t m_uncalled = 0; ///< waits, of people and new numbers, that this run still has to tell
};

} // namespace antre::forecast
