// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "service/queueservice.h"
#include "service/sitejournal.h"
#include "wire/terminalfile.h"

namespace antre {

/// Sets up a site while its service isn't running: what `antrectl` does. Each call is on the disk
/// when it returns. Errors of all calls: those of decide() and of the journal.
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

    /// True if it differs from what the site had. The catalogue must be free of faults.
    [[nodiscard]] Result<bool> publish(CataloguePtr catalogue);
    /// Enrols the terminal, or again with a new token: then the old file is worth nothing any more.
    [[nodiscard]] Result<TerminalFile> enrol(const NewTerminal &terminal, const Service &service);
    [[nodiscard]] Result<> revoke(const TerminalId &terminal);
    /// Registers or changes an officer. Invalid unless the PIN is 4 to 12 digits. Without `rights`
    /// the officer keeps those that were given before.
    [[nodiscard]] Result<> registerOfficer(const OfficerId &officer, const QString &name,
        const QString &pin, const std::optional<std::set<Right>> &rights = std::nullopt);
    /// Error: NotFound.
    [[nodiscard]] Result<> setRights(const OfficerId &officer, std::set<Right> rights);
    /// The officer can't sign in any more; a new registration undoes it. Error: NotFound.
    [[nodiscard]] Result<> deactivateOfficer(const OfficerId &officer);

    /// Closes on the spot, for so long; `reason` in the site's first language, or empty. Errors as
    /// for CloseFor.
    [[nodiscard]] Result<> close(const Scope &scope, Minutes length, const QString &reason);
    /// Error: NotFound when it isn't closed on the spot.
    [[nodiscard]] Result<> reopen(const Scope &scope);

    [[nodiscard]] const State &state() const { return m_service.state(); }

private:
    SiteSetup(SiteJournal site, const Clock &clock, Random &random);
    [[nodiscard]] Result<> run(CommandData data);
    [[nodiscard]] Result<Officer> known(const OfficerId &officer) const;

    SiteJournal m_site;
    const Clock &m_clock;
    Random &m_random;
    QueueService m_service;
};

} // namespace antre
