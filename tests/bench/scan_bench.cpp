// SPDX-License-Identifier: Apache-2.0

// Codes before the kiosk's camera: how many of 200 degraded pictures are read, beside another
// maker's reader on the same pictures, and how many pictures a second are looked at.

#include "bench/timings.h"
#include "core/scan/degraded.h"
#include "scan/framereader.h"
#include "scan/qrcode.h"
#include "support/eventually.h"

#include <QGuiApplication>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <map>

using namespace antre;

namespace {

struct Share
{
    int pictures = 0;
    int ours = 0;
    int theirs = 0;
};

bool readByZXingReader(const QString &program, const QString &file, const QString &text)
{
    QProcess reader;
    reader.start(program, {QStringLiteral("-format"), QStringLiteral("QRCode"), file});
    return reader.waitForFinished(30'000)
        && QString::fromUtf8(reader.readAllStandardOutput()).contains(text);
}

void measureShare(const QString &keepIn)
{
    const QTemporaryDir own;
    const QString folder = keepIn.isEmpty() ? own.path() : keepIn;
    const QString other = QStandardPaths::findExecutable(QStringLiteral("ZXingReader"));
    std::map<QString, Share> shares;
    Share all;
    QZXingReader reader;
    Timings times;
    for (const auto &picture : test::degradedPictures()) {
        std::optional<QString> text;
        times.add(timed([&] { text = reader.read(picture.picture); }));
        const QString file = QStringLiteral("%1/%2-%3.png")
                                 .arg(folder, picture.trouble)
                                 .arg(picture.degree, 2, 10, QLatin1Char('0'));
        picture.picture.save(file);
        const bool theirs = !other.isEmpty() && readByZXingReader(other, file, picture.text);
        for (Share *share : {&shares[picture.trouble], &all}) {
            ++share->pictures;
            share->ours += text == picture.text ? 1 : 0;
            share->theirs += theirs ? 1 : 0;
        }
    }
    shares[QStringLiteral("~ all")] = all;
    std::printf("%-12s %8s %8s %12s\n", "trouble", "pictures", "read", "ZXingReader");
    for (const auto &[trouble, share] : shares)
        std::printf(
            "%-12s %8d %8d %12d\n", qPrintable(trouble), share.pictures, share.ours, share.theirs);
    times.print("one look at a degraded picture");
}

QImage cameraPicture(const QString &text)
{
    QImage frame(1280, 720, QImage::Format_RGB32);
    frame.fill(QColor(0x60, 0x60, 0x60));
    if (!text.isEmpty())
        QPainter(&frame).drawImage(QPoint(500, 260), qrPicture(text, 6).value());
    return frame;
}

/// A camera of 60 pictures a second that never waits, for two seconds.
void measureStream(const char *what, const QImage &picture)
{
    FrameReader reader(std::make_unique<QZXingReader>(QZXingReader::Pace::Stream));
    int looked = 0;
    QObject::connect(&reader, &FrameReader::looked, &reader, [&looked] { ++looked; });
    QTimer camera;
    camera.setTimerType(Qt::PreciseTimer);
    QObject::connect(&camera, &QTimer::timeout, &camera,
        [&] { reader.offer([&picture] { return picture.copy(); }); });
    camera.start(16);
    const auto time = timed([&] { (void)test::eventually([&] { return looked >= 40; }); });
    camera.stop();
    std::printf(
        "%-52s %8.1f pictures/s\n", what, looked / std::chrono::duration<double>(time).count());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    measureStream("1280x720 with a slip's code, looked at",
        cameraPicture(QStringLiteral("https://mpp.example.id/t/7KQ4MZ8R")));
    measureStream("1280x720 without a code, looked at", cameraPicture({}));
    measureShare(application.arguments().value(1));
    return 0;
}
