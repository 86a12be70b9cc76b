// SPDX-License-Identifier: Apache-2.0
#include "display/halldisplay.h"

#include "common/band.h"
#include "display/callpanel.h"
#include "display/deskboard.h"
#include "display/hallbar.h"
#include "display/hallheader.h"
#include "display/previouscalls.h"
#include "display/restpage.h"

#include <QBoxLayout>
#include <QEvent>

namespace antre {

static QVBoxLayout *column(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

static Band *band(const HallLook &look)
{
    auto *band = new Band(look.theme());
    band->setFixedHeight(look.px(24));
    return band;
}

HallDisplay::HallDisplay(bool moves, QWidget *parent)
    : QStackedWidget(parent)
    , m_moves(moves)
    , m_look(size(), moves)
{
    setCursor(Qt::BlankCursor);
    build();
}

QWidget *HallDisplay::buildCallPage(const HallLook &look)
{
    auto *page = new QWidget;
    m_call = new CallPanel(look);
    m_previous = new PreviousCalls(look);
    m_callFoot = new HallBar(look, HallBar::Clock::Shown);
    auto *halves
        = new QBoxLayout(look.isUpright() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    halves->setSpacing(0);
    halves->addWidget(m_call, look.isUpright() ? 860 : 1150);
    halves->addWidget(m_previous, look.isUpright() ? 840 : 770);
    auto *layout = column(page);
    layout->addLayout(halves, 1);
    layout->addWidget(band(look));
    layout->addWidget(m_callFoot);
    return page;
}

QWidget *HallDisplay::buildBoardPage(const HallLook &look)
{
    auto *page = new QWidget;
    m_header = new HallHeader(look);
    m_board = new DeskBoard(look);
    m_boardFoot = new HallBar(look, HallBar::Clock::Elsewhere);
    auto *layout = column(page);
    layout->addWidget(m_header);
    layout->addWidget(m_board, 1);
    layout->addWidget(band(look));
    layout->addWidget(m_boardFoot);
    return page;
}

/// Pages in the order of DisplayPage.
void HallDisplay::build()
{
    while (count() > 0)
        delete widget(0);
    addWidget(buildCallPage(m_look));
    addWidget(buildBoardPage(m_look));
    m_rest = new RestPage(m_look);
    addWidget(m_rest);
    present(m_view);
}

void HallDisplay::present(const DisplayView &view)
{
    if (view.call)
        m_call->setCall(*view.call);
    m_previous->setCalls(view.previous);
    m_callFoot->setView(view);
    m_header->setTime(view.day, view.ofDay, view.language);
    m_board->setDesks(view.desks, view.language);
    m_boardFoot->setView(view);
    m_rest->setView(view);
    setCurrentIndex(int(view.page));
}

void HallDisplay::setView(const DisplayView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    present(view);
}

void HallDisplay::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    const HallLook look(size(), m_moves);
    if (look == m_look)
        return;
    m_look = look;
    build();
}

void HallDisplay::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        build();
}

} // namespace antre
