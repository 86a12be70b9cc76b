// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QWidget>

namespace antre {

/// The calls before the present one, newest first, number left and counter right.
class PreviousCalls : public QWidget
{
    Q_OBJECT

public:
    explicit PreviousCalls(const HallLook &look, QWidget *parent = nullptr);
    void setCalls(const std::vector<ShownCall> &calls);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRect &row, const ShownCall &call) const;

    HallLook m_look;
    std::vector<ShownCall> m_calls;
};

} // namespace antre
