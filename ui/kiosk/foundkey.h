// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"
#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

namespace antre {

/// A service that was found, with its agency.
class FoundKey : public Key
{
    Q_OBJECT
public:
    /// Frequent: in a grid, by its everyday name.
    enum class Shape { Row, Frequent };
    FoundKey(const Look &look, Shape shape, const FoundRow &row, QWidget *parent = nullptr);

protected:
    void paintContent(QPainter &painter, const QRect &face) override;
    [[nodiscard]] bool cutsOn(const QRect &face) const override;
    [[nodiscard]] int pxOn(const QRect &face) const override;

private:
    struct Places
    {
        QRect icon;
        QRect name;
        QRect second;
        QRect arrow;
        FittedText nameText;
        FittedText secondText;
    };
    [[nodiscard]] Places places(const QRect &face) const;
    [[nodiscard]] FittedText second(int width) const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] bool isRoomy() const;

    Look m_look;
    Shape m_shape;
    FoundRow m_row;
};

} // namespace antre
