// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/cataloguedrafts.h"
#include "server/mallnow.h"
#include "server/managersessions.h"
#include "server/webasked.h"
#include "service/terminalgate.h"

#include <QHash>
#include <QJsonArray>

namespace antre {

/// The manager's pages and what they ask for, without sockets. A page is files that know nothing;
/// everything about the mall comes as JSON, to who is signed in and has the right that the table of
/// routes names for it: one place decides, before any handler runs, and decide() looks once more.
/// Whatever changes something carries the session's CSRF token and comes from this site's own page.
/// The service's thread.
class ManagePages
{
public:
    /// Runs a slow check elsewhere, then `done` in the service's thread.
    using Slowly = std::function<void(std::function<bool()> check, std::function<void(bool)> done)>;
    struct World
    {
        QueueService &service;
        TerminalGate &gate;
        Enrolments &enrolments;
        Random &random;
        Slowly slowly;
        quint16 terminalPort = 0; ///< of the gate, for who types an address; 0: not known yet
    };

    /// Who may ask.
    enum class Who {
        Anybody,
        SignedIn,
        Holder, ///< of Route::right
    };
    struct Route
    {
        QByteArray method;
        QString path; ///< "/manage/api/now"
        Who who = Who::Holder;
        Right right = Right::SeeMall; ///< with Who::Holder
    };

    explicit ManagePages(World world);

    [[nodiscard]] static bool isOurs(const QByteArray &target);
    void handle(const WebAsked &asked, const HttpReply &reply);
    [[nodiscard]] static std::vector<Route> routes();

    /// The code with which the first manager signs up; empty once somebody can sign in here and
    /// register others.
    [[nodiscard]] QString setupCode();
    /// Where terminals reach the gate.
    void listensAt(quint16 terminalPort) { m_world.terminalPort = terminalPort; }

    /// Sign-ins being checked at once; more are turned away for a moment, so that no flood of them
    /// delays the officers' own.
    static constexpr int checksMax = 3;

private:
    /// A request whose route is found and whose asker may.
    struct Wish
    {
        const WebAsked &asked;
        HttpReply reply;
        OfficerId officer; ///< empty: nobody is signed in
        QString csrf;
        QJsonObject body; ///< of a POST
        QHash<QString, QString> path;
    };
    using Handler = void (ManagePages::*)(const Wish &wish);
    struct Entry;
    [[nodiscard]] static const std::vector<Entry> &entries();
    /// What keeps `wish` from `route`, if anything.
    [[nodiscard]] std::optional<HttpResponse> refusal(const Route &route, const Wish &wish) const;
    void identify(Wish &wish);

    void page(const Wish &wish);
    void file(const Wish &wish);
    void me(const Wish &wish);
    void signIn(const Wish &wish);
    void signOut(const Wish &wish);
    void setUp(const Wish &wish);
    void now(const Wish &wish);
    void close(const Wish &wish);
    void reopen(const Wish &wish);
    void order(const Wish &wish);
    void invite(const Wish &wish);
    void revoke(const Wish &wish);
    void people(const Wish &wish);
    void setPerson(const Wish &wish);
    void journal(const Wish &wish);
    void catalogue(const Wish &wish);
    void changeCatalogue(const Wish &wish);
    void publishCatalogue(const Wish &wish);
    void discardCatalogue(const Wish &wish);
    void takeVersion(const Wish &wish);

    void answerSignedIn(const Wish &wish, const Officer &officer);
    /// Submits on behalf of the signed-in person; answers {} or the error.
    void submit(const Wish &wish, CommandData data, std::function<QJsonObject()> answer = {});
    void registerPerson(
        const Wish &wish, const Officer &officer, const QString &pin, const QString &password);
    [[nodiscard]] bool hasManager() const;
    [[nodiscard]] QJsonObject meJson(const Officer &officer, const QString &csrf) const;
    [[nodiscard]] const State &state() const { return m_world.service.state(); }

    World m_world;
    ManagerSessions m_sessions;
    CatalogueDrafts m_drafts;
    SignInGuard m_guard;
    int m_checks = 0; ///< under way
    Instant m_started;
};

} // namespace antre
