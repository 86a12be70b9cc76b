// SPDX-License-Identifier: Apache-2.0
#include "antrectl/catalogueverb.h"
#include "antrectl/options.h"
#include "antrectl/pin.h"
#include "antrectl/qrtext.h"
#include "server/runningsite.h"
#include "server/tlsidentity.h"
#include "service/sitesetup.h"
#include "wire/enrolment.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTime>

namespace antre {

namespace {

Exit fails(const Error &error)
{
    complain(QStringLiteral("antrectl: %1.").arg(error.detail));
    return Exit::Failure;
}

/// An existing site, for one verb; null after a complaint.
class OpenSite
{
public:
    explicit OpenSite(const QString &directory)
    {
        if (!QFileInfo::exists(journalIn(directory))) {
            complain(QStringLiteral(
                "antrectl: there is no site in %1; 'antrectl site create' makes one.")
                         .arg(directory));
            return;
        }
        open(directory);
    }

    static QString journalIn(const QString &directory)
    {
        return QDir(directory).filePath(QStringLiteral("journal.db"));
    }
    [[nodiscard]] static OpenSite made(const QString &directory)
    {
        OpenSite site;
        site.open(directory);
        return site;
    }

    explicit operator bool() const { return m_setup != nullptr; }
    SiteSetup *operator->() const { return m_setup.get(); }

private:
    OpenSite() = default;
    void open(const QString &directory)
    {
        auto setup = SiteSetup::open(directory, m_clock, m_random);
        if (setup) {
            m_setup = std::move(*setup);
            return;
        }
        // Whoever has it can be asked to do it.
        auto running = setup.error().reason == QLatin1String("running")
            ? RunningSite::open(directory)
            : Result<std::unique_ptr<SiteDesk>>(tl::unexpected(setup.error()));
        if (running)
            m_setup = std::make_unique<SiteSetup>(std::move(*running), m_clock, m_random);
        else
            complain(explainSiteError(setup.error(), directory));
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<SiteSetup> m_setup;
};

/// Ids become file names, and are read out over the phone.
bool isPlainId(const QString &id)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(QStringLiteral("[a-z0-9]+([.-][a-z0-9]+)*")));
    if (form.match(id).hasMatch() && id.size() <= 64)
        return true;
    complain(QStringLiteral("antrectl: \"%1\" is no id; write small letters and digits, joined by "
                            "single dots or hyphens.")
                 .arg(id));
    return false;
}

} // namespace

