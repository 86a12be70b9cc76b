// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QWidget>

namespace antre {

/// Above the board: the mark, what the board shows and for which part of the mall, date and clock.
/// Upright screens set the date below. Where the screen's foot has mark and clock only the title
/// with its date.
class HallHeader : public QWidget
{
    Q_OBJECT

public:
    enum class Extent { Whole, Title };
    HallHeader(const HallLook &look, Extent extent, QWidget *parent = nullptr);
    void setView(const DisplayView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect paintMarkAndClock(QPainter &painter, QRect line) const;

    HallLook m_look;
    Extent m_extent;
    QString m_title;
    QString m_date;
    QString m_clock;
};

} // namespace antre
