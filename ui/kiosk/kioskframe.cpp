// SPDX-License-Identifier: Apache-2.0

// The look that a KioskWindow has, and what stands around its pages.

#include "common/focusring.h"
#include "common/headerbar.h"
#include "kiosk/guidance.h"
#include "kiosk/keypad.h"
#include "kiosk/kioskwindow.h"
#include "kiosk/staffstrip.h"

#include <QBoxLayout>
#include <QScreen>

namespace antre {

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

void KioskWindow::refreshQuestion()
{
    if (auto *start = qobject_cast<StartPage *>(page()))
        start->setQuestionLeft(
            KioskViews(m_screen, m_visit.language).questionLeft(!m_look.isPortrait()));
}

} // namespace antre
