// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"
#include "journal/journal.h"
#include "terminal/paperroll.h"

#include <map>

namespace antre {

/// One printer of a kiosk.
struct KioskPrinter
{
    QString id; ///< where its slips go, as the command line says it: names its roll on the disk
    LocalText place; ///< where visitors find it: "on the right"; empty: below the screen
    int rollMetres = 80; ///< of a new roll
    friend bool operator==(const KioskPrinter &, const KioskPrinter &) = default;
};

/// The rolls of paper in a kiosk's printers, as far as it can know: what was printed on each, and
/// when somebody seems to have put in another. Kept in the kiosk's own journal, one record a
/// printer, kind "roll", the newest counts:
///
///     {"printer":"cups:kiosk","roll":"roll 80 1787193360000 12400 103","seen":"ready",
///      "opened":false}
///
/// "roll" is PaperRoll::text() or empty: not known. "seen" is the last condition that tells of
/// paper, "opened": the cover was open since the printer was last ready.
class PaperRolls
{
public:
    /// What a change of a printer's condition says of its paper.
    enum class Finding {
        Nothing,
        NewRoll, ///< there was none and now there is: counted from here, unless somebody objects
        PerhapsNewRoll, ///< the cover was open: only who opened it knows
    };

    [[nodiscard]] std::optional<PaperLeft> left(const KioskPrinter &printer) const;
    [[nodiscard]] Finding seen(
        const KioskPrinter &printer, PrinterCondition condition, Instant now);
    void used(const KioskPrinter &printer, int millimetres);
    /// Somebody who stands there says so. `isNew` false: it is the roll from before the last
    /// finding.
    void confirmed(const KioskPrinter &printer, bool isNew, Instant now);

    [[nodiscard]] JournalRecord record(const KioskPrinter &printer, BusinessDay day) const;
    /// Other kinds are none of its business; a spoiled record counts as none.
    void fold(const JournalRecord &record);

private:
    struct Entry
    {
        std::optional<PaperRoll> roll;
        PrinterCondition seen = PrinterCondition::Unknown;
        bool wasOpened = false;
        std::optional<PaperRoll> before = {}; ///< the last finding
    };
    std::map<QString, Entry> m_entries;
};

} // namespace antre
