// SPDX-License-Identifier: Apache-2.0
#include "core/scan/degraded.h"

#include "base/random.h"
#include "scan/qrcode.h"

#include <QPainter>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antre::test {

namespace {

constexpr int perTrouble = 25;
constexpr QSize cameraSize(1280, 720);

int clamped(double grey) { return std::clamp(int(std::lround(grey)), 0, 255); }

/// Every dot of `picture` through `grey(old, x, y)`.
template <typename Grey> void each(QImage &picture, const Grey &grey)
{
    for (int y = 0; y < picture.height(); ++y) {
        uchar *line = picture.scanLine(y);
        for (int x = 0; x < picture.width(); ++x)
            line[x] = uchar(clamped(grey(double(line[x]), x, y)));
    }
}

/// Sums of two evens are near enough to the bell curve of a sensor's noise.
double noise(Random &random, double width)
{
    return width * (random.unit() + random.unit() + random.unit() - 1.5);
}

void addNoise(QImage &picture, Random &random, double width)
{
    each(picture, [&](double old, int, int) { return old + noise(random, width); });
}

/// The mean of `radius` neighbours on each side, along one axis.
QImage boxed(const QImage &picture, int radius, bool across)
{
    QImage result = picture;
    const int length = across ? picture.width() : picture.height();
    const int lines = across ? picture.height() : picture.width();
    const auto at = [&](int line, int i) {
        i = std::clamp(i, 0, length - 1);
        return across ? picture.constScanLine(line)[i] : picture.constScanLine(i)[line];
    };
    for (int line = 0; line < lines; ++line) {
        int sum = 0;
        for (int i = -radius; i <= radius; ++i)
            sum += at(line, i);
        for (int i = 0; i < length; ++i) {
            const uchar mean = uchar(sum / (2 * radius + 1));
            (across ? result.scanLine(line)[i] : result.scanLine(i)[line]) = mean;
            sum += at(line, i + radius + 1) - at(line, i - radius);
        }
    }
    return result;
}

/// Out of focus: a box three times is near enough to a lens.
QImage blurred(QImage picture, int radius)
{
    for (int pass = 0; pass < (radius > 0 ? 3 : 0); ++pass)
        picture = boxed(boxed(picture, radius, true), radius, false);
    return picture;
}

/// The code on something held before the camera, by `place`.
QImage scene(const QString &text, double modulePx, const QTransform &turned = {})
{
    QImage frame(cameraSize, QImage::Format_RGB32);
    frame.fill(QColor(0x58, 0x58, 0x58));
    const QImage code = qrPicture(text, 8).value().convertToFormat(QImage::Format_RGB32);
    const double scale = modulePx / 8;
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QTransform place = QTransform::fromTranslate(-code.width() / 2.0, -code.height() / 2.0)
        * QTransform::fromScale(scale, scale) * turned
        * QTransform::fromTranslate(cameraSize.width() / 2.0, cameraSize.height() / 2.0);
    painter.setTransform(place);
    painter.drawImage(0, 0, code);
    painter.end();
    return frame.convertToFormat(QImage::Format_Grayscale8);
}

/// Seen from the side by so many degrees, at about five times its own width.
QTransform fromTheSide(double degrees, double turned)
{
    QTransform side;
    side.rotate(turned);
    const double tilt = degrees * std::numbers::pi / 180;
    const double distance = 1000;
    const QTransform seen(std::cos(tilt), 0, -std::sin(tilt) / distance, 0, 1, 0, 0, 0, 1);
    return side * seen;
}

QImage turnedPicture(const QString &text, int degree, Random &random)
{
    QTransform turn;
    turn.rotate(degree * 14.7 + random.unit() * 5);
    QImage picture = scene(text, 5 - degree * 0.1, turn);
    addNoise(picture, random, 12);
    return picture;
}

QImage unsharpPicture(const QString &text, int degree, Random &random)
{
    QImage picture = blurred(scene(text, 6 - (degree % 3)), degree / 5);
    addNoise(picture, random, 10);
    return picture;
}

QImage movedPicture(const QString &text, int degree, Random &random)
{
    QTransform turn;
    turn.rotate(random.unit() * 30 - 15);
    QImage picture = boxed(scene(text, 6, turn), degree / 5, degree % 2 == 0);
    addNoise(picture, random, 10);
    return picture;
}

/// A lamp that the paper or the glass of a phone throws back.
QImage glaringPicture(const QString &text, int degree, Random &random)
{
    QImage picture = scene(text, 6).convertToFormat(QImage::Format_RGB32);
    QPainter painter(&picture);
    const QPointF lamp(560 + random.unit() * 160, 280 + random.unit() * 160);
    const double radius = 40 + degree * 9;
    QRadialGradient light(lamp, radius);
    light.setColorAt(0, QColor(255, 255, 255, 255));
    light.setColorAt(0.35, QColor(255, 255, 255, 200));
    light.setColorAt(1, QColor(255, 255, 255, 0));
    painter.fillRect(picture.rect(), light);
    painter.end();
    picture = picture.convertToFormat(QImage::Format_Grayscale8);
    addNoise(picture, random, 10);
    return picture;
}

QImage slantedPicture(const QString &text, int degree, Random &random)
{
    QImage picture
        = scene(text, 6, fromTheSide(degree * 2.6, degree % 4 * 22.5 + random.unit() * 10));
    addNoise(picture, random, 10);
    return picture;
}

/// A screen's dots and lines beat with the camera's; its backlight is brighter than the room.
QImage phonePicture(const QString &text, int degree, Random &random)
{
    QTransform turn;
    turn.rotate(random.unit() * 16 - 8);
    QImage picture = scene(text, 5, turn);
    const double depth = 0.08 + degree * 0.022;
    const double pitch = 2.05 + random.unit() * 0.9;
    const double tilt = 0.02 + random.unit() * 0.08;
    each(picture, [&](double old, int x, int y) {
        const double dots = std::sin((x + tilt * y) * 2 * std::numbers::pi / pitch)
            * std::sin((y - tilt * x) * 2 * std::numbers::pi / pitch);
        const double lines = std::sin((y + 3 * tilt * x) * 2 * std::numbers::pi / 41);
        return old * (1 - depth * 0.5 + depth * dots + depth * 0.5 * lines);
    });
    addNoise(picture, random, 12);
    return picture;
}

/// Few photons: dark, flat, and noisy beyond that.
QImage darkPicture(const QString &text, int degree, Random &random)
{
    QImage picture = scene(text, 6);
    const double light = 0.5 - degree * 0.018;
    each(picture, [&](double old, int x, int) {
        return 8 + old * light * (0.6 + 0.4 * x / cameraSize.width());
    });
    addNoise(picture, random, 10 + degree * 1.2);
    return picture;
}

/// Thermal paper that lay in the sun and in a pocket: grey on grey, creases, missing rows.
QImage fadedPicture(const QString &text, int degree, Random &random)
{
    QTransform turn;
    turn.rotate(random.unit() * 20 - 10);
    QImage picture = scene(text, 6, turn);
    const double fade = 0.25 + degree * 0.024;
    const int creases = degree / 4;
    std::vector<std::pair<double, double>> folds; // offset and slope
    for (int i = 0; i < creases; ++i)
        folds.emplace_back(250 + random.unit() * 220, random.unit() - 0.5);
    each(picture, [&](double old, int x, int y) {
        double grey = old + (230 - old) * fade;
        for (const auto &[offset, slope] : folds) {
            if (std::abs(y - offset - slope * (x - 640)) < 2)
                grey = 245;
        }
        return grey;
    });
    addNoise(picture, random, 12);
    return picture;
}

} // namespace

std::vector<DegradedPicture> degradedPictures()
{
    using Make = QImage (*)(const QString &, int, Random &);
    static constexpr std::pair<const char *, Make> troubles[]
        = {{"turned", turnedPicture}, {"blur", unsharpPicture}, {"moved", movedPicture},
            {"glare", glaringPicture}, {"slanted", slantedPicture}, {"phone", phonePicture},
            {"dark", darkPicture}, {"faded", fadedPicture}};
    SeededRandom random(20260820);
    std::vector<DegradedPicture> pictures;
    for (const auto &[trouble, make] : troubles) {
        for (int degree = 0; degree < perTrouble; ++degree) {
            const QString text = QStringLiteral("https://mpp.example.id/t/")
                + QString::number(random.next(), 36).toUpper();
            pictures.push_back(
                {QString::fromLatin1(trouble), degree, text, make(text, degree, random)});
        }
    }
    return pictures;
}

} // namespace antre::test
