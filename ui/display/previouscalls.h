// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QWidget>

namespace antre {

/// The calls before the present one, newest first, number left and counter right; on kunyit the one
/// that is still news.
class PreviousCalls : public QWidget
{
    Q_OBJECT

public:
    PreviousCalls(const HallLook &look, size_t rows, QWidget *parent = nullptr);
    void setView(const DisplayView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRect &row, const ShownCall &call, QColor colour) const;

    HallLook m_look;
    size_t m_rows;
    std::vector<ShownCall> m_calls;
    QString m_heading;
    bool m_firstIsNews = false;
};

} // namespace antre
