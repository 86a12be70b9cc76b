// SPDX-License-Identifier: Apache-2.0
// antre-tour: one visitor's way through the real programs, photographed. packaging/run --tour
// starts the service, the print service and the printer, and then this.
#include "tour/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <cstdio>

namespace antre {
namespace {

const QStringList needed{QStringLiteral("site"), QStringLiteral("data"), QStringLiteral("printer"),
    QStringLiteral("slips"), QStringLiteral("officer"), QStringLiteral("pin"),
    QStringLiteral("out")};

KioskProgramOptions kioskOptions(
    const QCommandLineParser &parser, const TerminalOptions &terminal, QSize window, double mmWidth)
{
    KioskProgramOptions options;
    options.terminal = terminal;
    options.printers
        = {PrinterOption::fromText(parser.value(QStringLiteral("printer")), PrinterOption())
                .value_or(PrinterOption())};
    options.window = window;
    options.mmWidth = mmWidth;
    return options;
}

int run(const QCommandLineParser &parser)
{
    const QDir site(parser.value(QStringLiteral("site")));
    const QDir data(parser.value(QStringLiteral("data")));
    const auto rate = ClockRate::fromText(parser.value(QStringLiteral("clock")));
    const auto optionsOf = [&](const char *terminal) {
        const QString id = QString::fromUtf8(terminal);
        return TerminalOptions{
            site.filePath(QStringLiteral("terminals/%1.json").arg(id)), data.filePath(id), rate};
    };
    DisplayOptions displayOptions;
    displayOptions.language = QStringLiteral("id");
    displayOptions.script = std::vector{SpokenLanguage::Indonesian, SpokenLanguage::English};
    displayOptions.sounds = data.filePath(QStringLiteral("sounds"));
    displayOptions.window = QSize(1920, 1080);
    displayOptions.terminal = optionsOf("display-1");

    const auto walked = walk({kioskOptions(parser, optionsOf("kiosk-1"), {1080, 1920}, 400),
        kioskOptions(parser, optionsOf("kiosk-2"), {1920, 1080}, 476), optionsOf("counter-1"),
        displayOptions, parser.value(QStringLiteral("officer")),
        parser.value(QStringLiteral("pin")), parser.value(QStringLiteral("slips")),
        parser.value(QStringLiteral("out"))});
    return walked ? 0 : sayProblem(walked.error().detail);
}

} // namespace
} // namespace antre

int main(int argc, char **argv)
{
    using namespace antre;
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("antre-tour"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Walks one visitor through Antre and photographs every screen."));
    parser.addHelpOption();
    for (const QString &name : needed)
        parser.addOption({name, name, QStringLiteral("VALUE")});
    parser.addOption({QStringLiteral("clock"), QStringLiteral("as the service's"),
        QStringLiteral("REAL,SHOWN,FACTOR")});
    parser.process(application);
    for (const QString &name : needed) {
        if (parser.value(name).isEmpty())
            return sayProblem(QStringLiteral("--%1 is missing").arg(name));
    }
    return run(parser);
}
