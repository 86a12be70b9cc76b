// SPDX-License-Identifier: Apache-2.0
// antre-virtual-printer: a receipt printer for tests and demonstrations. Every slip becomes a
// picture in a folder. Faults are set through a second port, one word a line: see
// printerControlHelp().
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
    return "paper-out, paper-in, cover-open, cover-closed, offline, online, near-end, "
           "paper-enough, "
           "mute, speak, stall, go-on, off, on, status";
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
        {QStringLiteral("mute"), faults.mute}, {QStringLiteral("stalled"), printer.isStalled()}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Carries one word out and gives the answering line.
static QByteArray obey(VirtualPrinter &printer, const QByteArray &word)
{
    PrinterFaults faults = printer.machine().faults();
    if (word == "status")
        return status(printer);
    if (word == "stall" || word == "go-on")
        printer.setStalled(word == "stall");
    else if (word == "off")
        printer.switchOff();
    else if (word == "on") {
        if (!printer.switchOn(printer.port()))
            return "the port is taken";
    } else if (word == "paper-out" || word == "paper-in")
        faults.paperOut = word == "paper-out";
    else if (word == "cover-open" || word == "cover-closed")
        faults.coverOpen = word == "cover-open";
    else if (word == "offline" || word == "online")
        faults.offline = word == "offline";
    else if (word == "near-end" || word == "paper-enough")
        faults.nearEnd = word == "near-end";
    else if (word == "mute" || word == "speak")
        faults.mute = word == "mute";
    else
        return "one of: " + printerControlHelp();
    printer.setFaults(faults);
    return "ok";
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
    const QCommandLineOption words(QStringLiteral("words"),
        QStringLiteral("say the words printed and the cuts instead of drawing pictures"));
    options.addOptions({port, control, width, folder, words});
    options.process(application);

    const QDir slips(options.value(folder));
    EscposMachine::Model model;
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
