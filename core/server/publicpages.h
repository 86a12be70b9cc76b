// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "server/appointmentpages.h"
#include "server/takelimits.h"
#include "server/ticketpage.h"
#include "server/webasked.h"
#include "server/webseal.h"
#include "service/terminalgate.h"

namespace antre {

/// The pages for visitors' phones: what is shown, and what their forms do. Requests in, answers
/// out. The service's thread. In two files: publicpages.cpp, and publicappointments.cpp about
/// reservations and about who is in the hall.
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
    /// Who has scanned the hall's code is here: see domain/hallcode.h.
    void hall(const WebAsked &asked, const HttpReply &reply);
    void times(const WebAsked &asked, const HttpReply &reply);
    void reserve(const WebAsked &asked, const HttpReply &reply);
    void reservation(const WebAsked &asked, const HttpReply &reply);
    void reservationPicture(const WebAsked &asked, const HttpReply &reply);
    void cancelReservation(const WebAsked &asked, const HttpReply &reply);
    void checkIn(const WebAsked &asked, const HttpReply &reply);
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
    /// With a name to be kept if it has none yet.
    [[nodiscard]] Phone namedPhone(const WebAsked &asked) const;
    [[nodiscard]] bool isHere(const WebAsked &asked) const;
    [[nodiscard]] const Service *serviceOf(const WebAsked &asked) const;
    [[nodiscard]] HttpResponse offer(
        const WebAsked &asked, const Service &service, Phone phone, ServicePages::Offer offer);
    void issue(const WebAsked &asked, const HttpReply &reply, const Service &service,
        const Phone &phone, const CommandId &id);
    void refused(const WebAsked &asked, const HttpReply &reply, const Service &service,
        const Phone &phone, const Error &error);
    /// The sentence for a refusal, as HTML; the word `otherwise` if there is none.
    [[nodiscard]] QString refusalOf(
        const Error &error, const WebView &view, const char *otherwise) const;
    [[nodiscard]] std::vector<AppointmentPages::Own> ownReservations(const WebAsked &asked) const;
    [[nodiscard]] HttpResponse timesOf(
        const WebAsked &asked, const Service &service, AppointmentPages::Times times);
    void keepSlot(
        const WebAsked &asked, const HttpReply &reply, const CommandId &id, const Reserve &wish);
    [[nodiscard]] const Reservation *reservationOf(const WebAsked &asked) const;
    [[nodiscard]] HttpResponse shown(
        const WebAsked &asked, const Reservation &reservation, AppointmentPages::Shown shown) const;
    [[nodiscard]] HttpResponse toReservation(const WebAsked &asked, const QString &code) const;
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
    AppointmentPages m_appointments;
    TicketPage m_ticketPage;
    WebSeal m_seal;
    TakeLimits m_limits;
    /// Of times reserved: fewer, since what one keeps for days nobody else can have.
    TakeLimits m_reserveLimits{{.store = 12, .refill = Milliseconds(120'000)}};
    CataloguePtr m_finderOf; ///< the catalogue that m_finder was built of
    std::optional<ServiceFinder> m_finder;
};

} // namespace antre
