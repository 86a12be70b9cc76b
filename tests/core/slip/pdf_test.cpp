// SPDX-License-Identifier: Apache-2.0
// Slips as PDF, looked at with poppler's tools (package poppler-utils).
#include "scan/qrreader.h"
#include "slip/slippdf.h"
#include "slip/slippicture.h"
#include "support/catch.h"
#include "support/sampleslip.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace antre;

namespace {

class PdfFile
{
public:
    explicit PdfFile(const QByteArray &pdf)
        : m_path(m_folder.filePath(QStringLiteral("slip.pdf")))
    {
        QFile file(m_path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(pdf) == pdf.size());
    }
    [[nodiscard]] QString ask(const char *program, const QStringList &arguments) const
    {
        QProcess process;
        process.start(QLatin1String(program),
            QStringList(arguments).replaceInStrings(QStringLiteral("FILE"), m_path));
        REQUIRE(process.waitForFinished(30'000));
        CHECK(process.exitCode() == 0);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    /// The page with 8 dots a millimetre.
    [[nodiscard]] QImage page() const
    {
        const QString out = m_folder.filePath(QStringLiteral("page"));
        (void)ask("pdftoppm",
            {QStringLiteral("-r"), QStringLiteral("203.2"), QStringLiteral("-gray"),
                QStringLiteral("-png"), QStringLiteral("-singlefile"), QStringLiteral("FILE"),
                out});
        return QImage(out + QStringLiteral(".png"));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

double darkShare(const QImage &image)
{
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128;
    return double(dark) / (double(image.width()) * image.height());
}

} // namespace

TEST_CASE("A slip as PDF is as wide as the roll and as long as the slip", "[pdf]")
{
    const Slip slip = layOutSlip(sampleSlip(), slipWidth80);
    const PdfFile file(slipPdf(slip, SlipPaper::Roll));
    const QString info = file.ask("pdfinfo", {QStringLiteral("FILE")});
    CHECK(info.contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
    const QImage page = file.page();
    CHECK(std::abs(page.width() - 80 * 8) <= 4);
    CHECK(std::abs(page.height() - (slip.height + 64)) <= 4);
    // The same ink in the same places, but for the shapes of the letters.
    const QImage receipt = slipPicture(slip);
    const QImage same = page.copy(32, 32, receipt.width(), receipt.height());
    CHECK(std::abs(darkShare(same) - darkShare(receipt)) < 0.02);
    CHECK(QZXingReader().read(page) == sampleSlip().link);
}

TEST_CASE("A slip on A4 is one sheet, in its true size", "[pdf]")
{
    const Slip slip = layOutSlip(sampleSlip(), slipWidth80);
    const PdfFile file(slipPdf(slip, SlipPaper::A4));
    const QString info = file.ask("pdfinfo", {QStringLiteral("FILE")});
    CHECK(info.contains(QStringLiteral("(A4)")));
    CHECK(info.contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
    CHECK(QZXingReader().read(file.page()) == sampleSlip().link);
}

TEST_CASE("The words of a PDF slip are letters that can be searched", "[pdf]")
{
    const Slip slip = layOutSlip(sampleSlip(), slipWidth80);
    const PdfFile file(slipPdf(slip, SlipPaper::Roll));
    const QString text = file.ask(
        "pdftotext", {QStringLiteral("-layout"), QStringLiteral("FILE"), QStringLiteral("-")});
    for (const QString &words : {sampleSlip().mallName, sampleSlip().service,
             QStringLiteral("35-55 menit"), QStringLiteral("Bila terlewat, lapor ke loket.")})
        CHECK(text.contains(words));
}

TEST_CASE("A slip that is longer than A4 becomes smaller, not cut off", "[pdf]")
{
    SlipContent content = sampleSlip();
    for (int i = 0; i < 5; ++i)
        content.requirements += QString(300, QLatin1Char('w'));
    content.design.prepareMost = 10;
    const Slip slip = layOutSlip(content, slipWidth58);
    REQUIRE(slip.height > 297 * 8);
    const PdfFile file(slipPdf(slip, SlipPaper::A4));
    CHECK(file.ask("pdfinfo", {QStringLiteral("FILE")})
              .contains(QRegularExpression(QStringLiteral("Pages: +1\n"))));
    CHECK(file.ask("pdftotext", {QStringLiteral("FILE"), QStringLiteral("-")})
              .contains(QStringLiteral("Berlaku hari ini saja.")));
}
