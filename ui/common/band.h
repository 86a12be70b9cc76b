// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"

#include <QWidget>

namespace antre {

/// The besurek band, tone on tone, once a screen and never behind text. With high contrast it is
/// one white line.
class Band : public QWidget
{
    Q_OBJECT
public:
    explicit Band(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
};

} // namespace antre
