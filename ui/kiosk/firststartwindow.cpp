// SPDX-License-Identifier: Apache-2.0
#include "kiosk/firststartwindow.h"

#include "common/pressguard.h"
#include "kiosk/firststartpages.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace antre {

FirstStartWindow::FirstStartWindow(QWidget *parent)
    : QWidget(parent)
{
    setWindowFlag(Qt::FramelessWindowHint);
    m_language.set(QStringLiteral("id"));
    connect(&PressGuard::of(this), &PressGuard::freed, this, [this] {
        if (m_isStale)
            build();
    });
}

void FirstStartWindow::fillScreen()
{
    // Without a window manager showFullScreen() leaves a small window: take the screen's rectangle.
    setGeometry(screen()->geometry());
    show();
}

Look FirstStartWindow::lookNow() const
{
    Look look;
    look.form = Look::formOf(size());
    look.theme = Theme::touch(ScreenScale::of(size(), QSizeF(), Look::designWidthMm(look.form)));
    look.language = m_language.code();
    return look;
}

double FirstStartWindow::glassMm() const
{
    const QSizeF glass = screen() ? QSizeF(screen()->physicalSize()) : QSizeF();
    const double usual = Look::designWidthMm(Look::formOf(size()));
    return width() / ScreenScale::of(size(), glass, usual).pxPerMm;
}

void FirstStartWindow::present(const FirstStartScreen &screen)
{
    if (m_page && screen == m_screen)
        return;
    const bool isNewStep = screen.step != m_screen.step || !m_page;
    m_screen = screen;
    if (isNewStep)
        m_part = 0;
    // What is being typed is not overwritten.
    if (m_address.isEmpty() || screen.isBusy)
        m_address = screen.address;
    // Not under a finger.
    m_isStale = PressGuard::of(this).isHeld();
    if (!m_isStale)
        build();
}

void FirstStartWindow::setCameraPicture(const QImage &picture)
{
    if (m_typing)
        m_typing->setPicture(picture);
}

void FirstStartWindow::build()
{
    if (size().isEmpty() || m_screen.steps.empty())
        return;
    m_isStale = false;
    Page *old = std::exchange(m_page, nullptr);
    m_typing = nullptr;
    m_page = makePage();
    m_page->setGeometry(rect());
    m_page->show();
    if (old) {
        // One of its keys may be what brings us here.
        old->hide();
        old->deleteLater();
    }
}

Page *FirstStartWindow::makePage()
{
    const Look look = lookNow();
    switch (m_screen.step) {
    case FirstStep::Service:
        return makeTyping();
    case FirstStep::Printer: {
        auto *page = new FirstStartPrinters(look, m_screen, m_part, this);
        connect(page, &FirstStartPrinters::chosen, this, &FirstStartWindow::printerChosen);
        connect(page, &FirstStartPrinters::lookAgainWanted, this,
            &FirstStartWindow::lookForPrintersWanted);
        connect(page, &FirstStartPrinters::partWanted, this, [this](int part) {
            m_part = part;
            build();
        });
        return page;
    }
    case FirstStep::TestSlip:
        return makeTestSlip();
    case FirstStep::Size: {
        auto *page = new FirstStartSize(look, m_screen, width(), this);
        connect(page, &FirstStartSize::chosen, this, &FirstStartWindow::sizeChosen);
        return page;
    }
    case FirstStep::Done:
        break;
    }
    auto *page = new FirstStartDone(look, m_screen, this);
    connect(page, &FirstStartDone::openWanted, this, &FirstStartWindow::openWanted);
    return page;
}

Page *FirstStartWindow::makeTyping()
{
    using What = FirstStartTyping::What;
    const What what = m_isAtCode ? What::Code : What::Address;
    m_typing
        = new FirstStartTyping(lookNow(), m_screen, what, m_isAtCode ? m_code : m_address, this);
    connect(m_typing, &FirstStartTyping::changed, this,
        [this](const QString &typed) { (m_isAtCode ? m_code : m_address) = typed; });
    connect(m_typing, &FirstStartTyping::entered, this, [this] {
        if (m_isAtCode) {
            Q_EMIT joinWanted(m_address, m_code);
            return;
        }
        m_isAtCode = true;
        m_screen.trouble.clear();
        build();
    });
    connect(m_typing, &FirstStartTyping::backWanted, this, [this] {
        m_isAtCode = false;
        build();
    });
    connect(
        m_typing, &FirstStartTyping::otherLanguageWanted, this, &FirstStartWindow::changeLanguage);
    return m_typing;
}

Page *FirstStartWindow::makeTestSlip()
{
    auto *page = new FirstStartTestSlip(lookNow(), m_screen, this);
    connect(page, &FirstStartTestSlip::printWanted, this, &FirstStartWindow::testSlipWanted);
    connect(page, &FirstStartTestSlip::paperChosen, this, &FirstStartWindow::paperChosen);
    connect(page, &FirstStartTestSlip::isRight, this, &FirstStartWindow::slipIsRight);
    connect(page, &FirstStartTestSlip::backWanted, this, &FirstStartWindow::otherPrinterWanted);
    return page;
}

void FirstStartWindow::changeLanguage()
{
    m_language.set(FirstStartTyping::otherLanguage(m_language.code()));
    build();
}

void FirstStartWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::touch({}).colour(Colour::Page));
}

void FirstStartWindow::resizeEvent(QResizeEvent *) { build(); }

void FirstStartWindow::keyPressEvent(QKeyEvent *event)
{
    if (m_screen.isBusy || !m_typing || !m_typing->takesKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace antre
