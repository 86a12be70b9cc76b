// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "display/hallbar.h"
#include "display/halllook.h"

#include <QPointer>
#include <QStackedWidget>

namespace antre {

class CallPanel;
class DeskBoard;
class HallHeader;
class MallNotice;
class NextNumbers;
class PreviousCalls;
class RestPage;
class SlideShow;
class StaffCorner;

/// The whole screen. Give it the view whenever something may have changed, at least once a second;
/// it repaints only what did. Lying or upright, any size: it builds its pages anew when size or
/// layout change. Its picture stands a little elsewhere every minute, see pixelShift().
class HallDisplay : public QWidget
{
    Q_OBJECT

public:
    explicit HallDisplay(bool moves = true, QWidget *parent = nullptr);
    /// For HallLayout::Media; must outlive the display. Without, or while there is no picture, the
    /// board stands in its place: never a dark wall.
    void setSlides(SlideShow &slides);
    void setView(const DisplayView &view);
    [[nodiscard]] const DisplayView &view() const { return m_view; }
    /// What is wrong here, for whoever looks after the screen.
    void setStaffNotes(const QStringList &notes);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHalves();
    [[nodiscard]] QWidget *buildBoard(bool isAlone);
    [[nodiscard]] QWidget *buildMedia();
    [[nodiscard]] QWidget *buildBeside();
    [[nodiscard]] QWidget *withFoot(QWidget *content, HallBar::Clock clock);
    void place();
    void present(const DisplayView &view);
    void chooseMain();

    bool m_moves;
    HallLook m_look;
    DisplayView m_view;
    QPointer<SlideShow> m_slides;
    QStackedWidget *m_pages;
    StaffCorner *m_staff;
    QPointer<QStackedWidget> m_main; ///< in the halves: call, board, pictures
    QPointer<CallPanel> m_call;
    QPointer<PreviousCalls> m_previous;
    QPointer<NextNumbers> m_next;
    QPointer<MallNotice> m_notice;
    QPointer<HallHeader> m_header;
    QPointer<DeskBoard> m_board;
    QPointer<RestPage> m_rest;
    std::vector<QPointer<HallBar>> m_feet;
};

} // namespace antre
