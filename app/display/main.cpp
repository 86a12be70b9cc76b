// SPDX-License-Identifier: Apache-2.0
#include "display/hallprogram.h"
#include "journal/memoryjournal.h"
#include "wire/terminalfile.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>

namespace antre {
namespace {

enum Exit { Success = 0, Problem = 1, Usage = 2 };

Exit problem(const QString &sentence)
{
    std::fprintf(stderr, "antre-display: %s\n", sentence.toUtf8().constData());
    return Problem;
}

QString markPath(const DisplayOptions &options, const TerminalId &terminal)
{
    const QString folder = options.state.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        : options.state;
    return QDir(folder).filePath(QStringLiteral("spoken-%1.json").arg(terminal.value()));
}

Exit run(const DisplayOptions &options, const Clock &clock)
{
    const auto file = loadTerminalFile(options.terminal);
    if (!file)
        return problem(file.error().detail);
    if (file->kind != TerminalKind::Display)
        return problem(QStringLiteral("%1 belongs to a %2; enrol this screen as a display.")
                           .arg(options.terminal, terminalKindName(file->kind)));
    QTranslator translator;
    if (translator.load(QStringLiteral(":/i18n/antre_%1.qm").arg(options.language)))
        QCoreApplication::installTranslator(&translator);

    SystemRandom random;
    TerminalMachine machine(
        {file->terminal, file->kind, file->token, {}, QStringLiteral(ANTRE_VERSION)}, clock,
        random);
    QUrl service;
    service.setScheme(QStringLiteral("wss"));
    service.setHost(file->service.host);
    service.setPort(file->service.port);
    TerminalLink link(service, file->fingerprint);
    // A display has nothing of its own to keep: what it shows comes from the service.
    TerminalRunner runner(machine, link, clock,
        [] { return Result<std::unique_ptr<Journal>>(std::make_unique<MemoryJournal>()); });
    HallProgram program(options, clock, runner, markPath(options, file->terminal));
    program.show(options.window);
    runner.start();
    QCoreApplication::exec();
    return Success;
}

} // namespace
} // namespace antre

int main(int argc, char **argv)
{
    using namespace antre;
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("antre-display"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ANTRE_VERSION));
    const auto options = DisplayOptions::parse(QCoreApplication::arguments());
    if (!options && options.error().reason == QLatin1String("enough")) {
        std::fprintf(stdout, "%s\n", options.error().detail.toUtf8().constData());
        return Success;
    }
    if (!options) {
        std::fprintf(stderr, "antre-display: %s.\n'antre-display --help' shows how.\n",
            options.error().detail.toUtf8().constData());
        return Usage;
    }
    const SystemClock machine;
    if (!options->clock)
        return run(*options, machine);
    const RatedClock rated(machine, *options->clock);
    return run(*options, rated);
}
