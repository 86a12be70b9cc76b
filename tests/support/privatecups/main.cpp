// SPDX-License-Identifier: Apache-2.0
// antre-private-cups: a real cupsd on a free loopback port with one raw queue, until it is told to
// end. Prints "server HOST:PORT" and "queue NAME" once both are there.
#include "support/privatecups/privatecups.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>

using namespace antre;

/// SIGTERM and SIGINT as an event, so that cupsd is stopped before we end.
static int endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_CLOEXEC);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("A private cupsd with one queue, for tests and demonstrations."));
    options.addHelpOption();
    const QCommandLineOption folder(QStringLiteral("folder"),
        QStringLiteral("where everything is kept"), QStringLiteral("folder"));
    const QCommandLineOption uri(QStringLiteral("uri"),
        QStringLiteral("the printer, such as socket://127.0.0.1:9100/?snmp=false&contimeout=3"),
        QStringLiteral("uri"));
    const QCommandLineOption queue(QStringLiteral("queue"), QStringLiteral("the queue's name"),
        QStringLiteral("name"), QStringLiteral("antre"));
    const QCommandLineOption backend(QStringLiteral("backend"),
        QStringLiteral("a back-end program of our own, under the name of its URI scheme"),
        QStringLiteral("SCHEME=PROGRAM"));
    options.addOptions({folder, uri, queue, backend});
    options.process(application);
    if (!options.isSet(folder) || !options.isSet(uri) || !QDir().mkpath(options.value(folder))) {
        std::fprintf(stderr, "antre-private-cups: needs --folder and --uri\n");
        return 1;
    }

    PrivateCups cups(QDir(options.value(folder)).absolutePath());
    const QString own = options.value(backend);
    const qsizetype equals = own.indexOf(QLatin1Char('='));
    const auto ready
        = (equals > 0 ? cups.addBackend(own.left(equals), own.mid(equals + 1)) : Result<>())
              .and_then([&] { return cups.start(); })
              .and_then([&] { return cups.addRawQueue(options.value(queue), options.value(uri)); });
    if (!ready) {
        std::fprintf(stderr, "antre-private-cups: %s\n", qPrintable(ready.error().detail));
        return 1;
    }
    QSocketNotifier ended(endSignals(), QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::printf(
        "server %s\nqueue %s\n", qPrintable(cups.server()), qPrintable(options.value(queue)));
    std::fflush(stdout);
    return application.exec();
}
