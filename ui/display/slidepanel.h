// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/halllook.h"
#include "display/slideshow.h"

#include <QPointer>
#include <QWidget>

namespace antre {

/// The picture or the film's frame of a SlideShow, whole and in the middle: a poster with words on
/// it is never cut.
class SlidePanel : public QWidget
{
    Q_OBJECT

public:
    SlidePanel(const HallLook &look, SlideShow &slides, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    HallLook m_look;
    QPointer<SlideShow> m_slides;
};

} // namespace antre
