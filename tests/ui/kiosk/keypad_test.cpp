// SPDX-License-Identifier: Apache-2.0

// Everything by number pad or keyboard alone. Key events go through the window, as from a driver.

#include "kiosk/keypad.h"
#include "kiosk/keys.h"
#include "kiosk/timeoutlayer.h"
#include "ui/kiosk/visitor.h"

#include <QWindow>

using namespace antre;

namespace {

struct KeypadVisitor : Visitor
{
    using Visitor::Visitor;

    /// One press, after the pause in which no second one counts.
    void presses(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::KeypadModifier)
    {
        QTest::qWait(320);
        QTest::keyClick(window.windowHandle(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void types(int number)
    {
        for (const QChar digit : QString::number(number))
            presses(Qt::Key(Qt::Key_0 + digit.digitValue()));
    }
    /// By its number, and with Enter where a second digit could follow.
    void chooses(const QString &text)
    {
        QWidget *page = window.page();
        const int number = numberOf(text);
        CAPTURE(text);
        REQUIRE(number > 0);
        types(number);
        if (window.page() == page && focusName() == text)
            presses(Qt::Key_Enter);
    }
    /// The number at the key with this on it; 0: it has none.
    [[nodiscard]] int numberOf(const QString &text) const
    {
        QWidget *stage
            = window.warning() ? static_cast<QWidget *>(window.warning()) : window.page();
        const auto keys = numberedKeys(stage);
        for (qsizetype i = 0; i < keys.size(); ++i)
            if (keys[i]->accessibleName() == text)
                return int(i + 1);
        return 0;
    }
    [[nodiscard]] QString focusName() const
    {
        auto *key = qobject_cast<Key *>(window.focusWidget());
        return key ? key->accessibleName() : QString();
    }
};

} // namespace

TEST_CASE("A number is taken by number pad alone, and the screen starts over", "[kiosk][keypad]")
{
    const QSize size = GENERATE(QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768));
    KeypadVisitor visitor(Visitor::still(), size);
    CHECK(visitor.numberOf(licences) == 1); // as on the door: the first of the letters
    visitor.types(1);
    CHECK(visitor.focusName() == licences); // 10 to 19 might follow
    visitor.presses(Qt::Key_Enter);
    REQUIRE(visitor.find(businessNumber));
    visitor.chooses(businessNumber);
    REQUIRE(visitor.find(takeNumber));
    visitor.chooses(takeNumber);
    REQUIRE(visitor.wishes.size() == 1);
    visitor.window.present(issuedMorning());
    QTest::qWait(1000);
    REQUIRE(visitor.sees(QStringLiteral("Nomor antrean Anda")));
    visitor.chooses(QStringLiteral("Selesai"));
    CHECK(visitor.left == 1);
}

TEST_CASE("Two digits choose what stands far down", "[kiosk][keypad]")
{
    KeypadVisitor visitor;
    const auto keys = numberedKeys(visitor.window.page());
    REQUIRE(keys.size() >= 21);
    const QString wanted = keys[20]->accessibleName();
    visitor.types(21);
    QCoreApplication::processEvents();
    CHECK(visitor.sees(QStringLiteral("Pilih layanan")));
    CHECK(visitor.sees(wanted));
}

TEST_CASE("Zero, Escape and Backspace go back, and never out", "[kiosk][keypad]")
{
    KeypadVisitor visitor;
    for (const auto back : {Qt::Key_0, Qt::Key_Escape, Qt::Key_Backspace}) {
        visitor.touches(licences);
        visitor.touches(businessNumber);
        visitor.presses(back, Qt::NoModifier);
        CHECK(visitor.sees(QStringLiteral("Pilih layanan")));
        visitor.presses(back, Qt::NoModifier);
        CHECK(visitor.find(licences));
        visitor.presses(back, Qt::NoModifier);
        CHECK(visitor.find(licences));
        CHECK(visitor.window.isVisible());
    }
    visitor.window.present(issuedMorning());
    QTest::qWait(1000);
    visitor.presses(Qt::Key_0);
    CHECK(visitor.sees(QStringLiteral("Nomor antrean Anda"))); // only who says so is done
    CHECK(visitor.left == 0);
}

TEST_CASE("Arrows walk to every key of page and help bar, and Enter presses it", "[kiosk][keypad]")
{
    KeypadVisitor visitor;
    visitor.presses(Qt::Key_Down);
    CHECK(visitor.focusName() == licences);
    QSet<QString> reached;
    const auto all = keysInOrder(visitor.window.page()) + keysInOrder(visitor.window.helpBar());
    for (qsizetype i = 0; i < all.size(); ++i) {
        reached << visitor.focusName();
        visitor.presses(Qt::Key_Tab, Qt::NoModifier);
    }
    CHECK(visitor.focusName() == licences); // all the way round
    CHECK(reached.size() == all.size());
    for (int i = 0; i < 12 && visitor.focusName() != QStringLiteral("Huruf besar"); ++i)
        visitor.presses(i == 0 ? Qt::Key_Up : Qt::Key_Down);
    for (int i = 0; i < 12 && !visitor.window.helpBar()->isAncestorOf(visitor.window.focusWidget());
         ++i)
        visitor.presses(Qt::Key_Down);
    CHECK(visitor.window.helpBar()->isAncestorOf(visitor.window.focusWidget()));
}

TEST_CASE("The focus stays where it was when the page's news change", "[kiosk][keypad]")
{
    KeypadVisitor visitor;
    visitor.presses(Qt::Key_Down);
    visitor.presses(Qt::Key_Down);
    const QString name = visitor.focusName();
    REQUIRE_FALSE(name.isEmpty());
    visitor.window.present(away());
    QCoreApplication::processEvents();
    CHECK(visitor.focusName() == name);
    // And on the help bar, which is built anew with each of its wishes.
    auto *large = visitor.window.helpBar()->key(Help::LargeText);
    large->setFocus(Qt::OtherFocusReason);
    visitor.presses(Qt::Key_Enter);
    CHECK(visitor.window.look().isLarge());
    CHECK(visitor.focusName() == QStringLiteral("Huruf besar"));
}

TEST_CASE(
    "Numbers show at the keys while somebody walks, and go with the next touch", "[kiosk][keypad]")
{
    KeypadVisitor visitor;
    auto *numbers = visitor.window.findChild<KeyNumbers *>();
    REQUIRE(numbers);
    CHECK_FALSE(numbers->isVisible());
    visitor.presses(Qt::Key_Down);
    CHECK(numbers->isVisible());
    visitor.touches(licences);
    CHECK_FALSE(numbers->isVisible());
}

TEST_CASE(
    "The warning is answered by keypad; what lies under it can't be pressed", "[kiosk][keypad]")
{
    auto options = Visitor::still();
    options.warnAfter = std::chrono::milliseconds(900);
    KeypadVisitor visitor(options);
    visitor.types(1);
    visitor.presses(Qt::Key_Enter);
    REQUIRE(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    CHECK(visitor.focusName() == QStringLiteral("Lanjutkan"));
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(visitor.window.windowHandle(), Qt::Key_Tab);
        CHECK_FALSE(visitor.window.page()->isAncestorOf(visitor.window.focusWidget()));
    }
    visitor.presses(Qt::Key_1);
    CHECK_FALSE(visitor.window.warning());
    CHECK(visitor.sees(QStringLiteral("Pilih layanan")));
    CHECK(visitor.left == 0);
}

TEST_CASE("The helps can be had in one touch while the warning shows", "[kiosk]")
{
    const auto help = GENERATE(Help::Language, Help::LargeText, Help::Contrast, Help::Lower);
    auto options = Visitor::still();
    options.warnAfter = std::chrono::milliseconds(1500);
    Visitor visitor(options);
    visitor.touches(licences);
    REQUIRE(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 6000));
    const Look before = visitor.window.look();
    visitor.finger.tap(visitor.window.helpBar()->key(help));
    QCoreApplication::processEvents();
    CHECK(visitor.window.look() != before);
    CHECK_FALSE(visitor.window.warning()); // somebody is here
    // And stands where they stood, before the agency's services.
    CHECK(visitor.window.page()->findChild<ServiceKey *>());
}

TEST_CASE("On the search page the number pad chooses, and letters are typed", "[kiosk][keypad]")
{
    KeypadVisitor visitor;
    visitor.touches(QStringLiteral("Cari layanan"));
    for (const auto letter : {Qt::Key_V, Qt::Key_I, Qt::Key_S, Qt::Key_A})
        QTest::keyClick(visitor.window.windowHandle(), letter);
    QCoreApplication::processEvents();
    REQUIRE(visitor.sees(QStringLiteral("visa")));
    const auto keys = numberedKeys(visitor.window.page());
    REQUIRE_FALSE(keys.isEmpty());
    visitor.types(2);
    CHECK(visitor.sees(QStringLiteral("Ambil nomor")));
    visitor.presses(Qt::Key_Escape, Qt::NoModifier);
    CHECK(visitor.sees(QStringLiteral("visa")));
}
