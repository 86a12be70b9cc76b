// SPDX-License-Identifier: Apache-2.0
#include "common/desktopkey.h"
#include "common/notestrip.h"
#include "counter/choicelist.h"
#include "counter/deskpage.h"
#include "counter/padkey.h"
#include "counter/queuepanel.h"
#include "counter/topbar.h"
#include "officer.h"
#include "support/catch.h"

#include <QAccessible>
#include <QLineEdit>
#include <QTableView>

using namespace antre;
using namespace std::chrono_literals;

namespace {

const QString nurse = QStringLiteral("dpmptsp.perawat");

template <typename Widget>
Widget *only(const CounterWindow &window, const QString &accessibleName = {})
{
    for (Widget *widget : window.findChildren<Widget *>()) {
        if (widget->isVisible()
            && (accessibleName.isEmpty() || widget->accessibleName() == accessibleName))
            return widget;
    }
    return nullptr;
}

/// The present one: a page that was made anew is there until the event loop comes round.
DeskPage &desk(const CounterWindow &window)
{
    return *window.findChildren<DeskPage *>().constLast();
}

QString said(const CounterWindow &window)
{
    NoteStrip *note = only<NoteStrip>(window);
    return note ? note->text() : QString();
}

int yellowKeys(const CounterWindow &window)
{
    int count = 0;
    for (DesktopKey *key : window.findChildren<DesktopKey *>())
        count += key->isVisible() && key->kind() == KeyKind::Primary;
    return count;
}

struct SignedIn : OfficerAtDesk
{
    explicit SignedIn(int waiting = 3)
    {
        for (int i = 0; i < waiting; ++i)
            mall.takes(nurse);
        signsIn();
    }
};

} // namespace

TEST_CASE("A whole visitor by function keys: call, call again, start, done", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    officer.looks(20s);
    officer.presses(Qt::Key_F5);
    officer.presses(Qt::Key_F10);
    officer.presses(Qt::Key_F11);
    CHECK(officer.wishes
        == QStringList{QStringLiteral("call next"), QStringLiteral("call again A001"),
            QStringLiteral("start A001"), QStringLiteral("finish A001")});
    CHECK(officer.window.view().phase == DeskPhase::Free);
}

TEST_CASE("Done and the next one, please, is one key", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    officer.presses(Qt::Key_F10);
    officer.presses(Qt::Key_F9);
    CHECK(officer.wishes.last() == QStringLiteral("call next"));
    CHECK(officer.window.view().current->number == QStringLiteral("A002"));
}

TEST_CASE("A visitor who did not come moves to those who were set aside", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    officer.presses(Qt::Key_F6);
    CHECK(officer.wishes.last() == QStringLiteral("no-show A001"));
    QTableView *aside = desk(officer.window).queue()->asideTable();
    REQUIRE(aside->isVisible());
    CHECK(aside->model()->index(0, 0).data().toString() == QStringLiteral("A001"));
}

TEST_CASE("A double press gives one call, however late the answer", "[counter]")
{
    SignedIn officer;
    officer.answersLate = true;
    officer.presses(Qt::Key_F9);
    officer.pressesAtOnce(Qt::Key_F9);
    officer.presses(Qt::Key_F9);
    QTest::mouseClick(desk(officer.window).key(Wish::CallNext), Qt::LeftButton);
    CHECK(officer.wishes == QStringList{QStringLiteral("call next")});
    officer.answers();
    CHECK(officer.window.view().current->number == QStringLiteral("A001"));
}

TEST_CASE("A double press gives one call, however quick the answer", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    officer.pressesAtOnce(Qt::Key_F9);
    officer.looks(20s);
    officer.presses(Qt::Key_F5);
    officer.pressesAtOnce(Qt::Key_F5);
    CHECK(officer.wishes
        == QStringList{QStringLiteral("call next"), QStringLiteral("call again A001")});
}

TEST_CASE("A held function key asks once", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    for (int i = 0; i < 20; ++i) {
        QKeyEvent repeated(QEvent::KeyPress, Qt::Key_F9, Qt::NoModifier, QString(), true);
        QApplication::sendEvent(officer.window.focusWidget(), &repeated);
    }
    CHECK(officer.wishes.size() == 1);
}

