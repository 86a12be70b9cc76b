// SPDX-License-Identifier: Apache-2.0
#include "slip/slipraster.h"

#include "base/check.h"
#include "slip/dotfont.h"

#include <QFile>
#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include <cmath>

namespace antre {

/// Ink where `picture` is at least half covered; no grey, no dither: heads print dots.
static QImage inked(const QImage &picture, int alphaMin)
{
    QImage dots = blankPaper(picture.width(), picture.height());
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (qAlpha(picture.pixel(x, y)) >= alphaMin)
                dots.setPixel(x, y, 1);
    return dots;
}

static QByteArray motifSource()
{
    QFile file(QStringLiteral(":/slip/motif-band.svg"));
    ANTRE_MUST(file.open(QIODevice::ReadOnly));
    return file.readAll().replace("currentColor", "#000000");
}

QImage motifBand(int width, int height)
{
    static const QByteArray source = motifSource();
    QSvgRenderer motif(source);
    const QSizeF natural = motif.defaultSize();
    const double tileWidth = natural.width() * height / natural.height();
    const int tiles = std::max(1, int(std::lround(width / tileWidth)));
    QImage tile(width / tiles, height, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    motif.render(&painter);
    painter.end();
    // A little bolder than half: the motif's thin points would break.
    const QImage dots = inked(tile, 110);
    QImage band = blankPaper(width, height);
    for (int i = 0; i <= tiles; ++i)
        putInk(band, dots, (width - tiles * dots.width()) / 2 + i * dots.width(), 0);
    return band;
}

/// Widths of the cells, in em: the digits of Clear Sans have two widths, a number must have one.
static double cellEm(QChar glyph, double naturalEm)
{
    if (glyph.isDigit())
        return 0.61;
    if (glyph == QLatin1Char('-'))
        return 0.42;
    if (glyph == QLatin1Char('.'))
        return 0.30;
    return naturalEm + 0.03;
}

QImage numberPicture(const QString &number, int widthMax, int capHeight)
{
    constexpr double capEm = 0.676;
    const double em = capHeight / capEm;
    QFont font(QStringLiteral("Clear Sans"));
    font.setBold(true);
    font.setPixelSize(int(std::lround(em)));
    font.setHintingPreference(QFont::PreferNoHinting);
    const QFontMetricsF metrics(font);
    QPainterPath path;
    double x = 0;
    for (const QChar glyph : number) {
        const double natural = metrics.horizontalAdvance(glyph);
        const double cell = cellEm(glyph, natural / em) * em;
        path.addText(x + (cell - natural) / 2, 0, font, glyph);
        x += cell;
    }
    const QRectF ink = path.boundingRect();
    const double narrow = ink.width() > widthMax ? widthMax / ink.width() : 1;
    QImage picture(std::max(1, int(std::ceil(ink.width() * narrow))),
        std::max(1, int(std::ceil(ink.height()))), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(narrow, 1);
    painter.translate(-ink.topLeft());
    painter.fillPath(path, Qt::black);
    painter.end();
    return inked(picture, 128);
}

QByteArray rasterBytes(const QImage &image)
{
    ANTRE_MUST(image.width() % 8 == 0 && image.format() == QImage::Format_Mono);
    const qsizetype rowBytes = image.width() / 8;
    QByteArray bytes;
    bytes.reserve(rowBytes * image.height());
    for (int y = 0; y < image.height(); ++y)
        bytes.append(reinterpret_cast<const char *>(image.constScanLine(y)), rowBytes);
    return bytes;
}

QImage withoutRealTimeCommands(QImage image)
{
    const QByteArray bytes = rasterBytes(image);
    const int rowBytes = image.width() / 8;
    for (int i = 0; i + 1 < bytes.size(); ++i) {
        const char next = bytes[i + 1];
        if (bytes[i] == 0x10 && (next == 0x04 || next == 0x05 || next == 0x14))
            image.setPixel(i % rowBytes * 8 + 4, i / rowBytes, 1); // 0x10 becomes 0x18
    }
    return image;
}

} // namespace antre
