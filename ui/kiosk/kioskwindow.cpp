// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskwindow.h"

#include "base/overloaded.h"
#include "common/focusring.h"
#include "common/headerbar.h"
#include "common/icons.h"
#include "common/pressguard.h"
#include "kiosk/guidance.h"
#include "kiosk/keypad.h"
#include "kiosk/patience.h"
#include "kiosk/scanpage.h"
#include "kiosk/searchpage.h"
#include "kiosk/staffstrip.h"
#include "kiosk/timeoutlayer.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QWindow>

namespace antre {

KioskWindow::KioskWindow(const KioskOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_options(options)
    , m_stack(new PageStack(this))
    , m_patience(new Patience(this, options.warnAfter, options.warnFor))
    , m_keypad(new Keypad(this))
    , m_numbers(new KeyNumbers(this))
    , m_guidance(new Guidance(this))
{
    setWindowFlag(Qt::FramelessWindowHint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    // Until the catalogue says what the mall speaks.
    m_language.set(QStringLiteral("id"));
    m_breath.setSingleShot(true);
    connect(m_patience, &Patience::continued, this, &KioskWindow::touched);
    connect(m_patience, &Patience::over, this, &KioskWindow::leave);
    connect(m_patience, &Patience::counted, this, [this](int seconds) {
        if (page())
            page()->setSecondsLeft(seconds);
    });
    connect(&m_breath, &QTimer::timeout, this, [this] {
        go(Place::Issuing, Slide::Forward);
        m_wait.start(500);
    });
    connect(&m_wait, &QTimer::timeout, this, &KioskWindow::countWait);
    connect(&PressGuard::of(this), &PressGuard::freed, this, [this] { refresh(); });
    wireHelps();
}

KioskWindow::~KioskWindow() = default;

TimeoutLayer *KioskWindow::warning() const { return m_patience->warning(); }

void KioskWindow::fillScreen()
{
    // Without a window manager showFullScreen() leaves a small window: take the screen's rectangle.
    setGeometry(screen()->geometry());
    show();
}

// ---- the value
// -----------------------------------------------------------------------------------

void KioskWindow::present(const KioskScreen &screen)
{
    const auto before = m_screen.phase;
    const bool first = !m_screen.catalogue;
    m_screen = screen;
    if (first && m_screen.catalogue) {
        m_visit.language = homeLanguage();
        relook();
    }
    if (before != m_screen.phase)
        enterPhase(before);
    refreshTime();
    refresh();
    refreshReprint();
}

void KioskWindow::enterPhase(KioskPhase before)
{
    if (m_screen.phase != KioskPhase::Issuing)
        m_wait.stop();
    switch (m_screen.phase) {
    case KioskPhase::Issuing:
        if (!std::exchange(m_asked, true))
            m_sinceAsked.start();
        if (m_visit.place != Place::Issuing && !m_breath.isActive())
            m_breath.start(m_options.breath);
        break;
    case KioskPhase::Issued:
        m_breath.stop();
        m_asked = false;
        // Whoever taps twice must not tap away the number that just came up.
        PressGuard::of(this).pause(std::chrono::milliseconds(1000));
        go(Place::Issued, Slide::Forward);
        break;
    case KioskPhase::Refused:
        m_breath.stop();
        m_asked = false;
        m_visit.service = m_screen.refused;
        go(Place::Service, Slide::None);
        break;
    case KioskPhase::Choosing:
        m_breath.stop();
        m_asked = false;
        if (before == KioskPhase::Issuing || before == KioskPhase::Issued)
            startOver(m_visit.place == Place::Start);
        break;
    }
    m_stack->setEnabled(!m_asked && !m_isCovered);
    touched();
}

void KioskWindow::setCovered(bool covered)
{
    if (std::exchange(m_isCovered, covered) == covered)
        return;
    m_stack->setEnabled(!m_asked && !covered);
    if (m_help)
        m_help->setEnabled(!covered);
}

QString KioskWindow::homeLanguage() const
{
    const auto &languages = m_screen.catalogue->site.languages;
    return languages.isEmpty() ? QStringLiteral("id") : languages.first();
}

QString KioskWindow::otherLanguage() const
{
    const auto &languages = m_screen.catalogue->site.languages;
    if (languages.size() < 2)
        return {};
    return languages[(languages.indexOf(m_visit.language) + 1) % languages.size()];
}

// Before the first catalogue is there; later the page covers everything.
void KioskWindow::paintEvent(QPaintEvent *)
{
    if (m_help)
        return;
    const auto theme = Theme::touch({});
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::SeaDeep));
    const int side = std::min(width(), height()) / 4;
    QRect mark(0, 0, side, side);
    mark.moveCenter(rect().center() - QPoint(0, side / 3));
    paintMark(painter, mark, theme.colour(Colour::OnSea));
    painter.setFont(theme.fontPx(side / 6));
    painter.setPen(theme.colour(Colour::OnSea));
    painter.drawText(QRect(0, mark.bottom() + side / 6, width(), side / 2), Qt::AlignHCenter,
        tr("Getting ready"));
}

// ---- the visit
// -----------------------------------------------------------------------------------

void KioskWindow::go(Place place, Slide slide)
{
    const Place before = std::exchange(m_visit.place, place);
    refresh(slide);
    touched();
    tellScan(before);
}

void KioskWindow::tellScan(Place before)
{
    const bool shows = m_visit.place == Place::Scan;
    if (shows && before != Place::Scan)
        Q_EMIT scanWanted();
    else if (!shows && before == Place::Scan)
        Q_EMIT scanEnded();
}

void KioskWindow::showScan()
{
    if (m_screen.catalogue && m_screen.phase == KioskPhase::Choosing && !m_asked)
        go(Place::Scan, m_visit.place == Place::Scan ? Slide::None : Slide::Forward);
}

void KioskWindow::showSearch()
{
    if (!m_screen.catalogue || m_screen.phase != KioskPhase::Choosing || m_asked)
        return;
    m_visit.query.clear();
    go(Place::Search, Slide::Forward);
}

void KioskWindow::setCameraPicture(const QImage &picture)
{
    if (auto *scan = qobject_cast<ScanPage *>(page()))
        scan->setPicture(picture);
}

void KioskWindow::goBack()
{
    const bool refused = m_visit.place == Place::Service && m_screen.phase == KioskPhase::Refused;
    go(m_visit.place == Place::Service       ? m_visit.serviceFrom
            : m_visit.place == Place::Agency ? m_visit.agencyFrom
                                             : Place::Start,
        Slide::Back);
    if (refused)
        Q_EMIT visitorLeft();
}

void KioskWindow::openAgency(const AgencyId &agency)
{
    m_visit.agencyFrom = m_visit.place;
    m_visit.agency = agency;
    m_visit.part = 0;
    go(Place::Agency, Slide::Forward);
}

void KioskWindow::openService(const ServiceId &service)
{
    m_visit.serviceFrom = m_visit.place;
    m_visit.service = service;
    m_visit.priority = {};
    go(Place::Service, Slide::Forward);
}

/// At once, also under a finger: letters are never built anew, so they may be held.
void KioskWindow::search(const QString &query)
{
    m_visit.query = query;
    (void)showAnew({m_look, view()});
    touched();
}

void KioskWindow::startOver(bool keepHelps)
{
    Visit fresh;
    fresh.language = homeLanguage();
    if (keepHelps) {
        fresh.language = m_visit.language;
        fresh.large = m_visit.large;
        fresh.contrast = m_visit.contrast;
        fresh.low = m_visit.low;
        fresh.listens = m_visit.listens;
    }
    const Place before = m_visit.place;
    m_visit = fresh;
    m_guidance->setOn(m_visit.listens);
    relook();
    refresh(Slide::Back);
    touched();
    tellScan(before);
}

void KioskWindow::leave()
{
    startOver(false);
    Q_EMIT visitorLeft();
}

void KioskWindow::takeNumber()
{
    if (m_asked || m_screen.phase != KioskPhase::Choosing)
        return;
    const auto *service = m_screen.catalogue->service(m_visit.service);
    if (!service)
        return;
    m_asked = true;
    m_sinceAsked.start();
    m_stack->setEnabled(false);
    m_breath.start(m_options.breath);
    ClassId priority = m_visit.priority;
    if (priority.isEmpty() && !m_screen.catalogue->classes.empty())
        priority = m_screen.catalogue->classes.front().id;
    Q_EMIT numberWanted({m_visit.service, priority, m_visit.language});
}

// ---- the look
// ------------------------------------------------------------------------------------

void KioskWindow::relook()
{
    if (!m_screen.catalogue)
        return;
    Look look;
    look.form = Look::formOf(size());
    QSizeF glass = screen() ? QSizeF(screen()->physicalSize()) : QSizeF();
    if (m_options.mmWidth > 0)
        glass = QSizeF(m_options.mmWidth, m_options.mmWidth * height() / std::max(1, width()));
    const auto scale = ScreenScale::of(size(), glass, Look::designWidthMm(look.form));
    const auto palette = m_visit.contrast ? Palette::HighContrast : Palette::Default;
    // Fifteen inches hold only so much.
    const double largeFactor = look.isSmall() ? 1.15 : tokens().large;
    look.theme
        = Theme::touch(scale, palette, m_visit.large, largeFactor).withMotion(m_options.moves);
    look.low = m_visit.low && look.isPortrait();
    if (m_visit.low && !look.isPortrait()) {
        // What is left of a wide screen is as high as a small one.
        look.sunkPx = sunkPx(look.theme);
        look.form = look.sunkPx > 0 ? Form::Small : look.form;
    }
    look.language = m_visit.language;
    m_language.set(m_visit.language);
    if (m_help && look == m_look)
        return;
    m_look = look;
    buildFrame();
}

// Header, staff's line and help bar: their form depends on the look alone.
void KioskWindow::buildFrame()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    const auto spot = m_keypad->spot();
    // A key of the old bar may be the one that is being pressed.
    for (QWidget *old : std::initializer_list<QWidget *>{m_header, m_staff, m_help}) {
        if (!old)
            continue;
        old->hide();
        column->removeWidget(old);
        old->deleteLater();
    }
    m_header = nullptr;
    if (!m_look.isLandscape()) {
        const bool compact = m_look.isSmall() || m_look.isLarge();
        m_header = new HeaderBar(
            m_look.theme, compact ? HeaderBar::Height::Compact : HeaderBar::Height::Tall, this);
        const auto &site = m_screen.catalogue->site;
        if (m_look.sunkPx > 0)
            m_header->setFixedHeight(m_look.sunkPx);
        m_header->setName((compact ? site.shortName : site.name).in(m_visit.language),
            site.subtitle.in(m_visit.language));
        column->insertWidget(0, m_header);
    }
    m_staff = new StaffStrip(m_look, this);
    m_shownStaff = {};
    // On a low screen it takes the place of the band, which is only ornament.
    column->insertWidget(m_look.isSmall() ? 1 : column->count(), m_staff);
    QList<Help> offered;
    if (!otherLanguage().isEmpty())
        offered << Help::Language;
    offered << Help::LargeText << Help::Contrast;
    if (canComeLower())
        offered << Help::Lower;
    if (m_guidance->isOffered(m_visit.language))
        offered << Help::Listen;
    m_help = new HelpBar(m_look.theme,
        m_look.isPortrait() ? HelpBar::Height::Tall : HelpBar::Height::Low, offered,
        languageName(otherLanguage()), this);
    m_help->setOn(Help::LargeText, m_visit.large);
    m_help->setOn(Help::Contrast, m_visit.contrast);
    m_help->setOn(Help::Lower, m_visit.low);
    m_help->setOn(Help::Listen, m_visit.listens);
    connect(m_help, &HelpBar::wanted, this, &KioskWindow::help);
    m_help->setEnabled(!m_isCovered);
    column->addWidget(m_help);
    m_help->show(); // now, so that the focus finds its keys
    if (!m_ring)
        m_ring = new FocusRing(m_look.theme, this, FocusRing::Shown::Walking);
    m_ring->setTheme(m_look.theme);
    m_keypad->setParts(stage(), m_help);
    if (spot.isInBar)
        m_keypad->restore(spot);
    m_shownTime.clear();
    refreshTime();
}