TEST_CASE("A key that waits for its answer stays down, and says so when it takes long", "[counter]")
{
    SignedIn officer;
    officer.answersLate = true;
    officer.presses(Qt::Key_F9);
    const DesktopKey *key = desk(officer.window).key(Wish::CallNext);
    CHECK(key->isDown());
    CHECK(key->content().second.isEmpty());
    CHECK(QTest::qWaitFor(
        [&] { return key->content().second == QStringLiteral("waiting for the answer"); }, 2000));
    officer.answers();
    CHECK_FALSE(key->isVisible());
    CHECK(desk(officer.window).key(Wish::Start)->isVisible());
    CHECK_FALSE(desk(officer.window).key(Wish::Start)->isDown());
}

TEST_CASE("A key that can't be used tells why when it is pressed, and Escape takes the words away",
    "[counter]")
{
    SignedIn officer(1);
    officer.presses(Qt::Key_F9);
    CHECK(said(officer.window).isEmpty());
    officer.presses(Qt::Key_F9);
    CHECK(said(officer.window)
        == QStringLiteral(
            "A001 has been called. Press Start (F10) when the visitor is here, or No-show (F6)."));
    officer.presses(Qt::Key_Escape);
    CHECK(said(officer.window).isEmpty());
    officer.presses(Qt::Key_F12);
    CHECK(said(officer.window)
        == QStringLiteral("A001 is still at the counter. Finish with that visitor first (F11)."));
    CHECK(officer.wishes == QStringList{QStringLiteral("call next")});
}

TEST_CASE("Words about a moment go when the moment is over", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F10);
    CHECK_FALSE(said(officer.window).isEmpty());
    officer.presses(Qt::Key_F9);
    CHECK(said(officer.window).isEmpty());
}

TEST_CASE("A refusal is told in words and the next press may try again", "[counter]")
{
    SignedIn officer;
    officer.answersLate = true;
    officer.presses(Qt::Key_F9);
    officer.refuses(
        {ErrorCode::Refused, QStringLiteral("nobody"), QStringLiteral("nobodyWaiting")});
    CHECK(said(officer.window)
        == QStringLiteral("Nobody is waiting any more. Another counter was quicker."));
    officer.presses(Qt::Key_F9);
    CHECK(officer.wishes.size() == 2);
    CHECK(said(officer.window).isEmpty());
}

TEST_CASE("At most one key is yellow, and it is the next step", "[counter]")
{
    SignedIn officer(1);
    const auto isYellow = [&](Wish wish) {
        return desk(officer.window).key(wish)->kind() == KeyKind::Primary
            && yellowKeys(officer.window) == 1;
    };
    CHECK(isYellow(Wish::CallNext));
    officer.presses(Qt::Key_F9);
    CHECK(isYellow(Wish::Start));
    officer.presses(Qt::Key_F10);
    CHECK(isYellow(Wish::Finish));
    officer.presses(Qt::Key_F11);
    CHECK(yellowKeys(officer.window) == 0);
}

TEST_CASE("Without a link no key asks and the window says since when", "[counter]")
{
    SignedIn officer;
    officer.console.link = {false, officer.mall.now()};
    officer.looks(3min);
    CHECK(said(officer.window)
        == QStringLiteral(
            "Not connected since 09:00. Calling works again by itself when it is back."));
    CHECK(yellowKeys(officer.window) == 0);
    officer.presses(Qt::Key_F9);
    CHECK(officer.wishes.isEmpty());
    officer.console.link = {true, officer.mall.now()};
    officer.looks();
    officer.presses(Qt::Key_F9);
    CHECK(officer.wishes.size() == 1);
}

TEST_CASE("An officer signs in by keyboard alone: counter, name, PIN", "[counter]")
{
    OfficerAtDesk officer;
    REQUIRE(officer.window.focusWidget()
        == only<ChoiceList>(officer.window, QStringLiteral("Counter")));
    officer.pressesAtOnce(Qt::Key_Down);
    officer.pressesAtOnce(Qt::Key_Return);
    officer.types(QStringLiteral("ri"));
    officer.pressesAtOnce(Qt::Key_Return);
    officer.types(QStringLiteral("1123"));
    officer.pressesAtOnce(Qt::Key_Return);
    CHECK(officer.wishes == QStringList{QStringLiteral("sign in rina 1123 at 1")});
    CHECK(officer.window.view().phase == DeskPhase::Free);
}

