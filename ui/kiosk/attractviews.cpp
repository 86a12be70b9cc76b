// SPDX-License-Identifier: Apache-2.0
// What a lobby sees where nobody stands, in words.
#include "kiosk/kioskviews.h"

#include <QTranslator>

namespace antre {

/// How the program says it in `language`, whichever it speaks now.
static QString saidIn(const QString &language, const char *source)
{
    QTranslator translator;
    QString said;
    if (translator.load(u":/i18n/antre_" % language % u".qm"))
        said = translator.translate("KioskViews", source);
    return said.isEmpty() ? QString::fromUtf8(source) : said;
}

AttractView KioskViews::attract() const
{
    const auto &catalogue = *m_screen.catalogue;
    AttractView view;
    view.mall = catalogue.site.name.in(m_language);
    view.clock = clock();
    view.date = date();
    for (const QString &language : catalogue.site.languages)
        view.invitations << saidIn(
            language, QT_TRANSLATE_NOOP("KioskViews", "Touch the screen for a number"));
    view.isDark = true;
    for (const auto &agency : catalogue.agencies) {
        if (!m_screen.status(agency.id).takesNumbers())
            continue;
        view.isDark = false;
        view.offers.push_back(
            {head(agency).icon, agency.shortName.in(m_language), agency.about.in(m_language)});
    }
    if (!view.isDark)
        return view;
    std::optional<LocalTime> next;
    for (const auto &agency : catalogue.agencies) {
        const auto changes = m_screen.status(agency.id).changes;
        if (changes && (!next || *changes < *next))
            next = changes;
    }
    view.closed
        = next ? tr("Numbers can be taken %1.").arg(m_words.when(*next)) : tr("Closed today");
    return view;
}

} // namespace antre
