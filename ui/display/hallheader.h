// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QWidget>

namespace antre {

/// Above the board: the mark, what the board shows, date and clock. Upright screens set the date
/// below.
class HallHeader : public QWidget
{
    Q_OBJECT

public:
    explicit HallHeader(const HallLook &look, QWidget *parent = nullptr);
    void setTime(BusinessDay day, Minutes ofDay, const QString &language);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    HallLook m_look;
    QString m_date;
    QString m_clock;
};

} // namespace antre
