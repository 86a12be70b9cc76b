// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/fittedtext.h"
#include "common/theme.h"

#include <QLabel>

namespace antre {

/// Words on the ground or on a card. Wraps, then shrinks down to the caption step, then cuts (see
/// FittedText); a QLabel, so that screen readers find its text.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    TextLabel(const Theme &theme, const QString &markup, Type type = Type::Body,
        Weight weight = Weight::Regular, QWidget *parent = nullptr);

    void setMarkup(const QString &markup);
    void setColour(QColor colour);
    void setFontPx(int pixels, Weight weight);
    void setAlign(Qt::Alignment alignment);
    void setLineHeight(double lineHeight);
    void setMaxLines(int lines);
    /// Keeps to one line: the layout gives it its whole width if it can.
    void setOneLine() { setMaxLines(1); }

    /// Whether the text could not be shown whole in its present size.
    [[nodiscard]] bool isCut() const { return m_fitted.isCut(); }
    [[nodiscard]] int shownPx() const { return m_fitted.pixelSize(); }
    [[nodiscard]] QColor colour() const { return m_colour; }

    [[nodiscard]] bool hasHeightForWidth() const override { return m_rules.maxLines != 1; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] int tail() const;

    QString m_markup;
    QFont m_font;
    QColor m_colour;
    FitRules m_rules;
    FittedText m_fitted;
};

} // namespace antre
