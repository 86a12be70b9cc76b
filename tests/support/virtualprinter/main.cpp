// SPDX-License-Identifier: Apache-2.0
// antre-virtual-printer: a receipt printer for tests and demonstrations. Every slip becomes a
// picture in a folder. Faults are set through a second port, one word a line: see
// printerControlHelp().
#include "slip/sliplayout.h"
#include "support/virtualprinter/virtualprinter.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <cstdio>

using namespace antre;

static QByteArray printerControlHelp()
{
    return "paper-out, paper-in, paper-left MM, cover-open, cover-closed, cutter-jam, cutter-free, "
           "offline, online, near-end, paper-enough, mute, speak, stall, go-on, slow "
           "MM_PER_SECOND, "
           "fast, cut-link, cut-link-after BYTES, unplug, plug, off, on, status";
}

static QByteArray status(VirtualPrinter &printer)
{
    const PrinterFaults &faults = printer.machine().faults();
    const QJsonObject object{{QStringLiteral("slips"), qint64(printer.slips().size())},
        {QStringLiteral("problems"), QJsonArray::fromStringList(printer.machine().problems())},
        {QStringLiteral("waitingBytes"), printer.machine().waitingBytes()},
        {QStringLiteral("paperOut"), faults.paperOut},
        {QStringLiteral("coverOpen"), faults.coverOpen},
        {QStringLiteral("offline"), faults.offline}, {QStringLiteral("nearEnd"), faults.nearEnd},
        {QStringLiteral("mute"), faults.mute}, {QStringLiteral("cutter"), faults.cutter},
        {QStringLiteral("stalled"), printer.isStalled()}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

struct FaultWord
{
    const char *on;
    const char *off;
    bool PrinterFaults::*fault;
};

/// Sets or mends the fault that the word names; false: it names none.
static bool setFault(VirtualPrinter &printer, const QByteArray &word)
{
    static constexpr FaultWord words[] = {{"paper-out", "paper-in", &PrinterFaults::paperOut},
        {"cover-open", "cover-closed", &PrinterFaults::coverOpen},
        {"cutter-jam", "cutter-free", &PrinterFaults::cutter},
        {"offline", "online", &PrinterFaults::offline},
        {"near-end", "paper-enough", &PrinterFaults::nearEnd},
        {"mute", "speak", &PrinterFaults::mute}};
    for (const FaultWord &known : words)
        if (word == known.on || word == known.off) {
            PrinterFaults faults = printer.machine().faults();
            faults.*known.fault = word == known.on;
            printer.setFaults(faults);
            return true;
        }
    return false;
}

/// Words that change what surrounds the printer; false: this is none.
static bool setSurroundings(VirtualPrinter &printer, const QByteArray &word, int number)
{
    if (word == "stall" || word == "go-on")
        printer.setStalled(word == "stall");
    else if (word == "slow" || word == "fast")
        printer.setSpeed(word == "slow" ? number : 0);
    else if (word == "paper-left")
        printer.machine().setPaperLeft(number * slipDotsPerMm);
    else if (word == "cut-link")
        printer.cutLink();
    else if (word == "cut-link-after")
        printer.afterBytes(number, [&printer] { printer.cutLink(); });
    else if (word == "unplug")
        printer.pullCable();
    else if (word == "off")
        printer.switchOff();
    else
        return false;
    return true;
}

/// Carries one line out and gives the answering one.
static QByteArray obey(VirtualPrinter &printer, const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    const QByteArray &word = words.constFirst();
    if (word == "status")
        return status(printer);
    if (word == "on" || word == "plug")
        return printer.plugIn() ? "ok" : "the port is taken";
    const int number = words.value(1).toInt();
    const bool needsNumber = word == "slow" || word == "paper-left" || word == "cut-link-after";
    if ((!needsNumber || number > 0)
        && (setFault(printer, word) || setSurroundings(printer, word, number)))
        return "ok";
    return "one of: " + printerControlHelp();
}

/// Says what is being printed while it is: "text WORDS" for each line of text, "cut" for each cut.
/// A witness that needs no pictures.
class Reader : public QObject
{
public:
    explicit Reader(VirtualPrinter &printer)
        : m_printer(printer)
    {
        connect(&printer, &VirtualPrinter::bytesArrived, this, [this] { read(); });
    }

private:
    void read()
    {
        const QStringList &transcript = m_printer.machine().transcript();
        m_read = std::min(m_read, transcript.size()); // it was switched off and on
        for (; m_read < transcript.size(); ++m_read) {
            const QString &line = transcript[m_read];
            // One text is many pieces when its bytes arrived in many.
            if (line.startsWith(QLatin1Char('"'))) {
                m_text += line.mid(1, line.size() - 2);
                continue;
            }
            if (!m_text.isEmpty())
                std::printf("text %s\n", std::exchange(m_text, {}).toUtf8().constData());
            if (line.startsWith(QLatin1String("GS V")))
                std::puts("cut");
        }
        std::fflush(stdout);
    }

    VirtualPrinter &m_printer;
    qsizetype m_read = 0;
    QString m_text;
};

/// Lets each slip fall into the folder as a picture.
static void drawSlips(VirtualPrinter &printer, const QDir &folder)
{
    QObject::connect(
        &printer, &VirtualPrinter::slipFell, &printer, [&, folder](const QImage &slip) {
            const QString file = folder.filePath(
                QStringLiteral("slip-%1.png").arg(printer.slips().size(), 4, 10, QLatin1Char('0')));
            // Under another name first: whoever watches the folder never reads half a picture.
            if (!slip.save(file + QStringLiteral(".part"), "PNG")
                || !QFile::rename(file + QStringLiteral(".part"), file))
                std::fprintf(stderr, "antre-virtual-printer: can't write %s\n", qPrintable(file));
            std::printf("slip %s\n", qPrintable(file));
            std::fflush(stdout);
        });
}

static void serveControl(QTcpServer &server, VirtualPrinter &printer)
{
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, &printer] {
            while (socket->canReadLine())
                socket->write(obey(printer, socket->readLine(256).trimmed()) + '\n');
        });
    });
}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        QStringLiteral("A receipt printer that prints into a folder."));
    options.addHelpOption();
    const QCommandLineOption port(QStringLiteral("port"), QStringLiteral("TCP port; 0: a free one"),
        QStringLiteral("port"), QStringLiteral("0"));
    const QCommandLineOption control(QStringLiteral("control-port"),
        QStringLiteral("port for faults: %1").arg(QString::fromLatin1(printerControlHelp())),
        QStringLiteral("port"), QStringLiteral("0"));
    const QCommandLineOption width(QStringLiteral("width"),
        QStringLiteral("dots a line: 384, 512, 576"), QStringLiteral("dots"),
        QStringLiteral("576"));
    const QCommandLineOption folder(QStringLiteral("folder"), QStringLiteral("where slips fall"),
        QStringLiteral("folder"), QStringLiteral("."));
    const QCommandLineOption kind(QStringLiteral("model"),
        QStringLiteral("what it answers: tm, clone or mute"), QStringLiteral("model"),
        QStringLiteral("tm"));
    const QCommandLineOption words(QStringLiteral("words"),
        QStringLiteral("say the words printed and the cuts instead of drawing pictures"));
    options.addOptions({port, control, width, folder, kind, words});
    options.process(application);

    const QDir slips(options.value(folder));
    EscposMachine::Model model = options.value(kind) == QLatin1String("mute")
        ? EscposMachine::Model::muteClone()
        : options.value(kind) == QLatin1String("clone") ? EscposMachine::Model::clone()
                                                        : EscposMachine::Model::tmClass();
    model.width = options.value(width).toInt();
    VirtualPrinter printer(model);
    QTcpServer controlServer;
    serveControl(controlServer, printer);
    if (model.width < 96 || !slips.mkpath(QStringLiteral("."))
        || !printer.switchOn(options.value(port).toUShort())
        || !controlServer.listen(QHostAddress::LocalHost, options.value(control).toUShort())) {
        std::fprintf(
            stderr, "antre-virtual-printer: bad width, folder not writable or port taken\n");
        return 1;
    }
    std::optional<Reader> reader;
    if (options.isSet(words))
        reader.emplace(printer);
    else
        drawSlips(printer, slips);
    std::printf("port %d\ncontrol-port %d\n", printer.port(), controlServer.serverPort());
    std::fflush(stdout);
    return application.exec();
}
