// SPDX-License-Identifier: Apache-2.0
#include "terminal/paperrolls.h"

#include "wire/json.h"

namespace antre {

namespace {

/// A near-end sensor speaks when about so much is left on the core; makers let it be set to a few
/// metres.
constexpr int nearEndMm = 4000;

const QString rollKind = QStringLiteral("roll");
const QString printerKey = QStringLiteral("printer");
const QString rollKey = QStringLiteral("roll");
const QString seenKey = QStringLiteral("seen");
const QString openedKey = QStringLiteral("opened");

} // namespace

std::optional<PaperLeft> PaperRolls::left(const KioskPrinter &printer) const
{
    const auto found = m_entries.find(printer.id);
    if (found == m_entries.end() || !found->second.roll)
        return {};
    return found->second.roll->left();
}

PaperRolls::Finding PaperRolls::seen(
    const KioskPrinter &printer, PrinterCondition condition, Instant now)
{
    Entry &entry = m_entries[printer.id];
    const PrinterCondition before = entry.seen;
    switch (condition) {
    case PrinterCondition::PaperOut:
        if (before != condition) {
            entry.before = entry.roll;
            if (entry.roll)
                entry.roll->atMost(0);
        }
        entry.seen = condition;
        return Finding::Nothing;
    case PrinterCondition::CoverOpen:
        // Whoever fills it opens it first: that there was no paper must not be forgotten over that.
        entry.wasOpened = true;
        return Finding::Nothing;
    case PrinterCondition::PaperLow:
        // Sensors near their threshold chatter, as the roll turns; so low again is no new roll.
        if (!entry.roll || before == PrinterCondition::PaperOut)
            entry.roll = PaperRoll(printer.rollMetres, now);
        entry.roll->atMost(nearEndMm);
        entry.seen = condition;
        entry.wasOpened = false;
        return Finding::Nothing;
    case PrinterCondition::Ready: {
        const bool wasOpened = std::exchange(entry.wasOpened, false);
        entry.seen = condition;
        const bool isSure = before == PrinterCondition::PaperOut
            || (before == PrinterCondition::PaperLow && wasOpened);
        if (!isSure)
            return wasOpened ? Finding::PerhapsNewRoll : Finding::Nothing;
        if (before == PrinterCondition::PaperLow)
            entry.before = entry.roll;
        entry.roll = PaperRoll(printer.rollMetres, now);
        return Finding::NewRoll;
    }
    case PrinterCondition::Unknown:
    case PrinterCondition::Fault:
    case PrinterCondition::Stopped:
    case PrinterCondition::NoPrinter:
    case PrinterCondition::NoPrintService:
        break; // nothing about paper
    }
    return Finding::Nothing;
}

void PaperRolls::used(const KioskPrinter &printer, int millimetres)
{
    Entry &entry = m_entries[printer.id];
    if (entry.roll && millimetres > 0)
        entry.roll->used(millimetres);
}

void PaperRolls::confirmed(const KioskPrinter &printer, bool isNew, Instant now)
{
    Entry &entry = m_entries[printer.id];
    if (isNew)
        entry.roll = PaperRoll(printer.rollMetres, now);
    else if (entry.before)
        entry.roll = entry.before;
    entry.before.reset();
}

JournalRecord PaperRolls::record(const KioskPrinter &printer, BusinessDay day) const
{
    const auto found = m_entries.find(printer.id);
    const Entry entry = found == m_entries.end() ? Entry() : found->second;
    return {rollKind, day, rollKind + QLatin1Char(':') + printer.id,
        toBytes({{printerKey, printer.id}, {rollKey, entry.roll ? entry.roll->text() : QString()},
            {seenKey, printerConditionName(entry.seen)}, {openedKey, entry.wasOpened}})};
}

void PaperRolls::fold(const JournalRecord &record)
{
    const auto json = parseObject(record.body);
    if (record.kind != rollKind || !json)
        return;
    m_entries.insert_or_assign(json->value(printerKey).toString(),
        Entry{PaperRoll::fromText(json->value(rollKey).toString()),
            printerConditionFromName(json->value(seenKey).toString()),
            json->value(openedKey).toBool()});
}

} // namespace antre
