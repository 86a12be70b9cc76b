// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace antre {

/// Names one WebSocket of a ticket's follower as long as it lives.
using FollowerId = quint64;

/// What a follower is told; all that it must know, so that none but the newest counts.
struct FollowerNews
{
    FollowerId follower = 0;
    std::shared_ptr<const QByteArray> text; ///< null: it is to be closed
};

/// One request of the web, as far as anything here looks at it. Whole and within the limits.
struct HttpRequest
{
    QByteArray method; ///< "GET"; HEAD comes as GET
    QByteArray target; ///< "/t/abc?lang=en", as it was sent
    QByteArray body = {};
    QByteArray host = {}; ///< "antre.example:8443"
    QByteArray origin = {}; ///< of the page that asks, as browsers tell; empty: not told
    QByteArray fetchSite = {}; ///< Sec-Fetch-Site; empty: not told
    QByteArray cookies = {};
    QByteArray client = {}; ///< the visitor's address, as the web front knows it
    bool secure = false; ///< the web front got it by TLS
    /// It asks for a WebSocket, which this names if the answer grants it; 0: it doesn't.
    FollowerId follower = 0;
};

struct HttpResponse
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< beyond those that every answer has
    bool follows = false; ///< grants the WebSocket that was asked for; nothing else is sent
};

/// Takes the answer, once, from any thread; whoever asked may have left by then.
using HttpReply = std::function<void(HttpResponse)>;
using HttpHandler = std::function<void(HttpRequest, HttpReply)>;

/// The answer for what went wrong: {"error":{"code":"notFound","detail":"…"}}, with a sentence for
/// whoever reads it.
[[nodiscard]] HttpResponse httpError(int status, const QString &code, const QString &detail);

/// The values of a route's parameters, each cut at `longest`, if the parts of an address fit it:
/// "/x/{id}" as
/// {"", "x", "7"} gives {"id": "7"}.
[[nodiscard]] std::optional<QHash<QString, QString>> pathValues(
    const QString &route, const QStringList &segments, qsizetype longest);

/// What a page may do beyond showing its words.
struct PagePolicy
{
    QByteArray styleHash; ///< of its own style sheet, base64 SHA-256
};

/// Headers of every answer: nothing may be cached, framed, guessed or passed on to other sites.
/// Data may do nothing at all; a page may use its own style sheet, and from this same site scripts,
/// fonts, pictures and forms.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> securityHeaders(
    const std::optional<PagePolicy> &page = {});

} // namespace antre
