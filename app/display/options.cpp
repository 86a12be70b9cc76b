// SPDX-License-Identifier: Apache-2.0
#include "display/options.h"

#include "shared/windowsize.h"
#include "wire/halldesignjson.h"

#include <QCommandLineParser>

namespace antre {

namespace {

const QString languageName = QStringLiteral("language");
const QString voiceName = QStringLiteral("voice");
const QString silentName = QStringLiteral("silent");
const QString soundsName = QStringLiteral("sounds");
const QString windowName = QStringLiteral("window");
const QString stillName = QStringLiteral("still");
const QString layoutName = QStringLiteral("layout");
const QString countersName = QStringLiteral("counters");
const QString agenciesName = QStringLiteral("agencies");
const QString mediaName = QStringLiteral("media");
const QString glassName = QStringLiteral("mm-width");
const QString testCallName = QStringLiteral("test-call");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Antre's screen in the hall: calls, board and voice."));
    TerminalOptions::addTo(parser);
    parser.addOptions({
        {languageName, QStringLiteral("Language on screen: id or en."), QStringLiteral("CODE"),
            QStringLiteral("id")},
        {layoutName,
            QStringLiteral("What to show beside the calls: %1. Like the next two, it goes before "
                           "what the catalogue says of this display.")
                .arg(hallLayoutNames()),
            QStringLiteral("NAME")},
        {countersName, QStringLiteral("Show and speak for these counters only, such as 3,4,5."),
            QStringLiteral("LIST")},
        {agenciesName, QStringLiteral("Show the agencies' names beside their counters.")},
        {mediaName,
            QStringLiteral("Folder of pictures and silent films for the layout media "
                           "[\"media\" in the data folder]."),
            QStringLiteral("DIR")},
        {glassName,
            QStringLiteral("Width of the screen's glass in millimetres, where the screen doesn't "
                           "know it: to say from how far calls can be read."),
            QStringLiteral("MM")},
        {voiceName,
            QStringLiteral("Languages in which each call is said, in turn, such as id,id,en "
                           "[the catalogue's]."),
            QStringLiteral("CODES")},
        {testCallName,
            QStringLiteral("Speak one call as loud as calls are spoken now, say what was heard, "
                           "and end. The display itself may go on meanwhile.")},
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

Result<std::vector<CounterId>> countersOf(const QString &list)
{
    std::vector<CounterId> counters;
    for (const QString &part : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString number = part.trimmed();
        bool isNumber = false;
        if (number.toInt(&isNumber) < 1 || !isNumber)
            return failure(ErrorCode::Invalid,
                QStringLiteral("--counters are numbers such as 3,4,5, not \"%1\"").arg(part));
        counters.emplace_back(number);
    }
    return counters;
}

Result<> readScreen(const QCommandLineParser &parser, DisplayOptions &options)
{
    if (const QString name = parser.value(layoutName); !name.isEmpty()) {
        options.layout = hallLayoutFromName(name);
        if (!options.layout)
            return failure(
                ErrorCode::Invalid, QStringLiteral("--layout is one of %1").arg(hallLayoutNames()));
    }
    const auto counters = countersOf(parser.value(countersName));
    if (!counters)
        return tl::unexpected(counters.error());
    options.counters = *counters;
    options.agencies = parser.isSet(agenciesName);
    options.media = parser.isSet(mediaName) ? parser.value(mediaName)
                                            : options.terminal.data + QStringLiteral("/media");
    if (parser.isSet(glassName)) {
        bool isNumber = false;
        options.glassMm = parser.value(glassName).toDouble(&isNumber);
        constexpr double least = 100, most = 5000;
        if (!isNumber || *options.glassMm < least || *options.glassMm > most)
            return failure(ErrorCode::Invalid,
                QStringLiteral("--mm-width is a number of millimetres, such as 1107"));
    }
    return {};
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
    if (const auto screen = readScreen(parser, options); !screen)
        return tl::unexpected(screen.error());
    if (parser.isSet(voiceName)) {
        const auto script = scriptOf(parser.value(voiceName));
        if (!script)
            return tl::unexpected(script.error());
        options.script = *script;
    }
    options.testCall = parser.isSet(testCallName);
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
