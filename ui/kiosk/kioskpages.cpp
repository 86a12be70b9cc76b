// SPDX-License-Identifier: Apache-2.0

// Which page a KioskWindow shows, how it is built, and what its keys do.

#include "base/overloaded.h"
#include "common/focusring.h"
#include "common/headerbar.h"
#include "common/pressguard.h"
#include "kiosk/keypad.h"
#include "kiosk/kioskwindow.h"
#include "kiosk/patience.h"
#include "kiosk/scanpage.h"
#include "kiosk/searchpage.h"
#include "kiosk/timeoutlayer.h"

namespace antre {

/// Built when somebody searches for the first time since the catalogue changed.
const ServiceFinder &KioskWindow::finder()
{
    if (!m_finder || m_finderOf != m_screen.catalogue) {
        m_finder.emplace(*m_screen.catalogue);
        m_finderOf = m_screen.catalogue;
    }
    return *m_finder;
}

PageView KioskWindow::view()
{
    const KioskViews views(m_screen, m_visit.language);
    switch (m_visit.place) {
    case Place::Start:
        break;
    case Place::Search:
        return views.search(finder(), m_visit.query);
    case Place::Agency:
        return views.services(m_visit.agency);
    case Place::Service:
        return views.service(m_visit.service);
    case Place::Issuing:
        return IssuingView{};
    case Place::Issued:
        if (m_screen.issued)
            return views.issued(*m_screen.issued);
        break;
    case Place::Scan:
        return views.scan();
    }
    return views.start();
}

/// Lets the search page show `now` without being built anew. False: it isn't the one that is shown.
bool KioskWindow::showAnew(const std::pair<Look, PageView> &now)
{
    auto *search = qobject_cast<SearchPage *>(page());
    const auto *view = std::get_if<SearchView>(&now.second);
    if (!search || !view || !m_shown || m_shown->first != now.first
        || !std::holds_alternative<SearchView>(m_shown->second))
        return false;
    m_shown = now;
    search->setView(*view);
    return true;
}

void KioskWindow::refresh(Slide slide)
{
    if (!m_screen.catalogue || !m_help)
        return;
    // Not under a finger: PressGuard::freed brings us here again.
    if (slide == Slide::None && PressGuard::of(this).isHeld())
        return;
    refreshStaff();
    auto now = std::pair(m_look, view());
    if (m_shown && *m_shown == now && m_shownPart == m_visit.part && slide == Slide::None)
        return;
    if (slide == Slide::None && showAnew(now))
        return;
    const bool fresh = slide == Slide::Forward;
    const auto spot = m_keypad->spot();
    m_shown = std::move(now);
    m_shownPart = m_visit.part;
    auto *page = build(m_shown->second, fresh);
    const KioskViews views(m_screen, m_visit.language);
    page->setTime(views.clock(), views.date());
    if (leavesWithoutWarning() && m_patience->secondsLeft() >= 0)
        page->setSecondsLeft(m_patience->secondsLeft());
    if (m_header)
        m_header->setVisible(!(m_look.low && m_visit.place == Place::Start));
    m_stack->setPage(page, slide, m_look.theme.moves());
    refreshQuestion();
    if (warning())
        warning()->raise();
    else if (m_ring)
        m_ring->raise();
    m_keypad->setParts(stage(), m_help);
    if (slide != Slide::None)
        enterStage();
    else if (!spot.isInBar && m_keypad->isWalking())
        restoreSpot(spot);
    showNumbers();
    // Later, when the page has got its time and its seconds.
    if (slide != Slide::None)
        QMetaObject::invokeMethod(this, &KioskWindow::readPage, Qt::QueuedConnection);
}

Page *KioskWindow::build(const PageView &view, bool fresh)
{
    return std::visit(
        Overloaded{
            [this](const StartView &start) { return buildStart(start); },
            [this](const SearchView &search) { return buildSearch(search); },
            [this](const ServicesView &services) { return buildServices(services); },
            [this](const ServiceView &service) { return buildService(service); },
            [this](const IssuingView &) -> Page * { return new IssuingPage(m_look, m_stack); },
            [this](const ScanView &scan) { return buildScan(scan); },
            [this, fresh](const IssuedView &issued) { return buildIssued(issued, fresh); },
        },
        view);
}

Page *KioskWindow::buildStart(const StartView &view)
{
    auto *page = new StartPage(m_look, view, m_visit.startPart, m_stack);
    connect(page, &StartPage::partWanted, this, [this](int part) {
        const auto slide = part > m_visit.startPart ? Slide::Forward : Slide::Back;
        m_visit.startPart = part;
        go(Place::Start, slide);
    });
    connect(page, &StartPage::agencyChosen, this, &KioskWindow::openAgency);
    connect(page, &StartPage::reprintWanted, this, &KioskWindow::offeredReprintWanted);
    connect(page, &StartPage::slipThere, this, &KioskWindow::offeredSlipThere);
    connect(page, &StartPage::rollSaid, this, &KioskWindow::rollSaid);
    connect(page, &StartPage::searchWanted, this, &KioskWindow::showSearch);
    connect(page, &StartPage::scanWanted, this, &KioskWindow::showScan);
    return page;
}

Page *KioskWindow::buildScan(const ScanView &view)
{
    auto *page = new ScanPage(m_look, view, m_stack);
    connect(page, &ScanPage::backWanted, this, [this] { startOver(true); });
    connect(page, &ScanPage::slipWanted, this, &KioskWindow::lostSlipWanted);
    return page;
}

Page *KioskWindow::buildSearch(const SearchView &view)
{
    auto *page = new SearchPage(m_look, view, m_stack);
    connect(page, &SearchPage::queryChanged, this, &KioskWindow::search);
    connect(page, &SearchPage::serviceChosen, this, &KioskWindow::openService);
    connect(page, &SearchPage::agencyChosen, this, &KioskWindow::openAgency);
    connect(page, &SearchPage::backWanted, this, &KioskWindow::goBack);
    return page;
}

Page *KioskWindow::buildServices(const ServicesView &view)
{
    auto *page = new ServicesPage(m_look, view, m_visit.part, m_stack);
    connect(page, &ServicesPage::serviceChosen, this, &KioskWindow::openService);
    connect(page, &ServicesPage::backWanted, this, &KioskWindow::goBack);
    connect(page, &ServicesPage::partWanted, this, [this](int part) {
        const auto slide = part > m_visit.part ? Slide::Forward : Slide::Back;
        m_visit.part = part;
        go(Place::Agency, slide);
    });
    return page;
}

Page *KioskWindow::buildService(const ServiceView &view)
{
    auto *page = new ServicePage(m_look, view, m_visit.priority, m_stack);
    connect(page, &ServicePage::classChosen, this,
        [this](const ClassId &priority) { m_visit.priority = priority; });
    connect(page, &ServicePage::numberWanted, this, &KioskWindow::takeNumber);
    connect(page, &ServicePage::backWanted, this, &KioskWindow::goBack);
    connect(page, &ServicePage::homeWanted, this, [this] {
        startOver(true);
        if (m_screen.phase == KioskPhase::Refused)
            Q_EMIT visitorLeft();
    });
    return page;
}

Page *KioskWindow::buildIssued(const IssuedView &view, bool fresh)
{
    auto *page
        = new IssuedPage(m_look, view, fresh && view.paper == IssuedView::Paper::Coming, m_stack);
    connect(page, &IssuedPage::doneWanted, this, &KioskWindow::leave);
    connect(page, &IssuedPage::anotherWanted, this, [this] {
        startOver(true);
        Q_EMIT visitorLeft();
    });
    connect(page, &IssuedPage::reprintWanted, this, &KioskWindow::reprintWanted);
    connect(page, &IssuedPage::slipSeen, this, &KioskWindow::slipSeen);
    connect(page, &IssuedPage::stayWanted, this, &KioskWindow::touched);
    return page;
}

} // namespace antre
