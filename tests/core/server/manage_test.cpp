// SPDX-License-Identifier: Apache-2.0
#include "core/server/webfixture.h"
#include "terminal/enrolment.h"
#include "wire/json.h"

#include <QJsonArray>

using namespace antre;
using namespace antre::test;

namespace {

const QString password = QStringLiteral("a long password");

QString hashOnce()
{
    static const QString hash = hashPassword(password).value();
    return hash;
}

Officer somebody(const char *id, Role role)
{
    Officer officer;
    officer.id = OfficerId(QString::fromLatin1(id));
    officer.name = QString::fromLatin1(id);
    officer.role = role;
    officer.rights = rightsOf(role);
    officer.passwordHash = hashOnce();
    return officer;
}

/// A browser at the manager's page.
class Browser
{
public:
    explicit Browser(Mall &mall)
        : m_web(mall)
    {
    }
    WebAnswer get(const QByteArray &path)
    {
        return m_web.ask(
            "GET", path, m_cookie.isEmpty() ? QByteArray() : "Cookie: " + m_cookie + "\r\n");
    }
    WebAnswer post(const QByteArray &path, QJsonObject body, const QByteArray &headers = {})
    {
        if (!body.contains(QStringLiteral("csrf")))
            body.insert(QStringLiteral("csrf"), m_csrf);
        const QByteArray cookie
            = m_cookie.isEmpty() ? QByteArray() : "Cookie: " + m_cookie + "\r\n";
        const WebAnswer answer = m_web.ask(
            "POST", path, cookie + "Content-Type: application/json\r\n" + headers, toBytes(body));
        if (const QByteArray set = answer.header("Set-Cookie"); !set.isEmpty()) {
            m_setCookie = set;
            m_cookie = set.split(';').constFirst();
            m_csrf = answer.json().value(QStringLiteral("csrf")).toString();
        }
        return answer;
    }
    WebAnswer signIn(const QString &id, const QString &secret = password)
    {
        return post("/manage/api/signin",
            {{QStringLiteral("id"), id}, {QStringLiteral("password"), secret}});
    }
    [[nodiscard]] QByteArray setCookie() const { return m_setCookie; }

private:
    Web m_web;
    QByteArray m_cookie;
    QByteArray m_setCookie;
    QString m_csrf;
};

/// A mall with one person of each role; the sign-in name is the role's.
class StaffedMall : public Mall
{
public:
    StaffedMall()
    {
        for (const Role role : roles()) {
            Officer officer = somebody(qPrintable(idOf(role)), role);
            if (role == Role::AgencyHead)
                officer.agency = smallCatalogue()->agencies.front().id;
            apply(RegisterOfficer{officer});
        }
    }
    static std::vector<Role> roles()
    {
        return {Role::Helper, Role::Officer, Role::AgencyHead, Role::Technician, Role::Manager};
    }
    static QString idOf(Role role) { return roleName(role).toLower(); }
    WebAnswer ask(Browser &desk, const ManagePages::Route &route) const
    {
        QByteArray path = route.path.toLatin1();
        path.replace("{file}", "manage.css");
        return route.method == "GET" ? desk.get(path) : desk.post(path, {});
    }
};

QString codeOf(const WebAnswer &answer)
{
    return answer.json()
        .value(QStringLiteral("error"))
        .toObject()
        .value(QStringLiteral("code"))
        .toString();
}

} // namespace

TEST_CASE(
    "Without signing in, every route of the manager's is refused but the door itself", "[manage]")
{
    StaffedMall mall;
    Browser stranger(mall);
    QStringList open;
    for (const ManagePages::Route &route : ManagePages::routes()) {
        CAPTURE(route.method.toStdString(), route.path.toStdString());
        if (route.who == ManagePages::Who::Anybody)
            open.append(QString::fromLatin1(route.method) + u' ' + route.path);
        else
            CHECK(mall.ask(stranger, route).status == 401);
    }
    CHECK(open
        == QStringList{QStringLiteral("GET /manage"), QStringLiteral("GET /manage/{file}"),
            QStringLiteral("POST /manage/api/signin"), QStringLiteral("POST /manage/api/setup")});
    CHECK(stranger.get("/manage/api/nothing").status == 404);
    CHECK(stranger.get("/manage/secrets.txt").status == 404);
}

