// SPDX-License-Identifier: Apache-2.0
#include "service/sitesetup.h"

#include "service/accounts.h"

#include <algorithm>

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

/// The site's journal, open for this process alone.
class JournalDesk final : public SiteDesk
{
public:
    JournalDesk(SiteJournal site, const Clock &clock)
        : m_site(std::move(site))
        , m_service(*m_site.journal, clock)
    {
    }
    [[nodiscard]] Result<> open() { return m_service.open(); }

    [[nodiscard]] const State &state() const override { return m_service.state(); }
    [[nodiscard]] Result<> run(const CommandId &id, CommandData data) override
    {
        std::optional<Error> error;
        m_service.submit(
            {id, {}, std::move(data)}, [&](const Answer &answer) { error = answer.error; });
        m_service.flush();
        if (error)
            return tl::unexpected(*error);
        return {};
    }
    [[nodiscard]] Result<Code> invite(
        const CommandId &, const Terminal &, const CounterId &) override
    {
        return failure(ErrorCode::Unsupported,
            QStringLiteral("the site's service is not running, so no device can enrol by a code; "
                           "start it first"),
            QStringLiteral("notRunning"));
    }

private:
    SiteJournal m_site;
    QueueService m_service;
};

} // namespace

Result<std::unique_ptr<SiteSetup>> SiteSetup::open(
    const QString &folder, const Clock &clock, Random &random)
{
    auto site = openSiteJournal(folder);
    if (!site)
        return tl::unexpected(site.error());
    auto desk = std::make_unique<JournalDesk>(std::move(*site), clock);
    if (auto opened = desk->open(); !opened)
        return tl::unexpected(opened.error());
    return std::make_unique<SiteSetup>(std::move(desk), clock, random);
}

Result<> SiteSetup::run(CommandData data)
{
    return m_desk->run(CommandId(makeUuid(m_clock, m_random)), std::move(data));
}

Result<> SiteSetup::checkCounter(const CounterId &counter) const
{
    if (!counter.isEmpty() && (!state().catalogue || !state().catalogue->counter(counter)))
        return failure(
            ErrorCode::NotFound, QStringLiteral("the catalogue has no counter ") + counter.value());
    return {};
}

Result<bool> SiteSetup::publish(CataloguePtr catalogue)
{
    const bool differs = !state().catalogue || !(*state().catalogue == *catalogue);
    return run(PublishCatalogue{std::move(catalogue)}).map([&] { return differs; });
}

Result<TerminalFile> SiteSetup::enrol(const NewTerminal &terminal, const Service &service)
{
    if (const auto known = checkCounter(terminal.counter); !known)
        return tl::unexpected(known.error());
    const QString token = makeSecret(m_random);
    const QString name = terminal.name.isEmpty() ? terminal.id.value() : terminal.name;
    return run(EnrolTerminal{{terminal.id, terminal.kind, name, terminal.mark, hashToken(token)}})
        .map([&] {
            return TerminalFile{service.reachedAt, service.fingerprint, terminal.id, terminal.kind,
                token, terminal.mark, terminal.counter};
        });
}

Result<SiteDesk::Code> SiteSetup::invite(const NewTerminal &terminal)
{
    if (const auto known = checkCounter(terminal.counter); !known)
        return tl::unexpected(known.error());
    const QString name = terminal.name.isEmpty() ? terminal.id.value() : terminal.name;
    return m_desk->invite(CommandId(makeUuid(m_clock, m_random)),
        {terminal.id, terminal.kind, name, terminal.mark, {}}, terminal.counter);
}

Result<> SiteSetup::revoke(const TerminalId &terminal) { return run(RevokeTerminal{terminal}); }

Result<> SiteSetup::registerOfficer(const OfficerId &officer, const QString &name,
    const QString &pin, const std::optional<Post> &post)
{
    if (!isPin(pin))
        return failure(ErrorCode::Invalid,
            QStringLiteral("a PIN is %1 to %2 digits").arg(shortestPin).arg(longestPin));
    return hashPin(pin).and_then([&](const QString &hash) {
        Officer wanted = state().officers.value(officer);
        wanted.id = officer;
        wanted.name = name;
        wanted.pinHash = hash;
        wanted.active = true;
        if (post) {
            wanted.role = post->role;
            wanted.agency = post->agency;
            wanted.rights = post->rights;
        }
        return run(RegisterOfficer{wanted});
    });
}

Result<> SiteSetup::setPassword(const OfficerId &officer, const QString &password)
{
    if (const auto good = checkPassword(password); !good)
        return good;
    return known(officer).and_then([&](Officer changed) {
        return hashPassword(password).and_then([&](const QString &hash) {
            changed.passwordHash = hash;
            return run(RegisterOfficer{changed});
        });
    });
}

Result<Officer> SiteSetup::known(const OfficerId &officer) const
{
    const auto found = state().officers.constFind(officer);
    if (found == state().officers.constEnd())
        return failure(ErrorCode::NotFound, QStringLiteral("no officer ") + officer.value());
    return *found;
}

Result<> SiteSetup::setPost(const OfficerId &officer, const Post &post)
{
    return known(officer).and_then([&](Officer changed) {
        changed.role = post.role;
        changed.agency = post.agency;
        changed.rights = post.rights;
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
