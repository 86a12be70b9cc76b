// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskprogram.h"
#include "kiosk/ownservice.h"
#include "shared/stopsignals.h"
#include "shared/supervisor.h"

#include <QApplication>
#include <QFile>

/// For `antre-kiosk --set-technician-pin`: the PIN never stands on a command line.
static int setTechnicianPin(const QString &folder)
{
    using namespace antre;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return sayProblem(input.errorString());
    KeptFiles files(folder);
    const auto kept
        = OfficerProof::keepTechnicianPin(files, QString::fromUtf8(input.readLine()).trimmed());
    return kept ? 0 : sayProblem(kept.error().detail);
}

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
    if (options->setsPin)
        return setTechnicianPin(options->terminal.data);
    const StopSignals stopSignals([] {
        // Not quit(): that asks the windows, and the kiosk's never closes.
        QCoreApplication::exit(0);
    });
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
    // For `systemctl status`, and for whoever waits until the start screen is back.
    QObject::connect(&kiosk, &KioskProgram::shows, &kiosk,
        [&supervisor](const QString &what) { supervisor.say(what); });
    kiosk.start();
    supervisor.ready();
    const int result = QCoreApplication::exec();
    supervisor.stopping();
    return result;
}
