// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskwindow.h"
#include "ui/kiosk/samples.h"

#include <QTranslator>

#include <memory>

namespace antre {

/// A screen that a visitor may stand before, and the way to it.
struct KioskState
{
    enum class Way { Start, Agency, Service, Search };
    QString name; ///< as in the names of mock-ups and photographs
    KioskScreen screen;
    Way way = Way::Start;
    AgencyId agency = {};
    ServiceId service = {};
    QString typed = {}; ///< with Way::Search
    bool warned = false; ///< the visitor stood still for too long
};

[[nodiscard]] std::vector<KioskState> kioskStates();

/// How somebody sees the kiosk.
struct KioskMode
{
    QSize pixels{1080, 1920};
    double mmWidth = 0; ///< of the glass; 0: as the layout was drawn for
    QString language = QStringLiteral("id");
    bool large = false;
    bool contrast = false;
    bool low = false;
    [[nodiscard]] QString name() const;
};

/// Every language, size, contrast and reach on each of the screens that Antre was drawn for, and on
/// those with four times the pixels.
[[nodiscard]] std::vector<KioskMode> kioskModes();

/// A kiosk that stands still in that state and mode.
[[nodiscard]] std::unique_ptr<KioskWindow> kioskIn(const KioskState &state, const KioskMode &mode);

/// A language that nobody speaks: «…» around what was translated, and longer than any other. It
/// needs pseudoWords() and the column of pseudoCatalogue(), which is all that a real one needs.
inline const QString pseudoLanguage = QStringLiteral("qaa");
[[nodiscard]] QString pseudo(const QString &text);
/// The mall with a column more.
[[nodiscard]] CataloguePtr pseudoCatalogue();
/// Speaks it for as long as it is installed.
[[nodiscard]] std::unique_ptr<QTranslator> pseudoWords();

} // namespace antre
