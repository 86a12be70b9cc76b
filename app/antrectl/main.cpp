// SPDX-License-Identifier: Apache-2.0
#include "antrectl/verb.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>

namespace antre {

static QStringList words(const char *verb)
{
    return QString::fromLatin1(verb).split(QLatin1Char(' '));
}

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> all{
        {words("catalogue check"), QStringLiteral("FILE"),
            QStringLiteral("Say what a catalogue holds, or all that is wrong with it."),
            checkCatalogue},
        {words("catalogue publish"), QStringLiteral("DIR FILE"),
            QStringLiteral("Give a site another catalogue."), publishCatalogue},
        {words("site create"), QStringLiteral("DIR"),
            QStringLiteral("Make a site's directory with its journal."), createSite},
        {words("terminal enrol"), QStringLiteral("DIR KIND ID"),
            QStringLiteral(
                "Make a kiosk, counter or display known to a site; prints its token file."),
            enrolTerminal},
        {words("terminal invite"), QStringLiteral("DIR KIND ID"),
            QStringLiteral("Show a code and its QR code by which a device enrols by itself, once "
                           "and within ten minutes; the service must run."),
            inviteTerminal},
        {words("terminal revoke"), QStringLiteral("DIR ID"),
            QStringLiteral("End a terminal's token."), revokeTerminal},
        {words("officer set"), QStringLiteral("DIR ID"),
            QStringLiteral("Register or change an officer; the PIN is read from standard input."),
            setOfficer},
        {words("officer password"), QStringLiteral("DIR ID"),
            QStringLiteral("Give somebody a password for the manager's pages, read from standard "
                           "input."),
            setOfficerPassword},
        {words("officer remove"), QStringLiteral("DIR ID"),
            QStringLiteral("Let an officer sign in no more."), removeOfficer},
        {words("officer rights"), QStringLiteral("DIR ID"),
            QStringLiteral("Show or change what an officer may do beyond the usual."),
            officerRights},
        {words("close"), QStringLiteral("DIR SCOPE"),
            QStringLiteral(
                "Close for a while: SCOPE is site, agency:ID, service:ID or counter:ID."),
            closeScope},
        {words("reopen"), QStringLiteral("DIR SCOPE"),
            QStringLiteral("Open again before its time what was closed."), reopenScope},
        {words("backup"), QStringLiteral("DIR NEWDIR"),
            QStringLiteral("Copy a site, which may be at work, and read the copy back."),
            backUpSite},
        {words("restore"), QStringLiteral("BACKUP NEWDIR"),
            QStringLiteral("Make a site from a backup, here or on another machine."), restoreSite},
        {words("report day"), QStringLiteral("DIR"),
            QStringLiteral("Say how a day went; the service may run meanwhile."), reportDayVerb},
        {words("printer check"), QStringLiteral("URI"),
            QStringLiteral("Say what a receipt printer is, answers and lacks, and print a page for "
                           "eyes; URI such as escpos://HOST:9100/ or escpos:/dev/usb/lp0."),
            checkPrinterVerb},
        {words("doctor"), QStringLiteral("PATH"),
            QStringLiteral("Say whether a journal is sound, or all that is wrong with it."),
            examine},
        {words("slip preview"), QStringLiteral("FILE"),
            QStringLiteral("Draw a slip as a catalogue wants it."), previewSlip},
        {words("slip print"), QStringLiteral("FILE"),
            QStringLiteral("Print a slip as a catalogue wants it."), printSlip},
        {words("rehearse"), QString(),
            QStringLiteral(
                "Play a whole day through the real service and protocols, and reconcile it."),
            rehearse},
    };
    return all;
}

static void write(FILE *file, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

void print(const QString &line) { write(stdout, line); }

void complain(const QString &line) { write(stderr, line); }

static QString help()
{
    QString text = QStringLiteral(
        "Usage: antrectl VERB [options] [arguments]\n\nLooks after an Antre site.\n\nVerbs:\n");
    for (const Verb &verb : verbs())
        text
            += QStringLiteral("  %1 %2\n      %3\n").arg(verb.name(), verb.arguments, verb.summary);
    return text
        + QStringLiteral(
            "\n'antrectl VERB --help' shows a verb's options; 'antrectl --version' the version.\n"
            "What changes a site goes through its service while that runs. Tokens and PINs never "
            "stand on a "
            "command line.\n"
            "Exit codes: 0 done, 1 a fault or difference was found, 2 called wrongly.");
}

static void tellErrors(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        complain(message);
}

static Exit run(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (first == QLatin1String("--help") || first == QLatin1String("-h")
        || first == QLatin1String("help")) {
        print(help());
        return Exit::Success;
    }
    if (first == QLatin1String("--version")) {
        print(QStringLiteral("antrectl " ANTRE_VERSION));
        return Exit::Success;
    }
    const auto verb = std::ranges::find_if(verbs(), [&arguments](const Verb &candidate) {
        return arguments.mid(0, candidate.words.size()) == candidate.words;
    });
    if (verb != verbs().end())
        return verb->run(*verb, arguments.mid(verb->words.size()));
    complain(first.isEmpty()
            ? help()
            : QStringLiteral("antrectl: there is no verb \"%1\"; 'antrectl --help' lists them.")
                  .arg(arguments.mid(0, 2).join(QLatin1Char(' '))));
    return Exit::Usage;
}

} // namespace antre

int main(int argc, char **argv)
{
    // Slips are drawn, on whatever machine this is; that it has no screen is nothing to complain
    // of.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QtMessageHandler standard = qInstallMessageHandler(antre::tellErrors);
    const QGuiApplication application(argc, argv);
    qInstallMessageHandler(standard);
    return int(antre::run(QCoreApplication::arguments().mid(1)));
}
