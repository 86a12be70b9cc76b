// SPDX-License-Identifier: Apache-2.0
#include "service/sitesetup.h"

#include "service/accounts.h"

#include <QLockFile>

namespace antre {

namespace {

constexpr int shortestPin = 4;
constexpr int longestPin = 12;

bool isPin(const QString &pin)
{
    return pin.size() >= shortestPin && pin.size() <= longestPin
        && std::ranges::all_of(
            pin, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

} // namespace

SiteSetup::SiteSetup(SiteJournal site, const Clock &clock, Random &random)
    : m_site(std::move(site))
    , m_clock(clock)
    , m_random(random)
    , m_service(*m_site.journal, clock)
{
}

Result<std::unique_ptr<SiteSetup>> SiteSetup::open(
    const QString &folder, const Clock &clock, Random &random)
{
    auto site = openSiteJournal(folder);
    if (!site)
        return tl::unexpected(site.error());
    std::unique_ptr<SiteSetup> setup(new SiteSetup(std::move(*site), clock, random));
    if (auto opened = setup->m_service.open(); !opened)
        return tl::unexpected(opened.error());
    return setup;
}

Result<> SiteSetup::run(CommandData data)
{
    std::optional<Error> error;
    m_service.submit({CommandId(makeUuid(m_clock, m_random)), {}, std::move(data)},
        [&](const Answer &answer) { error = answer.error; });
    m_service.flush();
    if (error)
        return tl::unexpected(*error);
    return {};
}

Result<bool> SiteSetup::publish(CataloguePtr catalogue)
{
    const Position before = m_service.position();
    return run(PublishCatalogue{std::move(catalogue)}).map([&] {
        return m_service.position() > before;
    });
}

Result<TerminalFile> SiteSetup::enrol(const NewTerminal &terminal, const Service &service)
{
    if (!terminal.counter.isEmpty()
        && (!state().catalogue || !state().catalogue->counter(terminal.counter)))
        return failure(ErrorCode::NotFound,
            QStringLiteral("the catalogue has no counter ") + terminal.counter.value());
    const QString token = makeSecret(m_random);
    const QString name = terminal.name.isEmpty() ? terminal.id.value() : terminal.name;
    return run(EnrolTerminal{{terminal.id, terminal.kind, name, terminal.mark, hashToken(token)}})
        .map([&] {
            return TerminalFile{service.reachedAt, service.fingerprint, terminal.id, terminal.kind,
                token, terminal.mark, terminal.counter};
        });
}

Result<> SiteSetup::revoke(const TerminalId &terminal) { return run(RevokeTerminal{terminal}); }

Result<> SiteSetup::registerOfficer(const OfficerId &officer, const QString &name,
    const QString &pin, const std::optional<std::set<Right>> &rights)
{
    if (!isPin(pin))
        return failure(ErrorCode::Invalid,
            QStringLiteral("a PIN is %1 to %2 digits").arg(shortestPin).arg(longestPin));
    return hashPin(pin).and_then([&](const QString &hash) {
        const auto kept = rights.value_or(state().officers.value(officer).rights);
        return run(RegisterOfficer{{officer, name, hash, true, kept}});
    });
}

Result<Officer> SiteSetup::known(const OfficerId &officer) const
{
    const auto found = state().officers.constFind(officer);
    if (found == state().officers.constEnd())
        return failure(ErrorCode::NotFound, QStringLiteral("no officer ") + officer.value());
    return *found;
}

Result<> SiteSetup::setRights(const OfficerId &officer, std::set<Right> rights)
{
    return known(officer).and_then([&](Officer changed) {
        changed.rights = std::move(rights);
        return run(RegisterOfficer{changed});
    });
}

Result<> SiteSetup::deactivateOfficer(const OfficerId &officer)
{
    return known(officer).and_then([&](Officer changed) {
        changed.active = false;
        return run(RegisterOfficer{changed});
    });
}

Result<> SiteSetup::close(const Scope &scope, Minutes length, const QString &reason)
{
    LocalText words;
    if (const auto &catalogue = state().catalogue; catalogue && !reason.isEmpty())
        words = LocalText(
            std::map<QString, QString>{{catalogue->site.languages.constFirst(), reason}});
    return run(CloseFor{scope, m_clock.wall() + length, words});
}

Result<> SiteSetup::reopen(const Scope &scope)
{
    const auto closed = state().closures.find(scope);
    if (closed == state().closures.end() || closed->second.until <= m_clock.wall())
        return failure(ErrorCode::NotFound, scope.text() + QStringLiteral(" is not closed"));
    return run(Reopen{scope});
}

} // namespace antre
