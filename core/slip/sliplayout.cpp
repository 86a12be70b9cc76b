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

int capitalHeight(bool wide, SlipNumberSize size)
{
    switch (size) {
    case SlipNumberSize::Medium:
        return wide ? 104 : 92;
    case SlipNumberSize::Large:
        return wide ? 136 : 120;
    case SlipNumberSize::Huge:
        return wide ? 176 : 152;
    }
    return 0;
}

/// Sizes that depend on the paper.
struct Measures
{
    Measures(int paperWidth, SlipNumberSize size)
        : width(paperWidth)
        , wide(paperWidth >= slipWidth80At180)
        , band(wide ? 40 : 32)
        , capital(capitalHeight(wide, size))
        , module(wide ? 6 : 5)
    {
    }
    int width;
    bool wide;
    int band; ///< height of the motif
    int capital; ///< height of the number's capitals
    int module; ///< dots a QR module
};

int longestWord(const QString &text)
{
    int longest = 0;
    for (const QString &word : text.split(QLatin1Char(' ')))
        longest = std::max(longest, cellCount(word));
    return longest;
}

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

    /// A picture in the middle.
    void picture(const QImage &image)
    {
        begin();
        m_slip.blocks.push_back(SlipRaster{m_slip.height, placed(image)});
        skip(image.height());
    }

    void code(const QImage &image, const QString &text, int module)
    {
        begin();
        m_slip.blocks.push_back(SlipCode{m_slip.height, placed(image), text, module});
        skip(image.height());
    }

    /// A line across the paper, drawn once something follows it, and only if something stands
    /// between it and the line before.
    void rule() { m_ruleWaits = std::exchange(m_hasContent, false) || m_ruleWaits; }

    void centred(const QString &text, bool bold = false, int scale = 1)
    {
        const QString words = slipText(text);
        // As even as possible: no last line of one short word.
        int cells = m_columns / scale;
        const qsizetype lines = wrapText(words, cells).size();
        while (
            cells > 1 && wrapText(words, cells - 1).size() == lines && longestWord(words) < cells)
            --cells;
        for (const QString &line : wrapText(words, cells))
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
    /// Before every block.
    void begin()
    {
        m_hasContent = true;
        if (!std::exchange(m_ruleWaits, false))
            return;
        skip(4);
        QImage line = blankPaper(m_slip.width, 2);
        line.fill(1);
        m_slip.blocks.push_back(SlipRaster{m_slip.height, line});
        skip(14);
    }

    /// In the middle of paper that is as wide as needed to begin at the left edge.
    [[nodiscard]] QImage placed(const QImage &image) const
    {
        const int x = (m_slip.width - image.width()) / 2;
        QImage paper = blankPaper((x + image.width() + 7) / 8 * 8, image.height());
        putInk(paper, image, x, 0);
        return withoutRealTimeCommands(paper);
    }

    void row(std::vector<SlipRun> runs, bool centred, int scale)
    {
        begin();
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
    bool m_hasContent = false; ///< since the last line
    bool m_ruleWaits = false;
};

void setNumber(
    Setter &set, const SlipContent &content, const SlipWords &words, const Measures &measures)
{
    if (content.copy)
        set.centred(words.copy, true, largeScale);
    set.centred(words.number);
    set.skip(10);
    set.picture(numberPicture(content.number, measures.width - cellWidth, measures.capital));
    set.skip(18);
}

/// Also where the design leaves the agency out, what comes after is on the paper.
void setService(Setter &set, const SlipContent &content, const SlipWords &words)
{
    set.centred(content.service, true);
    for (const QString &further : content.further)
        set.centred(words.then.arg(further));
}

void setWait(Setter &set, const SlipContent &content, const SlipWords &words)
{
    if (!content.wait)
        return;
    const SlipWait &wait = *content.wait;
    set.centred(words.wait);
    const QString range = wait.shortest == wait.longest
        ? QString::number(wait.longest.count())
        : QStringLiteral("%1-%2").arg(wait.shortest.count()).arg(wait.longest.count());
    set.centred(words.minutes.arg(range), true, largeScale);
    set.pair(words.called,
        words.time(wait.calledFrom) + QLatin1Char('-') + words.time(wait.calledUntil), true);
}

void setTime(
    Setter &set, const SlipContent &content, const SlipWords &words, const Measures &measures)
{
    set.pair(measures.wide ? words.longDate(content.day) : words.shortDate(content.day),
        words.time(content.issuedAt) + QLatin1Char(' ') + content.timeZoneLabel);
}

void setNotices(Setter &set, const SlipContent &content, const SlipWords &words)
{
    if (content.maybeTooLate)
        set.left(words.maybeTooLate, true);
    if (content.offline)
        set.left(words.offline);
}

void setPrepare(Setter &set, const SlipContent &content, const SlipWords &words)
{
    if (content.requirements.isEmpty())
        return;
    set.left(words.prepare, true);
    const bool boxes = content.design.prepareBoxes;
    const QString first = boxes ? QStringLiteral("[ ] ") : QStringLiteral("- ");
    for (const QString &requirement : content.requirements.first(
             std::min<qsizetype>(content.design.prepareMost, content.requirements.size())))
        set.left(requirement, false, first, QString(first.size(), QLatin1Char(' ')));
}

void setCode(
    Setter &set, const SlipContent &content, const SlipWords &words, const Measures &measures)
{
    if (content.link.isEmpty())
        return;
    // A link too long for a code is the mall's mistake; the number must be printed all the same.
    const auto code = qrPicture(content.link, measures.module);
    if (!code || code->width() > measures.width)
        return;
    set.code(*code, content.link, measures.module);
    set.centred(words.follow);
    set.skip(8);
}

void setLogo(Setter &set, const SlipLogo &logo)
{
    if (logo.isEmpty())
        return;
    QImage picture = blankPaper(logo.width, logo.height);
    const int rowBytes = (logo.width + 7) / 8;
    for (int y = 0; y < logo.height; ++y)
        std::copy_n(logo.dots.constData() + qsizetype(rowBytes) * y, rowBytes,
            reinterpret_cast<char *>(picture.scanLine(y)));
    set.picture(picture);
    set.skip(14);
}

void setItem(Setter &set, const SlipItem &item, const SlipContent &content, const SlipWords &words,
    const Measures &measures)
{
    switch (item.part) {
    case SlipPart::Motif:
        set.picture(motifBand(measures.width, measures.band));
        set.skip(14);
        return;
    case SlipPart::Logo:
        return setLogo(set, content.design.logo);
    case SlipPart::Name: {
        const bool full = measures.wide || content.mallShortName.isEmpty();
        return set.centred(full ? content.mallName : content.mallShortName, true);
    }
    case SlipPart::Subtitle:
        return set.centred(content.subtitle);
    case SlipPart::Line:
        return set.rule();
    case SlipPart::Number:
        return setNumber(set, content, words, measures);
    case SlipPart::Service:
        return setService(set, content, words);
    case SlipPart::Agency:
        return set.centred(content.agency);
    case SlipPart::Wait:
        return setWait(set, content, words);
    case SlipPart::Ahead:
        if (content.peopleAhead)
            set.pair(words.ahead, QString::number(*content.peopleAhead), true);
        return;
    case SlipPart::Time:
        return setTime(set, content, words, measures);
    case SlipPart::Notices:
        return setNotices(set, content, words);
    case SlipPart::Prepare:
        return setPrepare(set, content, words);
    case SlipPart::Code:
        return setCode(set, content, words, measures);
    case SlipPart::Missed:
        return set.centred(words.missed);
    case SlipPart::Today:
        return set.centred(words.validToday);
    case SlipPart::Free:
        if (content.free)
            set.centred(words.free, true);
        return;
    case SlipPart::Greeting:
        return set.centred(content.greeting);
    case SlipPart::Text:
        return set.centred(item.text.in(content.language), item.bold, item.large ? largeScale : 1);
    }
}

} // namespace

Slip layOutSlip(const SlipContent &content, int width)
{
    ANTRE_MUST(width % 8 == 0 && width >= slipWidth58);
    ANTRE_MUST(content.design.isHonest());
    const Measures measures(width, content.design.numberSize);
    const SlipWords &words = slipWords(content.language);
    Setter set(width);
    for (const SlipItem &item : content.design.items)
        setItem(set, item, content, words, measures);
    set.skip(12);
    return set.take();
}

} // namespace antre
