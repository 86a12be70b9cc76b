// SPDX-License-Identifier: Apache-2.0
#include "slip/slippicture.h"

#include "base/overloaded.h"
#include "slip/dotfont.h"

namespace antre {

static void drawRow(QImage &paper, const SlipTextRow &row)
{
    std::vector<QImage> parts;
    int width = 0;
    for (const SlipRun &run : row.runs) {
        parts.push_back(dotText(run.text, run.bold, row.scale));
        width += parts.back().width();
    }
    int x = row.centred ? (paper.width() - width) / 2 : 0;
    for (const QImage &part : parts) {
        putInk(paper, part, x, row.y);
        x += part.width();
    }
}

QImage slipPicture(const Slip &slip)
{
    QImage paper = blankPaper(slip.width, slip.height);
    for (const SlipBlock &block : slip.blocks)
        std::visit(Overloaded{[&](const SlipTextRow &row) { drawRow(paper, row); },
                       [&](const SlipRaster &raster) { putInk(paper, raster.image, 0, raster.y); },
                       [&](const SlipCode &code) { putInk(paper, code.image, 0, code.y); }},
            block);
    return paper;
}

} // namespace antre