TEST_CASE(
    "Every route that takes a right refuses each role that lacks it, and no other", "[manage]")
{
    StaffedMall mall;
    for (const Role role : StaffedMall::roles()) {
        Browser desk(mall);
        REQUIRE(desk.signIn(StaffedMall::idOf(role)).status == 200);
        for (const ManagePages::Route &route : ManagePages::routes()) {
            if (route.who != ManagePages::Who::Holder)
                continue;
            CAPTURE(roleName(role).toStdString(), route.path.toStdString());
            const WebAnswer answer = mall.ask(desk, route);
            CHECK((codeOf(answer) == QStringLiteral("notAllowed"))
                == !rightsOf(role).contains(route.right));
            CHECK(answer.status != 401);
        }
    }
}

TEST_CASE("What a page may not ask, the rules refuse once more", "[manage]")
{
    StaffedMall mall;
    const auto refused = [&](Role role, CommandData data) {
        std::optional<Error> error;
        mall.service.submit({mall.newCommand(), {{}, OfficerId(StaffedMall::idOf(role))}, data},
            [&](const Answer &answer) { error = answer.error; });
        mall.service.flush();
        return error && error->code == ErrorCode::Forbidden;
    };
    const Terminal hall{TerminalId(QStringLiteral("hall")), TerminalKind::Display, {}, {},
        hashToken(QStringLiteral("t"))};
    CHECK(refused(Role::Technician, PublishCatalogue{smallCatalogue()}));
    CHECK(refused(Role::AgencyHead, EnrolTerminal{hall}));
    CHECK(refused(Role::AgencyHead, RevokeTerminal{TerminalId(QStringLiteral("kiosk-1"))}));
    CHECK(refused(Role::Technician, RegisterOfficer{somebody("new", Role::Helper)}));
    CHECK(refused(Role::Officer, CloseFor{Scope(), mall.clock.wall() + Minutes(5), {}}));
    CHECK_FALSE(refused(Role::Manager, PublishCatalogue{smallCatalogue()}));
    CHECK_FALSE(refused(Role::Technician, EnrolTerminal{hall}));
}

TEST_CASE("Who helps visitors opens no counter, an officer does", "[manage]")
{
    StaffedMall mall;
    for (const Role role : {Role::Helper, Role::Officer}) {
        Officer officer = mall.service.state().officers.value(OfficerId(StaffedMall::idOf(role)));
        officer.pinHash = hashPin(QStringLiteral("2580")).value();
        mall.apply(RegisterOfficer{officer});
        Client console(mall);
        console.signedOn("counter-1");
        const CommandId wish = mall.newCommand();
        console.send(SignIn{
            wish, officer.id, QStringLiteral("2580"), smallCatalogue()->counters.front().id});
        REQUIRE(eventually([&] { return console.answerTo(wish) != nullptr; }));
        CHECK(console.answerTo(wish)->error.has_value() == (role == Role::Helper));
    }
}

TEST_CASE("The head of an agency closes that agency, and no other and not the mall", "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("agencyhead")).status == 200);
    const auto close = [&](const Scope &scope) {
        return desk.post("/manage/api/close",
            {{QStringLiteral("scope"), scope.text()}, {QStringLiteral("minutes"), 30}});
    };
    CHECK(close(Scope(smallCatalogue()->agencies[0].id)).status == 200);
    CHECK(codeOf(close(Scope(smallCatalogue()->agencies[1].id))) == QStringLiteral("otherAgency"));
    CHECK(codeOf(close(Scope())) == QStringLiteral("otherAgency"));
}

