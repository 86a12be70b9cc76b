// SPDX-License-Identifier: Apache-2.0
#include "antrectl/printertestpage.h"

#include "scan/qrcode.h"
#include "slip/dotfont.h"
#include "slip/slipraster.h"
#include "slip/sliptext.h"

namespace antre {

namespace {

constexpr int bandHeight = 40;

QByteArray line(const QString &text) { return printerBytes(text) + '\n'; }

QByteArray raster(const QImage &picture)
{
    QImage image = blankPaper((picture.width() + 7) / 8 * 8, picture.height());
    putInk(image, picture, 0, 0);
    image = withoutRealTimeCommands(image);
    QByteArray bytes;
    for (int y = 0; y < image.height(); y += 255) {
        const int rows = std::min(255, image.height() - y);
        bytes += QByteArray("\x1Dv0\x00", 4) + char(image.width() / 8 % 256)
            + char(image.width() / 8 / 256) + char(rows) + '\0'
            + rasterBytes(image.copy(0, y, image.width(), rows));
    }
    return bytes;
}

void ink(QImage &paper, int x, int y, int width, int height)
{
    for (int row = y; row < y + height; ++row)
        for (int column = x; column < x + width; ++column)
            paper.setPixel(column, row, 1);
}

/// A frame that touches both edges, with a tick at every centimetre.
QImage edges(const PrinterModel &model)
{
    QImage band = blankPaper(model.width, bandHeight);
    ink(band, 0, 0, model.width, 2);
    ink(band, 0, 0, 2, bandHeight);
    ink(band, model.width - 2, 0, 2, bandHeight);
    for (int x = 0; x < model.width; x += 10 * model.dotsPerMm)
        ink(band, x, 0, 2, bandHeight / 2);
    return band;
}

/// Eight fields, of which the n-th has n dots in eight.
QImage densities(int width)
{
    QImage band = blankPaper(width, bandHeight);
    const int field = width / 8;
    for (int x = 0; x < field * 8; ++x)
        for (int y = 0; y < bandHeight; ++y)
            if ((x + 3 * y) % 8 <= x / field)
                band.setPixel(x, y, 1);
    return band;
}

QByteArray sizes()
{
    QByteArray bytes;
    for (int size = 1; size <= 4; ++size)
        bytes += QByteArray("\x1D!") + char((size - 1) * 0x11)
            + line(QStringLiteral("A%1 %2x").arg(size).arg(size));
    return bytes + QByteArray("\x1D!\x00", 3);
}

} // namespace

QByteArray printerTestPage(const PrinterModel &model)
{
    QByteArray page("\x1C.\x1B@\x1C.\x1Bt");
    page += char(model.codePage);
    page += line(QStringLiteral("Antre test page"));
    page += line(QStringLiteral("profile %1, %2 dots").arg(model.id).arg(model.width));
    page += line(QStringLiteral("edges, 1 cm between ticks:")) + raster(edges(model));
    page += line(QStringLiteral("density 1/8 to 8/8:")) + raster(densities(model.width));
    page += sizes();
    page += line(slipText(QStringLiteral("ÄÖÜ äöü ß é è ñ ½ ° – “kutip” ‘satu’")));
    page += line(QStringLiteral("Nomor antrean, loket, dipanggil"));
    if (const auto code = qrPicture(QStringLiteral("https://mpp.example.id/t/TESTPAGE"), 6))
        page += raster(*code);
    page += line(QStringLiteral("end, cut below"));
    const int toTearBar = model.headToCutterMm * model.dotsPerMm * model.stepsPerDot;
    page += model.cutter ? QByteArray("\x1DV\x42\x00", 4)
                         : QByteArray("\x1BJ") + char(std::min(toTearBar, 255));
    return page;
}

} // namespace antre
