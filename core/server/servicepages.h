// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/servicefinder.h"
#include "server/pageframe.h"
#include "server/publicview.h"

namespace antre {

/// The pages on which a visitor looks for a service and takes a number of it. Complete without
/// scripts.
class ServicePages
{
public:
    /// What a page is made of. `state` has a catalogue; `view.language` may be empty.
    struct Scene
    {
        const State &state;
        Instant now;
        WebView view;
    };
    /// Beside the service itself: how long a number taken now waits, and how it is taken.
    struct Offer
    {
        std::optional<PromisedWait> wait = {}; ///< absent: no honest estimate
        QString wish = {}; ///< what the form sends, so that it counts once
        const Ticket *held = nullptr; ///< the phone's own in this line, beside which it gets none
        bool isHere = true; ///< this phone may take one: see domain/hallcode.h
        QString refused = {}; ///< why the number that was just asked for is none
        int status = 200;
    };

    /// `frame` outlives the pages.
    explicit ServicePages(const PageFrame &frame)
        : m_frame(frame)
    {
    }

    /// What the phone that asks has already.
    struct Belongings
    {
        QString holder; ///< as in IssueTicket
        QString reservations = {}; ///< HTML
        bool isHere = true;
    };

    /// All agencies, in letter order, and before them what is one's own.
    [[nodiscard]] HttpResponse home(const Scene &scene, const Belongings &own) const;
    [[nodiscard]] HttpResponse agency(const Scene &scene, const Agency &agency) const;
    [[nodiscard]] HttpResponse service(
        const Scene &scene, const Service &service, const Offer &offer) const;
    [[nodiscard]] HttpResponse search(
        const Scene &scene, const QString &query, const Findings &findings) const;
    /// Something to be told, and the way on. Keys of words.
    [[nodiscard]] HttpResponse message(const Scene &scene, int status, const char *title,
        const char *text, const QString &link = QStringLiteral("/"),
        const char *linkText = "toStart") const;

    [[nodiscard]] static QString servicePath(const ServiceId &id);

private:
    const PageFrame &m_frame;
};

} // namespace antre
