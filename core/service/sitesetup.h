// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "service/queueservice.h"
#include "service/sitejournal.h"
#include "wire/terminalfile.h"

namespace antre {

/// Where a site is set up: its journal while nobody else has it, or the service that runs.
class SiteDesk
{
public:
    virtual ~SiteDesk() = default;
    /// As it is after the last wish.
    [[nodiscard]] virtual const State &state() const = 0;
    /// What a wish causes is on the disk when this returns. Errors: those of decide() and of the
    /// journal; Offline when the service doesn't answer.
    [[nodiscard]] virtual Result<> run(const CommandId &id, CommandData data) = 0;

    struct Code
    {
        QString code; ///< as makeEnrolmentCode() makes it
        Instant until;
        QString fingerprint; ///< of the service's certificate
    };
    /// A code by which a device becomes this terminal. Error: also Unsupported where nobody
    /// answers devices.
    [[nodiscard]] virtual Result<Code> invite(
        const CommandId &id, const Terminal &terminal, const CounterId &counter)
        = 0;
};

/// Sets up a site: what `antrectl` does. Each call is on the disk when it returns. Errors of all
/// calls: those of SiteDesk::run().
class SiteSetup
{
public:
    struct NewTerminal
    {
        TerminalId id;
        TerminalKind kind = TerminalKind::Kiosk;
        QString name; ///< for people; empty: the id
        QString mark; ///< kiosks: one letter or digit that no other kiosk has
        CounterId counter; ///< counter consoles: where it stands; may be empty
    };
    struct Service
    {
        HostPort reachedAt; ///< as seen from the terminals
        QString fingerprint; ///< TlsIdentity::fingerprint
    };

    /// Errors as in openSiteJournal(), and Corrupt or Unsupported for what stands in the journal.
    [[nodiscard]] static Result<std::unique_ptr<SiteSetup>> open(
        const QString &folder, const Clock &clock, Random &random);

    SiteSetup(std::unique_ptr<SiteDesk> desk, const Clock &clock, Random &random)
        : m_desk(std::move(desk))
        , m_clock(clock)
        , m_random(random)
    {
    }

    /// True if it differs from what the site had. The catalogue must be free of faults.
    [[nodiscard]] Result<bool> publish(CataloguePtr catalogue);
    /// Enrols the terminal, or again with a new token: then the old file is worth nothing any more.
    [[nodiscard]] Result<TerminalFile> enrol(const NewTerminal &terminal, const Service &service);
    /// A code with which the device enrols by itself. Unsupported while the service isn't running.
    [[nodiscard]] Result<SiteDesk::Code> invite(const NewTerminal &terminal);
    [[nodiscard]] Result<> revoke(const TerminalId &terminal);
    /// What an officer is, and may do.
    struct Post
    {
        Role role = Role::Officer;
        AgencyId agency = {}; ///< empty: of the whole mall
        std::set<Right> rights = rightsOf(Role::Officer);
    };
    /// Registers or changes an officer. Invalid unless the PIN is 4 to 12 digits. Without `post`
    /// the officer keeps the one that was given before.
    [[nodiscard]] Result<> registerOfficer(const OfficerId &officer, const QString &name,
        const QString &pin, const std::optional<Post> &post = std::nullopt);
    /// For the manager's pages. Errors: Invalid for a password that is too short; NotFound.
    [[nodiscard]] Result<> setPassword(const OfficerId &officer, const QString &password);
    /// Error: NotFound.
    [[nodiscard]] Result<> setPost(const OfficerId &officer, const Post &post);
    /// The officer can't sign in any more; a new registration undoes it. Error: NotFound.
    [[nodiscard]] Result<> deactivateOfficer(const OfficerId &officer);

    /// Closes on the spot, for so long; `reason` in the site's first language, or empty. Errors as
    /// for CloseFor.
    [[nodiscard]] Result<> close(const Scope &scope, Minutes length, const QString &reason);
    /// Error: NotFound when it isn't closed on the spot.
    [[nodiscard]] Result<> reopen(const Scope &scope);

    [[nodiscard]] const State &state() const { return m_desk->state(); }

private:
    [[nodiscard]] Result<> run(CommandData data);
    [[nodiscard]] Result<> checkCounter(const CounterId &counter) const;
    [[nodiscard]] Result<Officer> known(const OfficerId &officer) const;

    std::unique_ptr<SiteDesk> m_desk;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace antre
