// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QWidget>

namespace antre {

/// While the mall is closed: the clock, its name, when it opens again, and its notices. Nothing
/// bright, and the block moves a little every minute, so that no picture burns into the screen over
/// night.
class RestPage : public QWidget
{
    Q_OBJECT

public:
    explicit RestPage(const HallLook &look, QWidget *parent = nullptr);
    void setView(const DisplayView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    HallLook m_look;
    QString m_name;
    QString m_clock;
    QString m_words;
    QString m_notice; ///< of the mall, one at a time
    int m_minute = 30; ///< 30: in the middle
};

} // namespace antre