TEST_CASE("At a console with a fixed counter the officer gives only name and PIN", "[counter]")
{
    OfficerAtDesk officer;
    officer.console.counter = CounterId(QStringLiteral("1"));
    officer.looks();
    CHECK_FALSE(only<ChoiceList>(officer.window, QStringLiteral("Counter")));
    only<ChoiceList>(officer.window, QStringLiteral("Your name"))->setFocus();
    officer.types(QStringLiteral("budi"));
    officer.pressesAtOnce(Qt::Key_Return);
    officer.types(QStringLiteral("2468"));
    officer.pressesAtOnce(Qt::Key_Return);
    CHECK(officer.wishes == QStringList{QStringLiteral("sign in budi 2468 at 1")});
}

TEST_CASE("A PIN with the same digit twice can be clicked as fast as it is thought", "[counter]")
{
    OfficerAtDesk officer;
    officer.console.counter = CounterId(QStringLiteral("1"));
    officer.looks();
    only<ChoiceList>(officer.window, QStringLiteral("Your name"))->choose(QStringLiteral("rina"));
    for (const char *digit : {"1", "1", "2", "3", "Delete", "9"})
        QTest::mouseClick(only<PadKey>(officer.window, QString::fromLatin1(digit)), Qt::LeftButton);
    QTest::mouseClick(only<DesktopKey>(officer.window, QStringLiteral("Sign in")), Qt::LeftButton);
    CHECK(officer.wishes == QStringList{QStringLiteral("sign in rina 1129 at 1")});
}

TEST_CASE("A counter where somebody works can't be chosen", "[counter]")
{
    OfficerAtDesk officer;
    officer.mall.opens(QStringLiteral("2"), QStringLiteral("budi"));
    officer.looks();
    auto *counters = only<ChoiceList>(officer.window, QStringLiteral("Counter"));
    counters->choose(QStringLiteral("2"));
    CHECK(counters->chosen().isEmpty());
    counters->choose(QStringLiteral("3"));
    CHECK(counters->chosen() == QStringLiteral("3"));
}

TEST_CASE("What was chosen stays chosen while the lists are shown anew", "[counter]")
{
    OfficerAtDesk officer;
    auto *names = only<ChoiceList>(officer.window, QStringLiteral("Your name"));
    names->choose(QStringLiteral("rina"));
    officer.mall.renames(QStringLiteral("aaron"), QStringLiteral("Aaron"));
    officer.looks(1s);
    CHECK(names->chosen() == QStringLiteral("rina"));
}

TEST_CASE(
    "After a wrong PIN the field is empty and ready, after too many the pause runs down in sight",
    "[counter]")
{
    OfficerAtDesk officer;
    officer.answersLate = true;
    officer.console.counter = CounterId(QStringLiteral("1"));
    officer.looks();
    only<ChoiceList>(officer.window, QStringLiteral("Your name"))->choose(QStringLiteral("rina"));
    auto *pin = only<QLineEdit>(officer.window, QStringLiteral("PIN"));
    const auto tries = [&] {
        pin->setFocus();
        officer.types(QStringLiteral("0000"));
        officer.pressesAtOnce(Qt::Key_Return);
    };
    tries();
    officer.refuses({ErrorCode::Forbidden, {}, QStringLiteral("wrongPin")});
    CHECK(said(officer.window) == QStringLiteral("Name and PIN don't match. Try again."));
    CHECK(pin->text().isEmpty());
    CHECK(officer.window.focusWidget() == pin);

    tries();
    officer.refuses({ErrorCode::Forbidden, {}, QStringLiteral("pause:4")});
    CHECK(said(officer.window) == QStringLiteral("Too many wrong PINs. Try again in 4 seconds."));
    officer.looks(1s);
    CHECK(said(officer.window) == QStringLiteral("Too many wrong PINs. Try again in 3 seconds."));
    tries();
    CHECK(officer.wishes.size() == 2);
    officer.looks(3s);
    CHECK(said(officer.window).isEmpty());
    officer.pressesAtOnce(Qt::Key_Return);
    CHECK(officer.wishes.size() == 3);
}

