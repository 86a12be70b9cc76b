// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QLabel>

namespace antre {

/// The queue as a picture: the counter, one figure for each person ahead, and you in kunyit. Beyond
/// what fits, "+7". For those who read pictures more easily than numbers; `spoken` is the same for
/// a screen reader.
class PeopleLine : public QLabel
{
    Q_OBJECT
public:
    PeopleLine(const Theme &theme, int ahead, const QString &you, const QString &spoken,
        int figurePx, QWidget *parent = nullptr);
    void setAhead(int ahead, const QString &spoken);
    /// How many figures are drawn at the present width.
    [[nodiscard]] int shown() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int figuresMax = 12;
    [[nodiscard]] int youWidth(int figurePx) const;
    [[nodiscard]] static int deskWidth(int figurePx) { return figurePx * 3 / 2; }
    [[nodiscard]] int shownAt(int figurePx) const;
    /// Figures grow somewhat smaller before some are left out.
    [[nodiscard]] int fittingPx() const;

    Theme m_theme;
    int m_ahead;
    QString m_you;
    int m_figurePx;
};

} // namespace antre
