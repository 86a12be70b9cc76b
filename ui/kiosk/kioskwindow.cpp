// SPDX-License-Identifier: Apache-2.0
#include "kiosk/kioskwindow.h"

#include "common/icons.h"
#include "common/pressguard.h"
#include "kiosk/guidance.h"
#include "kiosk/keypad.h"
#include "kiosk/patience.h"
#include "kiosk/scanpage.h"
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

void KioskWindow::present(const KioskScreen &screen)
{
    const auto before = m_screen.phase;
    const bool first = !m_screen.catalogue;
    m_screen = screen;
    if (m_screen.catalogue)
        m_guidance->setLanguages(m_screen.catalogue->site.languages, m_options.voices);
    if (first && m_screen.catalogue) {
        m_visit.language = homeLanguage();
        relook();
    }
    if (before != m_screen.phase)
        enterPhase(before);
    refreshTime();
    refresh();
    refreshQuestion();
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
