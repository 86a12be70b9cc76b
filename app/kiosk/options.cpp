// SPDX-License-Identifier: Apache-2.0
#include "kiosk/options.h"

#include "shared/windowsize.h"

namespace antre {

namespace {

const QString printerName = QStringLiteral("printer");
const QString profileName = QStringLiteral("printer-profile");
const QString paperName = QStringLiteral("paper");
const QString windowName = QStringLiteral("window");
const QString glassName = QStringLiteral("mm-width");
const QString stillName = QStringLiteral("still");
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
                "office printer with A4, or folder:DIR without a printer."),
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
        {stillName, QStringLiteral("Nothing on the screen moves.")},
        {standaloneName,
            QStringLiteral("Run the queue service in this process; needs --site instead of "
                           "--terminal.")},
    });
    SiteOptions::addTo(parser);
}

Result<int> dotsOf(const QString &paper)
{
    if (const auto width = slipWidthFromText(paper))
        return *width;
    return failure(ErrorCode::Invalid,
        QStringLiteral("--paper is 58, 80 or 80-180dpi, not \"%1\"").arg(paper));
}

/// The profile named, and the width it comes to; --paper beats the profile's.
Result<> readPaper(const QCommandLineParser &parser, KioskProgramOptions &options)
{
    if (parser.isSet(profileName)) {
        const auto model = printerModel(parser.value(profileName));
        if (!model)
            return failure(
                ErrorCode::Invalid, QStringLiteral("--printer-profile: ") + model.error().detail);
        options.printerModel = *model;
        options.slipWidth = model->width;
        if (!parser.isSet(paperName))
            return {};
    }
    return dotsOf(parser.value(paperName)).map([&](int dots) { options.slipWidth = dots; });
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
    const auto terminal
        = standalone ? TerminalOptions::readWithoutFile(parser) : TerminalOptions::read(parser);
    if (!terminal)
        return tl::unexpected(terminal.error());
    const auto slips = PrinterTarget::fromText(parser.value(printerName));
    if (!slips)
        return tl::unexpected(slips.error());
    const auto window = windowSizeFromText(parser.value(windowName));
    if (!window)
        return tl::unexpected(window.error());
    bool isNumber = true;
    const double glass = parser.isSet(glassName) ? parser.value(glassName).toDouble(&isNumber) : 0;
    if (!isNumber || glass < 0 || glass > 5000)
        return failure(ErrorCode::Invalid,
            QStringLiteral("--mm-width is a number of millimetres, such as 400"));
    KioskProgramOptions options{.terminal = *terminal,
        .standalone = standalone,
        .slips = *slips,
        .printerModel = {},
        .window = *window,
        .mmWidth = glass,
        .moves = !parser.isSet(stillName)};
    return readPaper(parser, options).map([&] { return options; });
}

} // namespace

Result<KioskProgramOptions> KioskProgramOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    return parseTerminalArguments(parser, arguments).and_then([&] { return read(parser); });
}

} // namespace antre
