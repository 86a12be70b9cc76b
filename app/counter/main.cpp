// SPDX-License-Identifier: Apache-2.0
#include "counter/counterprogram.h"
#include "shared/stopsignals.h"

#include <QApplication>

namespace antre {
namespace {

const QString languageOption = QStringLiteral("language");

Result<TerminalOptions> parse(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("The officer's console of the queue system Antre."));
    TerminalOptions::addTo(parser);
    parser.addOption({languageOption, QStringLiteral("Language at the start: id or en."),
        QStringLiteral("LANGUAGE"), QStringLiteral("id")});
    if (auto parsed = parseTerminalArguments(parser, QCoreApplication::arguments()); !parsed)
        return tl::unexpected(parsed.error());
    const QString language = parser.value(languageOption);
    if (language != QLatin1String("id") && language != QLatin1String("en"))
        return failure(ErrorCode::Invalid, QStringLiteral("--language is id or en"));
    return TerminalOptions::read(parser);
}

} // namespace
} // namespace antre

int main(int argc, char **argv)
{
    using namespace antre;
    StopSignals::hold();
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("antre-counter"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ANTRE_VERSION));
    QCommandLineParser parser;
    const auto options = parse(parser);
    if (!options)
        return sayUsage(options.error());
    const StopSignals stopSignals([] { QCoreApplication::quit(); });
    const auto terminal = TerminalProgram::make(*options, TerminalKind::Counter);
    if (!terminal)
        return sayProblem(terminal.error().detail);
    CounterProgram counter(
        **terminal, parser.value(languageOption), options->data + QStringLiteral("/console.json"));
    counter.start();
    return QCoreApplication::exec();
}
