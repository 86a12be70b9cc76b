// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "server/http.h"
#include "server/ticketpage.h"
#include "service/terminalgate.h"

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
    HttpApi(QueueService &service, TerminalGate &gate, Random &random);

    /// Answers now, or after the commit that the request causes.
    void handle(const HttpRequest &request, HttpReply reply);

    [[nodiscard]] static std::vector<Route> routes();

private:
    /// What the request named: path parameters and "lang".
    struct Asked
    {
        QString secret;
        QString language;
    };
    using Handler = void (HttpApi::*)(const Asked &, const HttpReply &);
    struct Entry;
    [[nodiscard]] static const std::vector<Entry> &entries();

    void health(const Asked &asked, const HttpReply &reply);
    void site(const Asked &asked, const HttpReply &reply);
    void lines(const Asked &asked, const HttpReply &reply);
    void calls(const Asked &asked, const HttpReply &reply);
    void availability(const Asked &asked, const HttpReply &reply);
    void ticket(const Asked &asked, const HttpReply &reply);
    void cancelTicket(const Asked &asked, const HttpReply &reply);
    void page(const Asked &asked, const HttpReply &reply);
    void cancelOnPage(const Asked &asked, const HttpReply &reply);
    /// `done` gets the error, if any, once the ticket is cancelled or can't be.
    void cancel(const QString &secret, std::function<void(std::optional<Error>)> done);
    /// One text a language, those that aren't empty.
    [[nodiscard]] QJsonObject inAllLanguages(
        const std::function<QString(const QString &)> &words) const;
    [[nodiscard]] QJsonObject statusJson(const ServiceStatus &status, const LocalTime &now) const;
    [[nodiscard]] HttpResponse ticketJson(const QString &secret);
    [[nodiscard]] std::optional<PromisedWait> waitOf(const QString &secret);
    [[nodiscard]] const State &state() const { return m_service.state(); }

    QueueService &m_service;
    TerminalGate &m_gate;
    Random &m_random;
    PublicWords m_words;
    TicketPage m_page;
};

} // namespace antre