TEST_CASE("A wrong password and an unknown name get the same answer, and then pauses that grow",
    "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    const QString wrong = QStringLiteral("another password");
    CHECK(desk.signIn(QStringLiteral("nobody"), wrong).body
        == desk.signIn(QStringLiteral("manager"), wrong).body);
    for (int i = 0; i < 2; ++i)
        CHECK(desk.signIn(QStringLiteral("manager"), wrong).status == 401);
    CHECK(codeOf(desk.signIn(QStringLiteral("manager"))) == QStringLiteral("pause"));
    mall.clock.advance(Milliseconds(2000));
    CHECK(desk.signIn(QStringLiteral("manager"), wrong).status == 401);
    mall.clock.advance(Milliseconds(2000));
    CHECK(desk.signIn(QStringLiteral("manager")).status == 429);
    mall.clock.advance(Milliseconds(2000));
    CHECK(desk.signIn(QStringLiteral("manager")).status == 200);
}

TEST_CASE("A session ends when nobody touches it, and in any case after half a day", "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    mall.clock.advance(ManagerSessions::idleFor - Milliseconds(1));
    CHECK(desk.get("/manage/api/me").status == 200);
    mall.clock.advance(Milliseconds(1));
    CHECK(desk.get("/manage/api/me").status == 401);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    for (Milliseconds gone{0}; gone < ManagerSessions::longest;
         gone += ManagerSessions::idleFor / 2) {
        CHECK(desk.get("/manage/api/now?seen=1").status == 200);
        mall.clock.advance(ManagerSessions::idleFor / 2);
    }
    CHECK(desk.get("/manage/api/now?seen=1").status == 401);
}

TEST_CASE("The session's cookie is for this page alone", "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.post("/manage/api/signin",
                    {{QStringLiteral("id"), QStringLiteral("manager")},
                        {QStringLiteral("password"), password}},
                    "X-Forwarded-Proto: https\r\n")
                .status
        == 200);
    for (const char *word : {"HttpOnly", "Secure", "SameSite=Strict", "Path=/manage"})
        CHECK(desk.setCookie().contains(word));
    REQUIRE(desk.post("/manage/api/signout", {}).status == 200);
    CHECK(desk.setCookie().contains("Max-Age=0"));
}

TEST_CASE("Another site's page changes nothing, and neither does who lacks the session's word",
    "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    const QJsonObject wish{{QStringLiteral("scope"), QStringLiteral("site")}};
    CHECK(desk.post("/manage/api/close", wish, "Origin: https://evil.example\r\n").status == 403);
    CHECK(desk.post("/manage/api/close", wish, "Sec-Fetch-Site: cross-site\r\n").status == 403);
    QJsonObject guess = wish;
    guess.insert(QStringLiteral("csrf"), QStringLiteral("guess"));
    CHECK(desk.post("/manage/api/close", guess).status == 403);
    CHECK(mall.service.state().closures.empty());
    CHECK(desk.post("/manage/api/close", wish).status == 200);
    CHECK(mall.service.state().closures.contains(Scope()));
}

TEST_CASE("Who lost the post, or has a new password, is out at once", "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    Officer manager = mall.service.state().officers.value(OfficerId(QStringLiteral("manager")));
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    manager.active = false;
    mall.apply(RegisterOfficer{manager});
    CHECK(desk.get("/manage/api/me").status == 401);
    manager.active = true;
    mall.apply(RegisterOfficer{manager});
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    manager.passwordHash = hashPassword(QStringLiteral("yet another one")).value();
    mall.apply(RegisterOfficer{manager});
    CHECK(desk.get("/manage/api/me").status == 401);
}

TEST_CASE(
    "The first manager signs up with the service's code, once, and there is no default", "[manage]")
{
    Mall mall;
    Browser desk(mall);
    const QString code = mall.server->manager().setupCode();
    const auto signUp = [&](const QString &typed) {
        return desk.post("/manage/api/setup",
            {{QStringLiteral("code"), typed}, {QStringLiteral("id"), QStringLiteral("sari")},
                {QStringLiteral("name"), QStringLiteral("Sari")},
                {QStringLiteral("password"), password}});
    };
    CHECK(codeOf(signUp(QStringLiteral("0000-0000"))) == QStringLiteral("wrongCode"));
    CHECK(signUp(code.toLower()).status == 200);
    CHECK(desk.get("/manage/api/people").status == 200);
    CHECK(mall.server->manager().setupCode().isEmpty());
    CHECK(codeOf(signUp(code)) == QStringLiteral("alreadySetUp"));
}

