// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include <QCommandLineParser>

namespace antre {

namespace {

const QString rateName = QStringLiteral("clock");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Antre's queue service for one mall."));
    parser.addHelpOption();
    parser.addVersionOption();
    SiteOptions::addTo(parser);
    parser.addOption({rateName,
        QStringLiteral("Show another time, for rehearsals: at the real moment REAL it is SHOWN "
                       "(both milliseconds since 1970), and time runs FACTOR times as fast."),
        QStringLiteral("REAL,SHOWN,FACTOR")});
}

} // namespace

Result<Options> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return failure(ErrorCode::Invalid, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return failure(ErrorCode::Invalid, parser.helpText(), QStringLiteral("enough"));
    if (parser.isSet(QStringLiteral("version")))
        return failure(ErrorCode::Invalid, QStringLiteral("antre-service " ANTRE_VERSION),
            QStringLiteral("enough"));
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("\"%1\" belongs to no option")
                .arg(parser.positionalArguments().constFirst()));
    const auto site = SiteOptions::read(parser);
    if (!site)
        return tl::unexpected(site.error());
    const Options options{*site, ClockRate::fromText(parser.value(rateName))};
    if (parser.isSet(rateName) && !options.clock)
        return failure(ErrorCode::Invalid,
            QStringLiteral("--clock is REAL,SHOWN,FACTOR, such as 1787193360000,1787193360000,60"));
    return options;
}

} // namespace antre
