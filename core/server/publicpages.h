// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "server/servicepages.h"
#include "server/takelimits.h"
#include "server/ticketpage.h"
#include "server/webasked.h"
#include "server/webseal.h"
#include "service/terminalgate.h"

namespace antre {

/// The pages for visitors' phones: what is shown, and what their forms do. Requests in, answers
/// out. The service's thread.
class PublicPages
{
public:
    /// All outlive the pages. `random` makes ids, secrets and keys.
    PublicPages(
        QueueService &service, TerminalGate &gate, Random &random, const PublicWords &words);

    void home(const WebAsked &asked, const HttpReply &reply);
    void agency(const WebAsked &asked, const HttpReply &reply);
    void service(const WebAsked &asked, const HttpReply &reply);
    void search(const WebAsked &asked, const HttpReply &reply);
    void take(const WebAsked &asked, const HttpReply &reply);
    void ticket(const WebAsked &asked, const HttpReply &reply);
    void cancel(const WebAsked &asked, const HttpReply &reply);
    void rejoin(const WebAsked &asked, const HttpReply &reply);
    void letGoFirst(const WebAsked &asked, const HttpReply &reply);
    void takePlaceBack(const WebAsked &asked, const HttpReply &reply);
    void file(const WebAsked &asked, const HttpReply &reply);
    void worker(const WebAsked &asked, const HttpReply &reply);
    void manifest(const WebAsked &asked, const HttpReply &reply);
    /// There is nothing at this address; for people.
    void nothing(const WebAsked &asked, const HttpReply &reply);

    [[nodiscard]] Findings find(const QString &query, const QString &language);
    /// `done` gets the error, if any, once the ticket is cancelled or can't be.
    void cancelTicket(const QString &secret, std::function<void(std::optional<Error>)> done);

private:
    struct Phone
    {
        QString id; ///< what its browser keeps; empty: nothing yet
        QByteArray cookie = {}; ///< to be set
    };
    [[nodiscard]] const State &state() const { return m_service.state(); }
    [[nodiscard]] ServicePages::Scene scene(const WebAsked &asked) const;
    [[nodiscard]] Phone phoneOf(const WebAsked &asked) const;
    [[nodiscard]] const Service *serviceOf(const WebAsked &asked) const;
    [[nodiscard]] HttpResponse offer(
        const WebAsked &asked, const Service &service, Phone phone, ServicePages::Offer offer);
    void issue(const WebAsked &asked, const HttpReply &reply, const Service &service,
        const Phone &phone, const CommandId &id);
    void refused(const WebAsked &asked, const HttpReply &reply, const Service &service,
        const Phone &phone, const Error &error);
    [[nodiscard]] HttpResponse toTicket(const WebAsked &asked, const Ticket &ticket) const;
    void send(const WebAsked &asked, const HttpReply &reply, HttpResponse page) const;
    /// The ticket's page, once its holder's wish is done or can't be.
    template <typename Wish> void act(const WebAsked &asked, const HttpReply &reply, Wish wish);
    [[nodiscard]] bool refuseForeign(const WebAsked &asked, const HttpReply &reply);

    QueueService &m_service;
    TerminalGate &m_gate;
    Random &m_random;
    const PublicWords &m_words;
    WebFiles m_files;
    PageFrame m_frame;
    ServicePages m_pages;
    TicketPage m_ticketPage;
    WebSeal m_seal;
    TakeLimits m_limits;
    CataloguePtr m_finderOf; ///< the catalogue that m_finder was built of
    std::optional<ServiceFinder> m_finder;
};

} // namespace antre
