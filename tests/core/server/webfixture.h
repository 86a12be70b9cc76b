// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/server/gatefixture.h"

#include <QJsonDocument>
#include <QTcpSocket>

namespace antre::test {

struct WebAnswer
{
    int status = 0;
    QByteArray headers;
    QByteArray body;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : headers.split('\n')) {
            if (line.size() > name.size() && line[name.size()] == ':'
                && line.left(name.size()).compare(name, Qt::CaseInsensitive) == 0)
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
};

/// A browser at the level of bytes.
class Web
{
public:
    explicit Web(const Mall &mall)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), mall.server->httpPort());
        REQUIRE(eventually([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }));
    }

    void write(const QByteArray &bytes) { m_socket.write(bytes); }
    /// The next whole answer; status 0 if the connection ends first.
    WebAnswer answer(bool hasBody = true)
    {
        qsizetype end = -1;
        const bool whole = eventually([&] {
            m_bytes += m_socket.readAll();
            end = m_bytes.indexOf("\r\n\r\n");
            return (end >= 0 && (!hasBody || m_bytes.size() >= end + 4 + length(end)))
                || isClosed();
        });
        REQUIRE(whole);
        m_bytes += m_socket.readAll();
        end = m_bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        WebAnswer answer{m_bytes.mid(9, 3).toInt(), m_bytes.left(end),
            hasBody ? m_bytes.mid(end + 4, length(end)) : QByteArray()};
        m_bytes.remove(0, end + 4 + answer.body.size());
        return answer;
    }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    [[nodiscard]] bool hasMore() const { return !m_bytes.isEmpty(); }

    WebAnswer ask(const QByteArray &method, const QByteArray &target,
        const QByteArray &headers = {}, const QByteArray &body = {})
    {
        write(method + ' ' + target + " HTTP/1.1\r\nHost: antre\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return answer(method != "HEAD");
    }
    WebAnswer get(const QByteArray &target) { return ask("GET", target); }
    WebAnswer post(const QByteArray &target) { return ask("POST", target); }

private:
    [[nodiscard]] qsizetype length(qsizetype end) const
    {
        const QByteArray head = m_bytes.left(end).toLower();
        const qsizetype at = head.indexOf("content-length:");
        return at < 0 ? 0 : head.mid(at + 15).split('\r').front().trimmed().toInt();
    }
    QTcpSocket m_socket;
    QByteArray m_bytes;
};

} // namespace antre::test