TEST_CASE("Nobody gives rights beyond the own, or takes them from who has more", "[manage]")
{
    StaffedMall mall;
    Officer clerk = somebody("clerk", Role::Technician);
    clerk.rights.insert(Right::ManagePeople);
    mall.apply(RegisterOfficer{clerk});
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("clerk")).status == 200);
    const auto set = [&](const char *id, const char *role, bool active = true) {
        return codeOf(desk.post("/manage/api/people",
            {{QStringLiteral("id"), QString::fromLatin1(id)},
                {QStringLiteral("name"), QStringLiteral("X")},
                {QStringLiteral("role"), QString::fromLatin1(role)},
                {QStringLiteral("active"), active}}));
    };
    CHECK(set("friend", "manager") == QStringLiteral("beyondOwnRights"));
    CHECK(set("manager", "helper", false) == QStringLiteral("beyondOwnRights"));
    CHECK(set("friend", "technician").isEmpty());
    CHECK(mall.service.state().officers.value(OfficerId(QStringLiteral("manager"))).active);
}

TEST_CASE(
    "A person registered on the page signs in with the PIN, and hashes stay inside", "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    REQUIRE(desk.post("/manage/api/people",
                    {{QStringLiteral("id"), QStringLiteral("budi")},
                        {QStringLiteral("name"), QStringLiteral("Budi")},
                        {QStringLiteral("role"), QStringLiteral("officer")},
                        {QStringLiteral("active"), true},
                        {QStringLiteral("pin"), QStringLiteral("13579")}})
                .status
        == 200);
    CHECK(pinMatches(mall.service.state().officers.value(OfficerId(QStringLiteral("budi"))).pinHash,
        QStringLiteral("13579")));
    for (const char *path : {"/manage/api/people", "/manage/api/journal", "/manage/api/me"}) {
        const QByteArray told = desk.get(path).body;
        CHECK_FALSE(told.contains("argon2"));
        CHECK_FALSE(QByteArray(told).replace("\"tokenHash\":\"\"", "").contains("tokenHash"));
    }
}

TEST_CASE("The page shows who waits, what the kiosk lacks and what to do about it", "[manage]")
{
    StaffedMall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    const CommandId wish = mall.newCommand();
    kiosk.send(takeNumber(wish));
    TerminalStatus status;
    status.version = QStringLiteral("0.1.0");
    status.backlog = 3;
    status.printers = {PrinterStatus{{}, PrinterCondition::PaperOut, {}}};
    kiosk.send(StatusMessage{status});
    REQUIRE(eventually([&] {
        return kiosk.answerTo(wish) && mall.server->gate().devices().begin()->second.status;
    }));
    mall.clock.advance(waitTarget + Minutes(1));
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    const QJsonObject now = desk.get("/manage/api/now").json();
    QStringList alarms;
    for (const QJsonValue &alarm : now.value(QStringLiteral("alarms")).toArray())
        alarms.append(alarm[QStringLiteral("alarm")].toString());
    for (const char *expected : {"paperOut", "backlog", "waitOverTarget"})
        CHECK(alarms.contains(QLatin1String(expected)));
    int waiting = 0;
    for (const QJsonValue &line : now.value(QStringLiteral("lines")).toArray())
        waiting += line[QStringLiteral("waiting")].toInt();
    CHECK(waiting == 1);
    CHECK(now.value(QStringLiteral("today"))[QStringLiteral("issued")].toInt() == 1);
    CHECK_FALSE(toBytes(now).contains("secret"));
}

