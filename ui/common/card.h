// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QWidget>

#include <optional>

namespace antre {

/// Paper to read from: a ground without border or edge, because it can't be pressed (high contrast
/// draws a line around it, since paper and page are both black there). Give it a layout.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const Theme &theme, QWidget *parent = nullptr);
    /// Another ground, such as kunyit for what is the visitor's own.
    void setGround(Colour ground);
    /// A stripe of this colour down the left side, as wide as a note's.
    void setStripe(Colour stripe);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    Colour m_ground = Colour::Paper;
    std::optional<Colour> m_stripe;
};

} // namespace antre
