// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/displayview.h"
#include "display/halllook.h"

#include <QPointer>
#include <QStackedWidget>

namespace antre {

class CallPanel;
class DeskBoard;
class HallBar;
class HallHeader;
class PreviousCalls;
class RestPage;

/// The whole screen. Give it the view whenever something may have changed, at least once a second;
/// it repaints only what did. Lying or upright, any size: it builds its pages anew when the size
/// changes.
class HallDisplay : public QStackedWidget
{
    Q_OBJECT

public:
    explicit HallDisplay(bool moves = true, QWidget *parent = nullptr);
    void setView(const DisplayView &view);
    [[nodiscard]] const DisplayView &view() const { return m_view; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildCallPage(const HallLook &look);
    [[nodiscard]] QWidget *buildBoardPage(const HallLook &look);
    void present(const DisplayView &view);

    bool m_moves;
    HallLook m_look;
    DisplayView m_view;
    QPointer<CallPanel> m_call;
    QPointer<PreviousCalls> m_previous;
    QPointer<HallBar> m_callFoot;
    QPointer<HallHeader> m_header;
    QPointer<DeskBoard> m_board;
    QPointer<HallBar> m_boardFoot;
    QPointer<RestPage> m_rest;
};

} // namespace antre
