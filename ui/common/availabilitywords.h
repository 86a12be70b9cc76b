// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/availability.h"

#include <QCoreApplication>

namespace antre {

/// The one place that words what serviceStatus() says, for kiosk, counter and everybody who has no
/// words of his own. The phone's page says the same from resources/web/words.json; a test holds the
/// two together. In the language of the translators in force and `language`. Pure, but for tr().
class AvailabilityWords
{
    Q_DECLARE_TR_FUNCTIONS(antre::AvailabilityWords)
public:
    AvailabilityWords(const LocalTime &now, QString language)
        : m_now(now)
        , m_language(std::move(language))
    {
    }

    /// What is so, without a full stop: "Closed today: power cut". Empty: it is open.
    [[nodiscard]] QString headline(const ServiceStatus &status) const;
    /// The same without the mall's reason: "Closed today".
    [[nodiscard]] QString headlineOnly(const ServiceStatus &status) const;
    /// Where space is short: "Opens 13:00".
    [[nodiscard]] QString brief(const ServiceStatus &status) const;
    /// "Opens again tomorrow, Friday at 07:30."; empty when the headline says so, or nobody knows.
    [[nodiscard]] QString reopens(const ServiceStatus &status) const;
    /// What to do instead: "Get your papers ready now." May be empty.
    [[nodiscard]] QString advice(const ServiceStatus &status) const;
    /// All of that as sentences. Empty: it is open.
    [[nodiscard]] QString sentences(const ServiceStatus &status) const;
    /// "tomorrow, Friday at 07:30"
    [[nodiscard]] QString when(const LocalTime &moment) const;

private:
    LocalTime m_now;
    QString m_language;
};

} // namespace antre
