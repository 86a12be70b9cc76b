// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

#include <QWidget>

namespace antre {

class IconPicture;
class TextLabel;

/// One low line in the frame's colours that tells passing staff what to see to here. Visitors find
/// it addressed to others, and quiet. What finds no room is counted: "+2". Gone when all is well.
class StaffStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StaffStrip(const Look &look, QWidget *parent = nullptr);
    void setNews(const StaffView &news);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    Look m_look;
    QStringList m_parts;
    IconPicture *m_icon;
    TextLabel *m_words;
};

} // namespace antre
