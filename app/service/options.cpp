// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include <QCommandLineParser>

namespace antre {

namespace {

const QString siteName = QStringLiteral("site");
const QString catalogueName = QStringLiteral("catalogue");
const QString terminalsName = QStringLiteral("terminals");
const QString httpName = QStringLiteral("http");
const QString rateName = QStringLiteral("clock");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Antre's queue service for one mall."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {siteName,
            QStringLiteral("Folder of the site: journal and certificate. Made at the first start."),
            QStringLiteral("DIR")},
        {catalogueName, QStringLiteral("Publish this catalogue if it differs from the site's."),
            QStringLiteral("FILE")},
        {terminalsName, QStringLiteral("Where terminals connect; port 0 takes any free one."),
            QStringLiteral("HOST:PORT"),
            HostPort{QStringLiteral("0.0.0.0"), defaultTerminalPort}.text()},
        {httpName, QStringLiteral("Where the web front asks; keep it on this machine."),
            QStringLiteral("HOST:PORT"),
            HostPort{QStringLiteral("127.0.0.1"), defaultHttpPort}.text()},
        {rateName,
            QStringLiteral("Show another time, for rehearsals: at the real moment REAL it is SHOWN "
                           "(both milliseconds since 1970), and time runs FACTOR times as fast."),
            QStringLiteral("REAL,SHOWN,FACTOR")},
    });
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
    if (parser.value(siteName).isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("--site says which folder is the mall's, and it is missing"));
    Options options{parser.value(siteName), parser.value(catalogueName), {}, {},
        ClockRate::fromText(parser.value(rateName))};
    if (parser.isSet(rateName) && !options.clock)
        return failure(ErrorCode::Invalid,
            QStringLiteral("--clock is REAL,SHOWN,FACTOR, such as 1787193360000,1787193360000,60"));
    const auto terminalsAt = HostPort::fromText(parser.value(terminalsName));
    const auto httpAt = HostPort::fromText(parser.value(httpName));
    for (const auto &place : {terminalsAt, httpAt}) {
        if (!place)
            return tl::unexpected(place.error());
    }
    options.terminals = *terminalsAt;
    options.http = *httpAt;
    return options;
}

} // namespace antre
