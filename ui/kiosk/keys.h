// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"
#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

namespace antre {

/// An agency on the start screen. Tall: picture above, words below; flat: side by side.
class AgencyKey : public Key
{
    Q_OBJECT
public:
    enum class Shape { Tall, Flat, Compact };
    AgencyKey(const Look &look, Shape shape, const AgencyTile &tile, QWidget *parent = nullptr);

protected:
    void paintContent(QPainter &painter, const QRect &face) override;
    [[nodiscard]] bool cutsOn(const QRect &face) const override;
    [[nodiscard]] int pxOn(const QRect &face) const override;

private:
    /// Where the parts stand on a face, and the texts made to fit there.
    struct Places
    {
        QRect icon;
        QRect code;
        QRect name;
        QRect second;
        FittedText nameText;
        FittedText secondText;
    };
    [[nodiscard]] Places tallPlaces(const QRect &face) const;
    [[nodiscard]] Places flatPlaces(const QRect &face) const;
    [[nodiscard]] Places compactPlaces(const QRect &face) const;
    [[nodiscard]] Places places(const QRect &face) const;
    /// So low that picture and words stand side by side, whatever the shape.
    [[nodiscard]] bool isLow(const QRect &face) const;
    [[nodiscard]] FittedText secondFor(int width, int height = 1000, int mostPx = 0) const;
    [[nodiscard]] QString secondWords() const;
    [[nodiscard]] int whyIconPx() const;
    void paintCode(QPainter &painter, const QRect &box) const;

    Look m_look;
    Shape m_shape;
    AgencyTile m_tile;
};

/// A service in its agency's list.
class ServiceKey : public Key
{
    Q_OBJECT
public:
    /// OneLine: the price stands right; TwoLines: the fee stands below the name; NameOnly for
    /// little room.
    enum class Shape { OneLine, TwoLines, NameOnly };
    ServiceKey(const Look &look, Shape shape, const ServiceRow &row, QWidget *parent = nullptr);

protected:
    void paintContent(QPainter &painter, const QRect &face) override;
    [[nodiscard]] bool cutsOn(const QRect &face) const override;
    [[nodiscard]] int pxOn(const QRect &face) const override;

private:
    struct Places
    {
        QRect name;
        QRect second;
        QRect price;
        QRect arrow;
        FittedText nameText;
        FittedText secondText;
    };
    [[nodiscard]] Places places(const QRect &face) const;

    Look m_look;
    Shape m_shape;
    ServiceRow m_row;
};

} // namespace antre
