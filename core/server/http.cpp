// SPDX-License-Identifier: Apache-2.0
#include "server/http.h"

#include "wire/json.h"

namespace antre {

HttpResponse httpError(int status, const QString &code, const QString &detail)
{
    const QJsonObject error{{QStringLiteral("code"), code}, {QStringLiteral("detail"), detail}};
    return {status, "application/json", toBytes({{QStringLiteral("error"), error}})};
}

std::optional<QHash<QString, QString>> pathValues(
    const QString &route, const QStringList &segments, qsizetype longest)
{
    const QStringList wanted = route.split(u'/');
    if (wanted.size() != segments.size())
        return std::nullopt;
    QHash<QString, QString> values;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].startsWith(u'{'))
            values.insert(wanted[i].mid(1, wanted[i].size() - 2), segments[i].left(longest));
        else if (wanted[i] != segments[i])
            return std::nullopt;
    }
    return values;
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
