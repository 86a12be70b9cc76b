// SPDX-License-Identifier: Apache-2.0
#include "options.h"
#include "server/server.h"
#include "service/sitejournal.h"
#include "shared/stopsignals.h"
#include "shared/supervisor.h"
#include "wire/cataloguejson.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>

#include <cstdio>

namespace antre {
namespace {

enum Exit { Success = 0, Problem = 1, Usage = 2 };

void print(FILE *to, const QString &line)
{
    std::fprintf(to, "%s\n", line.toUtf8().constData());
    std::fflush(to);
}

Exit problem(const QString &sentence)
{
    print(stderr, QStringLiteral("antre-service: ") + sentence);
    return Problem;
}

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

QString explain(const Error &error)
{
    if (error.reason == QLatin1String("portTaken"))
        return QStringLiteral("Another program listens there already (%1). Stop it, or choose "
                              "another port with --terminals or --http.")
            .arg(error.detail);
    if (error.reason == QLatin1String("portForbidden"))
        return QStringLiteral(
            "Only root may listen there (%1). Choose a port above 1023 with --terminals or --http.")
            .arg(error.detail);
    if (error.reason == QLatin1String("noSuchAddress"))
        return QStringLiteral("That is no address of this machine (%1). Give one in digits with "
                              "--terminals or --http; 0.0.0.0 stands for all.")
            .arg(error.detail);
    return QStringLiteral("The certificate can't be used: %1. Restore identity.pem from a backup; "
                          "without it, remove the file and enrol every terminal again.")
        .arg(error.detail);
}

void sayWhatRuns(const Server &server, const Options &options, const QueueService &service,
    const TlsIdentity &identity)
{
    const CataloguePtr catalogue = service.state().catalogue;
    print(stdout,
        QStringLiteral("antre-service " ANTRE_VERSION " runs for %1")
            .arg(catalogue
                    ? catalogue->site.shortName.in(QStringLiteral("en"))
                    : QStringLiteral("a site without a catalogue: give one with --catalogue")));
    print(stdout,
        QStringLiteral("site: %1 (journal at position %2)")
            .arg(options.site)
            .arg(service.position()));
    print(stdout,
        QStringLiteral("terminals: wss://%1 (certificate %2)")
            .arg(HostPort{options.terminals.host, server.terminalPort()}.text(),
                identity.fingerprint));
    print(stdout,
        QStringLiteral("web: http://%1")
            .arg(HostPort{options.http.host, server.httpPort()}.text()));
}

Exit run(const Options &options, const Clock &clock, Random &random)
{
    auto site = openSiteJournal(options.site);
    if (!site)
        return problem(explainSiteError(site.error(), options.site));
    QueueService service(*site->journal, clock);
    if (auto opened = service.open(); !opened)
        return problem(explainSiteError(opened.error(), options.site));
    if (!options.catalogue.isEmpty()) {
        if (auto published = publish(service, options.catalogue, random); !published)
            return problem(published.error().detail);
    }
    const auto identity = ensureTlsIdentity(options.site, clock);
    if (!identity)
        return problem(explain(identity.error()));

    Supervisor supervisor;
    const StopSignals stopSignals([] { QCoreApplication::quit(); });
    Server server(service, random, {options.terminals, options.http, *identity});
    if (auto started = server.start(); !started)
        return problem(explain(started.error()));
    sayWhatRuns(server, options, service, *identity);
    supervisor.ready();
    QCoreApplication::exec();
    supervisor.stopping();
    server.stop();
    print(stdout,
        QStringLiteral("stopped; the journal is complete up to position %1")
            .arg(service.position()));
    return Success;
}

} // namespace
} // namespace antre

int main(int argc, char **argv)
{
    using namespace antre;
    const QCoreApplication application(argc, argv);
    const auto options = Options::parse(QCoreApplication::arguments());
    if (!options && options.error().reason == QLatin1String("enough")) {
        print(stdout, options.error().detail);
        return Success;
    }
    if (!options) {
        print(stderr,
            QStringLiteral("antre-service: %1.\n'antre-service --help' shows how.")
                .arg(options.error().detail));
        return Usage;
    }
    const SystemClock machine;
    SystemRandom random;
    if (!options->clock)
        return run(*options, machine, random);
    const RatedClock rated(machine, *options->clock);
    return run(*options, rated, random);
}
