// SPDX-License-Identifier: Apache-2.0
#include "slip/slippdf.h"

#include "base/overloaded.h"
#include "slip/dotfont.h"
#include "slip/sliptext.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>

namespace antre {

namespace {

/// Eight of a slip's dots are a millimetre; so one is a unit of this resolution.
constexpr double dotsPerInch = 203.2;
constexpr int rollMargin = 4; ///< mm; what an 80 mm printer leaves at each side of its 72 mm

/// Draws a slip's blocks in dots.
class PdfPainter
{
public:
    explicit PdfPainter(QPainter &painter, int width)
        : m_painter(painter)
        , m_width(width)
    {
    }

    void operator()(const SlipTextRow &row)
    {
        int cells = 0;
        for (const SlipRun &run : row.runs)
            cells += cellCount(run.text);
        double x = row.centred ? (m_width - cells * cellWidth * row.scale) / 2.0 : 0;
        for (const SlipRun &run : row.runs) {
            drawRun(run, x, row.y, row.scale);
            x += cellCount(run.text) * cellWidth * row.scale;
        }
    }
    void operator()(const SlipRaster &raster) { m_painter.drawImage(0, raster.y, raster.image); }
    void operator()(const SlipCode &code) { m_painter.drawImage(0, code.y, code.image); }

private:
    /// Letters in the cells of the printer's font: the blanks of a row keep their places.
    void drawRun(const SlipRun &run, double x, double y, int scale)
    {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(cellHeight * scale * 4 / 5);
        font.setBold(run.bold);
        const QFontMetricsF metrics(font, m_painter.device());
        const double advance = std::max(1.0, metrics.horizontalAdvance(QLatin1Char('0')));
        m_painter.save();
        m_painter.translate(x, y + cellHeight * scale * 0.8);
        m_painter.scale(cellWidth * scale / advance, 1);
        m_painter.setFont(font);
        m_painter.drawText(QPointF(0, 0), run.text);
        m_painter.restore();
    }

    QPainter &m_painter;
    int m_width;
};

QPageSize pageOf(const Slip &slip, SlipPaper paper)
{
    if (paper == SlipPaper::A4)
        return QPageSize(QPageSize::A4);
    return QPageSize(QSizeF(double(slip.width) / slipDotsPerMm + 2 * rollMargin,
                         std::max(50.0, double(slip.height) / slipDotsPerMm + 2 * rollMargin)),
        QPageSize::Millimeter, QStringLiteral("slip"), QPageSize::ExactMatch);
}

/// Dashes around the slip, a little away from it.
void drawCutLine(QPainter &painter, const Slip &slip)
{
    constexpr int away = 24;
    QPen pen(Qt::black, 1, Qt::DashLine);
    painter.setPen(pen);
    painter.drawRect(-away, -away, slip.width + 2 * away, slip.height + 2 * away);
}

} // namespace

QByteArray slipPdf(const Slip &slip, SlipPaper paper)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Antre"));
    writer.setPageSize(pageOf(slip, paper));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    constexpr int unitsPerDot = 3; // the writer's resolution is whole units an inch
    writer.setResolution(int(dotsPerInch * unitsPerDot));
    QPainter painter(&writer);
    const double scale = writer.resolution() / dotsPerInch;
    painter.scale(scale, scale);
    if (paper == SlipPaper::Roll) {
        painter.translate(rollMargin * slipDotsPerMm, rollMargin * slipDotsPerMm);
    } else {
        // A slip longer than the sheet is made smaller rather than cut off.
        const double pageWidth = writer.width() / scale;
        const double room = writer.height() / scale - 2 * 15 * slipDotsPerMm;
        const double smaller = std::min(1.0, room / std::max(1, slip.height));
        painter.translate((pageWidth - slip.width * smaller) / 2, 15 * slipDotsPerMm);
        painter.scale(smaller, smaller);
        drawCutLine(painter, slip);
    }
    PdfPainter draw(painter, slip.width);
    for (const SlipBlock &block : slip.blocks)
        std::visit(draw, block);
    painter.end();
    return buffer.data();
}

} // namespace antre
