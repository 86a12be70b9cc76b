// SPDX-License-Identifier: Apache-2.0

// What a KioskWindow does for who can't see, reach or read it as it is: walking by keypad, spoken
// guidance, and the helps of the bar.

#include "common/focusring.h"
#include "common/headerbar.h"
#include "common/key.h"
#include "kiosk/guidance.h"
#include "kiosk/keypad.h"
#include "kiosk/kioskwindow.h"
#include "kiosk/patience.h"
#include "kiosk/searchpage.h"
#include "kiosk/staffstrip.h"
#include "kiosk/timeoutlayer.h"

#include <QApplication>
#include <QKeyEvent>

namespace antre {

void KioskWindow::wireHelps()
{
    connect(m_keypad, &Keypad::backWanted, this, &KioskWindow::stepBack);
    connect(m_keypad, &Keypad::listenWanted, this, &KioskWindow::listen);
    connect(m_keypad, &Keypad::walkingChanged, this, &KioskWindow::showNumbers);
    connect(m_guidance, &Guidance::offerChanged, this, [this] {
        if (!m_guidance->isOffered(m_visit.language))
            m_visit.listens = false;
        if (m_help)
            buildFrame();
    });
    connect(m_guidance, &Guidance::reading, this, [this] {
        // Who listens is here, however long it takes.
        if (!warning())
            touched();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        auto *key = qobject_cast<Key *>(now);
        if (m_visit.listens && !m_entering && key && key->window() == this)
            m_guidance->say(key, stage(), m_visit.language);
    });
    connect(m_patience, &Patience::warned, this, [this] {
        placeWarning();
        m_stack->setEnabled(false);
        enterStage();
        if (m_visit.listens)
            m_guidance->read({warning()}, warning(), m_visit.language, false);
    });
    connect(m_patience, &Patience::unwarned, this, [this] {
        m_stack->setEnabled(!m_asked && !m_isCovered);
        m_guidance->interrupt();
        // The layer that was pressed is still there.
        QMetaObject::invokeMethod(this, &KioskWindow::enterStage, Qt::QueuedConnection);
    });
}

void KioskWindow::setNarrator(Narrator *narrator) { m_guidance->setNarrator(narrator); }

/// What can be walked through: the page, or what covers it.
QWidget *KioskWindow::stage() const
{
    return warning() ? static_cast<QWidget *>(warning()) : m_stack->page();
}

/// Over the page only: the help bar stays in reach.
void KioskWindow::placeWarning()
{
    if (warning())
        warning()->setGeometry(rect().adjusted(0, 0, 0, m_help ? -m_help->height() : 0));
}

/// Something new stands before the visitor.
void KioskWindow::enterStage()
{
    m_keypad->setParts(stage(), m_help);
    m_entering = true;
    if (m_keypad->isWalking())
        m_keypad->focusFirst();
    m_entering = false;
    showNumbers();
}

/// The same page anew: its news must not take the place in it away.
void KioskWindow::restoreSpot(const KeypadSpot &spot)
{
    m_entering = true;
    m_keypad->restore(spot);
    m_entering = false;
}

void KioskWindow::showNumbers()
{
    m_numbers->setTheme(m_look.theme);
    m_numbers->follow(m_keypad->isWalking() || m_visit.listens ? stage() : nullptr);
}

void KioskWindow::readPage()
{
    if (m_visit.listens && !warning())
        m_guidance->read(
            {m_stack->page(), m_help}, m_stack->page(), m_visit.language, m_keypad->isWalking());
}

void KioskWindow::stepBack()
{
    if (warning()) {
        touched();
        return;
    }
    const bool leads = m_visit.place != Place::Start && m_visit.place != Place::Issuing
        && m_visit.place != Place::Issued;
    if (leads && !m_asked)
        goBack();
}

/// How much of a wide screen lies above what everybody reaches; 0: nothing worth moving for.
int KioskWindow::sunkPx(const Theme &theme) const
{
    const Form form = Look::formOf(size());
    if (form == Form::Portrait)
        return 0; // its pages know their lower half
    const double edge
        = m_options.lowerEdgeMm > 0 ? m_options.lowerEdgeMm : Look::usualLowerEdgeMm(form);
    const int reach = theme.px(Look::highestReachMm - edge);
    // A page and the help bar need about as much as fifteen inches have; their header takes 18 mm.
    const int most = height() - theme.px(208);
    const int sunk = std::min(height() - reach, most);
    return sunk > theme.px(18) ? sunk : 0;
}

bool KioskWindow::canComeLower() const
{
    return Look::formOf(size()) == Form::Portrait || sunkPx(m_look.theme) > 0;
}

/// Again from the beginning; or silence, for who presses while it speaks.
void KioskWindow::listen()
{
    if (!m_guidance->isOffered(m_visit.language))
        return;
    m_visit.listens = !(m_visit.listens && m_guidance->wasInterrupted());
    m_guidance->setOn(m_visit.listens);
    m_help->setOn(Help::Listen, m_visit.listens);
    showNumbers();
    if (!m_visit.listens)
        return;
    if (warning()) {
        m_guidance->read({warning()}, warning(), m_visit.language, m_keypad->isWalking());
        return;
    }
    m_guidance->read({m_header, m_stack->page(), m_staff, m_help}, m_stack->page(),
        m_visit.language, m_keypad->isWalking());
}

void KioskWindow::help(Help help)
{
    switch (help) {
    case Help::Language:
        m_visit.language = otherLanguage();
        m_visit.listens = m_visit.listens && m_guidance->isOffered(m_visit.language);
        break;
    case Help::LargeText:
        m_visit.large = !m_visit.large;
        m_visit.part = 0;
        break;
    case Help::Contrast:
        m_visit.contrast = !m_visit.contrast;
        break;
    case Help::Lower:
        m_visit.low = !m_visit.low;
        m_visit.part = 0;
        break;
    case Help::Listen:
        touched();
        listen();
        return;
    }
    touched();
    relook();
    refresh();
    touched();
    if (help == Help::Language)
        readPage();
}

/// Who gets a key of keyboard or number pad; whether it has done its work there.
/// 1. What covers the visitor's pages has keys of its own.
/// 2. On the search page a keyboard types. While there are words, Backspace erases them and Escape
///    does nothing, so that no slip of the hand throws them away. The number pad never types.
/// 3. All else is the keypad's, on every page: digits choose, arrows walk, Enter presses, and what
///    types nothing goes back.
bool KioskWindow::takesKey(const QKeyEvent &event)
{
    if (m_isCovered)
        return false;
    auto *search = warning() ? nullptr : qobject_cast<SearchPage *>(page());
    const bool isPad = event.modifiers() & Qt::KeypadModifier;
    if (search && !isPad && search->takesKey(event)) {
        m_keypad->typed();
        return true;
    }
    return m_keypad->takes(event);
}

} // namespace antre