Exit createSite(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("catalogue"), QStringLiteral("What the site offers; needed."),
        QStringLiteral("FILE"));
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    if (!options.isSet(QStringLiteral("catalogue"))) {
        complain(QStringLiteral("antrectl: a site needs a catalogue: --catalogue FILE."));
        return Exit::Usage;
    }
    const QString directory = options.positionals().constFirst();
    if (QFileInfo::exists(OpenSite::journalIn(directory))) {
        complain(QStringLiteral("antrectl: there is a site in %1 already.").arg(directory));
        return Exit::Failure;
    }
    const CataloguePtr catalogue = loadCatalogue(options.text(QStringLiteral("catalogue")));
    if (!catalogue)
        return Exit::Failure;
    const OpenSite site = OpenSite::made(directory);
    if (!site)
        return Exit::Failure;
    // The journal holds hashes of PINs, which are short. SQLite gives its other files the same
    // rights.
    if (!QFile::setPermissions(
            OpenSite::journalIn(directory), QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fails({ErrorCode::Unavailable,
            QStringLiteral("the rights of %1 can't be narrowed")
                .arg(OpenSite::journalIn(directory))});
    if (const auto published = site->publish(catalogue); !published)
        return fails(published.error());
    const auto identity = ensureTlsIdentity(directory, SystemClock());
    if (!identity)
        return fails(identity.error());
    print(
        QStringLiteral("%1: %2\nCertificate: %3")
            .arg(directory, catalogue->site.name.in(QStringLiteral("en")), identity->fingerprint));
    return Exit::Success;
}

Exit publishCatalogue(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const CataloguePtr catalogue = loadCatalogue(options.positionals().at(1));
    if (!catalogue)
        return Exit::Failure;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto published = site->publish(catalogue);
    if (!published)
        return fails(published.error());
    print(*published ? QStringLiteral("Published.")
                     : QStringLiteral("The site has this catalogue already."));
    return Exit::Success;
}

static void addTerminalOptions(Options &options)
{
    options.add(
        QStringLiteral("name"), QStringLiteral("What people call it."), QStringLiteral("NAME"));
    options.add(QStringLiteral("mark"),
        QStringLiteral(
            "A kiosk's letter or digit in the numbers that it gives offline; needed for kiosks."),
        QStringLiteral("MARK"));
    options.add(QStringLiteral("counter"),
        QStringLiteral("The counter at which a console always stands."), QStringLiteral("NUMBER"));
    options.add(QStringLiteral("service"), QStringLiteral("Where the device finds the service."),
        QStringLiteral("HOST:PORT"), QStringLiteral("127.0.0.1:%1").arg(defaultTerminalPort));
}

/// What the words and options describe; nothing after a complaint.
static std::optional<SiteSetup::NewTerminal> terminalFrom(const Options &options)
{
    const QString id = options.positionals().at(2);
    const auto kind = terminalKindFromName(options.positionals().at(1));
    if (!kind)
        complain(
            QStringLiteral("antrectl: a terminal is a kiosk, counter or display, not a \"%1\".")
                .arg(options.positionals().at(1)));
    if (!kind || !isPlainId(id))
        return std::nullopt;
    return SiteSetup::NewTerminal{TerminalId(id), *kind, options.text(QStringLiteral("name")),
        options.text(QStringLiteral("mark")), CounterId(options.text(QStringLiteral("counter")))};
}

/// Nothing after a complaint.
static std::optional<HostPort> serviceFrom(const Options &options)
{
    const auto service = HostPort::fromText(options.text(QStringLiteral("service")));
    if (service)
        return *service;
    complain(QStringLiteral("antrectl: --service: %1.").arg(service.error().detail));
    return std::nullopt;
}

Exit enrolTerminal(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    addTerminalOptions(options);
    options.add(QStringLiteral("file"), QStringLiteral("The file to make for the device."),
        QStringLiteral("FILE"), QStringLiteral("DIR/terminals/ID.json"));
    if (const auto exit = options.parse(arguments, 3))
        return *exit;
    const QString directory = options.positionals().at(0);
    const QString id = options.positionals().at(2);
    const auto terminal = terminalFrom(options);
    const auto service = serviceFrom(options);
    if (!terminal || !service)
        return Exit::Usage;

    const OpenSite site(directory);
    if (!site)
        return Exit::Failure;
    const QString terminals = QDir(directory).filePath(QStringLiteral("terminals"));
    const QString path = options.isSet(QStringLiteral("file"))
        ? options.text(QStringLiteral("file"))
        : QDir(terminals).filePath(id + QStringLiteral(".json"));
    if (!options.isSet(QStringLiteral("file")) && !QDir().mkpath(terminals))
        return fails({ErrorCode::Unavailable, terminals + QStringLiteral(": can't be made")});
    const auto saved
        = ensureTlsIdentity(directory, SystemClock())
              .and_then([&](const TlsIdentity &identity) {
                  return site->enrol(*terminal, {*service, identity.fingerprint});
              })
              .and_then([&](const TerminalFile &file) { return saveTerminalFile(path, file); });
    if (!saved)
        return fails(saved.error());
    print(path);
    return Exit::Success;
}

Exit inviteTerminal(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    addTerminalOptions(options);
    if (const auto exit = options.parse(arguments, 3))
        return *exit;
    const auto terminal = terminalFrom(options);
    const auto service = serviceFrom(options);
    if (!terminal || !service)
        return Exit::Usage;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto code = site->invite(*terminal);
    if (!code)
        return fails(code.error());
    const Invitation invitation{*service, code->code, code->fingerprint};
    print(QStringLiteral("Address: %1\nCode:    %2\nGood once, until %3.")
              .arg(service->text(), spacedEnrolmentCode(code->code),
                  QDateTime::fromMSecsSinceEpoch(toMs(code->until))
                      .toString(QStringLiteral("HH:mm:ss"))));
    if (const auto qr = qrText(invitation.text()))
        print(*qr);
    return Exit::Success;
}

Exit revokeTerminal(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto revoked = site->revoke(TerminalId(options.positionals().at(1)));
    return revoked ? Exit::Success : fails(revoked.error());
}

static const QString rightsOption = QStringLiteral("rights");
static const QString roleOption = QStringLiteral("role");
static const QString agencyOption = QStringLiteral("agency");

static QString namesOf(const std::set<Right> &rights)
{
    QStringList names;
    for (const Right right : rights)
        names.append(rightName(right));
    return names.isEmpty() ? QStringLiteral("none") : names.join(QStringLiteral(", "));
}

/// Those that don't come with every role.
static std::set<Right> extraRights()
{
    std::set<Right> extra(allRights().begin(), allRights().end());
    extra.erase(Right::Serve);
    return extra;
}

static void addPost(Options &options)
{
    options.add(roleOption,
        QStringLiteral(
            "officer, helper, agencyHead, manager or technician: what the person may do."),
        QStringLiteral("ROLE"));
    options.add(agencyOption, QStringLiteral("The agency in which an agencyHead's rights hold."),
        QStringLiteral("ID"));
    options.add(rightsOption,
        QStringLiteral("What the officer may do beyond the role: any of %1, joined by commas; or "
                       "none.")
            .arg(namesOf(extraRights())),
        QStringLiteral("LIST"));
}

/// Nothing after a complaint.
static std::optional<std::set<Right>> rightsFrom(const QString &list)
{
    std::set<Right> rights;
    if (list == QLatin1String("none"))
        return rights;
    for (const QString &name : list.split(QLatin1Char(','))) {
        const auto right = rightFromName(name.trimmed());
        if (!right) {
            complain(QStringLiteral("antrectl: there is no right \"%1\"; write any of %2, or none.")
                         .arg(name.trimmed(), namesOf(extraRights())));
            return std::nullopt;
        }
        rights.insert(*right);
    }
    return rights;
}

/// What the options say; an absent post when they say nothing. Nothing after a complaint.
static std::optional<std::optional<SiteSetup::Post>> postFrom(
    const Options &options, const std::optional<Officer> &before)
{
    if (!options.isSet(rightsOption) && !options.isSet(roleOption) && !options.isSet(agencyOption))
        return std::optional<SiteSetup::Post>();
    SiteSetup::Post post;
    if (before) {
        post.role = before->role;
        post.agency = before->agency;
    }
    if (options.isSet(roleOption)) {
        const auto role = roleFromName(options.text(roleOption));
        if (!role) {
            complain(QStringLiteral("antrectl: there is no role \"%1\"; write officer, helper, "
                                    "agencyHead, manager or technician.")
                         .arg(options.text(roleOption)));
            return std::nullopt;
        }
        post.role = *role;
    }
    if (options.isSet(agencyOption))
        post.agency = AgencyId(options.text(agencyOption));
    post.rights = rightsOf(post.role);
    if (options.isSet(rightsOption)) {
        const auto extra = rightsFrom(options.text(rightsOption));
        if (!extra)
            return std::nullopt;
        post.rights.insert(extra->begin(), extra->end());
    }
    return std::optional(post);
}

static std::optional<Officer> officerBefore(const OpenSite &site, const OfficerId &officer)
{
    const auto found = site->state().officers.constFind(officer);
    return found == site->state().officers.constEnd() ? std::nullopt : std::optional(*found);
}

Exit setOfficer(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("name"), QStringLiteral("The person's name."),
        QStringLiteral("NAME"), QStringLiteral("ID"));
    addPost(options);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OfficerId officer(options.positionals().at(1));
    if (!isPlainId(officer.value()))
        return Exit::Usage;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto post = postFrom(options, officerBefore(site, officer));
    if (!post)
        return Exit::Usage;
    const QString name = options.isSet(QStringLiteral("name"))
        ? options.text(QStringLiteral("name"))
        : officer.value();
    const auto registered = readSecret(QStringLiteral("PIN")).and_then([&](const QString &pin) {
        return site->registerOfficer(officer, name, pin, *post);
    });
    return registered ? Exit::Success : fails(registered.error());
}

