// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QStringList>
#include <QWidget>

namespace antre {

/// The foot of the screen, below the band: whose mall this is and one message (which agencies are
/// closed, that the network is lost, what to expect of this screen). With a call the clock stands
/// here, too, since its page has no header. Upright screens set the message on a line of its own.
class HallBar : public QWidget
{
    Q_OBJECT

public:
    enum class Clock { Shown, Elsewhere };
    HallBar(const HallLook &look, Clock clock, QWidget *parent = nullptr);
    void setView(const DisplayView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Message
    {
        QString icon;
        QStringList sentences; ///< as many as there is room for are shown, each whole
        friend bool operator==(const Message &, const Message &) = default;
    };
    [[nodiscard]] Message messageFor(const DisplayView &view) const;
    void paintCallFoot(QPainter &painter) const;
    void paintBoardFoot(QPainter &painter) const;
    void paintName(QPainter &painter, QRect &line) const;
    void paintMessage(QPainter &painter, const QRect &line) const;

    HallLook m_look;
    Clock m_where;
    QString m_name;
    QString m_clock;
    Message m_message;
};

} // namespace antre
