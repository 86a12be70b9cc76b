// SPDX-License-Identifier: Apache-2.0
#include "support/privatecups/privatecups.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace antre {

/// Debian keeps what it ships in backend-available and links what was chosen at installation.
static QString systemBackend(const QString &scheme)
{
    const QString chosen = QStringLiteral("/usr/lib/cups/backend/") + scheme;
    return QFile::exists(chosen) ? chosen
                                 : QStringLiteral("/usr/lib/cups/backend-available/") + scheme;
}

PrivateCups::PrivateCups(QString folder)
    : m_folder(std::move(folder))
{
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Whatever happens to us, no cupsd stays behind.
    m_daemon.setChildProcessModifier([] {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        std::signal(SIGXFSZ, SIG_IGN); // see limitFiles(): a full disk is an error, not a signal
    });
}

/// A cupsd that was killed leaves its back-ends trying for ever. They are known by the spool file
/// they were given, which lies in the folder that is theirs alone.
static void endOrphans(const QString &folder)
{
    const QByteArray spool = QFile::encodeName(folder + QStringLiteral("/spool/"));
    const QStringList processes
        = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[1-9]*")}, QDir::Dirs);
    for (const QString &process : processes) {
        QFile words(QStringLiteral("/proc/%1/cmdline").arg(process));
        if (words.open(QIODevice::ReadOnly) && words.readAll().contains(spool))
            ::kill(pid_t(process.toInt()), SIGKILL);
    }
}

PrivateCups::~PrivateCups()
{
    stop();
    endOrphans(m_folder);
}

QString PrivateCups::server() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }

static bool copyProgram(const QString &from, const QString &to)
{
    return QFile::copy(from, to)
        && QFile::setPermissions(to, QFileDevice::Permissions::fromInt(0x7755));
}

Result<> PrivateCups::addBackend(const QString &scheme, const QString &program)
{
    const QDir backends(m_folder + QStringLiteral("/lib/backend"));
    if (!backends.mkpath(QStringLiteral(".")) || !copyProgram(program, backends.filePath(scheme)))
        return failure(ErrorCode::Unavailable, QStringLiteral("can't copy %1").arg(program));
    return {};
}

Result<> PrivateCups::prepare()
{
    const QDir folder(m_folder);
    for (const char *part : {"etc", "lib", "cache", "run", "spool/tmp", "log"})
        if (!folder.mkpath(QLatin1String(part)))
            return failure(
                ErrorCode::Unavailable, QStringLiteral("can't write in %1").arg(m_folder));
    // lp must get through to the job's file; a temporary folder is closed to others.
    QFile::setPermissions(m_folder, QFileDevice::Permissions::fromInt(0x7755));
    for (const char *part : {"filter", "cgi-bin", "daemon", "monitor", "notifier"}) {
        const QString name = QLatin1String(part);
        QFile::link(QStringLiteral("/usr/lib/cups/") + name,
            folder.filePath(QStringLiteral("lib/") + name));
    }
    for (const char *scheme : {"socket", "ipp"}) {
        const QString name = QLatin1String(scheme);
        if (const auto added = addBackend(name, systemBackend(name)); !added)
            return added;
    }
    if (geteuid() == 0) {
        for (QDir parent(m_folder); parent.cdUp();)
            if (!QFileInfo(parent.path()).permission(QFileDevice::ExeOther))
                return failure(ErrorCode::Unavailable,
                    QStringLiteral("the back-ends, run as lp, can't get through %1")
                        .arg(parent.path()));
        // The daemon hands the spool to lp's group by itself; its temporary folder it only uses.
        const passwd *lp = getpwnam("lp");
        if (!lp
            || chown(QFile::encodeName(folder.filePath(QStringLiteral("spool/tmp"))).constData(),
                   lp->pw_uid, lp->pw_gid)
                != 0)
            return failure(ErrorCode::Unavailable, QStringLiteral("no user lp"));
    }
    m_prepared = true;
    return {};
}

static quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

static bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

