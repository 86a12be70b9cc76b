// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QWidget>

namespace antre {

class Band;
class NumberLabel;
class TextLabel;

/// The head of a screen: mark, whose mall this is, clock and date, and the band below. Nothing in
/// it can be pressed. Tall for portrait screens, compact (one line) where height is dear.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    enum class Height { Tall, Compact };
    HeaderBar(const Theme &theme, Height height, QWidget *parent = nullptr);

    void setName(const QString &name, const QString &subtitle);
    void setTime(const QString &clock, const QString &date);
    /// Without its band the header leaves room for news.
    void setBandShown(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOutTall();
    void layOutCompact();

    Theme m_theme;
    Height m_height;
    TextLabel *m_name;
    TextLabel *m_subtitle;
    NumberLabel *m_clock;
    TextLabel *m_date;
    Band *m_band;
};

/// The rafflesia as a widget; `pixels` wide and high.
class MarkPicture : public QWidget
{
    Q_OBJECT
public:
    MarkPicture(int pixels, QColor colour, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

/// An icon as a widget, beside words that say the same.
class IconPicture : public QWidget
{
    Q_OBJECT
public:
    IconPicture(const QString &name, int pixels, QColor colour, QWidget *parent = nullptr);
    void setIconName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QColor m_colour;
};

} // namespace antre
