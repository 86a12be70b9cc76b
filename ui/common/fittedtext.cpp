// SPDX-License-Identifier: Apache-2.0
#include "common/fittedtext.h"

#include <QFontMetricsF>
#include <QList>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace antre {

namespace {
constexpr int unlimited = 1 << 20;

struct Parsed
{
    QString text;
    QList<QTextLayout::FormatRange> bold;
};

Parsed parse(const QString &markup)
{
    static const QString open = QStringLiteral("<b>");
    static const QString close = QStringLiteral("</b>");
    Parsed parsed;
    qsizetype at = 0;
    while (at < markup.size()) {
        const qsizetype from = markup.indexOf(open, at);
        if (from < 0)
            break;
        parsed.text += QStringView(markup).mid(at, from - at);
        const qsizetype textFrom = from + open.size();
        const qsizetype to = markup.indexOf(close, textFrom);
        const qsizetype textTo = to < 0 ? markup.size() : to;
        QTextLayout::FormatRange range;
        range.start = int(parsed.text.size());
        range.length = int(textTo - textFrom);
        range.format.setFontWeight(QFont::Bold);
        parsed.bold.append(range);
        parsed.text += QStringView(markup).mid(textFrom, textTo - textFrom);
        at = to < 0 ? markup.size() : to + close.size();
    }
    parsed.text += QStringView(markup).mid(at);
    parsed.text.replace(u'\n', QChar::LineSeparator);
    return parsed;
}
} // namespace

FittedText::FittedText(const QString &markup, const QFont &font, QSize box, FitRules rules)
    : m_rules(rules)
{
    QFont smaller = font;
    const int least
        = rules.minPixels > 0 ? std::min(rules.minPixels, font.pixelSize()) : font.pixelSize();
    for (int pixels = font.pixelSize(); pixels >= least; --pixels) {
        smaller.setPixelSize(pixels);
        if (layOut(markup, smaller, box))
            return;
    }
    cutToFit(markup, smaller, box);
}

bool FittedText::layOut(const QString &markup, QFont font, QSize box)
{
    const auto parsed = parse(markup);
    m_pixels = font.pixelSize();
    m_layout = std::make_shared<QTextLayout>(parsed.text, font);
    m_layout->setFormats(parsed.bold);
    QTextOption option(m_rules.alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WordWrap);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);

    // Half the difference between line and font goes above, half below, as on the web.
    const qreal lineBox = m_pixels * m_rules.lineHeight;
    qreal y = 0;
    qreal widest = 0;
    int lines = 0;
    m_layout->beginLayout();
    for (auto line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(box.width());
        line.setPosition({0, y + (lineBox - line.height()) / 2});
        widest = std::max(widest, line.naturalTextWidth());
        y += lineBox;
        ++lines;
    }
    m_layout->endLayout();
    m_height = int(std::ceil(y));
    m_width = int(std::ceil(widest));
    return m_height <= box.height() && widest <= box.width()
        && (m_rules.maxLines == 0 || lines <= m_rules.maxLines);
}

void FittedText::cutToFit(const QString &markup, QFont font, QSize box)
{
    const QString text = plain(markup);
    const auto fits = [&](qsizetype length) {
        return layOut(text.left(length).trimmed() % QChar(0x2026), font, box);
    };
    // More letters never need less room, so the right number is found by halving.
    qsizetype fitting = 1;
    qsizetype tooLong = std::max<qsizetype>(text.size(), 2);
    while (tooLong - fitting > 1) {
        const qsizetype middle = std::midpoint(fitting, tooLong);
        (fits(middle) ? fitting : tooLong) = middle;
    }
    fits(fitting);
    m_cut = true;
}

int FittedText::heightFor(const QString &markup, const QFont &font, int width, double lineHeight)
{
    FitRules rules;
    rules.lineHeight = lineHeight;
    rules.minPixels = font.pixelSize() / 2; // a word wider than the place shrinks the whole text
    return FittedText(markup, font, QSize(std::max(1, width), unlimited), rules).height();
}

int FittedText::naturalWidth(const QString &markup, const QFont &font)
{
    return FittedText(markup, font, QSize(unlimited, unlimited)).width();
}

QString FittedText::plain(const QString &markup)
{
    QString text = parse(markup).text;
    text.remove(QChar(0x00AD));
    return text.replace(QChar(QChar::LineSeparator), u' ');
}

int FittedText::lineCount() const { return m_layout ? m_layout->lineCount() : 0; }

std::vector<QRectF> FittedText::boldRects() const
{
    std::vector<QRectF> rects;
    if (!m_layout)
        return rects;
    for (const auto &part : m_layout->formats()) {
        for (int i = 0; i < m_layout->lineCount(); ++i) {
            const QTextLine line = m_layout->lineAt(i);
            const int from = std::max(part.start, line.textStart());
            const int until
                = std::min(part.start + part.length, line.textStart() + line.textLength());
            if (from >= until)
                continue;
            const qreal left = line.cursorToX(from);
            rects.emplace_back(left, line.y(), line.cursorToX(until) - left, line.height());
        }
    }
    return rects;
}

void FittedText::paint(QPainter &painter, const QRect &box, QColor colour) const
{
    if (!m_layout)
        return;
    int y = box.top();
    if (m_rules.alignment & Qt::AlignVCenter)
        y += (box.height() - m_height) / 2;
    else if (m_rules.alignment & Qt::AlignBottom)
        y += box.height() - m_height;
    painter.setPen(colour);
    m_layout->draw(&painter, QPointF(box.left(), y));
}

} // namespace antre
