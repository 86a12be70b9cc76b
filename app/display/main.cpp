// SPDX-License-Identifier: Apache-2.0
#include "display/hallprogram.h"
#include "display/testcall.h"
#include "shared/stopsignals.h"
#include "shared/supervisor.h"

#include <QApplication>
#include <QTranslator>

namespace antre {

static int run(const DisplayOptions &options)
{
    const StopSignals stopSignals([] { QCoreApplication::quit(); });
    auto terminal = TerminalProgram::make(options.terminal, TerminalKind::Display);
    if (!terminal)
        return sayProblem(terminal.error().detail);
    QTranslator translator;
    if (translator.load(QStringLiteral(":/i18n/antre_%1.qm").arg(options.language)))
        QCoreApplication::installTranslator(&translator);

    Supervisor supervisor;
    HallProgram program(options, **terminal);
    program.show(options.window);
    (*terminal)->start();
    supervisor.ready();
    const int result = QCoreApplication::exec();
    supervisor.stopping();
    return result;
}

} // namespace antre

int main(int argc, char **argv)
{
    using namespace antre;
    StopSignals::hold();
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("antre-display"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ANTRE_VERSION));
    const auto options = DisplayOptions::parse(QCoreApplication::arguments());
    if (!options)
        return sayUsage(options.error());
    return options->testCall ? speakTestCall(*options) : run(*options);
}
