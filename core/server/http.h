// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <utility>

namespace antre {

/// One request of the web, as far as anything here looks at it. Whole and within the limits.
struct HttpRequest
{
    QByteArray method; ///< "GET"; HEAD comes as GET
    QByteArray target; ///< "/t/abc?lang=en", as it was sent
};

struct HttpResponse
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< beyond those that every answer has
};

/// Takes the answer, once, from any thread; whoever asked may have left by then.
using HttpReply = std::function<void(HttpResponse)>;
using HttpHandler = std::function<void(HttpRequest, HttpReply)>;

/// The answer for what went wrong: {"error":{"code":"notFound","detail":"…"}}, with a sentence for
/// whoever reads it.
[[nodiscard]] HttpResponse httpError(int status, const QString &code, const QString &detail);

/// Headers of every answer: nothing may be cached, framed, guessed or passed on to other sites, and
/// a page may load nothing and run no script, since ours do neither. `pageStyle`: the hash of a
/// page's own style sheet, base64 SHA-256; empty for data.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> securityHeaders(
    const QByteArray &pageStyle = {});

} // namespace antre
