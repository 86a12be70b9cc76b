// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"

#include <QString>

#include <optional>

namespace antre {

/// How much paper is left, estimated from what was printed since the roll was changed: many
/// printers have no near-end sensor, and those that have one speak up when a handful of slips is
/// left. A value; whoever prints adds to it and keeps text().
class PaperRoll
{
public:
    /// A new roll of so many metres, put in at `since`. REQUIRES: metres > 0.
    PaperRoll(int metres, Instant since);

    /// Paper went by: a slip's own length, and the feed to the cutter.
    void used(int millimetres);
    /// The printer's sensor saw the end come, or the end itself: what was left is corrected to at
    /// most this much.
    void atMost(int millimetres);

    [[nodiscard]] int metres() const { return m_metres; }
    [[nodiscard]] Instant since() const { return m_since; }
    /// Slips are of the average length so far, or of 120 mm at first.
    [[nodiscard]] PaperLeft left() const;

    /// "roll METRES SINCE USED SLIPS", numbers in decimal, since in ms since 1970, used in mm: as
    /// kept on disk. Nothing if `text` isn't so.
    [[nodiscard]] QString text() const;
    [[nodiscard]] static std::optional<PaperRoll> fromText(const QString &text);

    friend bool operator==(const PaperRoll &, const PaperRoll &) = default;

private:
    int m_metres;
    Instant m_since;
    qint64 m_usedMm = 0;
    qint64 m_slips = 0;
};

} // namespace antre
