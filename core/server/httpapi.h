// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/followers.h"
#include "server/managepages.h"
#include "server/publicpages.h"

namespace antre {

/// The HTTP API and the public pages, without sockets: requests in, answers out. What it offers is
/// described by resources/api/openapi.yaml; a test holds the two together. The service's thread.
class HttpApi
{
public:
    /// "POST", "/api/v1/tickets/{secret}/cancel"
    struct Route
    {
        QByteArray method;
        QString path;
    };

    /// `random` makes the ids of commands.
    HttpApi(QueueService &service, TerminalGate &gate, Random &random, const ServerLimits &limits);

    /// Answers now, or after the commit that the request causes.
    void handle(const HttpRequest &request, HttpReply reply);

    /// From now on addresses below /manage are `pages`', which outlive this.
    void serveManager(ManagePages &pages) { m_manager = &pages; }

    [[nodiscard]] static std::vector<Route> routes();
    [[nodiscard]] Followers &followers() { return m_followers; }

private:
    using Handler = std::function<void(HttpApi &, const WebAsked &, const HttpReply &)>;
    struct Entry;
    [[nodiscard]] static const std::vector<Entry> &entries();

    void health(const WebAsked &asked, const HttpReply &reply);
    void site(const WebAsked &asked, const HttpReply &reply);
    void lines(const WebAsked &asked, const HttpReply &reply);
    void calls(const WebAsked &asked, const HttpReply &reply);
    void availability(const WebAsked &asked, const HttpReply &reply);
    void search(const WebAsked &asked, const HttpReply &reply);
    void ticket(const WebAsked &asked, const HttpReply &reply);
    void follow(const WebAsked &asked, const HttpReply &reply);
    void cancelTicket(const WebAsked &asked, const HttpReply &reply);
    [[nodiscard]] QJsonObject statusJson(const ServiceStatus &status, const LocalTime &now) const;
    /// Nothing: no ticket of today has this secret.
    [[nodiscard]] std::optional<QJsonObject> ticketObject(const QString &secret);
    [[nodiscard]] HttpResponse ticketResponse(const QString &secret);
    [[nodiscard]] const State &state() const { return m_service.state(); }

    QueueService &m_service;
    PublicWords m_words;
    PublicPages m_pages;
    Followers m_followers;
    ManagePages *m_manager = nullptr; ///< null: there are none
};

} // namespace antre
