// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "scan/qrcode.h"
#include "scan/qrreader.h"
#include "support/catch.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace antre;

static const QString ticketLink = QStringLiteral("https://mpp.example.id/t/7KQ4MZ8R");

/// A code as a camera may see it: on a desk, turned, in grey.
static QImage photo(const QString &text, int dotsPerModule, double degrees)
{
    QImage frame(1280, 720, QImage::Format_Grayscale8);
    frame.fill(0x60);
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(frame.rect().center());
    painter.rotate(degrees);
    const QImage code
        = qrPicture(text, dotsPerModule).value().convertToFormat(QImage::Format_RGB32);
    painter.drawImage(-code.rect().center(), code);
    return frame;
}

TEST_CASE("What is written as a QR code is read back", "[scan]")
{
    const QString text = GENERATE(QStringLiteral("A"), ticketLink, QStringLiteral("A2-07"),
        QStringLiteral("Café, 5 °C"), QString(300, QLatin1Char('x')));
    const int dots = GENERATE(2, 5, 6);
    CAPTURE(text, dots);
    CHECK(QZXingReader().read(qrPicture(text, dots).value()) == text);
}

TEST_CASE("A code keeps four clear modules on every side and whole modules", "[scan]")
{
    const QImage modules = qrModules(ticketLink).value();
    const QImage picture = qrPicture(ticketLink, 6).value();
    REQUIRE(picture.width() == (modules.width() + 2 * qrQuietModules) * 6);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QPoint module(x / 6 - qrQuietModules, y / 6 - qrQuietModules);
            const int expected = modules.rect().contains(module) ? modules.pixelIndex(module) : 0;
            if (picture.pixelIndex(x, y) != expected)
                FAIL("module " << module.x() << "," << module.y() << " is uneven");
        }
    }
}

TEST_CASE("A slip's link fits the version that the layout counts with", "[scan]")
{
    // 33 characters at level M: version 3, 29 modules (ISO/IEC 18004, table 7).
    CHECK(qrModules(ticketLink).value().width() == 29);
}

TEST_CASE("What no code can hold is refused", "[scan]")
{
    CHECK(qrModules({}).error().code == ErrorCode::Invalid);
    CHECK(qrModules(QString(4000, QLatin1Char('x'))).error().code == ErrorCode::Invalid);
}

TEST_CASE("A code is read turned at any angle", "[scan]")
{
    const double degrees = GENERATE(0.0, 17.0, 45.0, 90.0, 180.0, 263.0);
    CAPTURE(degrees);
    CHECK(QZXingReader().read(photo(ticketLink, 6, degrees)) == ticketLink);
}

TEST_CASE("A code is read in a phone's dark mode", "[scan]")
{
    QImage dark = photo(ticketLink, 6, 3);
    dark.invertPixels();
    CHECK(QZXingReader().read(dark) == ticketLink);
}

TEST_CASE("A code is read where light falls from one side", "[scan]")
{
    QImage frame = photo(ticketLink, 6, 5);
    for (int y = 0; y < frame.height(); ++y)
        for (int x = 0; x < frame.width(); ++x)
            frame.scanLine(y)[x]
                = uchar(frame.scanLine(y)[x] * (20 + 80 * x / frame.width()) / 100);
    CHECK(QZXingReader().read(frame) == ticketLink);
}

TEST_CASE("A noisy picture of a code is read", "[scan]")
{
    QImage frame = photo(ticketLink, 8, 5);
    SeededRandom random(1);
    for (int y = 0; y < frame.height(); ++y)
        for (int x = 0; x < frame.width(); ++x)
            frame.scanLine(y)[x]
                = uchar(qBound(0, frame.scanLine(y)[x] + int(random.below(121)) - 60, 255));
    CHECK(QZXingReader().read(frame) == ticketLink);
}

TEST_CASE("A picture without a code gives nothing", "[scan]")
{
    QImage frame(1280, 720, QImage::Format_Grayscale8);
    frame.fill(0x60);
    CHECK_FALSE(QZXingReader().read(frame).has_value());
    SeededRandom random(7);
    for (int y = 0; y < frame.height(); ++y)
        for (int x = 0; x < frame.width(); ++x)
            frame.scanLine(y)[x] = uchar(random.below(256));
    CHECK_FALSE(QZXingReader().read(frame).has_value());
    CHECK_FALSE(QZXingReader().read(QImage()).has_value());
    CHECK_FALSE(QZXingReader().read(QImage(3, 3, QImage::Format_RGB32)).has_value());
}

TEST_CASE("Another maker's reader reads our codes", "[scan]")
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ZXingReader"));
    if (program.isEmpty()) {
        WARN("ZXingReader (package zxing-cpp-tools) is not installed");
        return;
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("code.png"));
    REQUIRE(qrPicture(ticketLink, 6).value().save(file));
    QProcess reader;
    reader.start(program, {file});
    REQUIRE(reader.waitForFinished(30'000));
    CHECK(QString::fromUtf8(reader.readAllStandardOutput()).contains(ticketLink));
}
