// SPDX-License-Identifier: Apache-2.0
#include "slip/dotfont.h"

#include "slip/sliptext.h"

#include <QFontDatabase>
#include <QPainter>
#include <QRawFont>

namespace antre {

QImage blankPaper(int width, int height)
{
    QImage paper(width, height, QImage::Format_Mono);
    paper.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    paper.fill(0);
    return paper;
}

void putInk(QImage &paper, const QImage &source, int x, int y)
{
    // Whole bytes at a time: a slip has half a million dots, and most of them are white.
    const int sourceBytes = (source.width() + 7) / 8;
    const int paperBytes = (paper.width() + 7) / 8;
    const int shift = ((x % 8) + 8) % 8;
    const int firstByte = (x - shift) / 8;
    // What lies behind a row's last dot is anything, for instance after QImage::copy().
    const int lastMask = source.width() % 8 == 0 ? 0xFF : 0xFF << (8 - source.width() % 8) & 0xFF;
    for (int row = std::max(0, -y); row < source.height() && y + row < paper.height(); ++row) {
        const uchar *from = source.constScanLine(row);
        uchar *to = paper.scanLine(y + row);
        for (int i = 0; i < sourceBytes; ++i) {
            const int at = firstByte + i;
            const int dots = i + 1 < sourceBytes ? from[i] : from[i] & lastMask;
            if (dots == 0)
                continue;
            if (at >= 0 && at < paperBytes)
                to[at] = uchar(to[at] | (dots >> shift));
            if (shift > 0 && at + 1 >= 0 && at + 1 < paperBytes)
                to[at + 1] = uchar(to[at + 1] | (dots << (8 - shift)));
        }
    }
}

/// A raw font belongs to the thread that made it.
static const QRawFont &terminus(bool bold)
{
    static const QString folder = QStringLiteral("/usr/share/fonts/opentype/terminus/");
    thread_local const QRawFont normal(folder + QStringLiteral("terminus-normal.otb"), cellHeight);
    thread_local const QRawFont strong(folder + QStringLiteral("terminus-bold.otb"), cellHeight);
    return bold ? strong : normal;
}

/// The letter from Terminus' 12x24 dots; null when it has none.
static QImage gridLetter(const QString &letter, bool bold)
{
    const QRawFont &font = terminus(bold);
    if (!font.isValid())
        return {};
    const QList<quint32> glyphs = font.glyphIndexesForString(letter);
    if (glyphs.size() != 1 || glyphs.front() == 0)
        return {};
    const QImage dots = font.alphaMapForGlyph(glyphs.front(), QRawFont::PixelAntialiasing);
    if (dots.size() != QSize(cellWidth, cellHeight))
        return {};
    QImage cell = blankPaper(cellWidth, cellHeight);
    // An alpha map's brightness is its cover, whatever its format.
    for (int y = 0; y < cellHeight; ++y)
        for (int x = 0; x < cellWidth; ++x)
            if (qGray(dots.pixel(x, y)) > 127)
                cell.setPixel(x, y, 1);
    return cell;
}

/// Any text in the system's fonts, pressed into its cells.
static QImage drawnText(const QString &text, bool bold)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(cellHeight * 4 / 5);
    font.setBold(bold);
    const int width = std::max(1, cellCount(text)) * cellWidth;
    QImage grey(width, cellHeight, QImage::Format_Grayscale8);
    grey.fill(Qt::white);
    QPainter painter(&grey);
    painter.setFont(font);
    const QFontMetrics metrics(font, &grey);
    const int natural = std::max(1, metrics.horizontalAdvance(text));
    painter.scale(std::min(1.0, double(width) / natural), 1);
    painter.drawText(QPointF(0, (cellHeight + metrics.ascent() - metrics.descent()) / 2.0), text);
    painter.end();
    QImage dots = blankPaper(width, cellHeight);
    for (int y = 0; y < cellHeight; ++y)
        for (int x = 0; x < width; ++x)
            if (grey.constScanLine(y)[x] < 128)
                dots.setPixel(x, y, 1);
    return dots;
}

QImage dotText(const QString &text, bool bold, int scale)
{
    QImage line = blankPaper(std::max(1, cellCount(text)) * cellWidth, cellHeight);
    if (isPrinterText(text)) {
        int x = 0;
        for (const QChar letter : text) {
            const QImage cell = gridLetter(QString(letter), bold);
            putInk(line, cell.isNull() ? drawnText(QString(letter), bold) : cell, x, 0);
            x += cellWidth;
        }
    } else {
        // Scripts that join their letters must be shaped as a whole.
        line = drawnText(text, bold);
    }
    return scale == 1 ? line : line.scaled(line.size() * scale);
}

} // namespace antre
