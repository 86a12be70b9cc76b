// SPDX-License-Identifier: Apache-2.0
#include "common/headerbar.h"

#include "common/band.h"
#include "common/icons.h"
#include "common/numberlabel.h"
#include "common/textlabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace antre {

HeaderBar::HeaderBar(const Theme &theme, Height height, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_height(height)
    , m_name(new TextLabel(theme, {}, Type::Title, Weight::Bold, this))
    , m_subtitle(new TextLabel(theme, {}, Type::Caption, Weight::Regular, this))
    , m_clock(new NumberLabel(theme, {}, theme.typePx(Type::Headline), this))
    , m_date(new TextLabel(theme, {}, Type::Caption, Weight::Regular, this))
    , m_band(new Band(theme, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto onSea = theme.colour(Colour::OnSea);
    for (auto *label : {m_name, m_subtitle, m_date}) {
        label->setColour(onSea);
        label->setOneLine();
    }
    m_clock->setColour(onSea);
    m_clock->setAlign(Qt::AlignRight | Qt::AlignVCenter);
    m_date->setAlign(Qt::AlignRight | Qt::AlignVCenter);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    height == Height::Tall ? layOutTall() : layOutCompact();
}

void HeaderBar::layOutTall()
{
    auto *who = new QVBoxLayout;
    who->setSpacing(m_theme.px(1));
    who->addStretch();
    who->addWidget(m_name);
    who->addWidget(m_subtitle);
    who->addStretch();
    auto *when = new QVBoxLayout;
    when->setSpacing(m_theme.px(2));
    when->addStretch();
    when->addWidget(m_clock);
    when->addWidget(m_date);
    when->addStretch();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(m_theme.margin(), m_theme.px(6), m_theme.margin(), m_theme.px(6));
    row->setSpacing(m_theme.px(5));
    row->addWidget(new MarkPicture(m_theme.px(20), m_theme.colour(Colour::OnSea), this));
    row->addLayout(who, 1);
    row->addLayout(when);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(row);
    all->addWidget(m_band);
}

void HeaderBar::layOutCompact()
{
    m_subtitle->hide();
    auto *row = new QHBoxLayout;
    row->setContentsMargins(m_theme.px(6.5), m_theme.px(2.7), m_theme.px(6.5), m_theme.px(2.7));
    row->setSpacing(m_theme.px(4.2));
    row->addWidget(new MarkPicture(m_theme.px(12.5), m_theme.colour(Colour::OnSea), this));
    row->addWidget(m_name, 1);
    row->addWidget(m_date);
    row->addWidget(m_clock);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(row);
    all->addWidget(m_band);
}

void HeaderBar::setName(const QString &name, const QString &subtitle)
{
    m_name->setMarkup(name);
    m_subtitle->setMarkup(subtitle);
    m_subtitle->setVisible(m_height == Height::Tall && !subtitle.isEmpty());
}

void HeaderBar::setTime(const QString &clock, const QString &date)
{
    m_clock->setNumber(clock);
    if (date != m_date->text())
        m_date->setMarkup(date);
}

void HeaderBar::setBandShown(bool shown)
{
    m_band->setVisible(shown);
    layout()->invalidate();
    updateGeometry();
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(m_theme.isHighContrast() ? Colour::Page : Colour::Sea));
}

MarkPicture::MarkPicture(int pixels, QColor colour, QWidget *parent)
    : QWidget(parent)
    , m_colour(colour)
{
    setFixedSize(pixels, pixels);
}

void MarkPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, rect(), m_colour);
}

IconPicture::IconPicture(const QString &name, int pixels, QColor colour, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_colour(colour)
{
    setFixedSize(pixels, pixels);
}

void IconPicture::setIconName(const QString &name)
{
    m_name = name;
    update();
}

void IconPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, rect(), m_name, m_colour);
}

} // namespace antre