void KioskWindow::refreshTime()
{
    if (!m_screen.catalogue)
        return;
    const KioskViews views(m_screen, m_visit.language);
    const QString clock = views.clock();
    const QString date = m_look.isSmall() || m_look.isLarge() ? views.shortDate() : views.date();
    if (clock % date == m_shownTime)
        return;
    m_shownTime = clock % date;
    if (m_header)
        m_header->setTime(clock, date);
    if (page())
        page()->setTime(clock, views.date());
}

void KioskWindow::refreshStaff()
{
    auto news = KioskViews(m_screen, m_visit.language).staff();
    if (news == m_shownStaff)
        return;
    m_shownStaff = std::move(news);
    m_staff->setNews(m_shownStaff);
    if (m_header && m_look.isSmall())
        m_header->setBandShown(m_shownStaff.parts.isEmpty());
}

void KioskWindow::refreshReprint()
{
    if (auto *start = qobject_cast<StartPage *>(page()))
        start->setReprintLeft(
            KioskViews(m_screen, m_visit.language).reprintLeft(!m_look.isPortrait()));
}

// ---- pages
// ---------------------------------------------------------------------------------------

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
    refreshReprint();
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
    auto *page = new StartPage(m_look, view, StartExtras{view.scan}, m_visit.startPart, m_stack);
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