Exit setOfficerPassword(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto set = readSecret(QStringLiteral("Password")).and_then([&](const QString &password) {
        return site->setPassword(OfficerId(options.positionals().at(1)), password);
    });
    return set ? Exit::Success : fails(set.error());
}

/// "rina (Rina): pickTicket, close"; what comes with the role is not said again.
static void printRights(const Officer &officer)
{
    std::set<Right> rights = officer.rights;
    rights.erase(Right::Serve);
    const bool isUsual = officer.role == Role::Officer;
    if (!isUsual)
        std::erase_if(rights, [&](Right right) { return rightsOf(officer.role).contains(right); });
    print(QStringLiteral("%1 (%2)%3: %4%5")
              .arg(officer.id.value(), officer.name,
                  isUsual ? QString() : QStringLiteral(", ") + roleName(officer.role),
                  namesOf(rights), officer.active ? QString() : QStringLiteral("; can't sign in")));
}

Exit officerRights(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    addPost(options);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OfficerId officer(options.positionals().at(1));
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto post = postFrom(options, officerBefore(site, officer));
    if (!post)
        return Exit::Usage;
    if (*post) {
        if (const auto changed = site->setPost(officer, **post); !changed)
            return fails(changed.error());
    }
    if (!site->state().officers.contains(officer))
        return fails({ErrorCode::NotFound, QStringLiteral("no officer ") + officer.value()});
    printRights(site->state().officers.value(officer));
    return Exit::Success;
}

