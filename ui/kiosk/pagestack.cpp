// SPDX-License-Identifier: Apache-2.0
#include "kiosk/pagestack.h"

#include "kiosk/pages.h"

namespace antre {

static constexpr int slidePx = 48;

PageStack::PageStack(QWidget *parent)
    : QWidget(parent)
    , m_slide(new QPropertyAnimation(this))
{
    m_slide->setPropertyName("pos");
    m_slide->setDuration(tokens().pageMs);
    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_slide, &QPropertyAnimation::finished, this, &PageStack::settle);
}

PageStack::~PageStack() = default;

void PageStack::setPage(Page *page, Slide slide, bool moves)
{
    m_slide->stop();
    settle();
    m_old = m_page;
    m_page = page;
    page->setParent(this);
    page->setGeometry(rect());
    page->show();
    page->raise();
    if (m_old)
        m_old->setEnabled(false); // what it still shows must not be pressed
    if (slide == Slide::None || !moves || !m_old) {
        settle();
        return;
    }
    m_slide->setTargetObject(page);
    m_slide->setStartValue(QPoint(slide == Slide::Forward ? slidePx : -slidePx, 0));
    m_slide->setEndValue(QPoint(0, 0));
    m_slide->start();
}

void PageStack::settle()
{
    if (m_page)
        m_page->move(0, 0);
    if (!m_old)
        return;
    m_old->hide();
    // Not at once: a key of the old page may be the one whose touch brought us here.
    m_old->deleteLater();
    m_old = nullptr;
}

void PageStack::resizeEvent(QResizeEvent *)
{
    if (m_page)
        m_page->resize(size());
}

} // namespace antre
