// SPDX-License-Identifier: Apache-2.0
#include "kiosk/staffstrip.h"

#include "common/headerbar.h"
#include "common/textlabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace antre {

StaffStrip::StaffStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_icon(new IconPicture(
          {}, look.theme.typePx(Type::Caption) * 5 / 4, look.theme.colour(Colour::OnSea), this))
    , m_words(new TextLabel(look.theme, {}, Type::Caption, Weight::Regular, this))
{
    const auto &theme = look.theme;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_words->setColour(theme.colour(Colour::OnSea));
    m_words->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_words->setLineHeight(1.15);
    m_words->setOneLine();
    auto *row = new QHBoxLayout(this);
    const int above = theme.px(look.isSmall() ? 0 : 1.6);
    row->setContentsMargins(look.side(), above, look.side(), above);
    row->setSpacing(theme.px(3));
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    hide();
}

void StaffStrip::setNews(const StaffView &news)
{
    m_parts = news.parts;
    m_icon->setIconName(news.icon);
    setVisible(!m_parts.isEmpty());
    fit();
}

void StaffStrip::fit()
{
    const auto &theme = m_look.theme;
    const int room = width() - 2 * m_look.side() - theme.px(3) - m_icon->width();
    const QString staff = u"<b>" % tr("Staff:") % u"</b> ";
    const QString between = QStringLiteral(" · ");
    QString words;
    for (qsizetype shown = m_parts.size(); shown > 0; --shown) {
        words = staff % m_parts.mid(0, shown).join(between);
        if (shown < m_parts.size())
            words += between % u'+' % QString::number(m_parts.size() - shown);
        if (FittedText::naturalWidth(words, theme.font(Type::Caption)) <= room)
            break;
    }
    m_words->setMarkup(words);
}

void StaffStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StaffStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = m_look.theme;
    painter.fillRect(rect(), theme.colour(Colour::SeaDeep));
    if (theme.isHighContrast())
        painter.fillRect(0, 0, width(), theme.border(), theme.colour(Colour::Line));
}

} // namespace antre
