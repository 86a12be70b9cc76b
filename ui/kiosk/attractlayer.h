// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

#include <QWidget>

namespace antre {

/// What the screen shows to a lobby in which nobody stands at it: whose mall, the time, some of
/// what it offers, and in each language that a touch begins. Outside hours dark: the clock and when
/// numbers can be taken again. It paints all of it itself and has nothing to press: the touch that
/// wakes it does nothing else.
///
/// Against burn-in everything stands a few pixels elsewhere every minute, outside hours anywhere.
/// Nothing glides: what changes, changes at once (language.md, "Motion").
class AttractLayer : public QWidget
{
    Q_OBJECT
public:
    /// Agencies on one picture, and how long it stays.
    static constexpr int offersAtOnce = 4;
    static constexpr std::chrono::seconds pictureFor{10};

    explicit AttractLayer(QWidget *parent = nullptr);

    void setView(const Look &look, const AttractView &view);
    /// Minutes and pictures since it came up, which decide where things stand and what is offered.
    void setPicture(int picture, int minute);
    /// Where everything is moved in minute `minute`: a walk through a small square that meets each
    /// place equally often. Pixels; at most `most` to each side.
    [[nodiscard]] static QPoint shift(int minute, int most);

Q_SIGNALS:
    void woken();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintOpen(QPainter &painter, const QRect &area) const;
    void paintDark(QPainter &painter) const;
    void paintHead(QPainter &painter, const QRect &area) const;
    void paintOffers(QPainter &painter, const QRect &area) const;
    void paintInvitation(QPainter &painter, const QRect &area) const;
    void say();

    Look m_look;
    AttractView m_view;
    int m_picture = 0;
    int m_minute = 0;
};

} // namespace antre
