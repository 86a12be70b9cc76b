// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"
#include "display/hallmessage.h"

#include <QWidget>

namespace antre {

/// Below the pictures: what the mall has to say, large, one notice at a time.
class MallNotice : public QWidget
{
    Q_OBJECT

public:
    explicit MallNotice(const HallLook &look, QWidget *parent = nullptr);
    void setView(const DisplayView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    HallLook m_look;
    HallMessage m_message;
};

} // namespace antre