// ---- nobody there
// --------------------------------------------------------------------------------

bool KioskWindow::isAtRest() const
{
    return m_screen.phase == KioskPhase::Choosing && !m_asked && m_visit.place == Place::Start
        && !m_visit.large && !m_visit.contrast && !m_visit.low && !m_visit.listens
        && m_screen.catalogue && m_visit.language == homeLanguage();
}

// With paper in hand the number is safe: the page says how long it stays, and goes.
bool KioskWindow::leavesWithoutWarning() const
{
    if (m_visit.place != Place::Issued || !m_screen.issued)
        return false;
    const auto slip = m_screen.issued->slip;
    return slip == SlipState::Pending || slip == SlipState::Printed || slip == SlipState::Sent;
}

void KioskWindow::touched()
{
    if (leavesWithoutWarning())
        m_patience->stayFor(m_options.issuedFor);
    else if (!isAtRest() && !m_asked && m_screen.phase != KioskPhase::Issuing)
        m_patience->watch(m_look);
    else
        m_patience->rest();
}

void KioskWindow::countWait()
{
    auto *issuing = qobject_cast<IssuingPage *>(page());
    if (issuing && m_sinceAsked.elapsed() >= m_options.slowAfter.count())
        issuing->setWaited(int(m_sinceAsked.elapsed() / 1000));
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    const auto kind = event->type();
    const bool touch = kind == QEvent::TouchBegin || kind == QEvent::MouseButtonPress;
    const bool press = kind == QEvent::KeyPress;
    if (touch || press)
        m_guidance->interrupt();
    if (touch)
        m_keypad->touched();
    // While the warning shows, its own keys say what a touch means. Otherwise a touch shows
    // somebody is here; asked again after it has done its work, since that decides how long the
    // page stays.
    if ((touch || press || kind == QEvent::TouchEnd || kind == QEvent::MouseButtonRelease)
        && !warning())
        QMetaObject::invokeMethod(this, &KioskWindow::touched, Qt::QueuedConnection);
    if (press && m_help && takesKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void KioskWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    windowHandle()->installEventFilter(this);
}

void KioskWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeWarning();
    if (!m_screen.catalogue)
        return;
    relook();
    refresh();
    placeWarning();
}

} // namespace antre
