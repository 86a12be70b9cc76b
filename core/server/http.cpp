// SPDX-License-Identifier: Apache-2.0
#include "server/http.h"

#include "wire/json.h"

namespace antre {

HttpResponse httpError(int status, const QString &code, const QString &detail)
{
    const QJsonObject error{{QStringLiteral("code"), code}, {QStringLiteral("detail"), detail}};
    return {status, "application/json", toBytes({{QStringLiteral("error"), error}})};
}

QList<std::pair<QByteArray, QByteArray>> securityHeaders(const std::optional<PagePolicy> &page)
{
    QByteArray policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action ";
    policy += page ? "'self'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src "
                     "'self'; manifest-src 'self'; worker-src 'self'; style-src 'sha256-"
            + page->styleHash + "'"
                   : QByteArray("'none'");
    return {
        {"Content-Security-Policy", policy},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        // A ticket's address is its secret; and without any, a browser wouldn't say whose form it
        // sends (Fetch, "append a request `Origin` header").
        {"Referrer-Policy", "same-origin"},
        {"Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"X-Robots-Tag", "noindex, nofollow"},
        {"Cache-Control", "no-store"},
    };
}

} // namespace antre
