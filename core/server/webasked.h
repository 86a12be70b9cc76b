// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http.h"
#include "server/webview.h"

namespace antre {

/// What a request named, taken apart.
struct WebAsked
{
    const HttpRequest &request;
    QHash<QString, QString> path = {}; ///< values of the route's parameters: "secret"
    WebFields query = {};
    WebFields cookies = {};
    WebView view = {};

    [[nodiscard]] QString secret() const { return path.value(QStringLiteral("secret")); }
    /// Not from a page of somebody else's (cross-site request forgery). Browsers say whose page
    /// sends a form (Fetch, "Origin" and "Sec-Fetch-Site"); who says nothing is no browser, and has
    /// no visitor to deceive.
    [[nodiscard]] bool isFromOwnPage() const;
};

} // namespace antre
