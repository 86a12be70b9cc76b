// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/webform.h"

#include <QStringList>

namespace antre {

/// How a visitor wants to read: chosen on any page by its address, kept by a cookie.
struct WebView
{
    QString language; ///< empty: not chosen
    bool large = false;
    bool contrast = false;

    /// What the address says ("?lang=en&text=large&contrast=high"), else what the cookie says.
    /// `languages`: those that there are.
    [[nodiscard]] static WebView read(
        const WebFields &query, const WebFields &cookies, const QStringList &languages);
    /// The cookie's value: "en.large.contrast".
    [[nodiscard]] QString kept() const;
    friend bool operator==(const WebView &, const WebView &) = default;
};

/// The name of that cookie.
inline const QString viewCookie = QStringLiteral("view");

} // namespace antre
