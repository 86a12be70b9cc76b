// SPDX-License-Identifier: Apache-2.0
// The code on worn print-heads and slipping paper, read by two unrelated readers.
#include "core/slip/printed.h"
#include "scan/qrreader.h"
#include "slip/dotfont.h"
#include "support/sampleslip.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace antre;

namespace {

/// The paper of a head on which `count` dots from `from` on are burnt out.
QImage withDeadDots(QImage paper, int from, int count)
{
    for (int y = 0; y < paper.height(); ++y)
        for (int x = from; x < from + count; ++x)
            paper.setPixel(x, y, 0);
    return paper;
}

/// The paper of a motor that feeds `permille` too much or too little.
QImage stretched(const QImage &paper, int permille)
{
    return paper.scaled(paper.width(), paper.height() * (1000 + permille) / 1000);
}

/// As a phone sees it: four points of its picture a millimetre, each the mean of what it covers.
QImage photographed(const QImage &paper)
{
    const QImage grey = paper.convertToFormat(QImage::Format_Grayscale8);
    return grey.scaled(grey.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// The columns that have the code's dots.
std::pair<int, int> codeColumns(const Slip &slip)
{
    for (const SlipBlock &block : slip.blocks) {
        if (const auto *code = std::get_if<SlipCode>(&block)) {
            const int border = 4 * code->module;
            const int side = code->image.height() - 2 * border;
            const int left = (slip.width - side) / 2;
            return {left, left + side};
        }
    }
    return {};
}

/// How many of the pictures ZXingReader (package zxing-cpp-tools) reads as `text`: one run for all.
int readByZxingCpp(const std::vector<QImage> &pictures, const QString &text)
{
    const QTemporaryDir folder;
    QStringList files;
    for (const QImage &picture : pictures) {
        files += folder.filePath(QStringLiteral("%1.png").arg(files.size()));
        REQUIRE(picture.save(files.back()));
    }
    QProcess reader;
    reader.start(QStringLiteral("ZXingReader"), files);
    REQUIRE(reader.waitForFinished(60'000));
    const QString said = QString::fromUtf8(reader.readAllStandardOutput());
    return int(said.count(QLatin1Char('"') + text + QLatin1Char('"')));
}

int readByQzxing(const std::vector<QImage> &pictures, const QString &text)
{
    QZXingReader reader;
    int count = 0;
    for (const QImage &picture : pictures)
        count += reader.read(picture) == text;
    return count;
}

} // namespace

TEST_CASE("The printed code is read by both readers, also from stretched paper", "[code]")
{
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const SlipContent content = sampleSlip();
    const Slip slip = layOutSlip(content, width);
    std::vector<QImage> papers;
    for (const PrinterProfile &profile : allProfiles(width))
        for (const int permille : {-30, 0, 30})
            papers.push_back(
                stretched(printBytes(escposBytes(slip, profile), width).paper, permille));
    CHECK(readByQzxing(papers, content.link) == int(papers.size()));
    CHECK(readByZxingCpp(papers, content.link) == int(papers.size()));
}

TEST_CASE("A phone reads the code in spite of dead dots of the print-head", "[code]")
{
    const int width = GENERATE(slipWidth58, slipWidth80At180, slipWidth80);
    const SlipContent content = sampleSlip();
    const Slip slip = layOutSlip(content, width);
    const QImage paper = print(slip).paper;
    const auto [left, right] = codeColumns(slip);
    REQUIRE(right > left);
    // How many of a hundred positions may be unreadable. One is where a white line through a
    // corner pattern makes it two.
    for (const auto &[dead, lostMax] : {std::pair{1, 0}, {2, 10}, {4, 30}}) {
        std::vector<QImage> photos;
        for (int x = left; x + dead <= right; x += 7)
            photos.push_back(photographed(withDeadDots(paper, x, dead)));
        const int positions = int(photos.size());
        const int qzxing = readByQzxing(photos, content.link);
        const int zxingCpp = readByZxingCpp(photos, content.link);
        CAPTURE(width, dead, positions, qzxing, zxingCpp);
        CHECK(positions - qzxing <= positions * lostMax / 100);
        CHECK(positions - zxingCpp <= positions * lostMax / 100);
    }
}
