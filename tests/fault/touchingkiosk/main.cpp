// SPDX-License-Identifier: Apache-2.0
// antre-touching-kiosk: a kiosk without its screen, for tests that kill it: the real machine,
// journal, link and printer's back-end, and people who touch by themselves. Reads "rest" and
// "touch", a word a line, on standard input; says on standard output what visitors.h describes.
#include "fault/touchingkiosk/backendprinter.h"
#include "fault/touchingkiosk/visitors.h"
#include "shared/stopsignals.h"

#include <QGuiApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace antre;
using namespace antre::test;

namespace {

const QString printerName = QStringLiteral("printer");
const QString spoolName = QStringLiteral("spool");
const QString seedName = QStringLiteral("seed");
const QString pauseName = QStringLiteral("pause");

void describe(QCommandLineParser &parser)
{
    TerminalOptions::addTo(parser);
    parser.addOptions({
        {printerName, QStringLiteral("The receipt printer."), QStringLiteral("HOST:PORT")},
        {spoolName, QStringLiteral("Where slips wait for it."), QStringLiteral("DIR")},
        {seedName, QStringLiteral("Of what visitors want."), QStringLiteral("N")},
        {pauseName, QStringLiteral("Between visitors."), QStringLiteral("MS")},
    });
}

void obey(QSocketNotifier &input, Visitors &visitors)
{
    QObject::connect(&input, &QSocketNotifier::activated, &visitors, [&input, &visitors] {
        char words[64];
        const ssize_t size = read(STDIN_FILENO, words, sizeof words);
        if (size <= 0)
            return input.setEnabled(false);
        const QByteArray said(words, size);
        visitors.rest(said.lastIndexOf("rest") > said.lastIndexOf("touch"));
    });
}

} // namespace

int main(int argc, char **argv)
{
    StopSignals::hold();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("antre-touching-kiosk"));
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    const auto options = TerminalOptions::read(parser);
    if (!options)
        return sayUsage(options.error());
    auto terminal = TerminalProgram::make(*options, TerminalKind::Kiosk);
    if (!terminal)
        return sayProblem(terminal.error().detail);
    const StopSignals stopSignals([] { QCoreApplication::quit(); });
    BackendPrinter printer(
        {QCoreApplication::applicationDirPath() + QStringLiteral("/antre-escpos-backend"),
            QStringLiteral("escpos://") + parser.value(printerName), parser.value(spoolName)},
        {});
    Visitors visitors(**terminal, printer,
        {parser.value(seedName).toULongLong(), Milliseconds(parser.value(pauseName).toInt())});
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    obey(input, visitors);
    (*terminal)->start();
    return QCoreApplication::exec();
}
