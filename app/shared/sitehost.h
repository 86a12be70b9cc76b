// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "server/server.h"
#include "service/sitejournal.h"

#include <QCommandLineParser>

namespace antre {

/// Where a site lies and where it listens.
struct SiteOptions
{
    QString site; ///< folder
    QString catalogue; ///< file to publish; empty: the one that the site has
    HostPort terminals;
    HostPort http;

    static void addTo(QCommandLineParser &parser);
    /// Error: Invalid, with a sentence for who typed the command.
    [[nodiscard]] static Result<SiteOptions> read(const QCommandLineParser &parser);
};

/// A site's queue service, served to the network: what antre-service is, and what a standalone
/// kiosk has in a thread of its own. Made, started and destroyed in one thread that runs a Qt event
/// loop. Errors carry a sentence for the technician.
class SiteHost
{
public:
    /// Opens the site, which nobody else may use meanwhile, and publishes the catalogue if one was
    /// given and it differs.
    [[nodiscard]] static Result<std::unique_ptr<SiteHost>> open(
        const SiteOptions &options, const Clock &clock, Random &random);

    [[nodiscard]] Result<> start() { return m_server.start().map_error(explained); }
    void stop() { m_server.stop(); }

    [[nodiscard]] const QueueService &service() const { return *m_service; }
    [[nodiscard]] const Server &server() const { return m_server; }
    /// Of ManagePages::setupCode().
    [[nodiscard]] QString setupCode() { return m_server.manager().setupCode(); }
    [[nodiscard]] const TlsIdentity &identity() const { return m_identity; }

private:
    SiteHost(SiteJournal site, std::unique_ptr<QueueService> service, TlsIdentity identity,
        const SiteOptions &options, Random &random);
    static Error explained(const Error &error);

    SiteJournal m_site;
    std::unique_ptr<QueueService> m_service;
    TlsIdentity m_identity;
    Server m_server;
};

} // namespace antre
