// SPDX-License-Identifier: Apache-2.0
#include "kiosk/lockdown.h"
#include "ui/kiosk/visitor.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QWindow>

using namespace antre;

namespace {

struct Locked
{
    Visitor visitor;
    Lockdown lockdown{visitor.window};

    Locked()
    {
        visitor.window.show(); // new flags hide a window
        REQUIRE(QTest::qWaitForWindowExposed(&visitor.window));
    }
    void strikes(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        // keyClick() knows no keys without letters.
        QTest::sendKeyEvent(QTest::Click, visitor.window.windowHandle(), key, QString(), held);
    }
    bool stands() const { return visitor.window.isVisible() && !visitor.window.isMinimized(); }
};

} // namespace

TEST_CASE("No key closes the kiosk or leads out of it", "[lockdown]")
{
    Locked kiosk;
    kiosk.visitor.touches(licences);
    QWidget *page = kiosk.visitor.window.page();
    for (const auto &[key, held] : {std::pair(Qt::Key_F4, Qt::KeyboardModifiers(Qt::AltModifier)),
             {Qt::Key_Escape, Qt::NoModifier}, {Qt::Key_Q, Qt::ControlModifier},
             {Qt::Key_W, Qt::ControlModifier}, {Qt::Key_Tab, Qt::AltModifier},
             {Qt::Key_Space, Qt::AltModifier}, {Qt::Key_F1, Qt::NoModifier},
             {Qt::Key_F11, Qt::NoModifier}, {Qt::Key_Menu, Qt::NoModifier},
             {Qt::Key_Print, Qt::NoModifier}, {Qt::Key_Delete, Qt::NoModifier},
             {Qt::Key_Super_L, Qt::NoModifier}, {Qt::Key_C, Qt::MetaModifier},
             {Qt::Key_PowerOff, Qt::NoModifier}, {Qt::Key_Delete, Qt::ControlModifier}})
        kiosk.strikes(key, held);
    CHECK(kiosk.stands());
    CHECK(kiosk.visitor.window.page() == page);
}

TEST_CASE("The window can't be closed, by whoever asks", "[lockdown]")
{
    Locked kiosk;
    CHECK_FALSE(kiosk.visitor.window.close());
    CHECK_FALSE(kiosk.visitor.window.windowHandle()->close());
    CHECK(kiosk.stands());
    kiosk.lockdown.open(); // who may leave has said so
    CHECK(kiosk.visitor.window.close());
}

TEST_CASE("Letters, digits and arrows still work", "[lockdown]")
{
    Locked kiosk;
    kiosk.visitor.touches(QStringLiteral("Cari layanan"));
    for (const char letter : {'k', 't', 'p'})
        QTest::keyClick(kiosk.visitor.window.windowHandle(), letter);
    CHECK(QTest::qWaitFor([&] { return kiosk.visitor.sees(QStringLiteral("ktp")); }));
    kiosk.strikes(Qt::Key_Backspace);
    CHECK(QTest::qWaitFor([&] { return !kiosk.visitor.sees(QStringLiteral("ktp")); }));
    kiosk.strikes(Qt::Key_Down);
    CHECK(kiosk.visitor.window.focusWidget() != nullptr);
}

TEST_CASE(
    "There is no menu, nothing takes what is dragged in, the wheel turns nothing", "[lockdown]")
{
    Locked kiosk;
    auto *key = kiosk.visitor.find(licences);
    const QPoint middle = key->rect().center();
    QContextMenuEvent menu(QContextMenuEvent::Mouse, middle, key->mapToGlobal(middle));
    QApplication::sendEvent(key, &menu);
    CHECK_FALSE(menu.isAccepted());
    CHECK_FALSE(QApplication::activePopupWidget());
    QMimeData data;
    data.setText(QStringLiteral("file:///etc/passwd"));
    QDragEnterEvent drag(
        key->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(key, &drag);
    CHECK_FALSE(drag.isAccepted());
}

TEST_CASE("No text can be selected, no link followed", "[lockdown]")
{
    Visitor visitor;
    const auto look = [&visitor] {
        for (auto *label : visitor.window.findChildren<QLabel *>()) {
            CAPTURE(label->text());
            CHECK_FALSE(label->openExternalLinks());
            CHECK_FALSE(label->text().contains(QLatin1String("<a ")));
            CHECK((label->textInteractionFlags() & Qt::TextSelectableByMouse) == 0);
            CHECK((label->textInteractionFlags() & Qt::TextSelectableByKeyboard) == 0);
        }
    };
    look();
    visitor.touches(licences);
    look();
    visitor.touches(businessNumber);
    look();
    visitor.window.present(issuedMorning());
    look();
}

TEST_CASE("A window that was sent away comes back", "[lockdown]")
{
    Locked kiosk;
    kiosk.visitor.window.showMinimized();
    CHECK(QTest::qWaitFor([&] { return kiosk.stands(); }, 3000));
}
