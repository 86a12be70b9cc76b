// SPDX-License-Identifier: Apache-2.0

// The kiosk's screen: process start to the first usable frame, memory, the work of each frame while
// pages change at 1080x1920 by software rendering, from the finger's leaving to the next screen,
// and what 10,000 visitors leave behind (--visitors N).

#include "bench/timings.h"
#include "common/key.h"
#include "domain/state.h"
#include "kiosk/kioskscreen.h"
#include "kiosk/kioskwindow.h"
#include "support/eventually.h"
#include "support/fingers.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QApplication>
#include <QFile>
#include <QProcess>

using namespace antre;

namespace {

KioskScreen bengkulu()
{
    QFile file(sourcePath("resources/catalogue/mpp-bengkulu.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no catalogue");
    State state;
    state.catalogue = readCatalogue(file.readAll()).catalogue;
    return kioskScreen(state,
        instantOf(*BusinessDay::fromText(u"2026-08-20"), Minutes(582), state.catalogue->zone()));
}

/// Tells when the window has painted itself.
class FirstPaint : public QObject
{
public:
    bool painted = false;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
};

int memoryKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toInt();
    }
    return 0;
}

KioskOptions portrait()
{
    KioskOptions options;
    options.mmWidth = 400;
    return options;
}

/// Shows the start screen with the real catalogue; says so when it stands.
int firstFrame()
{
    KioskWindow window(portrait());
    window.setFixedSize(1080, 1920);
    FirstPaint paint;
    window.present(bengkulu());
    window.page()->installEventFilter(&paint);
    window.show();
    (void)test::eventually([&] { return paint.painted; });
    std::printf("frame %d\n", memoryKiB());
    std::fflush(stdout);
    return 0;
}

void measureStart(const QString &self)
{
    Timings figures;
    int memory = 0;
    for (int run = 0; run < 9; ++run) {
        QProcess child;
        const auto time = timed([&] {
            child.start(self, {QStringLiteral("--first-frame")});
            while (!child.canReadLine() && child.waitForReadyRead(10'000)) { }
        });
        memory = child.readLine().split(' ').value(1).trimmed().toInt();
        figures.add(time);
        child.waitForFinished();
    }
    figures.print("process start -> first usable frame");
    std::printf("%-52s %8.1f MiB\n", "memory then", memory / 1024.0);
}

/// Lets the pages move for `time` and notes the work of every turn that painted.
void watch(QWidget &window, Timings &figures, std::chrono::milliseconds time)
{
    FirstPaint paint;
    for (QWidget *child : window.findChildren<QWidget *>())
        child->installEventFilter(&paint);
    const QDeadlineTimer until(time);
    while (!until.hasExpired()) {
        paint.painted = false;
        const auto work = timed([] { QCoreApplication::processEvents(); });
        if (paint.painted)
            figures.add(work);
        QThread::yieldCurrentThread();
    }
}

void measureFrames()
{
    KioskWindow window(portrait());
    window.setFixedSize(1080, 1920);
    const KioskScreen screen = bengkulu();
    window.present(screen);
    window.show();
    Timings figures;
    Timings changes;
    watch(window, figures, std::chrono::milliseconds(500));
    for (int round = 0; round < 20; ++round) {
        for (const char *next : {"DPMPTSP", "Pendampingan penerbitan NIB", "Kembali", "Kembali"}) {
            for (Key *key : window.findChildren<Key *>()) {
                if (!key->isVisible() || !key->accessibleName().contains(QString::fromUtf8(next)))
                    continue;
                Fingers fingers(window);
                fingers.down(key);
                changes.add(timed([&] { fingers.up(key); }));
                break;
            }
            watch(window, figures, std::chrono::milliseconds(400));
        }
    }
    changes.print("touch released -> next page built");
    figures.print("one frame's work while pages slide");
}

Key *keyNamed(const QWidget &window, const char *name)
{
    for (Key *key : window.findChildren<Key *>())
        if (key->isVisible() && key->accessibleName().contains(QString::fromUtf8(name)))
            return key;
    return nullptr;
}

/// Presses, and lets the next screen paint itself. Without motion: its last frame is its first.
void visit(KioskWindow &window, const char *name, Timings &figures)
{
    Key *key = keyNamed(window, name);
    if (!key)
        qFatal("no key %s", name);
    figures.add(timed([&] {
        key->click(); // what a finger does, without the pause between two of them
        FirstPaint paint;
        window.page()->installEventFilter(&paint);
        while (!paint.painted)
            QCoreApplication::processEvents();
    }));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void measureVisitors(int visitors)
{
    auto options = portrait();
    options.moves = false;
    KioskWindow window(options);
    window.setFixedSize(1080, 1920);
    const KioskScreen choosing = bengkulu();
    KioskScreen issued = choosing;
    issued.phase = KioskPhase::Issued;
    issued.issued.emplace();
    issued.issued->number = QStringLiteral("A012");
    issued.issued->service = ServiceId(QStringLiteral("dpmptsp.nib"));
    window.present(choosing);
    window.show();
    Timings figures;
    int before = 0;
    for (int visitor = 0; visitor < visitors; ++visitor) {
        visit(window, "DPMPTSP", figures);
        visit(window, "Pendampingan penerbitan NIB", figures);
        window.present(issued);
        visit(window, "Selesai", figures);
        window.present(choosing);
        if (visitor == std::min(500, visitors / 2))
            before = memoryKiB();
    }
    figures.print("key released -> next screen painted");
    std::printf("%-52s %8.1f MiB after %d, %.1f MiB after %d\n", "memory of visitors",
        before / 1024.0, std::min(500, visitors / 2), memoryKiB() / 1024.0, visitors);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    if (application.arguments().contains(QStringLiteral("--first-frame")))
        return firstFrame();
    std::printf("platform %s\n", qPrintable(QGuiApplication::platformName()));
    measureStart(application.applicationFilePath());
    measureFrames();
    const auto arguments = application.arguments();
    const auto at = arguments.indexOf(QStringLiteral("--visitors"));
    measureVisitors(at > 0 ? arguments.value(at + 1).toInt() : 10'000);
    return 0;
}
