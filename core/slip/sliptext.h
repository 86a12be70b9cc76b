// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace antre {

/// Text as a printer's font can take it: one line, no control or format characters, typographic
/// signs as their plain forms, accents the code page lacks dropped. Letters of other scripts stay.
[[nodiscard]] QString slipText(const QString &text);

/// Whether the printer's own font has every character (code page 437, which every maker has as page
/// 0). What it lacks is drawn as dots instead.
[[nodiscard]] bool isPrinterText(const QString &text);

/// The bytes of a text for which isPrinterText() holds; each is 0x20 or above, so no text can
/// become a command.
[[nodiscard]] QByteArray printerBytes(const QString &text);

/// How many 12-dot cells a text takes: none for a combining mark, two for a wide letter.
[[nodiscard]] int cellCount(const QString &text);

/// Breaks at spaces into lines of at most `cells` cells, and inside a word only when it is longer
/// than a whole line. `first` and `rest` stand before the first and the other lines ("- ", "  ").
[[nodiscard]] QStringList wrapText(
    const QString &text, int cells, const QString &first = {}, const QString &rest = {});

} // namespace antre
