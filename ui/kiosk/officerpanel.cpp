// SPDX-License-Identifier: Apache-2.0
#include "kiosk/officerpanel.h"

#include "common/headerbar.h"
#include "common/pressguard.h"
#include "common/textlabel.h"
#include "kiosk/officersignin.h"
#include "kiosk/patience.h"
#include "kiosk/timeoutlayer.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace antre {

OfficerPanel::OfficerPanel(const Look &look, Pauses pauses, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_patience(new Patience(this, pauses.warnAfter, pauses.warnFor))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setGeometry(parent->rect());
    // Visitors' reach mode is not the officer's.
    m_look.low = false;
    connect(m_patience, &Patience::continued, this, &OfficerPanel::touched);
    connect(m_patience, &Patience::over, this, &OfficerPanel::finished);
    connect(&PressGuard::of(this), &PressGuard::freed, this, [this] {
        if (m_shown != m_screen)
            build();
    });
    if (parent->windowHandle())
        parent->windowHandle()->installEventFilter(this);
    parent->installEventFilter(this);
    build();
    touched();
}

void OfficerPanel::present(const OfficerScreen &screen)
{
    const bool wasIn = !m_screen.name.isEmpty();
    m_screen = screen;
    const bool isIn = !m_screen.name.isEmpty();
    if (isIn && !wasIn && (m_place == Place::Name || m_place == Place::Pin))
        return go(Place::Menu);
    if (m_pin)
        m_pin->setAnswer(screen.signIn, screen.waitSeconds);
    // Not under a finger, and names are typed on a page that must not be built anew meanwhile.
    const bool isTyping = m_place == Place::Pin
        || (m_place == Place::Name && m_shown.officers == m_screen.officers
            && m_shown.hasTechnician == m_screen.hasTechnician);
    if (m_shown != m_screen && !isTyping && !PressGuard::of(this).isHeld())
        build();
}

void OfficerPanel::go(Place place)
{
    m_place = place;
    m_part = 0;
    build();
    touched();
}

void OfficerPanel::goBack()
{
    switch (m_place) {
    case Place::Name:
    case Place::Menu:
        Q_EMIT finished();
        break;
    case Place::Pin:
        go(Place::Name);
        break;
    case Place::Slips:
    case Place::Printers:
    case Place::Kiosk:
    case Place::Pause:
        go(Place::Menu);
        break;
    }
}

void OfficerPanel::stepAside()
{
    m_isAside = true;
    m_patience->rest();
    hide();
}

void OfficerPanel::comeBack()
{
    setGeometry(parentWidget()->rect());
    m_isAside = false;
    m_place = Place::Menu;
    build();
    show();
    raise();
    touched();
}

Page *OfficerPanel::makePage()
{
    switch (m_place) {
    case Place::Name: {
        auto *page = new OfficerNamePage(m_look, m_screen, this);
        connect(page, &OfficerNamePage::chosen, this,
            [this](const OfficerId &officer, const QString &name) {
                m_officer = officer;
                m_officerName = name;
                go(Place::Pin);
            });
        connect(page, &OfficerNamePage::technicianChosen, this, [this] {
            m_officer = {};
            m_officerName = tr("Technician");
            go(Place::Pin);
        });
        return page;
    }
    case Place::Pin: {
        m_pin = new OfficerPinPage(m_look, m_officerName, this);
        m_pin->setAnswer(m_screen.signIn, m_screen.waitSeconds);
        connect(m_pin, &OfficerPinPage::entered, this,
            [this](const QString &pin) { Q_EMIT signInWanted(m_officer, pin); });
        return m_pin;
    }
    case Place::Menu: {
        auto *page = new OfficerMenu(m_look, m_screen, this);
        connect(page, &OfficerMenu::opened, this, [this](OfficerMenu::Where where) {
            static constexpr Place places[]
                = {Place::Slips, Place::Printers, Place::Kiosk, Place::Pause};
            go(places[int(where)]);
        });
        return page;
    }
    case Place::Slips: {
        auto *page = new OfficerSlips(m_look, m_screen, m_part, this);
        connect(page, &OfficerSlips::partWanted, this, [this](int part) {
            m_part = part;
            build();
        });
        return page;
    }
    case Place::Printers:
        return new OfficerPrinters(m_look, m_screen, this);
    case Place::Kiosk:
        return new OfficerKiosk(m_look, m_screen, this);
    case Place::Pause:
        break;
    }
    return new OfficerPause(m_look, m_screen, this);
}

