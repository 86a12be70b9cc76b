// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/state.h"
#include "wire/messages.h"

namespace antre {

/// What a terminal keeps of its mirror on its own disk, beside the catalogue: enough to go on after
/// a power cut without network, with the age of what it shows.
struct KeptMirror
{
    BusinessDay day;
    std::map<LineId, int> waiting;
    QHash<ServiceId, int> taken; ///< for quotas
    std::vector<Call> calls; ///< the last ones, oldest first
    std::map<Scope, Closure> closures;
    Instant asOf{};
    Milliseconds offset{0}; ///< of the machine's wall clock, see SiteClock

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: Invalid.
    [[nodiscard]] static Result<KeptMirror> fromJson(const QJsonObject &json);
};

/// A terminal's copy of the service's state: the fold of the feed. What it shows may be old, and
/// says how old.
class Mirror
{
public:
    [[nodiscard]] const State &state() const { return m_state; }
    /// The last position folded; what hello asks to go on from.
    [[nodiscard]] qint64 position() const { return m_position; }
    /// What caused the event there: the service compares it with its own.
    [[nodiscard]] const CommandId &lastCause() const { return m_lastCause; }
    /// The feed has reached what the welcome promised: nothing is missing.
    [[nodiscard]] bool isCurrent() const { return m_promised >= 0 && m_position >= m_promised; }

    void welcomed(const Welcome &welcome);
    /// False when the feed leaves out positions: connect anew and go on from position().
    [[nodiscard]] bool fed(const EventsFeed &feed);
    void linkLost() { m_promised = -1; }

    void restore(const KeptMirror &kept);
    void restore(CataloguePtr catalogue) { m_state.catalogue = std::move(catalogue); }
    [[nodiscard]] KeptMirror toKeep(Milliseconds offset) const;
    /// How many wait in a line: counted from the state, or as kept.
    [[nodiscard]] int waitingIn(const LineId &line) const;

    /// The service's time when it was last heard; epoch: never.
    [[nodiscard]] Instant asOf() const { return m_asOf; }
    void heard(Instant serviceTime) { m_asOf = std::max(m_asOf, serviceTime); }

private:
    State m_state;
    std::map<LineId, int> m_keptWaiting;
    qint64 m_position = 0;
    CommandId m_lastCause;
    qint64 m_promised = -1;
    bool m_startingOver = false;
    Instant m_asOf{};
};

} // namespace antre
