// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/look.h"

#include <QWidget>

namespace antre {

class Card;
class TextLabel;

/// "Still here?" over the dimmed page. Touching anywhere but "Done" means yes.
class TimeoutLayer : public QWidget
{
    Q_OBJECT
public:
    TimeoutLayer(const Look &look, int seconds, QWidget *parent);
    void setSecondsLeft(int seconds);
    [[nodiscard]] int secondsLeft() const { return m_left; }

Q_SIGNALS:
    void continueWanted();
    void doneWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    class Countdown;

    Look m_look;
    int m_seconds;
    int m_left;
    Card *m_dialog;
    TextLabel *m_words;
    Countdown *m_bar;
};

} // namespace antre
