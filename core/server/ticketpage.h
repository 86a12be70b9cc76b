// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/pageframe.h"
#include "server/publicview.h"

namespace antre {

/// The page that a slip's code leads to: how one ticket stands, for its holder's phone. Complete
/// without scripts: it asks again by itself, more often when the call is near, and not at all once
/// all is over. With them it is told.
class TicketPage
{
public:
    /// `frame` outlives the page.
    explicit TicketPage(const PageFrame &frame)
        : m_frame(frame)
    {
    }

    /// When the page is made, and how old what it says may be.
    struct Time
    {
        Instant now;
        std::optional<Instant> troubleSince = {}; ///< the state may have changed after that
    };
    /// `view.language` empty: the slip's. `wait` absent: no honest estimate.
    [[nodiscard]] HttpResponse render(const State &state, const QString &secret, WebView view,
        const Time &time, const std::optional<PromisedWait> &wait = {}) const;

    /// "/t/abc?lang=en"; `language` empty: the slip's.
    [[nodiscard]] static QString path(const QString &secret, const QString &language);

private:
    const PageFrame &m_frame;
};

} // namespace antre
