// SPDX-License-Identifier: Apache-2.0
#include "counter/counternote.h"

#include "counter/counterwords.h"

#include <QAccessible>

namespace antre {

CounterNote noteOf(const CounterView &view, const QString &hint)
{
    if (!hint.isEmpty())
        return {NoteKind::Plain, QStringLiteral("ui-info"), hint};
    if (!view.isLinkUp)
        return {NoteKind::Bad, QStringLiteral("ui-wifi-off"), CounterWords::linkTrouble(view)};
    if (const QString refusal = CounterWords::refusal(view); !refusal.isEmpty())
        return {NoteKind::Bad, QStringLiteral("ui-warning"), refusal};
    return {NoteKind::Plain, QStringLiteral("ui-info"), CounterWords::strange(view)};
}

void showNote(NoteStrip &strip, const CounterNote &note)
{
    const bool speaks = !note.markup.isEmpty();
    if (speaks)
        strip.setNote(note.kind, note.icon, note.markup);
    const bool isNew = speaks && (strip.isHidden() || strip.accessibleName() != strip.text());
    strip.setVisible(speaks);
    if (!isNew)
        return;
    strip.setAccessibleName(strip.text());
    QAccessibleEvent alert(&strip, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace antre
