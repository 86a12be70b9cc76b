// SPDX-License-Identifier: Apache-2.0
#include "kiosk/options.h"

#include "shared/windowsize.h"

#include <QRegularExpression>

namespace antre {

namespace {

const QString printerName = QStringLiteral("printer");
const QString profileName = QStringLiteral("printer-profile");
const QString paperName = QStringLiteral("paper");
const QString windowName = QStringLiteral("window");
const QString glassName = QStringLiteral("mm-width");
const QString serialReaderName = QStringLiteral("serial-reader");
const QString keyboardReaderName = QStringLiteral("keyboard-reader");
const QString noCameraName = QStringLiteral("no-camera");
const QString setPinName = QStringLiteral("set-technician-pin");
const QString attractName = QStringLiteral("attract-after");
const QString lowerEdgeName = QStringLiteral("lower-edge");
const QString stillName = QStringLiteral("still");
const QString soundsName = QStringLiteral("sounds");
const QString voiceName = QStringLiteral("voice");
const QString silentName = QStringLiteral("silent");
const QString standaloneName = QStringLiteral("standalone");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Antre's kiosk: a touch becomes a number and a slip."));
    TerminalOptions::addTo(parser);
    parser.addOptions({
        {printerName,
            QStringLiteral(
                "Where slips go: cups:QUEUE, cups:QUEUE@HOST:PORT, app:PRINTER@HOST:PORT (a "
                "printer application), cups-pdf:QUEUE for an "
                "office printer with A4, or folder:DIR without a printer. Named again: the next "
                "printer, which takes over while those before it can't print; it says where it "
                "stands, \"cups:QUEUE;id=sebelah kanan;en=on the right\". Also profile=, paper=, "
                "render= (hybrid, raster, native-qr) and roll=METRES can be said of each."),
            QStringLiteral("TARGET")},
        {profileName,
            QStringLiteral(
                "What the printer is, as antrectl printer check says: epson-tm, clone-80 "
                "and so on."),
            QStringLiteral("PROFILE")},
        {paperName,
            QStringLiteral(
                "Paper: 58 or 80 (mm), or 80-180dpi for printers of 512 dots; else as the "
                "profile says."),
            QStringLiteral("WIDTH"), QStringLiteral("80")},
        {windowName, QStringLiteral("A window of this size instead of the whole screen."),
            QStringLiteral("WIDTHxHEIGHT")},
        {glassName,
            QStringLiteral(
                "Width of the screen's glass in millimetres, where the monitor doesn't tell."),
            QStringLiteral("MM")},
        {lowerEdgeName,
            QStringLiteral(
                "Where the glass of a wide screen begins, in millimetres from the floor; "
                "\"Lower\" brings everything below 1,100."),
            QStringLiteral("MM")},
        {stillName, QStringLiteral("Nothing on the screen moves.")},
        {soundsName, QStringLiteral("Keep what is spoken as files there instead of playing it."),
            QStringLiteral("DIR")},
        {voiceName,
            QStringLiteral(
                "Whose voice reads a language aloud that espeak-ng doesn't speak, such as "
                "min=id. Without a voice there is no listening in that language. Can be "
                "said of each."),
            QStringLiteral("LANGUAGE=VOICE")},
        {silentName,
            QStringLiteral("This kiosk has no loudspeaker: no spoken guidance, and no warning that "
                           "it is missing.")},
        {serialReaderName,
            QStringLiteral("A code reader at a serial line, such as /dev/ttyACM0 or "
                           "/dev/ttyS0,19200."),
            QStringLiteral("DEVICE[,BAUD]")},
        {keyboardReaderName,
            QStringLiteral("A code reader that types is connected; it is heard without this, too, "
                           "but only this shows visitors that they can scan.")},
        {setPinName,
            QStringLiteral("Read the technician's PIN from standard input, keep it in --data, and "
                           "end. It opens what only a technician may do at this kiosk.")},
        {attractName,
            QStringLiteral("Seconds without a touch until the start screen shows what the mall "
                           "offers, or goes dark outside hours."),
            QStringLiteral("SECONDS"), QStringLiteral("60")},
        {noCameraName, QStringLiteral("Leave the camera alone.")},
        {standaloneName,
            QStringLiteral("Run the queue service in this process; needs --site instead of "
                           "--terminal.")},
    });
    SiteOptions::addTo(parser);
}

/// What holds for all printers that don't say otherwise: the profile's width, and --paper beats it.
Result<PrinterOption> readDefaults(const QCommandLineParser &parser)
{
    PrinterOption defaults;
    if (parser.isSet(profileName)) {
        const auto model = printerModel(parser.value(profileName));
        if (!model)
            return failure(
                ErrorCode::Invalid, QStringLiteral("--printer-profile: ") + model.error().detail);
        defaults.setModel(*model);
        if (!parser.isSet(paperName))
            return defaults;
    }
    const auto dots = dotsOfPaper(parser.value(paperName));
    if (!dots)
        return failure(ErrorCode::Invalid, QStringLiteral("--") + dots.error().detail);
    defaults.profile.width = *dots;
    return defaults;
}

Result<std::vector<PrinterOption>> readPrinters(const QCommandLineParser &parser)
{
    const auto defaults = readDefaults(parser);
    if (!defaults)
        return tl::unexpected(defaults.error());
    QStringList wanted = parser.values(printerName);
    if (wanted.isEmpty())
        wanted.append(QString()); // which is told what is missing
    std::vector<PrinterOption> printers;
    for (const QString &text : wanted) {
        auto printer = PrinterOption::fromText(text, *defaults);
        if (!printer)
            return tl::unexpected(printer.error());
        const bool isTwice = std::ranges::any_of(printers,
            [&](const PrinterOption &other) { return other.known.id == printer->known.id; });
        if (isTwice)
            return failure(ErrorCode::Invalid,
                QStringLiteral("--printer %1 is there twice").arg(printer->known.id));
        if (!printers.empty() && printer->known.place.isEmpty())
            return failure(ErrorCode::Invalid,
                QStringLiteral("--printer %1 must say where visitors find it, such as "
                               "\"%1;id=sebelah kanan;en=on the right\"")
                    .arg(printer->known.id));
        printers.push_back(std::move(*printer));
    }
    return printers;
}

/// Voices are the synthesiser's own names: languages, some with a region or a manner behind them.
Result<QMap<QString, QString>> readVoices(const QStringList &texts)
{
    static const QRegularExpression form(
        QStringLiteral("^([a-z]{2,3})=([a-z]{2,3}(?:-[a-z0-9]+)*)$"));
    QMap<QString, QString> voices;
    for (const QString &text : texts) {
        const auto match = form.match(text);
        if (!match.hasMatch())
            return failure(ErrorCode::Invalid,
                QStringLiteral("--voice is LANGUAGE=VOICE, such as min=id, not \"%1\"").arg(text));
        voices.insert(match.captured(1), match.captured(2));
    }
    return voices;
}

Result<KioskProgramOptions> read(const QCommandLineParser &parser)
{
    std::optional<SiteOptions> standalone;
    if (parser.isSet(standaloneName)) {
        auto site = SiteOptions::read(parser);
        if (!site)
            return tl::unexpected(site.error());
        standalone = std::move(*site);
    }
    auto terminal
        = standalone ? TerminalOptions::readWithoutFile(parser) : TerminalOptions::read(parser);
    if (!terminal)
        return tl::unexpected(terminal.error());
    auto printers = readPrinters(parser);
    if (!printers)
        return tl::unexpected(printers.error());
    terminal->printers.clear();
    for (const PrinterOption &printer : *printers)
        terminal->printers.push_back(printer.known);
    const auto window = windowSizeFromText(parser.value(windowName));
    if (!window)
        return tl::unexpected(window.error());
    bool isNumber = true;
    const double glass = parser.isSet(glassName) ? parser.value(glassName).toDouble(&isNumber) : 0;
    if (!isNumber || glass < 0 || glass > 5000)
        return failure(ErrorCode::Invalid,
            QStringLiteral("--mm-width is a number of millimetres, such as 400"));
    auto readers = ReaderOptions::fromText(parser.value(serialReaderName));
    if (!readers)
        return failure(
            ErrorCode::Invalid, QStringLiteral("--serial-reader: ") + readers.error().detail);
    readers->keyboard = parser.isSet(keyboardReaderName);
    readers->camera = !parser.isSet(noCameraName);
    const auto voices = readVoices(parser.values(voiceName));
    if (!voices)
        return tl::unexpected(voices.error());
    const int attract = parser.value(attractName).toInt();
    if (attract < 5 || attract > 86'400)
        return failure(ErrorCode::Invalid,
            QStringLiteral("--attract-after is a number of seconds, 5 or more"));
    const double edge
        = parser.isSet(lowerEdgeName) ? parser.value(lowerEdgeName).toDouble(&isNumber) : 0;
    if (!isNumber || edge < 0 || edge > 1100)
        return failure(ErrorCode::Invalid,
            QStringLiteral("--lower-edge is a number of millimetres, such as 880"));
    return KioskProgramOptions{.terminal = *terminal,
        .standalone = standalone,
        .printers = std::move(*printers),
        .window = *window,
        .mmWidth = glass,
        .lowerEdgeMm = edge,
        .moves = !parser.isSet(stillName),
        .sounds = parser.value(soundsName),
        .isSilent = parser.isSet(silentName),
        .voices = *voices,
        .readers = *readers,
        .setsPin = parser.isSet(setPinName),
        .attractAfter = std::chrono::seconds(attract)};
}

} // namespace

Result<KioskProgramOptions> KioskProgramOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    return parseTerminalArguments(parser, arguments).and_then([&] { return read(parser); });
}

} // namespace antre
