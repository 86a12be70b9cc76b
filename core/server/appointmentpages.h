// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/appointments.h"
#include "server/servicepages.h"

namespace antre {

/// The pages on which a visitor reserves a time and shows that it is reserved. Complete without
/// scripts; on paper, too.
class AppointmentPages
{
public:
    using Scene = ServicePages::Scene;
    /// A reservation that this phone knows the code of.
    struct Own
    {
        QString code;
        const Reservation *reservation = nullptr;
    };
    struct Times
    {
        QString wish = {}; ///< what the form sends, so that it counts once
        std::optional<Own> own = {}; ///< of this service, beside which the phone gets none
        QString refused = {}; ///< why the time that was just asked for is not reserved
        int status = 200;
    };
    struct Shown
    {
        QString code = {};
        QString refused = {}; ///< why its visitor was just not checked in; HTML
        bool isHere = true; ///< this phone may check in: see HallCode
        QString ticket = {}; ///< what it became: the ticket's page
        int status = 200;
    };

    /// `frame` outlives the pages.
    explicit AppointmentPages(const PageFrame &frame)
        : m_frame(frame)
    {
    }

    /// The days and times of `service` that can be reserved.
    [[nodiscard]] HttpResponse times(
        const Scene &scene, const Service &service, const Times &times) const;
    /// How one reservation stands, with its code.
    [[nodiscard]] HttpResponse reservation(
        const Scene &scene, const Reservation &reservation, const Shown &shown) const;
    /// No reservation has this code, or has it any more.
    [[nodiscard]] HttpResponse missing(const Scene &scene) const;

    /// A link to one's reservation, for pages of other things; HTML.
    [[nodiscard]] static QString link(const Scene &scene, const PublicWords &words, const Own &own);
    /// "/times/dukcapil.ktp"
    [[nodiscard]] static QString timesPath(const ServiceId &service);
    /// "/r/abc?lang=en"; `language` empty: as the browser was told before.
    [[nodiscard]] static QString path(const QString &code, const QString &language = {});
    /// The QR code that kiosks read, as a PNG picture to save.
    [[nodiscard]] static HttpResponse picture(const QString &publicUrl, const QString &code);

private:
    const PageFrame &m_frame;
};

} // namespace antre
