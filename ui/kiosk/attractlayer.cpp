// SPDX-License-Identifier: Apache-2.0
#include "kiosk/attractlayer.h"

#include "common/fittedtext.h"
#include "common/icons.h"
#include "common/numberlabel.h"

#include <QPainter>
#include <QTouchEvent>

#include <algorithm>

namespace antre {

AttractLayer::AttractLayer(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
}

void AttractLayer::setView(const Look &look, const AttractView &view)
{
    if (m_look == look && m_view == view)
        return;
    m_look = look;
    m_view = view;
    say();
    update();
}

void AttractLayer::setPicture(int picture, int minute)
{
    if (std::pair(picture, minute) == std::pair(m_picture, m_minute))
        return;
    m_picture = picture;
    m_minute = minute;
    update();
}

/// For those who listen, what is painted here.
void AttractLayer::say()
{
    QStringList words{m_view.mall};
    words += m_view.isDark ? QStringList{m_view.closed} : m_view.invitations;
    setAccessibleName(words.join(QStringLiteral(". ")));
}

QPoint AttractLayer::shift(int minute, int most)
{
    // Two periods without a common divisor meet in every place once before they repeat.
    const int across = 2 * most + 1;
    const int down = 2 * most + 2;
    return {minute % across - most, std::min(minute % down, across - 1) - most};
}

bool AttractLayer::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonDblClick:
        event->accept();
        return true;
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
    case QEvent::MouseButtonRelease:
        // Only now: a page that came up under the finger would take its release for its own.
        event->accept();
        Q_EMIT woken();
        return true;
    default:
        return QWidget::event(event);
    }
}

void AttractLayer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_view.isDark)
        return paintDark(painter);
    painter.fillRect(rect(), m_look.theme.colour(Colour::SeaDeep));
    const int most = std::max(2, std::min(width(), height()) / 180);
    painter.translate(shift(m_minute, most));
    const int inset = m_look.theme.px(m_look.isSmall() ? 8 : 16);
    paintOpen(painter, rect().adjusted(inset, inset, -inset, -inset));
}

static void paintText(QPainter &painter, const QRect &box, const QString &markup, const QFont &font,
    QColor colour, Qt::Alignment alignment, int lines = 2)
{
    FitRules rules;
    rules.alignment = alignment;
    rules.maxLines = lines;
    rules.lineHeight = 1.12;
    const FittedText text(markup, font, box.size(), rules);
    QRect place = box;
    if (alignment & Qt::AlignVCenter)
        place.setTop(box.top() + (box.height() - text.height()) / 2);
    text.paint(painter, place, colour);
}

void AttractLayer::paintOpen(QPainter &painter, const QRect &area) const
{
    // The invitation stands where hands are.
    if (m_look.isPortrait()) {
        const int head = area.height() * 27 / 100;
        const int foot = area.height() * 24 / 100;
        paintHead(painter, {area.left(), area.top(), area.width(), head});
        paintOffers(painter, area.adjusted(0, head, 0, -foot - m_look.theme.px(10)));
        paintInvitation(painter, {area.left(), area.bottom() - foot, area.width(), foot});
    } else {
        const int left = area.width() * 38 / 100;
        const int foot = area.height() * 26 / 100;
        paintHead(painter, {area.left(), area.top(), left, area.height() - foot});
        paintOffers(painter,
            area.adjusted(left + m_look.theme.px(m_look.isSmall() ? 6 : 12), 0, 0,
                -foot - m_look.theme.px(m_look.isSmall() ? 4 : 8)));
        paintInvitation(painter, {area.left(), area.bottom() - foot, area.width(), foot});
    }
}

void AttractLayer::paintHead(QPainter &painter, const QRect &area) const
{
    const auto &theme = m_look.theme;
    const auto white = theme.colour(Colour::OnSea);
    const bool tall = m_look.isPortrait();
    const auto across = tall ? Qt::AlignHCenter : Qt::AlignLeft;
    const int mark = std::min(area.height() * 36 / 100, theme.px(56));
    QRect box(area.left(), area.top(), mark, mark);
    if (tall)
        box.moveLeft(area.center().x() - mark / 2);
    paintMark(painter, box, white);
    const int gap = theme.px(m_look.isSmall() ? 2 : 4);
    const QRect name(area.left(), box.bottom() + gap, area.width(), area.height() * 26 / 100);
    paintText(painter, name, u"<b>" % m_view.mall % u"</b>",
        theme.font(m_look.isSmall() ? Type::Title : Type::Headline, Weight::Bold), white,
        across | Qt::AlignTop);
    const QRect clock(
        area.left(), name.bottom() + gap, area.width(), area.bottom() - name.bottom() - gap);
    const QFont font
        = theme.fontPx(std::min(clock.height() * 6 / 10, theme.px(tall ? 40 : 30)), Weight::Bold);
    paintNumber(painter, clock, m_view.clock, font, white, across | Qt::AlignTop);
    const int used = QFontMetrics(font).height();
    paintText(painter, clock.adjusted(0, used, 0, 0), m_view.date, theme.font(Type::Lead), white,
        across | Qt::AlignTop, 1);
}

