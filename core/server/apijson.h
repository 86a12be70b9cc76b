// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/servicefinder.h"
#include "server/publicview.h"
#include "server/publicwords.h"

namespace antre {

// The HTTP API's words for what everybody may know; resources/api/openapi.yaml describes them.

[[nodiscard]] QJsonObject textJson(const LocalText &text);
[[nodiscard]] QJsonObject siteJson(const Catalogue &catalogue);
[[nodiscard]] QJsonObject lineJson(const PublicLine &line);
[[nodiscard]] QJsonObject callJson(const Call &call);
[[nodiscard]] QJsonObject findingsJson(const Findings &findings);
/// One text a language, those that aren't empty.
[[nodiscard]] QJsonObject inAllLanguages(
    const PublicWords &words, const std::function<QString(const QString &)> &text);
/// A ticket as its holder may know it, with the counters that serve its line.
[[nodiscard]] QJsonObject ticketJson(const PublicTicket &ticket, const PublicLine &line,
    const PublicWords &words, const QTimeZone &zone, Instant now);

} // namespace antre
