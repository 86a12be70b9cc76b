// SPDX-License-Identifier: Apache-2.0
#include "scan/qrreader.h"

#include <CameraImageWrapper.h>
// QZXing's header is written with Qt's keywords, which our build switches off.
#define slots Q_SLOTS
#define signals Q_SIGNALS
#include <QZXing.h>
#undef slots
#undef signals
#include <zxing/BinaryBitmap.h>
#include <zxing/DecodeHints.h>
#include <zxing/common/HybridBinarizer.h>
#include <zxing/qrcode/QRCodeReader.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace antre {

QZXingReader::QZXingReader(Pace pace)
    : m_decoder(std::make_unique<QZXing>())
    , m_pace(pace)
{
    // The library leaves these unset or at "everything"; a filter for normal and inverted together
    // throws away what it found, so the negative is made in read().
    m_decoder->setDecoder(QZXing::DecoderFormat_QR_CODE);
    m_decoder->setSourceFilterType(QZXing::SourceFilter_ImageNormal);
    m_decoder->setTryHarder(true);
    m_decoder->setTryHarderBehaviour(
        QZXing::TryHarderBehaviour_ThoroughScanning | QZXing::TryHarderBehaviour_Rotate);
}

QZXingReader::~QZXingReader() = default;

QString QZXingReader::readPlain(const QImage &grey)
{
    // Without a size it would shrink the picture to 999 dots and lose small codes.
    return m_decoder->decodeImage(grey, grey.width(), grey.height());
}

static QString readUnevenLight(const QImage &grey)
{
    // Exceptions are the library's way to say that there is no code; they end here.
    try {
        const QSharedPointer<zxing::LuminanceSource> source
            = CameraImageWrapper::Factory(grey, -1, -1, false);
        const QSharedPointer<zxing::Binarizer> threshold(new zxing::HybridBinarizer(source));
        const QSharedPointer<zxing::BinaryBitmap> bitmap(new zxing::BinaryBitmap(threshold));
        zxing::DecodeHints hints(zxing::DecodeHints::QR_CODE_HINT);
        hints.setTryHarder(true);
        const auto found = zxing::qrcode::QRCodeReader().decode(bitmap, hints);
        return QString::fromStdString(found->getText()->getText());
    } catch (const std::exception &) {
        return {};
    }
}

// ---- pictures that need help
// ----------------------------------------------------------------------

namespace {

/// The mean of 2 * radius + 1 neighbours along lines of `length` dots that are `step` bytes apart.
void smoothLine(const uchar *in, uchar *out, int length, qsizetype step, int radius)
{
    const auto at = [&](int i) { return int(in[std::clamp(i, 0, length - 1) * step]); };
    int sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += at(i);
    for (int i = 0; i < length; ++i) {
        out[i * step] = uchar(sum / (2 * radius + 1));
        sum += at(i + radius + 1) - at(i - radius);
    }
}

/// Each dot the mean of the square around it: noise goes, modules stay.
QImage smoothed(const QImage &grey, int radius)
{
    QImage across = grey;
    QImage down = grey;
    for (int y = 0; y < grey.height(); ++y)
        smoothLine(grey.constScanLine(y), across.scanLine(y), grey.width(), 1, radius);
    const uchar *in = across.constBits();
    uchar *out = down.bits();
    for (int x = 0; x < grey.width(); ++x)
        smoothLine(in + x, out + x, grey.height(), grey.bytesPerLine(), radius);
    return down;
}

/// Darkest and lightest made black and white, one dot in fifty left beyond each.
QImage stretched(QImage grey)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x)
            ++counts[grey.constScanLine(y)[x]];
    const int few = grey.width() * grey.height() / 50;
    int low = 0;
    int high = 255;
    for (int seen = counts[0]; low < 255 && seen < few; seen += counts[size_t(low)])
        ++low;
    for (int seen = counts[255]; high > 0 && seen < few; seen += counts[size_t(high)])
        --high;
    if (high <= low)
        return grey;
    std::array<uchar, 256> map{};
    for (int value = 0; value < 256; ++value)
        map[size_t(value)] = uchar(std::clamp((value - low) * 255 / (high - low), 0, 255));
    for (int y = 0; y < grey.height(); ++y) {
        uchar *line = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            line[x] = map[line[x]];
    }
    return grey;
}

/// What differs from its surroundings differs more: edges that a lens has washed out.
QImage sharpened(const QImage &grey, int radius)
{
    const QImage around = smoothed(smoothed(grey, radius), radius);
    QImage sharp = grey;
    constexpr int strength = 3;
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *dim = around.constScanLine(y);
        uchar *line = sharp.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            line[x] = uchar(std::clamp(line[x] + strength * (line[x] - dim[x]), 0, 255));
    }
    return sharp;
}

/// A code that is held at a slant is narrow in one direction; the same in the other is square
/// again.
QImage squeezed(const QImage &grey, double across, double down)
{
    return grey.scaled(int(grey.width() * across), int(grey.height() * down), Qt::IgnoreAspectRatio,
        Qt::SmoothTransformation);
}

QImage halved(const QImage &grey) { return squeezed(grey, 0.5, 0.5); }

QImage negative(QImage grey)
{
    grey.invertPixels();
    return grey;
}

} // namespace

/// From cheap to thorough; each is tried with both thresholds.
constexpr int thoroughSteps = 8;

static QImage prepared(const QImage &grey, int step)
{
    switch (step) {
    case 0:
        return grey;
    case 1:
        return negative(grey);
    case 2:
        return stretched(smoothed(grey, 1));
    case 3:
        return sharpened(smoothed(grey, 1), 5);
    case 4:
        return stretched(smoothed(grey, 2));
    case 5:
        return squeezed(grey, 1, 0.6);
    case 6:
        return squeezed(grey, 0.6, 1);
    default:
        return sharpened(smoothed(smoothed(grey, 1), 1), 9);
    }
}

QString QZXingReader::readBoth(const QImage &grey)
{
    // Finder patterns need 7 modules; anything smaller only upsets the library's arithmetic.
    constexpr int sideMin = 21;
    if (grey.width() < sideMin || grey.height() < sideMin)
        return {};
    const QString text = readUnevenLight(grey);
    return text.isEmpty() ? readPlain(grey) : text;
}

std::optional<QString> QZXingReader::read(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QString text = readBoth(halved(grey));
    if (m_pace == Pace::Stream) {
        if (text.isEmpty())
            text = readBoth(prepared(grey, std::exchange(m_step, (m_step + 1) % thoroughSteps)));
    } else {
        for (int step = 0; step < thoroughSteps && text.isEmpty(); ++step)
            text = readBoth(prepared(grey, step));
    }
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace antre
