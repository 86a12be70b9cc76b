// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "kiosk/attract.h"
#include "kiosk/kioskpresenter.h"
#include "kiosk/wedgefilter.h"
#include "support/smallhall.h"
#include "ui/kiosk/visitor.h"

#include <QWindow>

#include <algorithm>

namespace antre {

/// Children, palms and cleaning cloths before a whole kiosk: the real window, machine, journal and
/// service, ten fingers that press, drag and let go anywhere, and a keyboard somebody plugged in.
class WildLobby
{
public:
    WildLobby(QSize size, quint64 seed)
        : m_random(seed)
        , m_kiosk(m_hall.kiosk("kiosk-1", "1"))
        , m_window(impatient())
        , m_wedge(m_window, m_clock)
        , m_attract(m_window, std::chrono::milliseconds(400))
    {
        QObject::connect(&m_window, &KioskWindow::numberWanted, [this](const NumberWish &wish) {
            ++wishes;
            m_kiosk.input(Touched{wish.service, wish.priority, wish.language});
        });
        QObject::connect(
            &m_window, &KioskWindow::visitorLeft, [this] { m_kiosk.input(Dismissed{}); });
        QObject::connect(&m_window, &KioskWindow::reprintWanted, [this] {
            if (const auto &issue = m_kiosk.machine().issue())
                m_kiosk.input(ReprintWanted{issue->ticket.id});
        });
        QObject::connect(&m_window, &KioskWindow::slipSeen, [this](bool cameOut) {
            if (const auto &issue = m_kiosk.machine().issue())
                m_kiosk.input(SlipSeen{issue->ticket.id, cameOut});
        });
        m_hall.run(Milliseconds(100));
        m_window.resize(size);
        show();
        m_window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&m_window));
    }

    /// One thing that a hand does.
    void touchesSomewhere()
    {
        const quint64 what = m_random.below(100);
        if (what >= 98)
            return aims();
        const int finger = int(m_random.below(m_down.size()));
        if (what < 3)
            strike();
        else if (what < 4 && std::ranges::count(m_down, true) == 0)
            m_window.resize(m_window.size().transposed());
        else if (!m_down[size_t(finger)])
            press(finger);
        else if (what < 40)
            drag(finger);
        else
            lift(finger);
        settle();
    }
    void liftsAll()
    {
        for (int finger = 0; finger < int(m_down.size()); ++finger) {
            if (m_down[size_t(finger)])
                lift(finger);
        }
        settle();
    }
    /// With nobody there any more; how long a kiosk may take is the sum of its pauses.
    [[nodiscard]] bool comesHome()
    {
        return QTest::qWaitFor(
            [this] {
                settle();
                return m_window.isAtRest() && !m_kiosk.machine().issue();
            },
            20'000);
    }
    [[nodiscard]] QStringList paperFaults() const { return m_hall.paperFaults(); }
    /// Slips that are no copies.
    [[nodiscard]] int slips() const
    {
        return int(std::ranges::count(m_kiosk.prints, false, &PrintSlip::copy));
    }
    [[nodiscard]] KioskWindow &window() { return m_window; }

    int wishes = 0;

private:
    static KioskOptions impatient()
    {
        auto options = Visitor::still();
        options.warnAfter = std::chrono::milliseconds(600);
        options.warnFor = std::chrono::seconds(1);
        options.issuedFor = std::chrono::seconds(1);
        options.breath = std::chrono::milliseconds(20);
        return options;
    }
    void show()
    {
        auto screen = m_presenter.screen(m_kiosk.machine());
        REQUIRE(screen);
        screen->scanWays.reader = true;
        m_attract.setView(KioskViews(*screen, QStringLiteral("id")).attract());
        m_window.present(*screen);
    }
    void settle()
    {
        m_hall.run(Milliseconds(10));
        show();
        QCoreApplication::processEvents();
    }
    /// Half of the touches hit a key in the middle, or a fuzz would never get beyond the first
    /// page.
    [[nodiscard]] QPoint somewhere()
    {
        const auto keys = m_window.findChildren<Key *>();
        if (m_random.below(2) == 0 && !keys.isEmpty()) {
            const Key *key = keys[qsizetype(m_random.below(quint64(keys.size())))];
            if (key->isVisible())
                return key->mapTo(&m_window, key->rect().center());
        }
        return {int(m_random.below(quint64(m_window.width()))),
            int(m_random.below(quint64(m_window.height())))};
    }
    auto touch(int acting)
    {
        auto sequence = QTest::touchEvent(&m_window, Fingers::device(), false);
        for (int other = 0; other < int(m_down.size()); ++other) {
            if (m_down[size_t(other)] && other != acting)
                sequence.stationary(other);
        }
        return sequence;
    }
    /// In between somebody wants something: all hands off, and one key as it is meant.
    void aims()
    {
        liftsAll();
        QTest::qWait(int(PressGuard::rest.count()) + 10);
        QList<Key *> keys;
        QList<Key *> primary;
        for (Key *key : m_window.findChildren<Key *>()) {
            if (key->isVisible() && key->isEnabled())
                (key->kind() == KeyKind::Primary ? primary : keys) << key;
        }
        auto &from = primary.isEmpty() || m_random.below(4) == 0 ? keys : primary;
        if (from.isEmpty())
            return;
        Fingers(m_window).tap(from[qsizetype(m_random.below(quint64(from.size())))]);
        settle();
    }
    void press(int finger)
    {
        m_at[size_t(finger)] = somewhere();
        touch(finger).press(finger, m_at[size_t(finger)], &m_window).commit();
        m_down[size_t(finger)] = true;
    }
    void drag(int finger)
    {
        m_at[size_t(finger)]
            += QPoint(int(m_random.below(300)) - 150, int(m_random.below(300)) - 150);
        touch(finger).move(finger, m_at[size_t(finger)], &m_window).commit();
    }
    void lift(int finger)
    {
        touch(finger).release(finger, m_at[size_t(finger)], &m_window).commit();
        m_down[size_t(finger)] = false;
    }
    void strike()
    {
        static constexpr Qt::Key keys[]
            = {Qt::Key_Down, Qt::Key_Right, Qt::Key_Return, Qt::Key_Escape, Qt::Key_A, Qt::Key_K,
                Qt::Key_Space, Qt::Key_Backspace, Qt::Key_Tab, Qt::Key_F4};
        QTest::keyClick(m_window.windowHandle(), keys[m_random.below(std::size(keys))]);
    }

    SeededRandom m_random;
    SmallHall m_hall;
    HallTerminal &m_kiosk;
    SystemClock m_clock;
    KioskPresenter m_presenter;
    KioskWindow m_window;
    WedgeFilter m_wedge;
    Attract m_attract;
    std::array<bool, 10> m_down{};
    std::array<QPoint, 10> m_at{};
};

/// Lets the lobby rage, then looks whether all is as it should be.
inline void survives(QSize size, quint64 seed, int touches)
{
    CAPTURE(size.width(), seed);
    WildLobby lobby(size, seed);
    for (int touch = 0; touch < touches; ++touch)
        lobby.touchesSomewhere();
    lobby.liftsAll();
    CHECK(lobby.comesHome());
    CHECK(lobby.wishes > 0);
    CHECK(lobby.slips() == lobby.wishes);
    CHECK(lobby.paperFaults() == QStringList());
    WARN(touches << " touches, " << lobby.wishes << " numbers");
}

} // namespace antre
