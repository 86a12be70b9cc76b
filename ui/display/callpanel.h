// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QTimer>
#include <QWidget>

namespace antre {

/// The call, read from the far end of the hall: number above, counter below, on kunyit. A new call
/// replaces the old at once, and the panel changes between white and kunyit three times in three
/// seconds; then it stands still.
class CallPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CallPanel(const HallLook &look, QWidget *parent = nullptr);
    void setCall(const ShownCall &call);
    [[nodiscard]] bool isWhite() const { return m_groundsLeft > 0 && m_groundsLeft % 2 == 0; }

Q_SIGNALS:
    /// White became kunyit or the reverse.
    void groundChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void change();
    void paintCounter(QPainter &painter, const QRect &line, double scale) const;

    HallLook m_look;
    ShownCall m_call;
    QTimer m_timer;
    int m_groundsLeft = 0; ///< with the present one; even: white, odd or none: kunyit
};

} // namespace antre
