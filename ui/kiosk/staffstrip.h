// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

#include <QWidget>

namespace antre {

class IconPicture;
class TextLabel;

/// A low line above the help bar, in its colours, that tells passing staff what to see to here.
/// Visitors find it addressed to others and as quiet as the frame. Gone when all is well.
class StaffStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StaffStrip(const Look &look, QWidget *parent = nullptr);
    void setNews(const std::optional<Note> &news);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    IconPicture *m_icon;
    TextLabel *m_words;
};

} // namespace antre
