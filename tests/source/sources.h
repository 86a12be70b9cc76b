// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace antre::source {

/// One file of the project. `path` is relative to the project's root.
struct File
{
    QString path;
    QString text;

    [[nodiscard]] QString folder() const { return path.section(u'/', 0, -2); }
    [[nodiscard]] QString name() const { return path.section(u'/', -1); }
    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    [[nodiscard]] bool isCpp() const { return path.endsWith(QLatin1String(".cpp")); }
    [[nodiscard]] bool isCode() const { return isHeader() || isCpp(); }
    [[nodiscard]] bool isIn(QLatin1String prefix) const { return path.startsWith(prefix); }
};

using Files = QList<File>;

/// Every text file of the project, without what git ignores.
[[nodiscard]] Files projectFiles();

/// Names at the project's root, without what git ignores.
[[nodiscard]] QStringList topLevelEntries();

/// C++ with comments, string and character literals and preprocessor lines blanked out; every
/// character keeps its line and column.
[[nodiscard]] QString codeOnly(const QString &text);

/// The line, counted from 1, of the character at `offset`.
[[nodiscard]] int lineAt(const QString &text, qsizetype offset);

/// What a rule answers: one sentence a fault, "path:line: what is wrong; what would be right".
using Faults = QStringList;
[[nodiscard]] QString fault(const File &file, int line, const QString &sentence);
/// All of them as one text, for a CHECK to print.
[[nodiscard]] inline QString joined(const Faults &faults) { return faults.join(u'\n'); }

} // namespace antre::source
