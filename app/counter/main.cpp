// SPDX-License-Identifier: Apache-2.0
#include "counter/countersession.h"
#include "counter/counterwindow.h"
#include "shared/stopsignals.h"
#include "shared/terminalprogram.h"

#include <QApplication>
#include <QTimer>
#include <QTranslator>

namespace antre {
namespace {

const QString languageName = QStringLiteral("language");

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("The officer's console of the queue system Antre."));
    TerminalOptions::addTo(parser);
    parser.addOption({languageName, QStringLiteral("Language at the start: id or en."), QStringLiteral("LANGUAGE"), QStringLiteral("id")});
}

/// The installed translator of one language at a time.
class Language
{
public:
    [[nodiscard]] bool speak(const QString &language)
    {
        auto next = std::make_unique<QTranslator>();
        if (!next->load(u":/i18n/antre_" % language))
            return false;
        if (m_translator)
            QApplication::removeTranslator(m_translator.get());
        m_translator = std::move(next);
        return QApplication::installTranslator(m_translator.get());
    }

private:
    std::unique_ptr<QTranslator> m_translator;
};

int run(TerminalProgram &program, const QCommandLineParser &parser)
{
    Language words;
    if (!words.speak(parser.value(languageName)))
        return sayProblem(QStringLiteral("--language is id or en."));
    CounterWindow window(Theme::desktop());
    CounterSession session(window, program.machine(), {program.file().counter, parser.value(languageName)},
        [&program](const TerminalInput &input) { program.runner().input(input); }, [&program] { return program.newCommandId(); });
    QObject::connect(&program.runner(), &TerminalRunner::changed, &session, &CounterSession::refresh);
    QObject::connect(&program.runner(), &TerminalRunner::commandAnswered, &session, &CounterSession::answered);
    QObject::connect(&window, &CounterWindow::languageWanted, &session, [&](const QString &language) {
        if (words.speak(language))
            session.setLanguage(language);
    });
    // Waiting times and the clock go on when nothing else happens.
    QTimer second;
    QObject::connect(&second, &QTimer::timeout, &session, &CounterSession::refresh);
    second.start(1000);
    program.start();
    window.show();
    return QApplication::exec();
}

} // namespace
} // namespace antre

int main(int argc, char **argv)
{
    using namespace antre;
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("antre-counter"));
    QApplication::setApplicationVersion(QStringLiteral(ANTRE_VERSION));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const StopSignals stopSignals([] { QApplication::quit(); });
    const auto options = TerminalOptions::read(parser);
    if (!options)
        return sayProblem(options.error().detail);
    const auto program = TerminalProgram::make(*options, TerminalKind::Counter);
    if (!program)
        return sayProblem(program.error().detail);
    return run(**program, parser);
}
