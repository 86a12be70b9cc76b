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
    explicit Walk(const TourPlan &plan)
        : m_plan(plan)
    {
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void photograph(QWidget &window, const char *name)
    {
        if (m_error)
            return;
        settle();
        const QString path = QDir(m_plan.out)
                                 .filePath(QStringLiteral("%1-%2.png")
                                               .arg(++m_pictures, 2, 10, QLatin1Char('0'))
                                               .arg(QLatin1String(name)));
        if (window.grab().save(path))
            std::printf("%s\n", qPrintable(path));
        else
            fail(QStringLiteral("%1 can't be written").arg(path));
    }

    template <typename Condition> void expect(const char *what, Condition condition)
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
            QTest::keyClick(focusIn(window), key);
    }

    void type(QWidget &window, const QString &text)
    {
        settle();
        if (!m_error)
            QTest::keyClicks(focusIn(window), text);
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
        const QString path = QDir(m_plan.out)
                                 .filePath(QStringLiteral("%1-%2.%3")
                                               .arg(++m_pictures, 2, 10, QLatin1Char('0'))
                                               .arg(QLatin1String(name), files.first().suffix()));
        QFile::remove(path);
        if (QFile::copy(files.first().filePath(), path))
            std::printf("%s\n", qPrintable(path));
        else
            fail(QStringLiteral("%1 can't be written").arg(path));
    }

private:
    void fail(const QString &why)
    {
        if (m_error)
            return;
        m_error = Error{ErrorCode::Unavailable, why};
        int windows = 0;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window->isVisible())
                window->grab().save(
                    QDir(m_plan.out).filePath(QStringLiteral("failed-%1.png").arg(++windows)));
        }
    }

    static QWidget *focusIn(QWidget &window)
    {
        return window.focusWidget() ? window.focusWidget() : &window;
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

    const TourPlan &m_plan;
    std::optional<Error> m_error;
    int m_pictures = 0;
};

/// A program's window lives as long as its visit: each program has its own language, and a process
/// has only one.
Result<> visit(Walk &walk, const TourPlan &plan, const KioskProgramOptions &options,
    const char *agency, const char *service)
{
    auto terminal = TerminalProgram::make(options.terminal, TerminalKind::Kiosk);
    if (!terminal)
        return tl::unexpected(terminal.error());
    KioskProgram program(options, **terminal);
    program.start();
    KioskWindow &kiosk = program.window();
    const bool upright = options.window.height() > options.window.width();
    walk.expect("the start screen", [&] {
        return (*terminal)->machine().link() == LinkStatus::Up
            && qobject_cast<StartPage *>(kiosk.page());
    });
    walk.photograph(kiosk, "kiosk-start");
    walk.touch(kiosk, agency);
    walk.expect(
        "the services", [&] { return qobject_cast<ServicesPage *>(kiosk.page()) != nullptr; });
    walk.photograph(kiosk, "kiosk-services");
    walk.touch(kiosk, service);
    walk.expect(
        "the service", [&] { return qobject_cast<ServicePage *>(kiosk.page()) != nullptr; });
    walk.photograph(kiosk, "kiosk-service");
    if (upright) {
        walk.touch(kiosk, "English");
        walk.photograph(kiosk, "kiosk-service-english");
        walk.touch(kiosk, "Bahasa Indonesia");
    }
    walk.touch(kiosk, "Ambil nomor");
    walk.expect("the number", [&] { return qobject_cast<IssuedPage *>(kiosk.page()) != nullptr; });
    walk.expect("the printer's word", [&] {
        const auto &issue = (*terminal)->machine().issue();
        return issue && issue->ticket.slip == SlipState::Printed
            && (*terminal)->machine().tickets().find(issue->ticket.id)->isSettled();
    });
    if (upright)
        walk.keep(plan.slips, "*.png", "slip");
    QTest::qWait(1000); // the slip glides out of its slot
    walk.photograph(kiosk, "kiosk-number");
    return {};
}

Result<> serve(Walk &walk, const TourPlan &plan)
{
    auto hallTerminal = TerminalProgram::make(plan.hall.terminal, TerminalKind::Display);
    auto deskTerminal = TerminalProgram::make(plan.counter, TerminalKind::Counter);
    for (const auto *terminal : {&hallTerminal, &deskTerminal}) {
        if (!*terminal)
            return tl::unexpected(terminal->error());
    }
    CounterProgram counter(
        **deskTerminal, QStringLiteral("id"), plan.counter.data + QStringLiteral("/console.json"));
    HallProgram hall(plan.hall, **hallTerminal);
    hall.show(plan.hall.window);
    (*hallTerminal)->start();
    counter.start();
    CounterWindow &desk = counter.window();
    walk.expect("the hall's board", [&] { return !hall.display().view().desks.empty(); });
    walk.photograph(hall.display(), "display-board");
    walk.expect("the counter's link",
        [&] { return desk.view().isLinkUp && !desk.view().officerChoices.empty(); });
    desk.activateWindow();
    (void)QTest::qWaitForWindowActive(&desk);
    walk.photograph(desk, "counter-sign-in");
    walk.press(desk, Qt::Key_Down);
    walk.press(desk, Qt::Key_Return);
    walk.type(desk, plan.pin);
    walk.press(desk, Qt::Key_Return);
    walk.expect("the officer's desk", [&] { return desk.view().phase == DeskPhase::Free; });
    walk.photograph(desk, "counter-free");
    walk.press(desk, Qt::Key_F9);
    walk.expect("the call at the counter", [&] { return desk.view().phase == DeskPhase::Called; });
    walk.photograph(desk, "counter-called");
    walk.expect(
        "the call in the hall", [&] { return hall.display().view().page == DisplayPage::Call; });
    walk.keep(plan.hall.sounds, "*.wav", "announcement");
    QTest::qWait(3500); // the panel changes its ground for three seconds, then stands still
    walk.photograph(hall.display(), "display-call");
    walk.press(desk, Qt::Key_F10);
    walk.expect(
        "the visitor being served", [&] { return desk.view().phase == DeskPhase::Serving; });
    walk.photograph(desk, "counter-serving");
    walk.press(desk, Qt::Key_F11);
    walk.photograph(desk, "counter-outcome");
    walk.press(desk, Qt::Key_F11);
    walk.expect("the visitor served", [&] { return desk.view().phase == DeskPhase::Free; });
    return {};
}

} // namespace

Result<> walk(const TourPlan &plan)
{
    Walk walk(plan);
    auto walked
        = visit(walk, plan, plan.portrait, "DPMPTSP", "Pendampingan penerbitan NIB")
              .and_then([&] { return visit(walk, plan, plan.landscape, "Dukcapil", "KTP"); })
              .and_then([&] { return serve(walk, plan); });
    if (walk.error())
        return tl::unexpected(*walk.error());
    return walked;
}

} // namespace antre
