// SPDX-License-Identifier: Apache-2.0
#include "display/hallbar.h"

#include "common/clocktext.h"
#include "common/icons.h"
#include "common/numberlabel.h"
#include "display/displaywords.h"
#include "display/pixelshift.h"
#include "scan/qrcode.h"

#include <QPainter>

#include <cmath>

namespace antre {

static constexpr double textPx = 44;
// Read from a little more than a metre: phones come near, as to a poster.
static constexpr double codePx = 208;
static constexpr double codeLabelPx = 300;

static double designHeight(const HallLook &look, HallBar::Clock clock)
{
    if (look.isUpright())
        return clock == HallBar::Clock::Shown ? 200 : 196;
    return clock == HallBar::Clock::Shown ? 128 : 104;
}

HallBar::HallBar(const HallLook &look, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_where(clock)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    leaveRoom(0);
}

void HallBar::setView(const DisplayView &view)
{
    const QString clock = clockText(view.ofDay, view.language);
    const HallMessage message
        = hallMessage(view, m_where == Clock::Shown ? MessagePlace::Foot : MessagePlace::BoardFoot);
    const QString link = view.page == DisplayPage::Board ? view.phones : QString();
    if (view.siteName == m_name && clock == m_clock && message == m_message && link == m_link)
        return;
    showCode(link);
    m_name = view.siteName;
    m_clock = clock;
    m_message = message;
    setAccessibleName(m_name + QStringLiteral(". ") + message.sentences.join(QStringLiteral(". ")));
    update();
}

/// What nothing may be painted in: it lies below the edge of the screen now and then, or is left.
int HallBar::spare() const { return m_look.px(pixelShiftStep) * pixelShiftMax + m_room; }

void HallBar::leaveRoom(int pixels)
{
    m_room = pixels;
    const double least = m_code.isNull() ? 0 : codePx + 16;
    setFixedHeight(m_look.px(std::max(least, designHeight(m_look, m_where))) + spare());
}

void HallBar::showCode(const QString &link)
{
    if (link == m_link)
        return;
    m_link = link;
    m_code = link.isEmpty() ? QImage() : qrModules(link).value_or(QImage());
    leaveRoom(m_room);
}

/// What is left beside the code.
QRect HallBar::content() const
{
    const QRect line = rect().adjusted(m_look.px(44), 0, -m_look.px(44), -spare());
    return m_code.isNull()
        ? line
        : line.adjusted(0, 0, -m_look.px(codePx) - m_look.px(codeLabelPx) - m_look.px(64), 0);
}

void HallBar::paintCode(QPainter &painter) const
{
    if (m_code.isNull())
        return;
    const QRect line = rect().adjusted(m_look.px(44), 0, -m_look.px(44), -spare());
    // Whole pixels a module, clear border included.
    const int modules = m_code.width() + 2 * qrQuietModules;
    const int side = std::max(1, m_look.px(codePx) / modules);
    const QRect box(line.right() - side * modules + 1,
        line.top() + (line.height() - side * modules) / 2, side * modules, side * modules);
    painter.fillRect(box, Qt::white);
    for (int y = 0; y < m_code.height(); ++y) {
        for (int x = 0; x < m_code.width(); ++x) {
            if (m_code.pixelIndex(x, y) == 1)
                painter.fillRect(box.left() + (x + qrQuietModules) * side,
                    box.top() + (y + qrQuietModules) * side, side, side, Qt::black);
        }
    }
    const int wide = m_look.px(codeLabelPx);
    const QRect label(box.left() - wide - m_look.px(24), line.top(), wide, line.height());
    FitRules rules;
    rules.lineHeight = 1.1;
    rules.minPixels = m_look.px(28);
    rules.alignment = Qt::AlignRight | Qt::AlignVCenter;
    FittedText(DisplayWords::phones(), m_look.font(textPx, Weight::Bold), label.size(), rules)
        .paint(painter, label, m_look.colour(Colour::Text));
}

void HallBar::paintName(QPainter &painter, QRect &line) const
{
    const QFont font = m_look.font(textPx, Weight::Bold);
    const int wide = FittedText::naturalWidth(m_name, font);
    paintLine(painter, {line.left(), line.top(), std::min(wide, line.width()), line.height()},
        m_name, font, m_look.colour(Colour::Text));
    line.setLeft(line.left() + wide);
}

/// Sentences are taken while they fit, none in part. One line, a little smaller if need be, reads
/// better across a hall than two.
void HallBar::paintMessage(QPainter &painter, const QRect &line) const
{
    if (m_message.sentences.isEmpty())
        return;
    const QColor text = m_look.colour(Colour::Text);
    const int side = m_look.px(48);
    paintIcon(painter, {line.left(), line.top(), side, line.height()}, m_message.icon, text, side);
    const QRect room = line.adjusted(side + m_look.px(16), 0, 0, 0);
    const QFont font = m_look.font(textPx);
    QString shown = m_message.sentences.first();
    for (const QString &sentence : m_message.sentences.mid(1)) {
        const QString longer = shown + QStringLiteral("  ·  ") + sentence;
        if (FittedText::naturalWidth(longer, font) > room.width())
            break;
        shown = longer;
    }
    FitRules rules;
    rules.lineHeight = 1.1;
    rules.minPixels = m_look.px(36);
    rules.maxLines = 1;
    FittedText fitted(shown, font, room.size(), rules);
    if (!fitted.isCut()) {
        fitted.paint(painter, room, text);
        return;
    }
    rules.minPixels = m_look.px(28);
    rules.maxLines = 0;
    const QRect lines = room.adjusted(0, m_look.px(14), 0, -m_look.px(14));
    FittedText(shown, font, lines.size(), rules).paint(painter, lines, text);
}

void HallBar::paintCallFoot(QPainter &painter) const
{
    QRect line = content();
    QRect message = line;
    if (m_look.isUpright()) {
        line.setHeight(m_look.px(116));
        message.setTop(line.bottom() - m_look.px(8));
        message.setBottom(message.bottom() - m_look.px(16));
    }
    const QColor text = m_look.colour(Colour::Text);
    const int side = m_look.px(76);
    paintMark(painter, {line.left(), line.top() + (line.height() - side) / 2, side, side}, text);
    line.setLeft(line.left() + side + m_look.px(28));
    const QFont clockFont = m_look.font(84, Weight::Bold);
    paintNumber(painter, line, m_clock, clockFont, text, Qt::AlignRight | Qt::AlignVCenter);
    line.setRight(line.right() - int(std::ceil(numberWidth(m_clock, clockFont))) - m_look.px(40));
    paintName(painter, line);
    paintMessage(painter, m_look.isUpright() ? message : line.adjusted(m_look.px(68), 0, 0, 0));
}

void HallBar::paintBoardFoot(QPainter &painter) const
{
    QRect line = content();
    const QFont font = m_look.font(textPx, Weight::Bold);
    if (m_look.isUpright()) {
        const QRect name(line.left(), m_look.px(12), line.width(), m_look.px(56));
        paintLine(painter, name, m_name, font, m_look.colour(Colour::Text));
        line.setTop(name.bottom());
        line.setBottom(rect().bottom() - spare() - m_look.px(22));
    } else {
        paintLine(painter, line, m_name, font, m_look.colour(Colour::Text),
            Qt::AlignRight | Qt::AlignVCenter);
        line.setRight(line.right() - FittedText::naturalWidth(m_name, font) - m_look.px(60));
    }
    paintMessage(painter, line);
}

void HallBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colour(Colour::HallPanel));
    if (m_where == Clock::Shown)
        paintCallFoot(painter);
    else
        paintBoardFoot(painter);
    paintCode(painter);
}

} // namespace antre