TEST_CASE("A kiosk that takes orders gets them from the page, another one is told of", "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("technician")).status == 200);
    const auto order = [&] {
        return codeOf(desk.post("/manage/api/order",
            {{QStringLiteral("terminal"), QStringLiteral("kiosk-1")},
                {QStringLiteral("do"), QStringLiteral("testPrint")}}));
    };
    CHECK(order() == QStringLiteral("notConnected"));
    Client kiosk(mall);
    Hello hello{protocolVersion, TerminalId(QStringLiteral("kiosk-1")), Mall::tokenOf("kiosk-1"), 0,
        QStringLiteral("test")};
    kiosk.send(hello);
    REQUIRE(eventually([&] { return kiosk.first<Welcome>() != nullptr; }));
    CHECK(order() == QStringLiteral("takesNoOrders"));
    Client newer(mall);
    hello.takesOrders = true;
    newer.send(hello);
    REQUIRE(eventually([&] { return newer.first<Welcome>() != nullptr; }));
    CHECK(order().isEmpty());
    REQUIRE(eventually([&] { return newer.first<OrderMessage>() != nullptr; }));
    CHECK(newer.first<OrderMessage>()->order == DeviceOrder::TestPrint);
}

TEST_CASE("A device enrols with the code that the page shows, and the journal says who let it in",
    "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("technician")).status == 200);
    const QJsonObject invited = desk.post("/manage/api/invite",
                                        {{QStringLiteral("kind"), QStringLiteral("display")},
                                            {QStringLiteral("id"), QStringLiteral("hall-2")}})
                                    .json();
    const auto invitation = Invitation::fromTyped(QStringLiteral("127.0.0.1:%1").arg(mall.port),
        invited.value(QStringLiteral("code")).toString());
    REQUIRE(invitation);
    Enrolment enrolment(*invitation, mall.random);
    std::optional<TerminalFile> file;
    QObject::connect(&enrolment, &Enrolment::enrolled, &enrolment,
        [&](const TerminalFile &made) { file = made; });
    enrolment.start();
    REQUIRE(eventually([&] { return file.has_value(); }));
    CHECK(invited.value(QStringLiteral("qr")).toString().startsWith(QStringLiteral("<svg")));
    Browser manager(mall);
    REQUIRE(manager.signIn(QStringLiteral("manager")).status == 200);
    const QJsonObject found = manager.get("/manage/api/journal?q=terminalenrolled")
                                  .json()
                                  .value(QStringLiteral("entries"))[0]
                                  .toObject();
    CHECK(found.value(QStringLiteral("officer")).toString() == QStringLiteral("technician"));
    CHECK(found.value(QStringLiteral("data"))[QStringLiteral("id")].toString()
        == QStringLiteral("hall-2"));
}

TEST_CASE("The journal is read backwards to its first day, each record once", "[manage]")
{
    StaffedMall mall;
    for (int i = 0; i < 400; ++i) {
        Officer helper = somebody("helper", Role::Helper);
        helper.name = QString::number(i);
        mall.apply(RegisterOfficer{helper});
    }
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    QList<qint64> positions;
    qint64 before = 0;
    do {
        const QJsonObject page
            = desk.get("/manage/api/journal?before=" + QByteArray::number(before)).json();
        for (const QJsonValue &entry : page.value(QStringLiteral("entries")).toArray())
            positions.append(entry[QStringLiteral("position")].toInteger());
        before = page.value(QStringLiteral("before")).toInteger();
    } while (before > 0);
    CHECK(std::ranges::is_sorted(positions, std::greater()));
    CHECK(positions.size() == mall.service.position());
}

