// SPDX-License-Identifier: Apache-2.0
#include "slip/sliplayout.h"

#include "base/check.h"
#include "scan/qrcode.h"
#include "slip/dotfont.h"
#include "slip/slipraster.h"
#include "slip/sliptext.h"
#include "slip/slipwords.h"

namespace antre {

namespace {

constexpr int linePitch = 30;
constexpr int largeScale = 2;
constexpr int requirementsMax = 5;

/// Sizes that depend on the paper.
struct Measures
{
    explicit Measures(int paperWidth)
        : width(paperWidth)
        , wide(paperWidth >= slipWidth80At180)
        , band(wide ? 40 : 32)
        , capital(wide ? 136 : 120)
        , module(wide ? 6 : 5)
    {
    }
    int width;
    bool wide;
    int band; ///< height of the motif
    int capital; ///< height of the number's capitals
    int module; ///< dots a QR module
};

/// Sets one block under the other.
class Setter
{
public:
    explicit Setter(int width)
        : m_columns(width / cellWidth)
    {
        m_slip.width = width;
    }

    void skip(int dots) { m_slip.height += dots; }

    /// A picture in the middle; it becomes as wide as needed to stand there from the left edge.
    void picture(const QImage &image)
    {
        const int x = (m_slip.width - image.width()) / 2;
        QImage placed = blankPaper((x + image.width() + 7) / 8 * 8, image.height());
        putInk(placed, image, x, 0);
        m_slip.blocks.push_back(SlipRaster{m_slip.height, withoutRealTimeCommands(placed)});
        skip(image.height());
    }

    /// A line across the paper.
    void rule()
    {
        skip(4);
        QImage line = blankPaper(m_slip.width, 2);
        line.fill(1);
        m_slip.blocks.push_back(SlipRaster{m_slip.height, line});
        skip(14);
    }

    void centred(const QString &text, bool bold = false, int scale = 1)
    {
        for (const QString &line : wrapText(slipText(text), m_columns / scale))
            row({{line, bold}}, true, scale);
    }

    void left(
        const QString &text, bool bold = false, const QString &first = {}, const QString &rest = {})
    {
        for (const QString &line : wrapText(slipText(text), m_columns, first, rest))
            row({{line, bold}}, false, 1);
    }

    /// A label at the left edge and its value at the right; on two lines when they don't fit on
    /// one.
    void pair(const QString &label, const QString &value, bool bold = false)
    {
        const QString name = slipText(label);
        const QString text = slipText(value);
        const int gap = m_columns - cellCount(name) - cellCount(text);
        if (gap >= 1) {
            row({{name + QString(gap, QLatin1Char(' ')), false}, {text, bold}}, false, 1);
            return;
        }
        left(name);
        for (const QString &line : wrapText(text, m_columns))
            row({{QString(m_columns - cellCount(line), QLatin1Char(' ')), false}, {line, bold}},
                false, 1);
    }

    Slip take() { return std::move(m_slip); }

private:
    void row(std::vector<SlipRun> runs, bool centred, int scale)
    {
        const int pitch = scale == 1 ? linePitch : cellHeight * scale + 8;
        QString all;
        for (const SlipRun &run : runs)
            all += run.text;
        if (isPrinterText(all)) {
            m_slip.blocks.push_back(
                SlipTextRow{m_slip.height, pitch, scale, centred, std::move(runs)});
        } else {
            drawnRow(runs, centred, scale);
        }
        m_slip.height += pitch;
    }

    /// A row in a script that the printer's font lacks.
    void drawnRow(const std::vector<SlipRun> &runs, bool centred, int scale)
    {
        std::vector<QImage> parts;
        int width = 0;
        for (const SlipRun &run : runs) {
            parts.push_back(dotText(run.text, run.bold, scale));
            width += parts.back().width();
        }
        QImage line = blankPaper(m_slip.width, cellHeight * scale);
        int x = centred ? (m_slip.width - width) / 2 : 0;
        for (const QImage &part : parts) {
            putInk(line, part, x, 0);
            x += part.width();
        }
        m_slip.blocks.push_back(SlipRaster{m_slip.height, withoutRealTimeCommands(line)});
    }

    int m_columns;
    Slip m_slip;
};

void setHead(Setter &set, const SlipContent &content, const Measures &measures)
{
    set.picture(motifBand(measures.width, measures.band));
    set.skip(14);
    const bool full = measures.wide || content.mallShortName.isEmpty();
    set.centred(full ? content.mallName : content.mallShortName, true);
    set.centred(content.subtitle);
    set.rule();
}

void setNumber(
    Setter &set, const SlipContent &content, const SlipWords &words, const Measures &measures)
{
    if (content.copy)
        set.centred(words.copy, true);
    set.centred(words.number);
    set.skip(10);
    set.picture(numberPicture(content.number, measures.width - cellWidth, measures.capital));
    set.skip(18);
    set.centred(content.service, true);
    set.centred(content.agency);
    set.rule();
}

void setWait(
    Setter &set, const SlipContent &content, const SlipWords &words, const Measures &measures)
{
    if (const auto &wait = content.wait) {
        set.centred(words.wait);
        const QString range = wait->shortest == wait->longest
            ? QString::number(wait->longest.count())
            : QStringLiteral("%1-%2").arg(wait->shortest.count()).arg(wait->longest.count());
        set.centred(words.minutes.arg(range), true, largeScale);
        set.pair(words.called,
            words.time(wait->calledFrom) + QLatin1Char('-') + words.time(wait->calledUntil), true);
    }
    if (content.peopleAhead)
        set.pair(words.ahead, QString::number(*content.peopleAhead), true);
    set.pair(measures.wide ? words.longDate(content.day) : words.shortDate(content.day),
        words.time(content.issuedAt) + QLatin1Char(' ') + content.timeZoneLabel);
    if (content.maybeTooLate)
        set.left(words.maybeTooLate, true);
    if (content.offline)
        set.left(words.offline);
    set.rule();
}

void setRequirements(Setter &set, const SlipContent &content, const SlipWords &words)
{
    if (content.requirements.isEmpty())
        return;
    set.left(words.prepare, true);
    for (const QString &requirement : content.requirements.first(
             std::min<qsizetype>(requirementsMax, content.requirements.size())))
        set.left(requirement, false, QStringLiteral("- "), QStringLiteral("  "));
    set.rule();
}

void setFoot(
    Setter &set, const SlipContent &content, const SlipWords &words, const Measures &measures)
{
    if (!content.link.isEmpty()) {
        // A link too long for a code is the mall's mistake; the number must be printed all the
        // same.
        const auto code = qrPicture(content.link, measures.module);
        if (code && code->width() <= measures.width) {
            set.picture(*code);
            set.centred(words.follow);
            set.skip(8);
        }
    }
    set.centred(words.missed);
    set.centred(words.validToday);
    if (content.free)
        set.centred(words.free, true);
    set.centred(content.greeting);
    set.skip(12);
}

} // namespace

Slip layOutSlip(const SlipContent &content, int width)
{
    ANTRE_MUST(width % 8 == 0 && width >= 24 * cellWidth);
    const Measures measures(width);
    const SlipWords &words = slipWords(content.language);
    Setter set(width);
    setHead(set, content, measures);
    setNumber(set, content, words, measures);
    setWait(set, content, words, measures);
    setRequirements(set, content, words);
    setFoot(set, content, words, measures);
    return set.take();
}

} // namespace antre
