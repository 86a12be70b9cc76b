// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/promisedwait.h"
#include "server/pageframe.h"

#include <QTimeZone>

namespace antre {

/// A place in line and its wait, as pages show them: people in a row, and a range.
class WaitCard
{
public:
    /// `words` outlives the card; `language` is one of theirs.
    WaitCard(const PublicWords &words, const QString &language, const QTimeZone &zone)
        : m_speech(words)
        , m_words(words, language)
        , m_language(language)
        , m_zone(zone)
    {
    }

    /// The counter, who is ahead, and "you".
    [[nodiscard]] QString people(int ahead) const;
    /// The range in minutes and the clock times that follow from it.
    [[nodiscard]] QString facts(const PromisedWait &wait, Instant now) const;
    /// "10.10–10.25": outwards to five minutes, too.
    [[nodiscard]] QString callTimes(const PromisedWait &wait, Instant now) const;
    /// "10.10"
    [[nodiscard]] QString clock(Instant moment) const;

private:
    const PublicWords &m_speech;
    PageWords m_words;
    QString m_language;
    QTimeZone m_zone;
};

} // namespace antre
