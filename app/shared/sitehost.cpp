// SPDX-License-Identifier: Apache-2.0
#include "shared/sitehost.h"

#include "wire/cataloguejson.h"

#include <QFile>
#include <QLockFile>

namespace antre {

namespace {

const QString siteName = QStringLiteral("site");
const QString catalogueName = QStringLiteral("catalogue");
const QString terminalsName = QStringLiteral("terminals");
const QString httpName = QStringLiteral("http");

Result<CataloguePtr> loadCatalogue(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound,
            QStringLiteral("The catalogue %1 can't be read: %2").arg(path, file.errorString()));
    const CatalogueReading reading = readCatalogue(file.read(catalogueBytesMax + 1));
    if (!reading.catalogue)
        return failure(ErrorCode::Invalid,
            QStringLiteral("The catalogue %1 has faults; \"antrectl catalogue check %1\" lists "
                           "them. Nothing was published.")
                .arg(path));
    return reading.catalogue;
}

Result<> publish(QueueService &service, const QString &path, Random &random)
{
    const auto catalogue = loadCatalogue(path);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    std::optional<Error> error;
    service.submit({CommandId(makeUuid(service.clock(), random)), {}, PublishCatalogue{*catalogue}},
        [&](const Answer &answer) { error = answer.error; });
    service.flush();
    if (error)
        return failure(error->code,
            QStringLiteral("The catalogue %1 can't be published: %2").arg(path, error->detail));
    return {};
}

} // namespace

void SiteOptions::addTo(QCommandLineParser &parser)
{
    parser.addOptions({
        {siteName,
            QStringLiteral("Folder of the site: journal and certificate. Made at the first start."),
            QStringLiteral("DIR")},
        {catalogueName, QStringLiteral("Publish this catalogue if it differs from the site's."),
            QStringLiteral("FILE")},
        {terminalsName, QStringLiteral("Where terminals connect; port 0 takes any free one."),
            QStringLiteral("HOST:PORT"),
            HostPort{QStringLiteral("0.0.0.0"), defaultTerminalPort}.text()},
        {httpName, QStringLiteral("Where the web front asks; keep it on this machine."),
            QStringLiteral("HOST:PORT"),
            HostPort{QStringLiteral("127.0.0.1"), defaultHttpPort}.text()},
    });
}

Result<SiteOptions> SiteOptions::read(const QCommandLineParser &parser)
{
    if (parser.value(siteName).isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("--site says which folder is the mall's, and it is missing"));
    const auto terminals = HostPort::fromText(parser.value(terminalsName));
    if (!terminals)
        return tl::unexpected(terminals.error());
    const auto http = HostPort::fromText(parser.value(httpName));
    if (!http)
        return tl::unexpected(http.error());
    return SiteOptions{parser.value(siteName), parser.value(catalogueName), *terminals, *http};
}

SiteHost::SiteHost(SiteJournal site, std::unique_ptr<QueueService> service, TlsIdentity identity,
    const SiteOptions &options, Random &random)
    : m_site(std::move(site))
    , m_service(std::move(service))
    , m_identity(std::move(identity))
    , m_server(*m_service, random,
          {options.terminals, options.http, m_identity, {}, m_site.notes.get(),
              ShellPort::pathIn(options.site)})
{
}

Result<std::unique_ptr<SiteHost>> SiteHost::open(
    const SiteOptions &options, const Clock &clock, Random &random)
{
    const auto siteProblem = [&](const Error &error) {
        return failure(error.code, explainSiteError(error, options.site), error.reason);
    };
    auto site = openSiteJournal(options.site);
    if (!site)
        return siteProblem(site.error());
    auto service = std::make_unique<QueueService>(*site->journal, clock);
    if (auto opened = service->open(); !opened)
        return siteProblem(opened.error());
    if (!options.catalogue.isEmpty()) {
        if (auto published = publish(*service, options.catalogue, random); !published)
            return tl::unexpected(published.error());
    }
    auto identity = ensureTlsIdentity(options.site, clock);
    if (!identity)
        return tl::unexpected(explained(identity.error()));
    return std::unique_ptr<SiteHost>(
        new SiteHost(std::move(*site), std::move(service), std::move(*identity), options, random));
}

Error SiteHost::explained(const Error &error)
{
    const auto sentence = [&] {
        if (error.reason == QLatin1String("portTaken"))
            return QStringLiteral("Another program listens there already (%1). Stop it, or choose "
                                  "another port with --terminals or --http.");
        if (error.reason == QLatin1String("portForbidden"))
            return QStringLiteral("Only root may listen there (%1). Choose a port above 1023 with "
                                  "--terminals or --http.");
        if (error.reason == QLatin1String("noSuchAddress"))
            return QStringLiteral("That is no address of this machine (%1). Give one in digits "
                                  "with --terminals or --http; 0.0.0.0 stands for all.");
        return QStringLiteral("The certificate can't be used: %1. Restore identity.pem from a "
                              "backup; without it, remove the file and enrol every terminal "
                              "again.");
    };
    return {error.code, sentence().arg(error.detail), error.reason};
}

} // namespace antre
