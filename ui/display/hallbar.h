// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"
#include "display/hallmessage.h"

#include <QImage>
#include <QWidget>

namespace antre {

/// The foot of the screen, below the band: whose mall this is and one message at a time (which
/// agencies are closed, what the mall has to say, that the network is lost), and while nobody is
/// called the code that leads phones to their pages, for which it is higher. With a call the clock
/// stands here, too, since its page has no header. Upright screens set the message on a line of its
/// own.
class HallBar : public QWidget
{
    Q_OBJECT

public:
    enum class Clock { Shown, Elsewhere };
    HallBar(const HallLook &look, Clock clock, QWidget *parent = nullptr);
    void setView(const DisplayView &view);
    /// Below what it shows.
    void leaveRoom(int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int spare() const;
    void showCode(const QString &link);
    [[nodiscard]] QRect content() const;
    void paintCode(QPainter &painter) const;
    void paintCallFoot(QPainter &painter) const;
    void paintBoardFoot(QPainter &painter) const;
    void paintName(QPainter &painter, QRect &line) const;
    void paintMessage(QPainter &painter, const QRect &line) const;

    HallLook m_look;
    Clock m_where;
    int m_room = 0;
    QString m_name;
    QString m_clock;
    HallMessage m_message;
    QString m_link;
    QImage m_code; ///< of m_link; null: none
};

} // namespace antre
