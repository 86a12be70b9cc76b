// SPDX-License-Identifier: Apache-2.0
#include "shared/terminalprogram.h"

#include "journal/salvage.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>

#include <cstdio>

namespace antre {

namespace {

/// The key of the record from which a terminal's restart reads.
const QString checkpointKey = QStringLiteral("checkpoint");
const QString terminalName = QStringLiteral("terminal");
const QString dataName = QStringLiteral("data");
const QString clockName = QStringLiteral("clock");

/// Opens a terminal's journal, again and again if need be, and keeps it for this process from the
/// first time on: two kiosks that counted in one file would give the same numbers.
class OwnJournalOpener
{
public:
    explicit OwnJournalOpener(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] Result<std::unique_ptr<Journal>> operator()()
    {
        if (auto locked = lock(); !locked)
            return tl::unexpected(locked.error());
        auto own = openOwnJournal(m_folder + QStringLiteral("/terminal.db"), checkpointKey,
            KioskTickets::salvagedRecord());
        if (!own)
            return tl::unexpected(own.error());
        if (own->salvage)
            qWarning("The terminal's journal was damaged. It lies in %s now; %lld records were "
                     "saved%s.",
                qPrintable(own->damagedFile), static_cast<long long>(own->salvage->saved),
                own->salvage->isComplete() ? "" : ", others may be lost");
        return std::unique_ptr<Journal>(std::move(own->journal));
    }

private:
    Result<> lock()
    {
        if (m_lock && m_lock->isLocked())
            return {};
        if (!QDir().mkpath(m_folder))
            return failure(ErrorCode::Unavailable,
                QStringLiteral("the folder %1 can't be made").arg(m_folder),
                QStringLiteral("gone"));
        m_lock = std::make_shared<QLockFile>(m_folder + QStringLiteral("/terminal.lock"));
        m_lock->setStaleLockTime(0);
        if (m_lock->tryLock(0))
            return {};
        if (m_lock->error() != QLockFile::LockFailedError)
            return failure(ErrorCode::Unavailable,
                QStringLiteral("the folder %1 can't be written").arg(m_folder),
                QStringLiteral("readOnly"));
        return failure(ErrorCode::Unavailable,
            QStringLiteral("another program uses %1").arg(m_folder), QStringLiteral("locked"));
    }

    QString m_folder;
    std::shared_ptr<QLockFile> m_lock; ///< shared, since a std::function can be copied
};

QUrl urlOf(const HostPort &service)
{
    QUrl url;
    url.setScheme(QStringLiteral("wss"));
    url.setHost(service.host);
    url.setPort(service.port);
    url.setPath(QStringLiteral("/"));
    return url;
}

} // namespace

void TerminalOptions::addTo(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {terminalName, QStringLiteral("The terminal's file, made by \"antrectl terminal enrol\"."),
            QStringLiteral("FILE")},
        {dataName, QStringLiteral("Folder where the terminal keeps its own journal."),
            QStringLiteral("DIR")},
        {clockName,
            QStringLiteral("Show another time, for rehearsals: at the real moment REAL it is SHOWN "
                           "(both milliseconds since 1970), and time runs FACTOR times as fast."),
            QStringLiteral("REAL,SHOWN,FACTOR")},
    });
}

Result<TerminalOptions> TerminalOptions::read(const QCommandLineParser &parser)
{
    if (parser.value(terminalName).isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("--terminal says who this terminal is, and it is missing; \"antrectl "
                           "terminal enrol\" makes the file"));
    return readWithoutFile(parser).map([&](TerminalOptions options) {
        options.terminalFile = parser.value(terminalName);
        return options;
    });
}

Result<TerminalOptions> TerminalOptions::readWithoutFile(const QCommandLineParser &parser)
{
    const QString data = parser.value(dataName);
    if (data.isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("--data says where this terminal keeps its journal, and it is missing"));
    const TerminalOptions options{data + QStringLiteral("/terminal.json"), data,
        ClockRate::fromText(parser.value(clockName))};
    if (parser.isSet(clockName) && !options.clock)
        return failure(ErrorCode::Invalid,
            QStringLiteral("--clock is REAL,SHOWN,FACTOR, such as 1787193360000,1787193360000,60"));
    return options;
}

Result<std::unique_ptr<TerminalProgram>> TerminalProgram::make(
    const TerminalOptions &options, TerminalKind kind)
{
    auto file = loadTerminalFile(options.terminalFile);
    if (!file)
        return tl::unexpected(file.error());
    if (file->kind != kind)
        return failure(ErrorCode::Invalid,
            QStringLiteral("%1 is the file of a %2, this program is a %3.")
                .arg(options.terminalFile, terminalKindName(file->kind), terminalKindName(kind)));
    return std::unique_ptr<TerminalProgram>(new TerminalProgram(options, std::move(*file)));
}

TerminalProgram::TerminalProgram(const TerminalOptions &options, TerminalFile file)
    : m_file(std::move(file))
    , m_rated(options.clock ? std::optional<RatedClock>(std::in_place, m_system, *options.clock)
                            : std::nullopt)
    , m_clock(m_rated ? static_cast<const Clock &>(*m_rated) : m_system)
    , m_machine(
          {m_file.terminal, m_file.kind, m_file.token, m_file.mark, QStringLiteral(ANTRE_VERSION),
              Heartbeat(), options.printers, m_file.kind == TerminalKind::Kiosk},
          m_clock, m_random)
    , m_link(urlOf(m_file.service), m_file.fingerprint)
    , m_runner(m_machine, m_link, m_clock, OwnJournalOpener(options.data))
{
}

Result<> parseTerminalArguments(QCommandLineParser &parser, const QStringList &arguments)
{
    if (!parser.parse(arguments))
        return failure(ErrorCode::Invalid, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return failure(ErrorCode::Invalid, parser.helpText(), QStringLiteral("enough"));
    if (parser.isSet(QStringLiteral("version")))
        return failure(ErrorCode::Invalid,
            QCoreApplication::applicationName() + QLatin1Char(' ')
                + QCoreApplication::applicationVersion(),
            QStringLiteral("enough"));
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("\"%1\" belongs to no option")
                .arg(parser.positionalArguments().constFirst()));
    return {};
}

int sayUsage(const Error &error)
{
    if (error.reason == QLatin1String("enough")) {
        std::fprintf(stdout, "%s\n", qPrintable(error.detail));
        return 0;
    }
    const QByteArray program = QCoreApplication::applicationName().toLocal8Bit();
    std::fprintf(stderr, "%s: %s.\n'%s --help' shows how.\n", program.constData(),
        qPrintable(error.detail), program.constData());
    return 2;
}

int sayProblem(const QString &sentence)
{
    std::fprintf(
        stderr, "%s: %s\n", qPrintable(QCoreApplication::applicationName()), qPrintable(sentence));
    return 1;
}

} // namespace antre
