// SPDX-License-Identifier: Apache-2.0
#include "display/options.h"

#include "shared/windowsize.h"

#include <QCommandLineParser>

namespace antre {

namespace {

const QString languageName = QStringLiteral("language");
const QString voiceName = QStringLiteral("voice");
const QString silentName = QStringLiteral("silent");
const QString soundsName = QStringLiteral("sounds");
const QString windowName = QStringLiteral("window");
const QString stillName = QStringLiteral("still");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Antre's screen in the hall: calls, board and voice."));
    TerminalOptions::addTo(parser);
    parser.addOptions({
        {languageName, QStringLiteral("Language on screen: id or en."), QStringLiteral("CODE"),
            QStringLiteral("id")},
        {voiceName, QStringLiteral("Languages in which each call is said, in turn."),
            QStringLiteral("CODES"), QStringLiteral("id,id,en")},
        {silentName, QStringLiteral("No chime and no voice: for all screens of a hall but one.")},
        {soundsName,
            QStringLiteral("Write each announcement there as a WAV file, and play nothing."),
            QStringLiteral("DIR")},
        {windowName, QStringLiteral("A window of this size instead of the whole screen."),
            QStringLiteral("WIDTHxHEIGHT")},
        {stillName, QStringLiteral("Nothing on the screen moves.")},
    });
}

Result<std::vector<SpokenLanguage>> scriptOf(const QString &codes)
{
    std::vector<SpokenLanguage> script;
    for (const QString &code : codes.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto language = spokenLanguage(code.trimmed());
        if (!language)
            return failure(ErrorCode::Invalid,
                QStringLiteral("calls can be spoken in id and en, not in \"%1\"").arg(code));
        script.push_back(*language);
    }
    return script;
}

Result<DisplayOptions> read(const QCommandLineParser &parser)
{
    const auto terminal = TerminalOptions::read(parser);
    if (!terminal)
        return tl::unexpected(terminal.error());
    DisplayOptions options;
    options.terminal = *terminal;
    options.language = parser.value(languageName);
    options.speaks = !parser.isSet(silentName);
    options.sounds = parser.value(soundsName);
    options.moves = !parser.isSet(stillName);
    if (options.language != QLatin1String("id") && options.language != QLatin1String("en"))
        return failure(ErrorCode::Invalid, QStringLiteral("--language is id or en"));
    const auto script = scriptOf(parser.value(voiceName));
    if (!script)
        return tl::unexpected(script.error());
    options.script = *script;
    const auto size = windowSizeFromText(parser.value(windowName));
    if (!size)
        return tl::unexpected(size.error());
    options.window = *size;
    return options;
}

} // namespace

Result<DisplayOptions> DisplayOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    return parseTerminalArguments(parser, arguments).and_then([&] { return read(parser); });
}

} // namespace antre
