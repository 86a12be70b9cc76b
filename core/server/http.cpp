// SPDX-License-Identifier: Apache-2.0
#include "server/http.h"

#include "wire/json.h"

namespace antre {

HttpResponse httpError(int status, const QString &code, const QString &detail)
{
    const QJsonObject error{{QStringLiteral("code"), code}, {QStringLiteral("detail"), detail}};
    return {status, "application/json", toBytes({{QStringLiteral("error"), error}})};
}

QList<std::pair<QByteArray, QByteArray>> securityHeaders(const QByteArray &pageStyle)
{
    QByteArray policy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action ";
    policy += pageStyle.isEmpty() ? QByteArray("'none'")
                                  : "'self'; style-src 'sha256-" + pageStyle + "'";
    return {
        {"Content-Security-Policy", policy},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"}, // a ticket's address is its secret
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"X-Robots-Tag", "noindex, nofollow"},
        {"Cache-Control", "no-store"},
    };
}

} // namespace antre
