// SPDX-License-Identifier: Apache-2.0
#include "antrectl/catalogueverb.h"
#include "antrectl/options.h"
#include "antrectl/pin.h"
#include "server/tlsidentity.h"
#include "service/sitesetup.h"

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
        if (auto setup = SiteSetup::open(directory, m_clock, m_random))
            m_setup = std::move(*setup);
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

Exit enrolTerminal(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
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
    options.add(QStringLiteral("file"), QStringLiteral("The file to make for the device."),
        QStringLiteral("FILE"), QStringLiteral("DIR/terminals/ID.json"));
    if (const auto exit = options.parse(arguments, 3))
        return *exit;
    const QString directory = options.positionals().at(0);
    const QString id = options.positionals().at(2);
    const auto kind = terminalKindFromName(options.positionals().at(1));
    if (!kind)
        complain(
            QStringLiteral("antrectl: a terminal is a kiosk, counter or display, not a \"%1\".")
                .arg(options.positionals().at(1)));
    const auto service = HostPort::fromText(options.text(QStringLiteral("service")));
    if (!service)
        complain(QStringLiteral("antrectl: --service: %1.").arg(service.error().detail));
    if (!kind || !service || !isPlainId(id))
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
    const SiteSetup::NewTerminal terminal{TerminalId(id), *kind,
        options.text(QStringLiteral("name")), options.text(QStringLiteral("mark")),
        CounterId(options.text(QStringLiteral("counter")))};
    const auto saved
        = ensureTlsIdentity(directory, SystemClock())
              .and_then([&](const TlsIdentity &identity) {
                  return site->enrol(terminal, {*service, identity.fingerprint});
              })
              .and_then([&](const TerminalFile &file) { return saveTerminalFile(path, file); });
    if (!saved)
        return fails(saved.error());
    print(path);
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

static void addRights(Options &options)
{
    options.add(rightsOption,
        QStringLiteral("What the officer may do beyond the usual: any of pickTicket, exceedLimits, "
                       "close, otherCounters, joined by commas; or none."),
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
            complain(QStringLiteral("antrectl: there is no right \"%1\"; write any of pickTicket, "
                                    "exceedLimits, close and otherCounters, or none.")
                         .arg(name.trimmed()));
            return std::nullopt;
        }
        rights.insert(*right);
    }
    return rights;
}

Exit setOfficer(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("name"), QStringLiteral("The person's name."),
        QStringLiteral("NAME"), QStringLiteral("ID"));
    addRights(options);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OfficerId officer(options.positionals().at(1));
    std::optional<std::set<Right>> rights;
    if (options.isSet(rightsOption)) {
        rights = rightsFrom(options.text(rightsOption));
        if (!rights)
            return Exit::Usage;
    }
    if (!isPlainId(officer.value()))
        return Exit::Usage;
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    const QString name = options.isSet(QStringLiteral("name"))
        ? options.text(QStringLiteral("name"))
        : officer.value();
    const auto registered = readPin().and_then(
        [&](const QString &pin) { return site->registerOfficer(officer, name, pin, rights); });
    return registered ? Exit::Success : fails(registered.error());
}

/// "rina (Rina): pickTicket, close".
static void printRights(const Officer &officer)
{
    QStringList names;
    for (const Right right : officer.rights)
        names.append(rightName(right));
    print(QStringLiteral("%1 (%2): %3%4")
              .arg(officer.id.value(), officer.name,
                  names.isEmpty() ? QStringLiteral("none") : names.join(QStringLiteral(", ")),
                  officer.active ? QString() : QStringLiteral("; can't sign in")));
}

Exit officerRights(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    addRights(options);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OfficerId officer(options.positionals().at(1));
    std::optional<std::set<Right>> rights;
    if (options.isSet(rightsOption)) {
        rights = rightsFrom(options.text(rightsOption));
        if (!rights)
            return Exit::Usage;
    }
    const OpenSite site(options.positionals().at(0));
    if (!site)
        return Exit::Failure;
    if (rights) {
        if (const auto changed = site->setRights(officer, *rights); !changed)
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
