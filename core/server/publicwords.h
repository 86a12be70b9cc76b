// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/availability.h"

#include <QJsonObject>
#include <QStringList>

namespace antre {

/// What the public pages and the HTTP API say, from resources/web/words.json: one process speaks to
/// many visitors at a time, so it can't have one language as a kiosk has. What serviceStatus() says
/// is worded as common/availabilitywords.h does; a test holds the two together.
class PublicWords
{
public:
    PublicWords();

    /// Of the words themselves; the first is the one that holds when no other is wanted.
    [[nodiscard]] const QStringList &languages() const { return m_languages; }
    [[nodiscard]] bool has(const QString &language) const { return m_all.contains(language); }
    /// All words in a language.
    [[nodiscard]] QJsonObject in(const QString &language) const;

    /// "10.15"
    [[nodiscard]] QString clock(Minutes ofDay, const QString &language) const;
    /// "Thursday, 20 August"
    [[nodiscard]] QString day(BusinessDay day, const QString &language) const;
    /// Why no number can be taken, or when it will be called, and what to do; empty: it is open.
    [[nodiscard]] QString sentences(
        const ServiceStatus &status, const LocalTime &now, const QString &language) const;
    /// Where space is short, "Opens 13:00"; empty: it is open.
    [[nodiscard]] QString brief(const ServiceStatus &status, const QString &language) const;
    /// The same as sentences() for who has a number and waits; empty: nothing is amiss.
    [[nodiscard]] QString forHolder(const ServiceStatus &status, const QString &language) const;
    /// Why a visitor's wish was refused and what to do, by decide()'s reason; empty: there are no
    /// words for it, such as for availabilities, which sentences() has.
    [[nodiscard]] QString refusal(const QString &reason, const QString &language) const;

private:
    [[nodiscard]] QString word(const QString &key, const QString &language) const;
    [[nodiscard]] QJsonObject entry(const ServiceStatus &status, const QString &language) const;
    [[nodiscard]] QString headline(const ServiceStatus &status, const QString &language) const;
    [[nodiscard]] QString when(
        const LocalTime &moment, const LocalTime &now, const QString &language) const;

    QJsonObject m_all;
    QStringList m_languages;
};

} // namespace antre
