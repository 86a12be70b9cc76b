// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/notestrip.h"
#include "counter/counterview.h"

namespace antre {

/// What the strip above the keys says; empty markup: nothing.
struct CounterNote
{
    NoteKind kind = NoteKind::Plain;
    QString icon;
    QString markup;
};

/// What the officer just asked comes first (`hint`), then what can't be done, then what is strange.
[[nodiscard]] CounterNote noteOf(const CounterView &view, const QString &hint);
/// Shows it, hides the strip when there is nothing, and tells a screen reader what is new.
void showNote(NoteStrip &strip, const CounterNote &note);

} // namespace antre