TEST_CASE("A changed quota is published as a version with who and why, and rolled back", "[manage]")
{
    StaffedMall mall;
    Client kiosk(mall);
    kiosk.signedOn("kiosk-1");
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    const Position before = mall.service.position();
    const auto quota
        = [&] { return mall.service.state().catalogue->agencies[0].services[0].dailyQuota; };
    const auto old = quota();
    const QJsonObject change{{QStringLiteral("path"),
                                 QJsonArray{QStringLiteral("agencies"), 0,
                                     QStringLiteral("services"), 0, QStringLiteral("dailyQuota")}},
        {QStringLiteral("value"), 77}};
    const WebAnswer changed = desk.post(
        "/manage/api/catalogue/change", {{QStringLiteral("changes"), QJsonArray{change}}});
    CHECK(changed.json().value(QStringLiteral("faults")).toArray().isEmpty());
    CHECK(quota() == old); // nothing holds before it is published
    REQUIRE(desk.post("/manage/api/catalogue/publish",
                    {{QStringLiteral("reason"), QStringLiteral("more officers")}})
                .status
        == 200);
    CHECK(quota() == 77);
    REQUIRE(eventually([&] { return kiosk.position() == mall.service.position(); }));
    const QJsonArray versions = desk.get("/manage/api/journal?q=cataloguepublished")
                                    .json()
                                    .value(QStringLiteral("entries"))
                                    .toArray();
    REQUIRE(versions.size() == 2);
    CHECK(versions[0][QStringLiteral("officer")].toString() == QStringLiteral("manager"));
    CHECK(versions[0][QStringLiteral("data")][QStringLiteral("reason")].toString()
        == QStringLiteral("more officers"));
    REQUIRE(versions[1][QStringLiteral("position")].toInteger() <= before);
    REQUIRE(desk.post("/manage/api/catalogue/version",
                    {{QStringLiteral("position"), versions[1][QStringLiteral("position")]}})
                .status
        == 200);
    REQUIRE(desk.post("/manage/api/catalogue/publish",
                    {{QStringLiteral("reason"), QStringLiteral("back again")}})
                .status
        == 200);
    CHECK(quota() == old);
}

TEST_CASE("A draft with a fault is told so with its place, and is not published", "[manage]")
{
    StaffedMall mall;
    Browser desk(mall);
    REQUIRE(desk.signIn(QStringLiteral("manager")).status == 200);
    const QJsonObject change{
        {QStringLiteral("path"), QJsonArray{QStringLiteral("agencies"), 0, QStringLiteral("code")}},
        {QStringLiteral("value"), QStringLiteral("Q")}};
    const QJsonArray faults = desk.post("/manage/api/catalogue/change",
                                      {{QStringLiteral("changes"), QJsonArray{change}}})
                                  .json()
                                  .value(QStringLiteral("faults"))
                                  .toArray();
    REQUIRE(faults.size() >= 1);
    CHECK(faults[0][QStringLiteral("path")].toString() == QStringLiteral("agencies[0].code"));
    CHECK(codeOf(desk.post("/manage/api/catalogue/publish",
              {{QStringLiteral("reason"), QStringLiteral("why not")}}))
        == QStringLiteral("faults"));
    REQUIRE(desk.post("/manage/api/catalogue/discard", {}).status == 200);
    CHECK(desk.get("/manage/api/catalogue")
              .json()
              .value(QStringLiteral("faults"))
              .toArray()
              .isEmpty());
}

TEST_CASE("Who publishes over somebody else's new catalogue is stopped", "[manage]")
{
    StaffedMall mall;
    mall.apply(RegisterOfficer{somebody("second", Role::Manager)});
    Browser first(mall);
    Browser second(mall);
    REQUIRE(first.signIn(QStringLiteral("manager")).status == 200);
    REQUIRE(second.signIn(QStringLiteral("second")).status == 200);
    const auto raise = [](Browser &desk, int quota) {
        const QJsonObject change{
            {QStringLiteral("path"),
                QJsonArray{QStringLiteral("agencies"), 0, QStringLiteral("services"), 0,
                    QStringLiteral("dailyQuota")}},
            {QStringLiteral("value"), quota}};
        return desk.post(
            "/manage/api/catalogue/change", {{QStringLiteral("changes"), QJsonArray{change}}});
    };
    const QJsonObject why{{QStringLiteral("reason"), QStringLiteral("busy day")}};
    raise(first, 60);
    raise(second, 70);
    CHECK(first.post("/manage/api/catalogue/publish", why).status == 200);
    CHECK(codeOf(second.post("/manage/api/catalogue/publish", why)) == QStringLiteral("overtaken"));
    CHECK(mall.service.state().catalogue->agencies[0].services[0].dailyQuota == 60);
}
