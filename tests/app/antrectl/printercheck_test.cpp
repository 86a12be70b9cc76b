// SPDX-License-Identifier: Apache-2.0
#include "app/antrectl/antrectl.h"
#include "scan/qrreader.h"
#include "support/paths.h"

#include <QImage>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace antre;

namespace {

/// A virtual printer in a process of its own.
class VirtualPrinterProcess
{
public:
    explicit VirtualPrinterProcess(const QString &model)
    {
        m_program.start(programPath("antre-virtual-printer"),
            {QStringLiteral("--model"), model, QStringLiteral("--folder"), m_folder.path()});
        REQUIRE(m_program.waitForReadyRead(20'000));
        m_port = QString::fromLatin1(m_program.readLine()).section(QLatin1Char(' '), 1).trimmed();
    }
    ~VirtualPrinterProcess()
    {
        m_program.terminate();
        if (!m_program.waitForFinished(5'000))
            m_program.kill();
    }
    [[nodiscard]] QString uri() const
    {
        return QStringLiteral("escpos://127.0.0.1:%1/").arg(m_port);
    }
    [[nodiscard]] QImage page()
    {
        const QString file = m_folder.filePath(QStringLiteral("slip-0001.png"));
        for (int i = 0; i < 50 && !QFile::exists(file); ++i)
            m_program.waitForReadyRead(100);
        return QImage(file);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_program;
    QString m_port;
};

Said check(const QString &uri)
{
    return antrectl({QStringLiteral("printer"), QStringLiteral("check"), uri});
}

bool says(const Said &said, const char *what, const char *answer)
{
    return said.out.contains(QString::fromLatin1(what).leftJustified(28) + QStringLiteral("  ")
        + QString::fromLatin1(answer) + QLatin1Char('\n'));
}

} // namespace

TEST_CASE("An Epson is known as one, and its test page holds a readable code", "[antrectl]")
{
    VirtualPrinterProcess printer(QStringLiteral("tm"));
    const Said said = check(printer.uri());
    CAPTURE(said.out, said.err);
    CHECK(said.exit == 0);
    CHECK(says(said, "printer (GS I)", "EPSON TM-VIRTUAL"));
    CHECK(says(said, "receipt by id (GS ( H)", "yes"));
    CHECK(says(said, "clears its buffer (DLE DC4 8)", "yes"));
    CHECK(says(said, "test page", "Printed, the printer confirmed it."));
    CHECK(said.out.contains(QStringLiteral("epson-tm (")));
    CHECK(
        QZXingReader().read(printer.page()) == QStringLiteral("https://mpp.example.id/t/TESTPAGE"));
}

TEST_CASE("A clone is known by what it lacks", "[antrectl]")
{
    VirtualPrinterProcess printer(QStringLiteral("clone"));
    const Said said = check(printer.uri());
    CAPTURE(said.out, said.err);
    CHECK(said.exit == 0);
    CHECK(says(said, "receipt by id (GS ( H)", "no"));
    CHECK(says(said, "answers in turn (GS r 1)", "yes"));
    CHECK(says(said, "slips can be called", "printed"));
    CHECK(said.out.contains(QStringLiteral("clone-80 (")));
}

TEST_CASE(
    "Of a printer that answers nothing the check says that it can't be believed", "[antrectl]")
{
    VirtualPrinterProcess printer(QStringLiteral("mute"));
    const Said said = check(printer.uri());
    CAPTURE(said.out, said.err);
    CHECK(said.exit == 0);
    CHECK(says(said, "now", "not known"));
    CHECK(says(said, "slips can be called", "sent, never printed"));
    CHECK(said.out.contains(QStringLiteral("clone-58 (")));
}

TEST_CASE(
    "A printer that isn't there fails the check, and a wrong address is called wrong", "[antrectl]")
{
    QTcpServer nobody;
    REQUIRE(nobody.listen(QHostAddress::LocalHost));
    const quint16 port = nobody.serverPort();
    nobody.close();
    CHECK(check(QStringLiteral("escpos://127.0.0.1:%1/").arg(port)).exit == 1);
    CHECK(check(QStringLiteral("lp0")).exit == 2);
    const Said said = check(QStringLiteral("escpos://127.0.0.1/?profile=espon"));
    CHECK(said.exit == 2);
    CHECK(said.err.contains(QStringLiteral("epson-tm, epson-tm-180, bixolon")));
}
