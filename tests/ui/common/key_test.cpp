// SPDX-License-Identifier: Apache-2.0
#include "common/key.h"
#include "common/pressguard.h"
#include "support/catch.h"
#include "support/fingers.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QSignalSpy>
#include <QTest>

using namespace antre;

namespace {
/// Two keys in a window with a finger over it.
struct Pair
{
    QWidget window;
    Key *take;
    Key *back;
    Fingers finger{window};
    int taken = 0;
    int wentBack = 0;

    explicit Pair(bool moves = false)
    {
        const auto theme = Theme::touch({}).withMotion(moves);
        take = new Key(theme, KeyKind::Primary, {.text = QStringLiteral("Take a number")}, &window);
        back = new Key(theme, KeyKind::Plain, {.text = QStringLiteral("Back")}, &window);
        auto *row = new QHBoxLayout(&window);
        row->addWidget(take);
        row->addWidget(back);
        window.resize(800, 200);
        window.show();
        QObject::connect(take, &Key::clicked, [this] { ++taken; });
        QObject::connect(back, &Key::clicked, [this] { ++wentBack; });
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }
};

void waitOut(std::chrono::milliseconds time) { QTest::qWait(int(time.count()) + 20); }
} // namespace

TEST_CASE("A touch acts when the finger leaves inside the key", "[key]")
{
    Pair keys;
    keys.finger.down(keys.take);
    CHECK(keys.take->isDown());
    CHECK(keys.taken == 0);
    keys.finger.up(keys.take);
    CHECK_FALSE(keys.take->isDown());
    CHECK(keys.taken == 1);
}

TEST_CASE("A finger that slides off the key does nothing", "[key]")
{
    Pair keys;
    keys.finger.down(keys.take);
    keys.finger.moveTo({5, 5});
    CHECK_FALSE(keys.take->isDown());
    keys.finger.upAt({5, 5});
    CHECK(keys.taken == 0);
}

TEST_CASE("A double tap presses once", "[key]")
{
    Pair keys;
    keys.finger.tap(keys.take);
    keys.finger.tap(keys.take);
    CHECK(keys.taken == 1);
    waitOut(PressGuard::rest);
    keys.finger.tap(keys.take);
    CHECK(keys.taken == 2);
}

TEST_CASE("The second tap does not fall through to the key that came up below it", "[key]")
{
    Pair keys;
    keys.finger.tap(keys.take);
    keys.finger.tap(keys.back);
    CHECK(keys.wentBack == 0);
}

TEST_CASE("Ten fingers on two keys press one of them once", "[key]")
{
    Pair keys;
    auto touch = QTest::touchEvent(&keys.window, Fingers::device(), false);
    for (int i = 0; i < 10; ++i)
        touch.press(i, (i % 2 == 0 ? keys.take : keys.back)->geometry().center() + QPoint(i, i),
            &keys.window);
    touch.commit();
    for (int i = 0; i < 10; ++i)
        touch.release(i, (i % 2 == 0 ? keys.take : keys.back)->geometry().center() + QPoint(i, i),
            &keys.window);
    touch.commit();
    CHECK(keys.taken + keys.wentBack == 1);
}

TEST_CASE("A palm resting on one key does not stop a finger on another", "[key]")
{
    Pair keys;
    auto touch = QTest::touchEvent(&keys.window, Fingers::device(), false);
    touch.press(0, keys.back->geometry().center(), &keys.window).commit();
    waitOut(PressGuard::palmAfter);
    touch.stationary(0).press(1, keys.take->geometry().center(), &keys.window).commit();
    touch.stationary(0).release(1, keys.take->geometry().center(), &keys.window).commit();
    touch.release(0, keys.back->geometry().center(), &keys.window).commit();
    CHECK(keys.taken == 1);
    CHECK(keys.wentBack == 0);
}

TEST_CASE("A mouse presses a key as a finger does", "[key]")
{
    Pair keys;
    QTest::mouseClick(keys.take, Qt::LeftButton);
    CHECK(keys.taken == 1);
}

TEST_CASE("Space, Enter and OK press the key that has the focus", "[key]")
{
    for (const auto key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Select}) {
        CAPTURE(int(key));
        Pair keys;
        keys.take->setFocus(Qt::TabFocusReason);
        QTest::keyClick(keys.take, key);
        CHECK(keys.taken == 1);
    }
}

TEST_CASE("A screen reader finds a button with its name and why it is closed", "[key]")
{
    Pair keys;
    keys.back->setContent({.text = QStringLiteral("<b>Samsat</b> & SIM")});
    keys.back->setClosed(true, QStringLiteral("On break until 10:00"));
    auto *reader = QAccessible::queryAccessibleInterface(keys.back);
    CHECK(reader->role() == QAccessible::Button);
    CHECK(reader->text(QAccessible::Name) == QStringLiteral("Samsat & SIM"));
    CHECK(reader->text(QAccessible::Description) == QStringLiteral("On break until 10:00"));
}

TEST_CASE("The face drops in the frame of the touch and rises in 80 ms", "[key]")
{
    Pair keys(true);
    const auto image = [&] { return keys.take->grab().toImage(); };
    const auto resting = image();
    keys.finger.down(keys.take);
    CHECK(image() != resting);
    keys.finger.up(keys.take);
    CHECK(image() != resting);
    CHECK(QTest::qWaitFor([&] { return image() == resting; }, 1000));
}

TEST_CASE("A key that goes away while held lets the next one be pressed", "[key]")
{
    Pair keys;
    keys.finger.down(keys.take);
    keys.take->hide();
    keys.finger.upAt({5, 5});
    keys.finger.tap(keys.back);
    CHECK(keys.wentBack == 1);
    CHECK(keys.taken == 0);
}
