// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "source/sources.h"

#include <optional>

namespace antre::source {

/// One string of a .ts file (format: doc.qt.io/qt-6/linguist-ts-file-format.html). It is told from
/// others by context, source and comment together.
struct Message
{
    QString context;
    QString source;
    QString comment;
    bool plural = false;
    QString type; ///< "" when done; else unfinished, vanished or obsolete
    QStringList translations; ///< one, or as many as the language has plural forms

    [[nodiscard]] QString key() const
    {
        return context + QLatin1String(" / ") + source + QLatin1String(" / ") + comment;
    }
};

/// Nothing when `file` is not well-formed XML.
[[nodiscard]] std::optional<QList<Message>> messages(const File &file);

/// What is not done, is empty, or lost a place holder on the way.
[[nodiscard]] Faults unfinishedTranslations(const File &file);

/// Strings of `collected`, which lupdate found in the source, that `file` lacks; and those that it
/// has in vain.
[[nodiscard]] Faults strayTranslations(const File &file, const File &collected);

} // namespace antre::source
