// SPDX-License-Identifier: Apache-2.0
#include "display/nextnumbers.h"

#include "common/numberlabel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antre {

NextNumbers::NextNumbers(const HallLook &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void NextNumbers::setView(const DisplayView &view)
{
    const size_t turns = std::max<size_t>(1, (view.next.size() + linesMax - 1) / linesMax);
    const size_t page = size_t(view.turn) % turns;
    if (view.next == m_lines && page == m_page)
        return;
    m_lines = view.next;
    m_page = page;
    update();
}

static QString othersText(int others)
{
    return others > 0 ? NextNumbers::tr("and %n more", nullptr, others) : QString();
}

void NextNumbers::paintHead(QPainter &painter, const QRect &head) const
{
    const QFont font = m_look.font(44);
    const QColor text = m_look.colour(Colour::Text2);
    const QString title = tr("Next");
    paintLine(painter, head, title, font, text);
    QString right;
    if (m_lines.size() == 1)
        right = m_lines.front().agency;
    else if (pages() > 1)
        right = QStringLiteral("%1/%2").arg(m_page + 1).arg(pages());
    const int titleWide = FittedText::naturalWidth(title, font) + m_look.px(40);
    paintLine(painter, head.adjusted(titleWide, 0, 0, 0), right, font, text,
        Qt::AlignRight | Qt::AlignVCenter);
}

/// The numbers of the only line, each as large as an earlier call's.
void NextNumbers::paintOneLine(QPainter &painter, const QRect &box) const
{
    const ShownLine &line = m_lines.front();
    const double rowHigh = double(box.height()) / double(ShownLine::numbersMax);
    const QFont font
        = m_look.theme().fontPx(std::min(m_look.px(158), int(rowHigh * 0.96)), Weight::Bold);
    for (size_t i = 0; i < line.numbers.size(); ++i) {
        QRect row(box.left(), box.top() + int(std::lround(rowHigh * double(i))), box.width(),
            int(rowHigh));
        const QFont fitted = numberFont(line.numbers[i], font, row.width());
        paintNumber(painter, row, line.numbers[i], fitted, m_look.colour(Colour::Text),
            Qt::AlignLeft | Qt::AlignVCenter);
        if (i + 1 < line.numbers.size())
            continue;
        row.setLeft(
            row.left() + int(std::ceil(numberWidth(line.numbers[i], fitted))) + m_look.px(32));
        paintLine(painter, row, othersText(line.others), m_look.font(44),
            m_look.colour(Colour::Text2), Qt::AlignRight | Qt::AlignVCenter);
    }
}

/// The agency above its numbers.
void NextNumbers::paintRow(QPainter &painter, const QRect &row, const ShownLine &line) const
{
    constexpr double namePx = 34, nameHigh = 44, numberPx = 104;
    const size_t columns = m_look.isUpright() ? 3 : 2;
    const size_t shown = std::min(columns, line.numbers.size());
    const QRect name(row.left(), row.top() + m_look.px(6), row.width(), m_look.px(nameHigh));
    const QFont nameFont = m_look.font(namePx);
    const QString others = othersText(line.others + int(line.numbers.size() - shown));
    const int othersWide = FittedText::naturalWidth(others, nameFont);
    paintLine(painter, name.adjusted(0, 0, -othersWide - m_look.px(24), 0), line.agency, nameFont,
        m_look.colour(Colour::Text));
    paintLine(painter, name, others, nameFont, m_look.colour(Colour::Text2),
        Qt::AlignRight | Qt::AlignVCenter);

    const QRect rest(row.left(), name.bottom(), row.width(), row.bottom() - name.bottom());
    if (shown == 0) {
        paintLine(
            painter, rest, tr("Nobody is waiting"), m_look.font(44), m_look.colour(Colour::Text2));
        return;
    }
    const int gap = m_look.px(36);
    const int wide = (rest.width() - gap * int(columns - 1)) / int(columns);
    const int high = std::min(m_look.px(numberPx), rest.height());
    for (size_t i = 0; i < shown; ++i) {
        const QRect cell(rest.left() + int(i) * (wide + gap), rest.top(), wide, rest.height());
        const QFont font
            = numberFont(line.numbers[i], m_look.theme().fontPx(high, Weight::Bold), wide);
        paintNumber(painter, cell, line.numbers[i], font, m_look.colour(Colour::Text),
            Qt::AlignLeft | Qt::AlignVCenter);
    }
}

void NextNumbers::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::Hall));
    const QRect inside
        = rect().adjusted(m_look.px(56), m_look.px(10), -m_look.px(44), -m_look.px(20));
    const QRect head(inside.topLeft(), QSize(inside.width(), m_look.px(61)));
    paintHead(painter, head);
    const int rule = m_look.px(3);
    const auto paintRule = [&](int y) {
        painter.fillRect(inside.left(), y, inside.width(), rule, m_look.colour(Colour::HallLine));
    };
    QRect box(inside.left(), head.bottom() + rule, inside.width(), inside.bottom() - head.bottom());
    paintRule(head.bottom());
    if (m_lines.empty() || (m_lines.size() == 1 && m_lines.front().numbers.empty())) {
        box.setHeight(m_look.px(120));
        paintLine(painter, box, m_lines.empty() ? tr("Not known yet") : tr("Nobody is waiting"),
            m_look.font(44), m_look.colour(Colour::Text2));
        return;
    }
    if (m_lines.size() == 1) {
        paintOneLine(painter, box);
        return;
    }
    const size_t rows = std::min(linesMax, m_lines.size());
    const double high = double(box.height()) / double(rows);
    for (size_t i = 0; i < rows && m_page * linesMax + i < m_lines.size(); ++i) {
        const QRect row(
            box.left(), box.top() + int(std::lround(high * double(i))), box.width(), int(high));
        if (i > 0)
            paintRule(row.top());
        paintRow(painter, row, m_lines[m_page * linesMax + i]);
    }
}

} // namespace antre
