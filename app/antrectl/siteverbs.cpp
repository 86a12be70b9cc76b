// SPDX-License-Identifier: Apache-2.0
#include "antrectl/catalogueverb.h"
#include "antrectl/options.h"
#include "antrectl/pin.h"
#include "antrectl/sitesetup.h"

#include "service/accounts.h"

#include <QRegularExpression>

namespace antre {

static Exit fails(const Error &error)
{
    complain(QStringLiteral("antrectl: %1.").arg(error.detail));
    return Exit::Failure;
}

/// Ids become file names, and are read out over the phone.
static bool isPlainId(const QString &id)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(QStringLiteral("[a-z0-9]+([.-][a-z0-9]+)*")));
    if (form.match(id).hasMatch() && id.size() <= 64)
        return true;
    complain(QStringLiteral("antrectl: \"%1\" is no id; write small letters and digits, joined by single dots or hyphens.").arg(id));
    return false;
}

Exit createSite(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("catalogue"), QStringLiteral("What the site offers; needed."), QStringLiteral("FILE"));
    if (const auto exit = options.parse(arguments, 1))
        return *exit;
    if (!options.isSet(QStringLiteral("catalogue"))) {
        complain(QStringLiteral("antrectl: a site needs a catalogue: --catalogue FILE."));
        return Exit::Usage;
    }
    const CataloguePtr catalogue = loadCatalogue(options.text(QStringLiteral("catalogue")));
    if (!catalogue)
        return Exit::Failure;
    const SystemClock clock;
    SystemRandom random;
    const QString directory = options.positionals().constFirst();
    const auto site = SiteSetUp::create(directory, catalogue, clock, random);
    if (!site)
        return fails(site.error());
    print(QStringLiteral("%1: %2, journal %3").arg(directory, catalogue->site.name.in(QStringLiteral("en")), SiteSetUp::journalPath(directory)));
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
    const SystemClock clock;
    SystemRandom random;
    const auto published = SiteSetUp::open(options.positionals().at(0), clock, random).and_then([&](const auto &site) {
        return site->carryOut(PublishCatalogue{catalogue});
    });
    return published ? Exit::Success : fails(published.error());
}

Exit enrolTerminal(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("name"), QStringLiteral("What people call it."), QStringLiteral("NAME"));
    options.add(QStringLiteral("mark"), QStringLiteral("A kiosk's letter or digit in the numbers that it gives offline; needed for kiosks."), QStringLiteral("MARK"));
    options.add(QStringLiteral("service"), QStringLiteral("Where the device finds the service."), QStringLiteral("URL"), QStringLiteral("wss://127.0.0.1:7443"));
    options.add(QStringLiteral("fingerprint"), QStringLiteral("SHA-256 of the service's certificate, hexadecimal."), QStringLiteral("HEX"));
    if (const auto exit = options.parse(arguments, 3))
        return *exit;
    const QStringList given = options.positionals();
    const auto kind = terminalKindFromName(given.at(1));
    if (!kind)
        complain(QStringLiteral("antrectl: a terminal is a kiosk, counter or display, not a \"%1\".").arg(given.at(1)));
    if (!kind || !isPlainId(given.at(2)))
        return Exit::Usage;

    const QString name = options.isSet(QStringLiteral("name")) ? options.text(QStringLiteral("name")) : given.at(2);
    const Terminal terminal{TerminalId(given.at(2)), *kind, name, options.text(QStringLiteral("mark")), {}};
    const Enrolment enrolment{terminal, {}, options.text(QStringLiteral("service")), options.text(QStringLiteral("fingerprint"))};
    // What the device could not read later is refused now.
    Enrolment trial = enrolment;
    trial.token = QStringLiteral("trial");
    if (const auto readable = enrolmentFromBytes(enrolmentToBytes(trial)); !readable) {
        complain(QStringLiteral("antrectl: %1.").arg(readable.error().detail));
        return Exit::Usage;
    }
    const SystemClock clock;
    SystemRandom random;
    const auto file = SiteSetUp::open(given.at(0), clock, random).and_then([&](const auto &site) { return site->enrol(enrolment); });
    if (!file)
        return fails(file.error());
    print(*file);
    return Exit::Success;
}

Exit revokeTerminal(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const SystemClock clock;
    SystemRandom random;
    const auto revoked = SiteSetUp::open(options.positionals().at(0), clock, random).and_then([&](const auto &site) {
        return site->carryOut(RevokeTerminal{TerminalId(options.positionals().at(1))});
    });
    return revoked ? Exit::Success : fails(revoked.error());
}

/// The officer as `options` want it, from as it was; nothing after a complaint.
static std::optional<Officer> changed(Officer officer, const Options &options)
{
    if (options.isSet(QStringLiteral("name")))
        officer.name = options.text(QStringLiteral("name"));
    if (officer.name.isEmpty())
        officer.name = officer.id.value();
    officer.active = !options.isSet(QStringLiteral("inactive"));
    if (options.isSet(QStringLiteral("keep-pin")) && !officer.pinHash.isEmpty())
        return officer;
    const auto hash = readPin().and_then(hashPin);
    if (!hash) {
        complain(QStringLiteral("antrectl: %1.").arg(hash.error().detail));
        return std::nullopt;
    }
    officer.pinHash = *hash;
    return officer;
}

Exit setOfficer(const Verb &verb, const QStringList &arguments)
{
    Options options(verb);
    options.add(QStringLiteral("name"), QStringLiteral("The person's name."), QStringLiteral("NAME"));
    options.add(QStringLiteral("keep-pin"), QStringLiteral("Leave a known officer's PIN as it is."));
    options.add(QStringLiteral("inactive"), QStringLiteral("The officer can't sign in any more."));
    if (const auto exit = options.parse(arguments, 2))
        return *exit;
    const OfficerId id(options.positionals().at(1));
    if (!isPlainId(id.value()))
        return Exit::Usage;
    const SystemClock clock;
    SystemRandom random;
    const auto site = SiteSetUp::open(options.positionals().at(0), clock, random);
    if (!site)
        return fails(site.error());
    Officer known = (*site)->state().officers.value(id);
    known.id = id;
    const auto officer = changed(known, options);
    if (!officer)
        return Exit::Failure;
    const auto registered = (*site)->carryOut(RegisterOfficer{*officer});
    return registered ? Exit::Success : fails(registered.error());
}

} // namespace antre
