// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskprogram.h"
#include "kiosk/ownservice.h"
#include "shared/stopsignals.h"
#include "shared/supervisor.h"

#include <QApplication>

int main(int argc, char **argv)
{
    using namespace antre;
    StopSignals::hold();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("antre-kiosk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ANTRE_VERSION));
    const auto options = KioskProgramOptions::parse(QCoreApplication::arguments());
    if (!options)
        return sayUsage(options.error());
    const StopSignals stopSignals([] { QCoreApplication::quit(); });
    std::unique_ptr<OwnService> own;
    if (options->standalone) {
        auto started = OwnService::start(
            *options->standalone, options->terminal.clock, options->terminal.terminalFile);
        if (!started)
            return sayProblem(started.error().detail);
        own = std::move(*started);
    }
    auto terminal = TerminalProgram::make(options->terminal, TerminalKind::Kiosk);
    if (!terminal)
        return sayProblem(terminal.error().detail);
    KioskProgram kiosk(*options, **terminal);
    Supervisor supervisor;
    kiosk.start();
    supervisor.ready();
    const int result = QCoreApplication::exec();
    supervisor.stopping();
    return result;
}
