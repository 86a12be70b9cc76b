// SPDX-License-Identifier: Apache-2.0
#include "server/managepages.h"

#include "server/apijson.h"
#include "server/html.h"
#include "server/journalview.h"
#include "server/qrsvg.h"
#include "server/webform.h"
#include "wire/cataloguejson.h"
#include "wire/json.h"
#include "wire/values.h"

#include <QFile>

#include <algorithm>

namespace antre {

namespace {

const QString manageRoot = QStringLiteral("/manage");
const QString sessionCookie = QStringLiteral("manager");
constexpr int nameMax = 60;
constexpr int idMax = 40;

HttpResponse answerJson(const QJsonObject &object)
{
    return {200, "application/json", toBytes(object)};
}

HttpResponse refusedJson(const Error &error)
{
    const int status = error.code == ErrorCode::NotFound ? 404
        : error.code == ErrorCode::Forbidden             ? 403
        : error.code == ErrorCode::Invalid               ? 400
        : error.code == ErrorCode::Unavailable           ? 503
                                                         : 409;
    return httpError(
        status, error.reason.isEmpty() ? errorCodeName(error.code) : error.reason, error.detail);
}

HttpResponse invalidJson(const QString &detail)
{
    return httpError(400, QStringLiteral("invalid"), detail);
}

HttpResponse noMemory()
{
    return httpError(503, QStringLiteral("unavailable"),
        QStringLiteral("The machine has no memory for that just now."));
}

/// Path=/manage: no other page of this host gets it. The prefix __Secure- can't be had on http,
/// which is only the service's own machine.
QByteArray sessionHeader(const QString &value, int seconds, bool secure)
{
    return cookieHeader(
        sessionCookie, value, seconds, secure, QStringLiteral("/manage"), QStringLiteral("Strict"));
}

/// Small letters and digits, joined by single dots or hyphens: ids are read out over the phone.
bool isManagedId(const QString &id)
{
    bool joined = true;
    for (const QChar sign : id) {
        const bool joins = sign == u'.' || sign == u'-';
        const bool plain = (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9');
        if ((!plain && !joins) || (joins && joined))
            return false;
        joined = joins;
    }
    return !joined && id.size() <= idMax;
}

bool isPinText(const QString &pin)
{
    return pin.size() >= 4 && pin.size() <= 12
        && std::ranges::all_of(pin, [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
}

QJsonArray rightsJson(const std::set<Right> &rights)
{
    QJsonArray names;
    for (const Right right : rights)
        names.append(rightName(right));
    return names;
}

struct ManageFile
{
    const char *name;
    const char *type;
};
constexpr ManageFile manageFiles[]{{"manage.js", "text/javascript; charset=utf-8"},
    {"words.js", "text/javascript; charset=utf-8"}, {"now.js", "text/javascript; charset=utf-8"},
    {"desk.js", "text/javascript; charset=utf-8"},
    {"catalogue.js", "text/javascript; charset=utf-8"}, {"manage.css", "text/css; charset=utf-8"}};

/// Its own style sheet, scripts and pictures, and nothing from anywhere else.
const QByteArray managePolicy
    = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'; "
      "script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
      "font-src 'self'";

} // namespace

struct ManagePages::Entry
{
    Route route;
    Handler handler;
};

const std::vector<ManagePages::Entry> &ManagePages::entries()
{
    const auto at = [](const char *path) -> QString { return manageRoot + QLatin1String(path); };
    static const std::vector<Entry> all{
        {{"GET", at(""), Who::Anybody}, &ManagePages::page},
        {{"GET", at("/{file}"), Who::Anybody}, &ManagePages::file},
        {{"POST", at("/api/signin"), Who::Anybody}, &ManagePages::signIn},
        {{"POST", at("/api/setup"), Who::Anybody}, &ManagePages::setUp},
        {{"GET", at("/api/me"), Who::SignedIn}, &ManagePages::me},
        {{"POST", at("/api/signout"), Who::SignedIn}, &ManagePages::signOut},
        {{"GET", at("/api/now"), Who::Holder, Right::SeeMall}, &ManagePages::now},
        {{"POST", at("/api/close"), Who::Holder, Right::Close}, &ManagePages::close},
        {{"POST", at("/api/reopen"), Who::Holder, Right::Close}, &ManagePages::reopen},
        {{"POST", at("/api/order"), Who::Holder, Right::OrderDevices}, &ManagePages::order},
        {{"POST", at("/api/invite"), Who::Holder, Right::ManageDevices}, &ManagePages::invite},
        {{"POST", at("/api/revoke"), Who::Holder, Right::ManageDevices}, &ManagePages::revoke},
        {{"GET", at("/api/people"), Who::Holder, Right::ManagePeople}, &ManagePages::people},
        {{"POST", at("/api/people"), Who::Holder, Right::ManagePeople}, &ManagePages::setPerson},
        {{"GET", at("/api/catalogue"), Who::Holder, Right::EditCatalogue}, &ManagePages::catalogue},
        {{"POST", at("/api/catalogue/change"), Who::Holder, Right::EditCatalogue},
            &ManagePages::changeCatalogue},
        {{"POST", at("/api/catalogue/publish"), Who::Holder, Right::EditCatalogue},
            &ManagePages::publishCatalogue},
        {{"POST", at("/api/catalogue/discard"), Who::Holder, Right::EditCatalogue},
            &ManagePages::discardCatalogue},
        {{"POST", at("/api/catalogue/version"), Who::Holder, Right::EditCatalogue},
            &ManagePages::takeVersion},
        {{"GET", at("/api/journal"), Who::Holder, Right::ReadJournal}, &ManagePages::journal},
    };
    return all;
}

ManagePages::ManagePages(World world)
    : m_world(std::move(world))
    , m_sessions(m_world.service.clock(), m_world.random)
    , m_guard(m_world.service.clock())
    , m_started(m_world.service.clock().wall())
{
}

bool ManagePages::isOurs(const QByteArray &target)
{
    return target == "/manage" || target.startsWith("/manage/") || target.startsWith("/manage?");
}

std::vector<ManagePages::Route> ManagePages::routes()
{
    std::vector<Route> all;
    for (const Entry &entry : entries())
        all.push_back(entry.route);
    return all;
}

void ManagePages::handle(const WebAsked &asked, const HttpReply &reply)
{
    const HttpRequest &request = asked.request;
    const QByteArray path = request.target.split('?').constFirst();
    const QStringList segments
        = QString::fromUtf8(QByteArray::fromPercentEncoding(path)).split(u'/');
    bool isKnown = false;
    for (const Entry &entry : entries()) {
        auto values = pathValues(entry.route.path, segments, idMax);
        isKnown = isKnown || values;
        if (!values || entry.route.method != request.method)
            continue;
        Wish wish{asked, reply, {}, {}, {}, std::move(*values)};
        identify(wish);
        if (request.method == "POST") {
            const auto body = parseObject(request.body);
            if (!body)
                return reply(invalidJson(body.error().detail));
            wish.body = *body;
        }
        if (auto refused = refusal(entry.route, wish))
            return reply(std::move(*refused));
        return (this->*entry.handler)(wish);
    }
    reply(isKnown ? httpError(405, QStringLiteral("notAllowed"),
              QStringLiteral("This address takes another method."))
                  : httpError(404, QStringLiteral("notFound"),
                      QStringLiteral("There is nothing at this address.")));
}

void ManagePages::identify(Wish &wish)
{
    const bool isUsed = wish.asked.request.method == "POST"
        || wish.asked.query.value(QStringLiteral("seen")) == QLatin1String("1");
    const QString cookie = wish.asked.cookies.value(sessionCookie);
    const auto *session = m_sessions.find(cookie, isUsed);
    if (!session)
        return;
    const Officer officer = state().officers.value(session->officer);
    if (!officer.active || officer.passwordHash != session->passwordHash)
        return m_sessions.end(cookie);
    wish.officer = session->officer;
    wish.csrf = session->csrf;
}

std::optional<HttpResponse> ManagePages::refusal(const Route &route, const Wish &wish) const
{
    const bool isPost = route.method == "POST";
    if (isPost && !wish.asked.isFromOwnPage())
        return httpError(403, QStringLiteral("forbidden"),
            QStringLiteral("Another site's page asked for this."));
    if (route.who == Who::Anybody)
        return std::nullopt;
    if (wish.officer.isEmpty())
        return httpError(
            401, QStringLiteral("signedOut"), QStringLiteral("Nobody is signed in here."));
    if (isPost && !isSameProof(wish.body.value(QStringLiteral("csrf")).toString(), wish.csrf))
        return httpError(403, QStringLiteral("forbidden"),
            QStringLiteral("The page is of another session: load it again."));
    if (route.who == Who::Holder && !state().officers.value(wish.officer).may(route.right))
        return httpError(403, QStringLiteral("notAllowed"),
            QStringLiteral("This takes the right ") + rightName(route.right));
    return std::nullopt;
}

// Files

void ManagePages::page(const Wish &wish)
{
    wish.reply(
        {200, "text/html; charset=utf-8", html::resource(QStringLiteral("web/manage/index.html")),
            {{"Content-Security-Policy", managePolicy}}});
}

void ManagePages::file(const Wish &wish)
{
    const QString name = wish.path.value(QStringLiteral("file"));
    for (const ManageFile &known : manageFiles) {
        if (name == QLatin1String(known.name))
            return wish.reply(
                {200, known.type, html::resource(QStringLiteral("web/manage/") + name),
                    {{"Cache-Control", "no-cache"}}});
    }
    if (name == QLatin1String("regular.woff2") || name == QLatin1String("bold.woff2"))
        return wish.reply({200, "font/woff2", html::resource(QStringLiteral("web/") + name),
            {{"Cache-Control", "public, max-age=86400"}}});
    if (name.startsWith(QLatin1String("ui-")) && name.endsWith(QLatin1String(".svg"))
        && QFile::exists(QStringLiteral(":/icons/") + name))
        return wish.reply({200, "image/svg+xml", html::resource(QStringLiteral("icons/") + name),
            {{"Cache-Control", "public, max-age=86400"}}});
    if (name == QLatin1String("band.svg"))
        return wish.reply({200, "image/svg+xml",
            html::resource(QStringLiteral("look/motif-band.svg"))
                .replace("currentColor", "#1B6472"),
            {{"Cache-Control", "public, max-age=86400"}}});
    if (name == QLatin1String("mark.svg"))
        return wish.reply({200, "image/svg+xml", html::resource(QStringLiteral("web/icon.svg")),
            {{"Cache-Control", "public, max-age=86400"}}});
    wish.reply(httpError(
        404, QStringLiteral("notFound"), QStringLiteral("There is nothing at this address.")));
}

// Signing in

bool ManagePages::hasManager() const
{
    const auto manages = [](const Officer &officer) {
        return officer.may(Right::ManagePeople) && !officer.passwordHash.isEmpty();
    };
    return std::any_of(state().officers.begin(), state().officers.end(), manages);
}

QString ManagePages::setupCode() { return hasManager() ? QString() : m_sessions.setupCode(); }

QJsonObject ManagePages::meJson(const Officer &officer, const QString &csrf) const
{
    QJsonObject json{{QStringLiteral("id"), officer.id.value()},
        {QStringLiteral("name"), officer.name}, {QStringLiteral("role"), roleName(officer.role)},
        {QStringLiteral("agency"), officer.agency.value()},
        {QStringLiteral("rights"), rightsJson(officer.rights)}, {QStringLiteral("csrf"), csrf},
        {QStringLiteral("now"), toMs(m_world.service.clock().wall())}};
    if (const CataloguePtr &catalogue = state().catalogue) {
        json.insert(QStringLiteral("site"), siteJson(*catalogue));
        json.insert(QStringLiteral("zone"), textJson(catalogue->site.timeZoneLabel));
    }
    return json;
}

void ManagePages::me(const Wish &wish)
{
    wish.reply(answerJson(meJson(state().officers.value(wish.officer), wish.csrf)));
}

void ManagePages::answerSignedIn(const Wish &wish, const Officer &officer)
{
    const QString cookie = m_sessions.start(officer);
    const auto *session = m_sessions.find(cookie, true);
    HttpResponse response = answerJson(meJson(officer, session->csrf));
    response.headers.append({"Set-Cookie",
        sessionHeader(
            cookie, int(ManagerSessions::longest.count() / 1000), wish.asked.request.secure)});
    wish.reply(std::move(response));
}

void ManagePages::signIn(const Wish &wish)
{
    FieldReader in(wish.body);
    const OfficerId id = in.id<OfficerId>(QStringLiteral("id"));
    const QString password = in.text(QStringLiteral("password"));
    if (!in.ok() || id.value().size() > idMax || password.size() > passwordLengthMax)
        return wish.reply(invalidJson(QStringLiteral("A name or a password makes no sense.")));
    // By address too: nobody locks the manager out from elsewhere.
    const OfficerId guarded(
        id.value() + u'@' + QString::fromLatin1(wish.asked.request.client.left(64)));
    if (const Milliseconds pause = m_guard.pause(guarded); pause > Milliseconds(0))
        return wish.reply(httpError(429, QStringLiteral("pause"),
            QStringLiteral("Too many wrong passwords; wait %1 seconds.")
                .arg((pause.count() + 999) / 1000)));
    if (m_checks >= checksMax)
        return wish.reply(httpError(
            429, QStringLiteral("busy"), QStringLiteral("Too many sign in at once; try again.")));
    ++m_checks;
    const Officer officer = state().officers.value(id);
    const QString hash = officer.active ? officer.passwordHash : QString();
    // An unknown name costs the same time as a wrong password, so that names can't be found out.
    const auto check = [hash, password] {
        const QString against
            = hash.isEmpty() ? hashPassword(password + QLatin1Char('x')).value_or(QString()) : hash;
        return passwordMatches(against, password);
    };
    m_world.slowly(check,
        [this, reply = wish.reply, id, guarded, hash, request = wish.asked.request](bool isRight) {
            --m_checks;
            const Officer now = state().officers.value(id);
            if (!isRight || !now.active || now.passwordHash != hash) {
                m_guard.failed(guarded);
                return reply(httpError(401, QStringLiteral("wrongPassword"),
                    QStringLiteral("Name and password don't match.")));
            }
            m_guard.succeeded(guarded);
            const WebAsked asked{request};
            answerSignedIn({asked, reply, id, {}, {}, {}}, now);
        });
}

void ManagePages::signOut(const Wish &wish)
{
    m_sessions.end(wish.asked.cookies.value(sessionCookie));
    HttpResponse response = answerJson({});
    response.headers.append({"Set-Cookie", sessionHeader(QString(), 0, wish.asked.request.secure)});
    wish.reply(std::move(response));
}

void ManagePages::setUp(const Wish &wish)
{
    if (hasManager())
        return wish.reply(httpError(403, QStringLiteral("alreadySetUp"),
            QStringLiteral("This mall has a manager, who registers others.")));
    FieldReader in(wish.body);
    const QString code = in.text(QStringLiteral("code"));
    Officer officer;
    officer.id = in.id<OfficerId>(QStringLiteral("id"));
    officer.name = in.text(QStringLiteral("name")).trimmed();
    const QString password = in.text(QStringLiteral("password"));
    if (!in.ok())
        return wish.reply(refusedJson(in.error().value()));
    if (!m_sessions.isSetupCode(code))
        return wish.reply(httpError(403, QStringLiteral("wrongCode"),
            QStringLiteral("That is not the code that the service shows.")));
    officer.role = Role::Manager;
    officer.rights = rightsOf(Role::Manager);
    officer.pinHash = state().officers.value(officer.id).pinHash;
    const auto good = checkPassword(password);
    if (!isManagedId(officer.id.value()) || officer.name.isEmpty() || officer.name.size() > nameMax
        || !good)
        return wish.reply(good ? invalidJson(QStringLiteral("A name is missing or makes no sense."))
                               : refusedJson(good.error()));
    const auto hash = std::make_shared<QString>();
    m_world.slowly(
        [hash, password] {
            *hash = hashPassword(password).value_or(QString());
            return !hash->isEmpty();
        },
        [this, hash, officer, reply = wish.reply, request = wish.asked.request](bool made) mutable {
            if (!made)
                return reply(noMemory());
            officer.passwordHash = *hash;
            m_world.gate.submit({CommandId(makeUuid(m_world.service.clock(), m_world.random)), {},
                                    RegisterOfficer{officer}},
                [this, reply, request, id = officer.id](const Answer &answer) {
                    if (answer.error)
                        return reply(refusedJson(*answer.error));
                    m_sessions.forgetSetupCode();
                    const WebAsked asked{request};
                    answerSignedIn({asked, reply, id, {}, {}, {}}, state().officers.value(id));
                });
        });
}

// Now

void ManagePages::now(const Wish &wish)
{
    constexpr int renewals = 4; // estimates, a millisecond each; the others' turn comes next time
    const PromisedWaits waits = m_world.service.waits().newTickets(renewals);
    QJsonObject json = mallNow(
        {state(), m_world.gate.devices(), waits, m_world.service.clock().wall(), m_started});
    if (const auto &problem = m_world.service.problem())
        json.insert(QStringLiteral("problem"), problem->detail);
    json.insert(QStringLiteral("position"), m_world.service.position());
    if (state().catalogue)
        json.insert(QStringLiteral("catalogueVersion"), state().catalogue->version);
    wish.reply(answerJson(json));
}

void ManagePages::submit(const Wish &wish, CommandData data, std::function<QJsonObject()> answer)
{
    m_world.gate.submit({CommandId(makeUuid(m_world.service.clock(), m_world.random)),
                            {{}, wish.officer}, std::move(data)},
        [reply = wish.reply, answer = std::move(answer)](const Answer &result) {
            reply(result.error ? refusedJson(*result.error)
                               : answerJson(answer ? answer() : QJsonObject()));
        });
}

void ManagePages::close(const Wish &wish)
{
    FieldReader in(wish.body);
    const Scope scope = scopeFromJson(in);
    const qint64 minutes = in.optionalInteger(QStringLiteral("minutes"), 0);
    const LocalText reason = textFromJson(in, QStringLiteral("reason"));
    if (!in.ok())
        return wish.reply(refusedJson(in.error().value()));
    if (!state().catalogue || minutes < 0 || minutes > closureMax.count())
        return wish.reply(invalidJson(QStringLiteral("A closure lasts from a minute to 30 days.")));
    const Instant now = m_world.service.clock().wall();
    const QTimeZone &zone = state().catalogue->zone();
    // Without a length: for the rest of the day.
    const LocalTime today = localTime(now, zone);
    const Instant until
        = minutes > 0 ? now + Minutes(minutes) : now + Minutes(24 * 60) - today.ofDay;
    submit(wish, CloseFor{scope, until, reason});
}

void ManagePages::reopen(const Wish &wish)
{
    FieldReader in(wish.body);
    const Scope scope = scopeFromJson(in);
    if (!in.ok())
        return wish.reply(refusedJson(in.error().value()));
    submit(wish, Reopen{scope});
}

// Devices

void ManagePages::order(const Wish &wish)
{
    FieldReader in(wish.body);
    const TerminalId terminal = in.id<TerminalId>(QStringLiteral("terminal"));
    const auto what = deviceOrderFromName(in.text(QStringLiteral("do")));
    if (!in.ok() || !what)
        return wish.reply(invalidJson(QStringLiteral("There is no such order.")));
    const auto sent = m_world.gate.order(terminal, *what);
    wish.reply(sent ? answerJson({}) : refusedJson(sent.error()));
}

void ManagePages::invite(const Wish &wish)
{
    FieldReader in(wish.body);
    Terminal terminal;
    terminal.id = in.id<TerminalId>(QStringLiteral("id"));
    const auto kind = terminalKindFromName(in.text(QStringLiteral("kind")));
    terminal.name = in.optionalText(QStringLiteral("name")).trimmed();
    terminal.mark = in.optionalText(QStringLiteral("mark")).trimmed();
    const CounterId counter = in.optionalId<CounterId>(QStringLiteral("counter"));
    if (!in.ok() || !kind || !isManagedId(terminal.id.value()) || terminal.name.size() > nameMax)
        return wish.reply(invalidJson(QStringLiteral(
            "A device is a kiosk, counter or display, with an id of small letters and digits.")));
    if (!counter.isEmpty() && (!state().catalogue || !state().catalogue->counter(counter)))
        return wish.reply(refusedJson(
            {ErrorCode::NotFound, QStringLiteral("the catalogue has no counter ") + counter.value(),
                QStringLiteral("unknownCounter")}));
    terminal.kind = *kind;
    if (terminal.kind != TerminalKind::Kiosk)
        terminal.mark.clear();
    if (terminal.name.isEmpty())
        terminal.name = terminal.id.value();
    for (const Terminal &other : state().terminals) {
        if (terminal.kind == TerminalKind::Kiosk && other.id != terminal.id
            && other.mark == terminal.mark)
            return wish.reply(refusedJson({ErrorCode::Refused,
                QStringLiteral("kiosk %1 has the mark %2 already")
                    .arg(other.id.value(), other.mark),
                QStringLiteral("markTaken")}));
    }
    const auto code = m_world.enrolments.invite({terminal, counter, {{}, wish.officer}});
    if (!code)
        return wish.reply(refusedJson(code.error()));
    // As the browser reached this machine, with the gate's port.
    const QString host = QString::fromLatin1(wish.asked.request.host);
    const qsizetype colon = host.lastIndexOf(u':');
    const HostPort service{
        colon > host.lastIndexOf(u']') ? host.left(colon) : host, m_world.terminalPort};
    const Invitation invitation{service, code->code, m_world.enrolments.fingerprint()};
    wish.reply(answerJson({{QStringLiteral("address"), service.text()},
        {QStringLiteral("code"), spacedEnrolmentCode(code->code)},
        {QStringLiteral("until"), toMs(code->until)},
        {QStringLiteral("qr"), qrSvg(invitation.text()).value_or(QString())}}));
}

void ManagePages::revoke(const Wish &wish)
{
    FieldReader in(wish.body);
    const TerminalId terminal = in.id<TerminalId>(QStringLiteral("terminal"));
    if (!in.ok())
        return wish.reply(refusedJson(in.error().value()));
    m_world.enrolments.withdraw(terminal);
    submit(wish, RevokeTerminal{terminal});
}

// People

void ManagePages::people(const Wish &wish)
{
    std::vector<Officer> all(state().officers.begin(), state().officers.end());
    std::ranges::sort(all, [](const Officer &a, const Officer &b) { return a.id < b.id; });
    QJsonArray people;
    for (const Officer &officer : all)
        people.append(QJsonObject{{QStringLiteral("id"), officer.id.value()},
            {QStringLiteral("name"), officer.name},
            {QStringLiteral("role"), roleName(officer.role)},
            {QStringLiteral("agency"), officer.agency.value()},
            {QStringLiteral("active"), officer.active},
            {QStringLiteral("rights"), rightsJson(officer.rights)},
            {QStringLiteral("hasPin"), !officer.pinHash.isEmpty()},
            {QStringLiteral("hasPassword"), !officer.passwordHash.isEmpty()}});
    QJsonObject roles;
    for (const Role role :
        {Role::Helper, Role::Officer, Role::AgencyHead, Role::Manager, Role::Technician})
        roles.insert(roleName(role), rightsJson(rightsOf(role)));
    wish.reply(answerJson({{QStringLiteral("people"), people}, {QStringLiteral("roles"), roles}}));
}

void ManagePages::setPerson(const Wish &wish)
{
    FieldReader in(wish.body);
    const OfficerId id = in.id<OfficerId>(QStringLiteral("id"));
    Officer officer = state().officers.value(id);
    const Role before = officer.role;
    officer.name = in.text(QStringLiteral("name")).trimmed();
    const auto role = roleFromName(in.text(QStringLiteral("role")));
    officer.agency = in.optionalId<AgencyId>(QStringLiteral("agency"));
    officer.active = in.boolean(QStringLiteral("active"));
    const QString pin = in.optionalText(QStringLiteral("pin"));
    const QString password = in.optionalText(QStringLiteral("password"));
    if (!in.ok() || !role || !isManagedId(id.value()) || officer.name.isEmpty()
        || officer.name.size() > nameMax)
        return wish.reply(invalidJson(QStringLiteral(
            "A person has a name, a role and a sign-in name of small letters and digits.")));
    if (!pin.isEmpty() && !isPinText(pin))
        return wish.reply(refusedJson({ErrorCode::Invalid,
            QStringLiteral("a PIN is 4 to 12 digits"), QStringLiteral("badPin")}));
    if (const auto good = password.isEmpty() ? Result<>() : checkPassword(password); !good)
        return wish.reply(refusedJson(good.error()));
    const bool isKnownAgency = officer.agency.isEmpty()
        || (state().catalogue && state().catalogue->agency(officer.agency));
    if (!isKnownAgency || (*role == Role::AgencyHead && officer.agency.isEmpty()))
        return wish.reply(refusedJson(
            {ErrorCode::Invalid, QStringLiteral("an agency head has one of the mall's agencies"),
                QStringLiteral("noAgency")}));
    if (*role != Role::AgencyHead)
        officer.agency = AgencyId();
    officer.role = *role;
    if (officer.id.isEmpty() || before != *role)
        officer.rights = rightsOf(*role);
    officer.id = id;
    registerPerson(wish, officer, pin, password);
}

void ManagePages::registerPerson(
    const Wish &wish, const Officer &officer, const QString &pin, const QString &password)
{
    struct Hashes
    {
        QString pin;
        QString password;
    };
    const auto hashes = std::make_shared<Hashes>();
    m_world.slowly(
        [hashes, pin, password] {
            if (!pin.isEmpty())
                hashes->pin = hashPin(pin).value_or(QString());
            if (!password.isEmpty())
                hashes->password = hashPassword(password).value_or(QString());
            return (pin.isEmpty() || !hashes->pin.isEmpty())
                && (password.isEmpty() || !hashes->password.isEmpty());
        },
        [this, hashes, person = officer, by = wish.officer, reply = wish.reply](bool made) mutable {
            if (!made)
                return reply(noMemory());
            if (!hashes->pin.isEmpty())
                person.pinHash = hashes->pin;
            if (!hashes->password.isEmpty())
                person.passwordHash = hashes->password;
            m_world.gate.submit({CommandId(makeUuid(m_world.service.clock(), m_world.random)),
                                    {{}, by}, RegisterOfficer{person}},
                [reply](const Answer &answer) {
                    reply(answer.error ? refusedJson(*answer.error) : answerJson({}));
                });
        });
}

// The catalogue

void ManagePages::catalogue(const Wish &wish)
{
    const CatalogueDrafts::Draft &draft = m_drafts.of(wish.officer, state().catalogue);
    QJsonObject json = CatalogueDrafts::faultsJson(draft.json);
    json.insert(QStringLiteral("draft"), draft.json);
    json.insert(QStringLiteral("present"),
        state().catalogue ? catalogueToJson(*state().catalogue) : QJsonObject());
    // Somebody else has published meanwhile.
    json.insert(QStringLiteral("overtaken"), draft.base != state().catalogue);
    wish.reply(answerJson(json));
}

void ManagePages::changeCatalogue(const Wish &wish)
{
    CatalogueDrafts::Draft &draft = m_drafts.of(wish.officer, state().catalogue);
    QJsonObject json = draft.json;
    const QJsonArray changes = wish.body.value(QStringLiteral("changes")).toArray();
    for (const QJsonValue &one : changes) {
        CatalogueChange change{one[QStringLiteral("path")].toArray(), std::nullopt};
        if (const QJsonValue value = one[QStringLiteral("value")]; !value.isUndefined())
            change.value = value;
        auto next = changed(json, change);
        if (!next)
            return wish.reply(refusedJson(next.error()));
        json = *next;
    }
    draft.json = json;
    const bool isQuiet = wish.body.value(QStringLiteral("quiet")).toBool();
    wish.reply(answerJson(isQuiet ? QJsonObject() : CatalogueDrafts::faultsJson(json)));
}

void ManagePages::publishCatalogue(const Wish &wish)
{
    FieldReader in(wish.body);
    const QString reason = in.text(QStringLiteral("reason")).trimmed();
    CatalogueDrafts::Draft &draft = m_drafts.of(wish.officer, state().catalogue);
    if (!in.ok() || reason.isEmpty() || reason.size() > publishReasonMax)
        return wish.reply(refusedJson({ErrorCode::Invalid,
            QStringLiteral("a version has a reason of at most %1 characters").arg(publishReasonMax),
            QStringLiteral("noReason")}));
    if (draft.base != state().catalogue)
        return wish.reply(refusedJson({ErrorCode::Conflict,
            QStringLiteral("somebody else has published meanwhile"), QStringLiteral("overtaken")}));
    const int version = state().catalogue ? state().catalogue->version + 1 : 1;
    draft.json.insert(QStringLiteral("version"), version);
    const CatalogueReading reading = readCatalogue(draft.json);
    if (!reading.catalogue)
        return wish.reply(refusedJson({ErrorCode::Invalid,
            QStringLiteral("the draft has %1 faults")
                .arg(reading.faults.size() + size_t(reading.unlisted)),
            QStringLiteral("faults")}));
    m_drafts.forget(wish.officer);
    submit(wish, PublishCatalogue{reading.catalogue, reason}, [version] {
        return QJsonObject{{QStringLiteral("version"), version}};
    });
}

void ManagePages::discardCatalogue(const Wish &wish)
{
    m_drafts.forget(wish.officer);
    wish.reply(answerJson({}));
}

/// The draft becomes what was published at that place of the journal, to be looked at or published
/// again.
void ManagePages::takeVersion(const Wish &wish)
{
    const Position at = wish.body.value(QStringLiteral("position")).toInteger();
    const auto events = m_world.service.eventsAfter(at - 1, 1);
    const auto *published = at > 0 && events && !events->empty()
        ? std::get_if<CataloguePublished>(&events->front().event.data)
        : nullptr;
    if (!published)
        return wish.reply(refusedJson({ErrorCode::NotFound,
            QStringLiteral("no catalogue was published there"), QStringLiteral("nowhere")}));
    m_drafts.forget(wish.officer);
    m_drafts.of(wish.officer, state().catalogue).json = catalogueToJson(*published->catalogue);
    wish.reply(answerJson({}));
}

// The journal

void ManagePages::journal(const Wish &wish)
{
    JournalQuestion question;
    question.text = wish.asked.query.value(QStringLiteral("q")).trimmed().toLower();
    question.day = BusinessDay::fromText(wish.asked.query.value(QStringLiteral("day")))
                       .value_or(BusinessDay());
    question.before = wish.asked.query.value(QStringLiteral("before")).toLongLong();
    const auto page = journalPage(m_world.service, question);
    wish.reply(page ? answerJson(*page) : refusedJson(page.error()));
}

} // namespace antre
