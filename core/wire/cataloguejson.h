// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"

#include <QJsonObject>

namespace antre {

/// One thing wrong in a catalogue file, in words for the person who writes such files.
struct CatalogueFault
{
    int line = 0; ///< counts from 1; 0: unknown, since the catalogue didn't come as text
    QString path; ///< "agencies[3].services[2].fee.en"; empty: the file as a whole
    QString wrong; ///< "the English text is missing"
    QString right; ///< what to write instead
    friend bool operator==(const CatalogueFault &, const CatalogueFault &) = default;
};

/// A catalogue, or why there is none.
struct CatalogueReading
{
    CataloguePtr catalogue; ///< indexed, agencies in letter order, counters in number order; null
                            ///< when there are faults
    std::vector<CatalogueFault> faults; ///< in the order of the file, at most catalogueFaultsMax
    int unlisted = 0; ///< how many faults came after those
};

constexpr qsizetype catalogueBytesMax = 4 * 1024 * 1024;
constexpr size_t catalogueFaultsMax = 200;

/// Reads a catalogue strictly: every key must be known and used once, every text present in each of
/// the site's languages, every id unique, every hour possible, every agency served. All faults are
/// found in one go. A larger text than catalogueBytesMax is refused unread. The format, by example:
/// resources/catalogue/mpp-bengkulu.json. Any thread.
[[nodiscard]] CatalogueReading readCatalogue(const QByteArray &json);

/// The same for a catalogue out of a message or the journal: faults have no lines.
[[nodiscard]] CatalogueReading readCatalogue(const QJsonObject &json);

/// Reading this back gives an equal catalogue. What only people read ("notes", "source", "basis")
/// is not part of a Catalogue and not written.
[[nodiscard]] QJsonObject catalogueToJson(const Catalogue &catalogue);

} // namespace antre