/// Nothing after a complaint.
static std::optional<Scope> scopeFrom(const QString &text)
{
    const auto scope = Scope::fromText(text);
    if (!scope)
        complain(QStringLiteral("antrectl: \"%1\" is nothing that can be closed; write site, "
                                "agency:ID, service:ID or counter:ID.")
                     .arg(text));
    return scope;
}

Exit closeScope(const Verb &verb, const QStringList &arguments)
{
    constexpr int minutesMax = int(closureMax.count());
    Options options(verb);
    options.add(QStringLiteral("for"), QStringLiteral("How long, in minutes; needed."),
        QStringLiteral("MINUTES"));
    options.add(QStringLiteral("reason"), QStringLiteral("What visitors read about it."),
        QStringLiteral("TEXT"));
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const auto scope = scopeFrom(options.positionals().at(1));
    const auto minutes = options.integer(QStringLiteral("for"), 1, minutesMax);
    if (!scope || !minutes)
        return Exit::Usage;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto closed
        = site->close(*scope, Minutes(*minutes), options.text(QStringLiteral("reason")));
    if (!closed)
        return fails(closed.error());
    const Closure &closure = site->state().closures.at(*scope);
    const LocalTime until = localTime(closure.until, site->state().catalogue->zone());
    print(QStringLiteral("%1 is closed until %2 %3.")
              .arg(scope->text(), until.day.text(),
                  QTime(0, 0)
                      .addSecs(int(until.ofDay.count()) * 60)
                      .toString(QStringLiteral("HH:mm"))));
    return Exit::Success;
}

Exit reopenScope(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const auto scope = scopeFrom(options.positionals().at(1));
    if (!scope)
        return Exit::Usage;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto opened = site->reopen(*scope);
    return opened ? Exit::Success : fails(opened.error());
}

Exit removeOfficer(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const auto removed = site->deactivateOfficer(OfficerId(options.positionals().at(1)));
    return removed ? Exit::Success : fails(removed.error());
}

} // namespace antre
