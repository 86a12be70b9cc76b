// SPDX-License-Identifier: Apache-2.0

// What a screen reader finds on every page and panel of the console, and where Tab leads.

#include "consoledesk.h"
#include "counter/deskpage.h"
#include "support/catch.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>

#include <set>

using namespace antre;
using namespace std::chrono_literals;

namespace {

/// Tab stops at the chosen one of several; arrows lead to the others.
bool isUnchosen(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button && button->group() && button->group()->exclusive() && !button->isChecked();
}

/// Everything in the window that can be reached with Tab.
std::vector<QWidget *> stops(const QWidget &window)
{
    std::vector<QWidget *> found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
            found.push_back(widget);
    }
    return found;
}

/// What a screen reader can't use: no name, or no role that says what can be done.
QStringList unspoken(const QWidget &window)
{
    static const std::set<QAccessible::Role> useful{QAccessible::Button, QAccessible::CheckBox,
        QAccessible::RadioButton, QAccessible::EditableText, QAccessible::List, QAccessible::Table,
        QAccessible::Client};
    QStringList faults;
    for (QWidget *widget : stops(window)) {
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        const QString kind = QString::fromLatin1(widget->metaObject()->className());
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            faults += kind % u" has no name";
        else if (!useful.contains(spoken->role()))
            faults += spoken->text(QAccessible::Name) % u" has no role";
    }
    return faults;
}

/// Walks with Tab until it comes round: what was missed, and where it leads up again within
/// `inside`.
QStringList strayTabs(QWidget &window, const QWidget *inside)
{
    std::set<QWidget *> missed;
    for (QWidget *widget : stops(window)) {
        if (!isUnchosen(widget))
            missed.insert(widget);
    }
    QStringList faults;
    QWidget *before = window.focusWidget();
    const QWidget *first = before; // from the last back to the first is no fault
    for (size_t i = 0, all = missed.size(); i <= all; ++i) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        QWidget *now = window.focusWidget();
        missed.erase(now);
        const bool isInside
            = inside && before && inside->isAncestorOf(now) && inside->isAncestorOf(before);
        const bool goesUp = isInside
            && now->mapTo(&window, QPoint(0, now->height())).y()
                <= before->mapTo(&window, QPoint()).y();
        if (goesUp && now != first)
            faults += now->accessibleName() % u" comes after " % before->accessibleName();
        before = now;
    }
    for (const QWidget *widget : missed)
        faults += widget->accessibleName() % u" is never reached";
    return faults;
}

struct Reader : ConsoleDesk
{
    explicit Reader(bool fixed = true)
        : ConsoleDesk(fixed)
    {
        for (int i = 0; i < 3; ++i) {
            kiosk.touches("a.one");
            passes(100ms);
            kiosk.input(Dismissed{});
        }
        shows();
    }
    void finds(const char *page)
    {
        CAPTURE(page);
        CHECK(unspoken(window).join(u'\n') == QString());
        const DeskPage *desk = window.findChildren<DeskPage *>().constLast();
        CHECK(strayTabs(window, desk->isVisible() ? desk->panel() : nullptr).join(u'\n')
            == QString());
    }
};

} // namespace

TEST_CASE("A screen reader and Tab find all that there is before signing in", "[access]")
{
    Reader fixed;
    fixed.finds("sign in at counter 1");
    Reader anywhere(false);
    anywhere.finds("sign in anywhere");
}

TEST_CASE("A screen reader and Tab find all that there is on every panel", "[access]")
{
    Reader reader;
    reader.signsIn();
    reader.finds("free");
    for (const auto &[key, panel] :
        {std::pair(Qt::Key_F2, "a number for a visitor"), std::pair(Qt::Key_F3, "display"),
            std::pair(Qt::Key_F4, "break"), std::pair(Qt::Key_F12, "close")}) {
        reader.presses(key);
        reader.finds(panel);
        reader.presses(Qt::Key_Escape);
    }
    reader.presses(Qt::Key_F9);
    reader.presses(Qt::Key_F10);
    reader.finds("serving");
    for (const auto &[key, panel] :
        {std::pair(Qt::Key_F1, "visit"), std::pair(Qt::Key_F7, "set aside"),
            std::pair(Qt::Key_F8, "send on"), std::pair(Qt::Key_F11, "outcome")}) {
        reader.presses(key);
        reader.finds(panel);
        reader.presses(Qt::Key_Escape);
    }
}

TEST_CASE("A screen reader and Tab find all that there is when a number was given", "[access]")
{
    Reader reader;
    reader.signsIn();
    reader.presses(Qt::Key_F2);
    reader.types(QStringLiteral("one"));
    reader.presses(Qt::Key_Return);
    REQUIRE(reader.view().issued);
    reader.finds("a number that was given");
}

TEST_CASE("A screen reader and Tab find all that there is in the lobby", "[access]")
{
    Reader reader(false);
    Q_EMIT reader.window.signInWanted(
        OfficerId(QStringLiteral("rina")), QStringLiteral("4711"), CounterId());
    reader.passes(100ms);
    REQUIRE(reader.view().phase == DeskPhase::InLobby);
    reader.finds("lobby");
}

TEST_CASE("The large list can be read and walked through as well", "[access]")
{
    Reader reader;
    reader.signsIn();
    reader.presses(Qt::Key_F9);
    reader.presses(Qt::Key_L, Qt::ControlModifier);
    reader.finds("large list");
}
