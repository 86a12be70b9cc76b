// SPDX-License-Identifier: Apache-2.0
#include "options.h"
#include "shared/sitehost.h"
#include "shared/stopsignals.h"
#include "shared/supervisor.h"
#include "wire/enrolment.h"

#include <QCoreApplication>

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

void sayWhatRuns(SiteHost &host, const SiteOptions &options)
{
    const QueueService &service = host.service();
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
            .arg(HostPort{options.terminals.host, host.server().terminalPort()}.text(),
                host.identity().fingerprint));
    print(stdout,
        QStringLiteral("web: http://%1")
            .arg(HostPort{options.http.host, host.server().httpPort()}.text()));
    if (const QString code = host.setupCode(); !code.isEmpty())
        print(stdout,
            QStringLiteral("manager: nobody can manage this mall from a page yet; the first one "
                           "signs up at /manage with the code %1")
                .arg(spacedEnrolmentCode(code)));
}

Exit run(const SiteOptions &options, const Clock &clock, Random &random)
{
    auto host = SiteHost::open(options, clock, random);
    if (!host)
        return problem(host.error().detail);
    Supervisor supervisor;
    const StopSignals stopSignals([] { QCoreApplication::quit(); });
    if (auto started = (*host)->start(); !started)
        return problem(started.error().detail);
    sayWhatRuns(**host, options);
    supervisor.ready();
    QCoreApplication::exec();
    supervisor.stopping();
    (*host)->stop();
    print(stdout,
        QStringLiteral("stopped; the journal is complete up to position %1")
            .arg((*host)->service().position()));
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
        return run(options->site, machine, random);
    const RatedClock rated(machine, *options->clock);
    return run(options->site, rated, random);
}