bool PrivateCups::writeSettings() const
{
    const bool root = geteuid() == 0;
    const QString user
        = root ? QStringLiteral("lp") : QString::fromLocal8Bit(getpwuid(geteuid())->pw_name);
    const group *own = getgrgid(getegid());
    const QString groupName = root ? QStringLiteral("lp") : QString::fromLocal8Bit(own->gr_name);
    const QString files = QStringLiteral(
        "SystemGroup %3\nUser %1\nGroup %2\nServerRoot %4/etc\nServerBin %4/lib\nCacheDir "
        "%4/cache\n"
        "StateDir %4/run\nRequestRoot %4/spool\nTempDir %4/spool/tmp\nDataDir /usr/share/cups\n"
        "DocumentRoot /usr/share/cups/doc-root\nPrintcap %4/run/printcap\nAccessLog %4/log/access\n"
        "ErrorLog %4/log/error\nPageLog %4/log/page\nFileDevice Yes\n")
                              .arg(user, groupName, root ? QStringLiteral("root") : groupName,
                                  m_folder);
    const QString daemon = QStringLiteral(
        "Listen 127.0.0.1:%1\nListen %2/run/cups.sock\nLogLevel debug\nMaxLogSize 0\nBrowsing Off\n"
        "WebInterface No\nDefaultAuthType None\nDefaultEncryption Never\nDefaultShared No\n"
        "ErrorPolicy abort-job\nJobRetryInterval 5\nJobRetryLimit 3\nJobKillDelay 2\nMaxJobTime "
        "120\n"
        "PreserveJobHistory 300\nPreserveJobFiles No\nDirtyCleanInterval 0\n"
        "<Location />\n Order allow,deny\n Allow from 127.0.0.1\n</Location>\n"
        "<Policy default>\n JobPrivateAccess all\n JobPrivateValues none\n"
        " SubscriptionPrivateAccess all\n SubscriptionPrivateValues none\n"
        " <Limit All>\n  Order allow,deny\n  Allow all\n </Limit>\n</Policy>\n")
                               .arg(m_port)
                               .arg(m_folder);
    return write(m_folder + QStringLiteral("/etc/cups-files.conf"), files)
        && write(m_folder + QStringLiteral("/etc/cupsd.conf"), daemon);
}

bool PrivateCups::waitUntilAnswers()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 15'000 && m_daemon.state() == QProcess::Running) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(1'000))
            return true;
        m_daemon.waitForFinished(20);
    }
    return false;
}

Result<> PrivateCups::start()
{
    if (!m_prepared)
        if (const auto prepared = prepare(); !prepared)
            return prepared;
    // Another program may take a free port before cupsd does.
    const int tries = m_port == 0 ? 5 : 1;
    for (int i = 0; i < tries; ++i) {
        if (tries > 1)
            m_port = freePort();
        if (!writeSettings())
            break;
        m_daemon.start(QStringLiteral("/usr/sbin/cupsd"),
            {QStringLiteral("-f"), QStringLiteral("-c"),
                m_folder + QStringLiteral("/etc/cupsd.conf"), QStringLiteral("-s"),
                m_folder + QStringLiteral("/etc/cups-files.conf")});
        if (m_daemon.waitForStarted(5'000) && waitUntilAnswers())
            return {};
        kill();
    }
    return failure(ErrorCode::Unavailable,
        QStringLiteral("cupsd (package cups-daemon) does not start; see %1/log/error")
            .arg(m_folder));
}

void PrivateCups::stop()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    resume();
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(10'000))
        kill();
}

void PrivateCups::kill()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.kill();
    m_daemon.waitForFinished(5'000);
}

void PrivateCups::pause()
{
    if (isRunning())
        ::kill(pid_t(m_daemon.processId()), SIGSTOP);
}

void PrivateCups::resume()
{
    if (isRunning())
        ::kill(pid_t(m_daemon.processId()), SIGCONT);
}

bool PrivateCups::limitFiles(quint64 bytes)
{
    const rlimit limit{rlim_t(bytes), RLIM_INFINITY};
    return isRunning() && prlimit(pid_t(m_daemon.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

Result<QString> PrivateCups::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList{QStringLiteral("-h"), server()} + arguments);
    if (!process.waitForFinished(20'000) || process.exitCode() != 0)
        return failure(ErrorCode::Unavailable,
            program + QStringLiteral(": ") + process.errorString() + QLatin1Char(' ')
                + QString::fromLocal8Bit(process.readAll()));
    return QString::fromLocal8Bit(process.readAll());
}

Result<> PrivateCups::addRawQueue(const QString &name, const QString &uri)
{
    return run(QStringLiteral("lpadmin"),
        {QStringLiteral("-p"), name, QStringLiteral("-E"), QStringLiteral("-v"), uri,
            QStringLiteral("-o"), QStringLiteral("printer-error-policy=abort-job")})
        .map([](const QString &) {});
}

} // namespace antre