void OfficerPanel::build()
{
    m_pin = nullptr;
    m_shown = m_screen;
    if (auto *old = std::exchange(m_page, nullptr)) {
        old->hide();
        old->deleteLater();
    }
    m_page = makePage();
    if (auto *page = qobject_cast<OfficerPage *>(m_page)) {
        connect(page, &OfficerPage::backWanted, this, &OfficerPanel::goBack);
        connect(page, &OfficerPage::wanted, this, [this](const OfficerWish &wish) {
            const bool toMenu = std::holds_alternative<PauseKiosk>(wish);
            Q_EMIT wanted(wish);
            if (toMenu)
                go(Place::Menu);
        });
    }
    m_page->setGeometry(rect());
    m_page->show();
    if (m_patience->warning())
        m_patience->warning()->raise();
}

void OfficerPanel::touched()
{
    if (!m_isAside)
        m_patience->watch(m_look);
}

void OfficerPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_look.theme.colour(Colour::Page));
}

void OfficerPanel::resizeEvent(QResizeEvent *)
{
    if (m_page)
        m_page->setGeometry(rect());
    if (m_patience->warning())
        m_patience->warning()->setGeometry(rect());
}

bool OfficerPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isTouch = event->type() == QEvent::TouchEnd
        || event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::KeyPress;
    // Its own keys say what a touch of the warning means.
    if (watched == parentWidget()->windowHandle() && isTouch && !m_patience->warning())
        QMetaObject::invokeMethod(this, &OfficerPanel::touched, Qt::QueuedConnection);
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return false;
}

// ---- how an officer gets there
// -------------------------------------------------------------------

HiddenGesture::HiddenGesture(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    m_clock.start();
    window.installEventFilter(this);
    if (window.windowHandle())
        window.windowHandle()->installEventFilter(this);
}

bool HiddenGesture::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Show && m_window.windowHandle()) {
        m_window.windowHandle()->removeEventFilter(this);
        m_window.windowHandle()->installEventFilter(this);
    }
    if (watched != m_window.windowHandle())
        return false;
    if (event->type() == QEvent::TouchBegin) {
        const auto &points = static_cast<QTouchEvent *>(event)->points();
        if (points.size() == 1)
            tap(points.first().position());
    } else if (event->type() == QEvent::MouseButtonPress) {
        auto *press = static_cast<QMouseEvent *>(event);
        // Touches that nobody takes come once more as a mouse's.
        if (press->source() == Qt::MouseEventNotSynthesized)
            tap(press->position());
    }
    return false;
}

void HiddenGesture::tap(QPointF at)
{
    if (at.x() > m_corner || at.y() > m_corner) {
        m_taps.clear();
        return;
    }
    const qint64 now = m_clock.elapsed();
    m_taps.push_back(now);
    std::erase_if(m_taps, [now](qint64 tap) { return now - tap > within.count(); });
    if (int(m_taps.size()) < taps)
        return;
    m_taps.clear();
    QMetaObject::invokeMethod(this, &HiddenGesture::made, Qt::QueuedConnection);
}

// ---- while the kiosk is paused
// -------------------------------------------------------------------

PausedLayer::PausedLayer(const Look &look, RestReason reason, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_reason(reason)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setGeometry(parent->rect());
    const auto &theme = look.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.side(), 0, look.side(), 0);
    column->setSpacing(theme.px(look.isSmall() ? 4 : 10));
    column->addStretch(2);
    const auto white = theme.colour(Colour::OnSea);
    column->addWidget(
        new MarkPicture(theme.px(look.isSmall() ? 34 : 66), white, this), 0, Qt::AlignHCenter);
    const auto add = [&](const QString &text, Type type, Weight weight) {
        auto *label = new TextLabel(theme, text, type, weight, this);
        label->setAlign(Qt::AlignHCenter);
        label->setColour(white);
        column->addWidget(label);
    };
    add(OfficerPause::sentence(reason), Type::Headline, Weight::Bold);
    add(tr("Please go to another kiosk, or ask an officer for a number."),
        look.isSmall() ? Type::Lead : Type::Title, Weight::Regular);
    column->addStretch(3);
}

void PausedLayer::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme;
    QPainter(this).fillRect(
        rect(), theme.colour(theme.isHighContrast() ? Colour::Page : Colour::SeaDeep));
}

bool PausedLayer::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        event->accept();
        return true;
    default:
        return QWidget::event(event);
    }
}

} // namespace antre
