// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/key.h"
#include "common/pressguard.h"
#include "kiosk/kioskwindow.h"
#include "support/catch.h"
#include "support/fingers.h"
#include "ui/kiosk/samples.h"

#include <QTest>

namespace antre {

/// A kiosk with a visitor in front of it, who finds keys by what is written on them and touches
/// them.
struct Visitor
{
    static KioskOptions still()
    {
        KioskOptions options;
        options.moves = false;
        return options;
    }

    explicit Visitor(KioskOptions options = still(), QSize size = {1080, 1920},
        const KioskScreen &screen = morning())
        : window(options)
        , finger(window)
    {
        QObject::connect(&window, &KioskWindow::numberWanted,
            [this](const NumberWish &wish) { wishes.push_back(wish); });
        QObject::connect(&window, &KioskWindow::visitorLeft, [this] { ++left; });
        window.resize(size);
        window.present(screen);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    /// The visible key with this on it, on the page or on the help bar; null if there is none.
    [[nodiscard]] Key *find(const QString &text) const
    {
        for (auto *key : window.findChildren<Key *>())
            if (key->isVisible() && key->isEnabled() && key->accessibleName() == text)
                return key;
        return nullptr;
    }
    [[nodiscard]] bool sees(const QString &text) const
    {
        for (auto *label : window.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return find(text) != nullptr;
    }
    /// One touch, after the pause in which no second touch counts.
    void touches(const QString &text)
    {
        QTest::qWait(320);
        CAPTURE(text);
        auto *key = find(text);
        REQUIRE(key);
        finger.tap(key);
        ++touchCount;
    }

    KioskWindow window;
    Fingers finger;
    std::vector<NumberWish> wishes;
    int left = 0;
    int touchCount = 0;
};

inline const QString licences = QStringLiteral("DPMPTSP");
inline const QString businessNumber
    = QStringLiteral("Pendampingan penerbitan NIB (OSS) usaha mikro");
inline const QString takeNumber = QStringLiteral("Ambil nomor");

} // namespace antre