TEST_CASE("Sign in says what is still missing and asks for nothing", "[counter]")
{
    OfficerAtDesk officer;
    const DesktopKey *key = only<DesktopKey>(officer.window, QStringLiteral("Sign in"));
    CHECK(key->content().second == QStringLiteral("choose a counter"));
    only<ChoiceList>(officer.window, QStringLiteral("Counter"))->choose(QStringLiteral("1"));
    CHECK(key->content().second == QStringLiteral("choose your name"));
    only<ChoiceList>(officer.window, QStringLiteral("Your name"))->choose(QStringLiteral("rina"));
    CHECK(key->content().second == QStringLiteral("type your PIN"));
    only<QLineEdit>(officer.window)->setFocus();
    officer.pressesAtOnce(Qt::Key_Return);
    CHECK(officer.wishes.isEmpty());
    officer.types(QStringLiteral("12ab34"));
    CHECK(only<QLineEdit>(officer.window)->text() == QStringLiteral("1234"));
    CHECK(key->content().second.isEmpty());
}

TEST_CASE("Nothing of an officer stays on the sign-in page after work", "[counter]")
{
    OfficerAtDesk officer;
    only<ChoiceList>(officer.window, QStringLiteral("Counter"))->choose(QStringLiteral("1"));
    only<ChoiceList>(officer.window, QStringLiteral("Your name"))->choose(QStringLiteral("rina"));
    only<QLineEdit>(officer.window)->setFocus();
    officer.types(QStringLiteral("1123"));
    officer.pressesAtOnce(Qt::Key_Return);
    officer.presses(Qt::Key_F12);
    CHECK(officer.wishes.last() == QStringLiteral("sign out"));
    REQUIRE(officer.window.view().phase == DeskPhase::SignedOut);
    CHECK(only<ChoiceList>(officer.window, QStringLiteral("Your name"))->chosen().isEmpty());
    CHECK(only<QLineEdit>(officer.window)->text().isEmpty());
}

TEST_CASE(
    "Tab walks through every key and both tables as they are read, and comes back", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    officer.presses(Qt::Key_F6);
    officer.looks(20s);
    QStringList walked;
    for (int i = 0; i < 30; ++i) {
        officer.pressesAtOnce(Qt::Key_Tab);
        const QString name = officer.window.focusWidget()->accessibleName();
        if (!walked.isEmpty() && walked.front() == name)
            break;
        walked.append(name);
    }
    CHECK(walked.join(u'|')
        == QStringLiteral(
            "Call A002|Call again|No-show|Set aside …|Send on …|Done|Visit …|Who waits, in calling "
            "order|Who was set aside or did not come|Give a number …|Break …|Display|Close "
            "counter"));
}

TEST_CASE("Enter presses the key that has the focus", "[counter]")
{
    SignedIn officer;
    desk(officer.window).key(Wish::CallNext)->setFocus(Qt::TabFocusReason);
    officer.presses(Qt::Key_Return);
    CHECK(officer.wishes == QStringList{QStringLiteral("call next")});
}

TEST_CASE("Everything a screen reader can stop at has a name", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    for (QWidget *widget : officer.window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        REQUIRE(spoken);
        CAPTURE(QString::fromLatin1(widget->metaObject()->className()));
        CHECK_FALSE(spoken->text(QAccessible::Name).isEmpty());
    }
    CHECK(desk(officer.window).key(Wish::Finish)->accessibleDescription()
        == QStringLiteral(
            "A001 has been called. Press Start (F10) when the visitor is here, or No-show (F6)."));
}

TEST_CASE("The officer changes the language in the middle of work and loses nothing", "[counter]")
{
    SignedIn officer;
    officer.presses(Qt::Key_F9);
    officer.presses(Qt::Key_F3);
    officer.presses(Qt::Key_Return);
    officer.presses(Qt::Key_Escape);
    CHECK(desk(officer.window).key(Wish::Start)->accessibleName() == QStringLiteral("Mulai A001"));
    CHECK(officer.window.view().current->service == QStringLiteral("Surat Izin Praktik Perawat"));
    officer.presses(Qt::Key_F10);
    CHECK(officer.wishes.last() == QStringLiteral("start A001"));
    officer.presses(Qt::Key_F3);
    officer.presses(Qt::Key_Return);
    officer.presses(Qt::Key_Escape);
    CHECK(desk(officer.window).key(Wish::NoShow)->accessibleName() == QStringLiteral("No-show"));
}
