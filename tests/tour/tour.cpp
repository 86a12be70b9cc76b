// SPDX-License-Identifier: Apache-2.0
#include "tour/tour.h"

#include "common/helpbar.h"
#include "common/key.h"
#include "counter/counterprogram.h"
#include "display/hallprogram.h"
#include "kiosk/kioskprogram.h"
#include "support/eventually.h"
#include "support/fingers.h"

#include <QDir>

#include <cstdio>

namespace antre {

namespace {

using test::eventually;

/// One walk: each step says what it waits for, so that a tour that fails says where.
class Walk
{
public:
    explicit Walk(const TourGuide &guide)
        : m_guide(guide)
    {
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void photograph(QWidget &window, const char *name)
    {
        if (m_error)
            return;
        settle();
        const QString path = QDir(m_guide.out).filePath(QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(QLatin1String(name)));
        if (window.grab().save(path))
            std::printf("%s\n", qPrintable(path));
        else
            fail(QStringLiteral("%1 can't be written").arg(path));
    }

    template<typename Condition> void expect(const char *what, Condition condition)
    {
        if (!m_error && !eventually(condition))
            fail(QStringLiteral("waited in vain for: ") + QLatin1String(what));
    }

    /// Touches the key of the kiosk that carries `text`.
    void touch(KioskWindow &window, const char *text)
    {
        const QString wanted = QString::fromUtf8(text);
        Key *key = nullptr;
        expect(text, [&] { return (key = find(window, wanted)) != nullptr; });
        if (!key)
            return;
        settle();
        Fingers(window).tap(key);
    }

    void press(QWidget &window, Qt::Key key)
    {
        settle();
        if (!m_error)
            QTest::keyClick(&window, key);
    }

    void type(const QString &text)
    {
        settle();
        if (QWidget *field = QApplication::focusWidget(); field && !m_error)
            QTest::keyClicks(field, text);
        else
            fail(QStringLiteral("nothing takes what is typed"));
    }

    /// Copies the newest file that the printer or the hall has made.
    void keep(const QString &folder, const char *pattern, const char *name)
    {
        QFileInfoList files;
        expect(name, [&] {
            files = QDir(folder).entryInfoList({QLatin1String(pattern)}, QDir::Files, QDir::Time);
            return !files.isEmpty();
        });
        if (m_error)
            return;
        const QString path = QDir(m_guide.out).filePath(QStringLiteral("%1-%2.%3").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(QLatin1String(name), files.first().suffix()));
        QFile::remove(path);
        if (QFile::copy(files.first().filePath(), path))
            std::printf("%s\n", qPrintable(path));
        else
            fail(QStringLiteral("%1 can't be written").arg(path));
    }

private:
    void fail(const QString &why)
    {
        if (!m_error)
            m_error = Error{ErrorCode::Unavailable, why};
    }

    static Key *find(QWidget &window, const QString &text)
    {
        for (Key *key : window.findChildren<Key *>()) {
            if (key->isVisible() && key->isEnabled() && key->accessibleName().contains(text))
                return key;
        }
        return nullptr;
    }

    /// Pages slide and keys rest a moment after a press: a person doesn't touch before that either.
    static void settle() { QTest::qWait(450); }

    const TourGuide &m_guide;
    std::optional<Error> m_error;
    int m_pictures = 0;
};

void visit(Walk &walk, KioskWindow &kiosk, const char *agency, const char *service, bool english)
{
    walk.expect("the start screen", [&] { return qobject_cast<StartPage *>(kiosk.page()) != nullptr; });
    walk.photograph(kiosk, "kiosk-start");
    walk.touch(kiosk, agency);
    walk.expect("the services", [&] { return qobject_cast<ServicesPage *>(kiosk.page()) != nullptr; });
    walk.photograph(kiosk, "kiosk-services");
    walk.touch(kiosk, service);
    walk.expect("the service", [&] { return qobject_cast<ServicePage *>(kiosk.page()) != nullptr; });
    walk.photograph(kiosk, "kiosk-service");
    if (english) {
        walk.touch(kiosk, "English");
        walk.photograph(kiosk, "kiosk-service-english");
        walk.touch(kiosk, "Bahasa Indonesia");
    }
    walk.touch(kiosk, "Ambil nomor");
    walk.expect("the number", [&] { return qobject_cast<IssuedPage *>(kiosk.page()) != nullptr; });
}

void serve(Walk &walk, const TourGuide &guide)
{
    CounterWindow &desk = guide.counter.window();
    walk.expect("the counter's link", [&] { return desk.view().isLinkUp && !desk.view().officerChoices.empty(); });
    desk.activateWindow();
    walk.photograph(desk, "counter-sign-in");
    walk.type(guide.officer.left(1).toUpper());
    walk.press(desk, Qt::Key_Return);
    walk.type(guide.pin);
    walk.press(desk, Qt::Key_Return);
    walk.expect("the officer's desk", [&] { return desk.view().phase == DeskPhase::Free; });
    walk.photograph(desk, "counter-free");
    walk.press(desk, Qt::Key_F9);
    walk.expect("the call at the counter", [&] { return desk.view().phase == DeskPhase::Called; });
    walk.photograph(desk, "counter-called");
    walk.expect("the call in the hall", [&] { return guide.hall.display().view().page == DisplayPage::Call; });
    walk.photograph(guide.hall.display(), "display-call");
    walk.keep(guide.sounds, "*.wav", "announcement");
    walk.press(desk, Qt::Key_F10);
    walk.expect("the visitor being served", [&] { return desk.view().phase == DeskPhase::Serving; });
    walk.photograph(desk, "counter-serving");
    walk.press(desk, Qt::Key_F11);
    walk.expect("the visitor served", [&] { return desk.view().phase == DeskPhase::Free; });
}

} // namespace

Result<> walk(const TourGuide &guide)
{
    Walk walk(guide);
    walk.expect("the hall's board", [&] { return !guide.hall.display().view().desks.empty(); });
    walk.photograph(guide.hall.display(), "display-board");
    visit(walk, guide.portrait.window(), "DPMPTSP", "Pendampingan penerbitan NIB", true);
    walk.keep(guide.slips, "*.png", "slip");
    walk.photograph(guide.portrait.window(), "kiosk-number");
    walk.touch(guide.portrait.window(), "Selesai");
    visit(walk, guide.landscape.window(), "Dukcapil", "KTP", false);
    walk.photograph(guide.landscape.window(), "kiosk-number-landscape");
    serve(walk, guide);
    if (walk.error())
        return tl::unexpected(*walk.error());
    return {};
}

} // namespace antre
