// SPDX-License-Identifier: Apache-2.0
#include "counter/markedline.h"

#include "common/headerbar.h"
#include "common/textlabel.h"

#include <QHBoxLayout>

namespace antre {

MarkedLine::MarkedLine(const Theme &theme, const QString &icon, Colour colour, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconPicture(icon, theme.dp(22), theme.colour(colour), this))
    , m_words(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme.dp(8), 0, 0);
    row->setSpacing(theme.dp(8));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    hide();
}

void MarkedLine::setMarkup(const QString &markup)
{
    m_words->setMarkup(markup);
    setVisible(!markup.isEmpty());
}

} // namespace antre
