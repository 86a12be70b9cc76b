// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QLabel>

class QPainter;

namespace antre {

/// Paints a ticket number, a clock or a timer with one glyph a cell, so that it keeps its shape
/// from screen to slip to hall and does not tremble when it changes. Cells are parts of the font's
/// size: digits 0.61, a full stop or colon 0.30, a hyphen 0.42, a letter its own width and 0.03.
void paintNumber(QPainter &painter, const QRect &box, const QString &text, const QFont &font,
    QColor colour, Qt::Alignment alignment = Qt::AlignCenter);
[[nodiscard]] qreal numberWidth(const QString &text, const QFont &font);
/// `font` made small enough for `text`, and for `widest` if given, to fit in `width`.
[[nodiscard]] QFont numberFont(
    const QString &text, QFont font, int width, const QString &widest = {});

/// A number as a widget. It shrinks so that `widest` would fit too: the size does not change with
/// the number.
class NumberLabel : public QLabel
{
    Q_OBJECT
public:
    NumberLabel(const Theme &theme, const QString &number, int pixels, QWidget *parent = nullptr);

    void setNumber(const QString &number);
    [[nodiscard]] QString number() const { return text(); }
    void setWidest(const QString &widest);
    /// How large it is where width allows, in pixels of the font.
    void setPixels(int pixels);
    void setColour(QColor colour);
    void setAlign(Qt::Alignment alignment);
    [[nodiscard]] int shownPx() const;
    [[nodiscard]] QColor colour() const { return m_colour; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont fittedFont() const;

    QFont m_font;
    QColor m_colour;
    QString m_widest;
    Qt::Alignment m_alignment = Qt::AlignCenter;
};

} // namespace antre
