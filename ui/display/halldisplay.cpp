// SPDX-License-Identifier: Apache-2.0
#include "display/halldisplay.h"

#include "common/band.h"
#include "display/callpanel.h"
#include "display/deskboard.h"
#include "display/hallheader.h"
#include "display/mallnotice.h"
#include "display/nextnumbers.h"
#include "display/pixelshift.h"
#include "display/previouscalls.h"
#include "display/restpage.h"
#include "display/slidepanel.h"
#include "display/staffcorner.h"

#include <QBoxLayout>
#include <QEvent>

namespace antre {

namespace {

QBoxLayout *boxIn(QWidget *parent, QBoxLayout::Direction direction)
{
    auto *layout = new QBoxLayout(direction, parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

Band *band(const HallLook &look)
{
    auto *band = new Band(look.theme());
    band->setFixedHeight(look.px(24));
    return band;
}

} // namespace

HallDisplay::HallDisplay(bool moves, QWidget *parent)
    : QWidget(parent)
    , m_moves(moves)
    , m_look(size(), moves)
    , m_pages(new QStackedWidget(this))
    , m_staff(new StaffCorner(this))
{
    setCursor(Qt::BlankCursor);
    build();
}

void HallDisplay::setSlides(SlideShow &slides)
{
    m_slides = &slides;
    connect(&slides, &SlideShow::pictureChanged, this, &HallDisplay::chooseMain);
    build();
}

/// The title where the board shares the screen, else mark, date and clock, too.
QWidget *HallDisplay::buildBoard(bool isAlone)
{
    auto *board = new QWidget;
    m_header
        = new HallHeader(m_look, isAlone ? HallHeader::Extent::Whole : HallHeader::Extent::Title);
    m_board = new DeskBoard(m_look);
    auto *layout = boxIn(board, QBoxLayout::TopToBottom);
    layout->addWidget(m_header);
    layout->addWidget(m_board, 1);
    return board;
}

QWidget *HallDisplay::buildMedia()
{
    auto *media = new QWidget;
    m_notice = new MallNotice(m_look);
    auto *layout = boxIn(media, QBoxLayout::TopToBottom);
    // Pictures are as wide as screens, mostly: 16 to 9.
    layout->addWidget(new SlidePanel(m_look, *m_slides), 7);
    layout->addWidget(m_notice, 3);
    return media;
}

QWidget *HallDisplay::buildBeside()
{
    const bool upright = m_look.isUpright();
    const size_t rowsAboveNext = upright ? 1 : 2;
    const bool hasNext = m_view.layout == HallLayout::Next;
    m_previous = new PreviousCalls(m_look, hasNext ? rowsAboveNext : DisplayView::previousMax);
    if (!hasNext)
        return m_previous;
    auto *beside = new QWidget;
    m_next = new NextNumbers(m_look);
    auto *layout = boxIn(beside, QBoxLayout::TopToBottom);
    layout->addWidget(m_previous, upright ? 29 : 44);
    layout->addWidget(m_next, upright ? 71 : 56);
    return beside;
}

/// Main and what stands beside it, lying; above it, upright.
QWidget *HallDisplay::buildHalves()
{
    m_main = new QStackedWidget;
    m_call = new CallPanel(m_look);
    m_main->addWidget(m_call);
    if (m_view.layout != HallLayout::Board)
        m_main->addWidget(buildBoard(false));
    if (m_view.layout == HallLayout::Media && m_slides)
        m_main->addWidget(buildMedia());
    auto *halves = new QWidget;
    const bool upright = m_look.isUpright();
    auto *layout = boxIn(halves, upright ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    layout->addWidget(m_main, upright ? 900 : 1150);
    layout->addWidget(buildBeside(), upright ? 800 : 770);
    return halves;
}

QWidget *HallDisplay::withFoot(QWidget *content, HallBar::Clock clock)
{
    auto *page = new QWidget;
    auto *foot = new HallBar(m_look, clock);
    m_feet.emplace_back(foot);
    auto *layout = boxIn(page, QBoxLayout::TopToBottom);
    layout->addWidget(content, 1);
    layout->addWidget(band(m_look));
    layout->addWidget(foot);
    return page;
}

/// Pages in the order of DisplayPage; only the layout Board has one for the board.
void HallDisplay::build()
{
    while (m_pages->count() > 0)
        delete m_pages->widget(0);
    m_feet.clear();
    m_pages->addWidget(withFoot(buildHalves(), HallBar::Clock::Shown));
    if (m_view.layout == HallLayout::Board)
        m_pages->addWidget(withFoot(buildBoard(true), HallBar::Clock::Elsewhere));
    m_rest = new RestPage(m_look);
    m_pages->addWidget(m_rest);
    place();
    present(m_view);
}

/// The pages are a little larger than the screen, so that no edge of theirs ever shows.
void HallDisplay::place()
{
    const int step = m_look.px(pixelShiftStep);
    const int spare = step * pixelShiftMax;
    m_pages->setGeometry(rect()
                             .adjusted(-spare, -spare, spare, spare)
                             .translated(pixelShift(m_view.ofDay.count()) * step));
    m_staff->place(m_look);
    for (const auto &foot : m_feet)
        foot->leaveRoom(m_staff->roomTaken());
}

/// What fills the larger half.
void HallDisplay::chooseMain()
{
    QWidget *chosen = m_call;
    if (m_view.page != DisplayPage::Call && m_main->count() > 1) {
        const bool hasPicture = m_notice && m_slides && !m_slides->picture().isNull();
        chosen = m_main->widget(hasPicture ? 2 : 1);
    }
    m_main->setCurrentWidget(chosen);
}

void HallDisplay::present(const DisplayView &view)
{
    if (view.call)
        m_call->setCall(*view.call);
    m_previous->setView(view);
    if (m_next)
        m_next->setView(view);
    if (m_notice)
        m_notice->setView(view);
    m_header->setView(view);
    m_board->setDesks(view.desks, view.language);
    for (const auto &foot : m_feet)
        foot->setView(view);
    m_rest->setView(view);
    chooseMain();
    const bool halves = view.page == DisplayPage::Call
        || (view.page == DisplayPage::Board && view.layout != HallLayout::Board);
    if (view.page == DisplayPage::Rest)
        m_pages->setCurrentWidget(m_rest);
    else
        m_pages->setCurrentIndex(halves ? 0 : 1);
}

void HallDisplay::setView(const DisplayView &view)
{
    if (view == m_view)
        return;
    const bool isOther = view.layout != m_view.layout;
    const bool moves = view.ofDay != m_view.ofDay;
    m_view = view;
    if (isOther) {
        build();
        return;
    }
    if (moves)
        place();
    present(view);
}

void HallDisplay::setStaffNotes(const QStringList &notes)
{
    m_staff->setNotes(notes);
    for (const auto &foot : m_feet)
        foot->leaveRoom(m_staff->roomTaken());
}

void HallDisplay::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const HallLook look(size(), m_moves);
    if (look == m_look) {
        place();
        return;
    }
    m_look = look;
    build();
}

void HallDisplay::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        build();
}

} // namespace antre
