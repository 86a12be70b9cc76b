// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http.h"
#include "server/publicview.h"
#include "server/publicwords.h"

namespace antre {

/// The page that a slip's code leads to: how one ticket stands, for its holder's phone. Complete
/// without scripts; it asks again by itself, more often when the call is near, and not at all once
/// all is over. Looks, layout and words are files in resources/web.
class TicketPage
{
public:
    /// `words` outlives the page.
    explicit TicketPage(const PublicWords &words);

    /// When the page is made, and how old what it says may be.
    struct Time
    {
        Instant now;
        std::optional<Instant> troubleSince = {}; ///< the state may have changed after that
    };
    /// `language` empty: the slip's; one that the page has no words for counts as empty. `wait`
    /// absent: no honest estimate.
    [[nodiscard]] HttpResponse render(const State &state, const QString &secret,
        const QString &language, const Time &time,
        const std::optional<PromisedWait> &wait = {}) const;

    /// "/t/abc?lang=en"; `language` empty: the slip's.
    [[nodiscard]] static QString path(const QString &secret, const QString &language);

private:
    [[nodiscard]] QString known(const QString &language) const;

    const PublicWords &m_words;
    QString m_frame;
    QString m_style;
    QByteArray m_styleHash;
};

} // namespace antre
