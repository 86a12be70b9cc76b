// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/halllook.h"

#include <QLabel>

namespace antre {

/// What is wrong with this screen, small, at its foot: for whoever comes to look after it, and not
/// for the hall. Hidden while all is well.
class StaffCorner : public QLabel
{
    Q_OBJECT

public:
    explicit StaffCorner(QWidget *parent);
    /// Sentences without a full stop.
    void setNotes(const QStringList &notes);
    /// Puts it to the foot of its parent, left, at most as wide as that.
    void place(const HallLook &look);
    /// The height it takes; 0 while all is well.
    [[nodiscard]] int roomTaken() const { return text().isEmpty() ? 0 : height(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    HallLook m_look;
};

} // namespace antre
