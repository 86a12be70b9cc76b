// SPDX-License-Identifier: Apache-2.0
#include "kiosk/searchfield.h"

#include "common/fittedtext.h"
#include "common/icons.h"

#include <QPainter>

namespace antre {

SearchField::SearchField(const Look &look, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setTextFormat(Qt::PlainText);
    setFixedHeight(look.theme.px(look.isPortrait() ? 38.5 : look.isLandscape() ? 24 : 20.1));
    setQuery({});
}

void SearchField::setQuery(const QString &query)
{
    m_query = query;
    setText(query); // for those who listen
    setAccessibleName(query.isEmpty() ? tr("Type what you need") : tr("Typed: %1").arg(query));
    update();
}

void SearchField::setRemark(const QString &markup)
{
    m_remark = markup;
    update();
}

void SearchField::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int border = theme.px(1.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Sea));
    painter.drawRoundedRect(rect(), theme.radius(), theme.radius());
    painter.setBrush(theme.colour(Colour::Paper));
    painter.drawRoundedRect(rect().adjusted(border, border, -border, -border),
        theme.radius() - border * 0.6, theme.radius() - border * 0.6);
    const int inset = theme.px(m_look.isPortrait() ? 8.9 : 5);
    const int iconPx = std::min(theme.px(20), int(height() * 0.6));
    paintIcon(painter, QRect(inset, 0, iconPx, height()), QStringLiteral("ui-search"),
        theme.colour(Colour::Sea), iconPx);
    QRect words = rect().adjusted(inset + iconPx + inset * 3 / 4, 0, -inset, 0);
    if (!m_remark.isEmpty()) {
        const FittedText remark(m_remark, theme.font(Type::Body), {width() / 2, height()});
        const QRect place(width() - inset - remark.width(), 0, remark.width(), height());
        remark.paint(painter, place, theme.colour(Colour::Ink2));
        words.setRight(place.left() - inset);
    }
    paintQuery(painter, words);
}

void SearchField::paintQuery(QPainter &painter, const QRect &words)
{
    const auto &theme = m_look.theme;
    const int px = std::min(theme.typePx(Type::Headline), int(height() * 0.5));
    const int caret = std::max(2, px / 12);
    painter.setFont(theme.fontPx(px, m_query.isEmpty() ? Weight::Regular : Weight::Bold));
    const QFontMetrics metrics(painter.font());
    QRect caretBox(words.left(), (height() - int(px * 1.15)) / 2, caret, int(px * 1.15));
    if (m_query.isEmpty()) {
        const QRect hint = words.adjusted(3 * caret, 0, 0, 0);
        painter.setPen(theme.colour(Colour::Ink2));
        painter.drawText(hint, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(tr("Type what you need"), Qt::ElideRight, hint.width()));
    } else {
        // What does not fit is what was typed first.
        const QString shown = metrics.elidedText(m_query, Qt::ElideLeft, words.width() - 2 * caret);
        painter.setPen(theme.colour(Colour::Ink));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, shown);
        caretBox.translate(metrics.horizontalAdvance(shown) + caret, 0);
    }
    painter.fillRect(caretBox, theme.colour(Colour::Ink));
}

} // namespace antre