void AttractLayer::paintOffers(QPainter &painter, const QRect &area) const
{
    const auto &theme = m_look.theme;
    const int count = int(m_view.offers.size());
    if (count == 0)
        return;
    const int rows = std::min(offersAtOnce, count);
    const int gap = theme.px(m_look.isSmall() ? 3 : 6);
    const int height = (area.height() - gap * (rows - 1)) / rows;
    for (int row = 0; row < rows; ++row) {
        const auto &offer = m_view.offers[size_t((m_picture * rows + row) % count)];
        const QRect card(area.left(), area.top() + row * (height + gap), area.width(), height);
        // No edge: it can't be pressed by itself.
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::Sea));
        painter.drawRoundedRect(card, theme.radius(), theme.radius());
        const int iconPx = std::min(height * 6 / 10, theme.px(34));
        const int inset = theme.px(m_look.isSmall() ? 5 : 10);
        paintIcon(painter, QRect(card.left() + inset, card.top(), iconPx, height), offer.icon,
            theme.colour(Colour::OnSea), iconPx);
        const QRect words = card.adjusted(2 * inset + iconPx, 0, -inset, 0);
        const int half = height * 54 / 100;
        paintText(painter, words.adjusted(0, 0, 0, half - height), u"<b>" % offer.name % u"</b>",
            theme.font(m_look.isSmall() ? Type::Title : Type::Headline, Weight::Bold),
            theme.colour(Colour::OnSea), Qt::AlignLeft | Qt::AlignBottom, 1);
        paintText(painter, words.adjusted(0, half, 0, 0), offer.about, theme.font(Type::Lead),
            theme.colour(Colour::OnSea), Qt::AlignLeft | Qt::AlignTop, 1);
    }
}

void AttractLayer::paintInvitation(QPainter &painter, const QRect &area) const
{
    const auto &theme = m_look.theme;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Kunyit));
    painter.drawRoundedRect(area, theme.radius(), theme.radius());
    const int inset = theme.px(m_look.isSmall() ? 6 : 12);
    const int iconPx = std::min(area.height() * 55 / 100, theme.px(44));
    const auto ink = theme.colour(Colour::KunyitInk);
    paintIcon(painter, QRect(area.left() + inset, area.top(), iconPx, area.height()),
        QStringLiteral("ui-slip"), ink, iconPx);
    const QRect words = area.adjusted(2 * inset + iconPx, inset / 2, -inset, -inset / 2);
    const int lines = std::max(1, int(m_view.invitations.size()));
    const int height = words.height() / lines;
    for (int line = 0; line < m_view.invitations.size(); ++line) {
        const QRect box(words.left(), words.top() + line * height, words.width(), height);
        const auto type
            = line == 0 ? (m_look.isSmall() ? Type::Headline : Type::Value) : Type::Title;
        paintText(painter, box,
            line == 0 ? QString(u"<b>" % m_view.invitations[line] % u"</b>")
                      : m_view.invitations[line],
            theme.font(type, line == 0 ? Weight::Bold : Weight::Regular), ink,
            Qt::AlignLeft | Qt::AlignVCenter, 2);
    }
}

void AttractLayer::paintDark(QPainter &painter) const
{
    const auto &theme = m_look.theme;
    painter.fillRect(rect(), Qt::black);
    const int block = std::min({theme.px(130), width() * 7 / 10, height() * 7 / 10});
    const QSize size(std::max(block, width() / 2), block);
    // Anywhere on the screen: what glows for fourteen hours glows nowhere for long.
    const QSize room = this->size() - size;
    const QRect area(QPoint(m_minute * 37 % std::max(1, room.width()),
                         m_minute * 61 % std::max(1, room.height())),
        size);
    const QColor dim(0x8a, 0x8a, 0x8a); // 6:1 on black, and no lamp
    const int mark = block * 28 / 100;
    paintMark(painter, {area.center().x() - mark / 2, area.top(), mark, mark}, dim);
    const QRect clock(area.left(), area.top() + mark, area.width(), block * 34 / 100);
    paintNumber(
        painter, clock, m_view.clock, theme.fontPx(clock.height() * 8 / 10, Weight::Bold), dim);
    paintText(painter, area.adjusted(0, mark + clock.height(), 0, 0), m_view.closed,
        theme.font(Type::Lead), dim, Qt::AlignHCenter | Qt::AlignTop, 3);
}

} // namespace antre
