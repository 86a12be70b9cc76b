// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/server/webfixture.h"

#include <QMap>
#include <QRegularExpression>

namespace antre::test {

/// How a page links to an address.
[[nodiscard]] inline QByteArray linkTo(const QByteArray &target)
{
    return "href=\"" + target + "\"";
}

/// A visitor's browser: it keeps cookies, and sends what the page's form holds.
class PhoneBrowser
{
public:
    explicit PhoneBrowser(const Mall &mall, QByteArray address = "192.0.2.7")
        : m_web(mall)
        , m_address(std::move(address))
    {
    }

    WebAnswer get(const QByteArray &target)
    {
        WebAnswer answer = m_web.ask("GET", target, headers());
        keepCookies(answer);
        return answer;
    }
    WebAnswer post(const QByteArray &target, const QByteArray &body = {},
        const QByteArray &origin = "http://antre")
    {
        WebAnswer answer = m_web.ask("POST", target,
            headers() + "Origin: " + origin
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\n",
            body);
        keepCookies(answer);
        return answer;
    }
    /// What the service's form would send.
    QByteArray form(const QByteArray &service)
    {
        const QString page = QString::fromUtf8(get("/s/" + service).body);
        const auto wish
            = QRegularExpression(QStringLiteral("name=\"wish\" value=\"([^\"]+)\"")).match(page);
        return "wish=" + wish.captured(1).toLatin1() + "&class=general";
    }
    WebAnswer take(const QByteArray &service)
    {
        const QByteArray sent = form(service);
        return post("/s/" + service + "/take", sent);
    }
    void forgetCookies() { m_cookies.clear(); }
    [[nodiscard]] QByteArray kept(const QByteArray &cookie) const
    {
        return m_cookies.value(cookie);
    }
    void keep(const QByteArray &cookie, const QByteArray &value)
    {
        m_cookies.insert(cookie, value);
    }

private:
    [[nodiscard]] QByteArray headers() const
    {
        QByteArray cookies;
        for (auto one = m_cookies.begin(); one != m_cookies.end(); ++one)
            cookies += (cookies.isEmpty() ? "" : "; ") + one.key() + '=' + one.value();
        return "X-Real-IP: " + m_address + "\r\n"
            + (cookies.isEmpty() ? QByteArray() : QByteArray("Cookie: " + cookies + "\r\n"));
    }
    void keepCookies(const WebAnswer &answer)
    {
        for (const QByteArray &line : answer.headers.split('\n')) {
            if (!line.toLower().startsWith("set-cookie:"))
                continue;
            const QByteArray pair = line.mid(11).split(';').front().trimmed();
            m_cookies.insert(pair.left(pair.indexOf('=')), pair.mid(pair.indexOf('=') + 1));
        }
    }

    Web m_web;
    QByteArray m_address;
    QMap<QByteArray, QByteArray> m_cookies;
};

} // namespace antre::test
