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

#include <exception>

namespace antre {

QZXingReader::QZXingReader()
    : m_decoder(std::make_unique<QZXing>())
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

std::optional<QString> QZXingReader::read(const QImage &picture)
{
    // Finder patterns need 7 modules; anything smaller only upsets the library's arithmetic.
    constexpr int sideMin = 21;
    if (picture.width() < sideMin || picture.height() < sideMin)
        return {};
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (const QString text = readPlain(grey); !text.isEmpty())
        return text;
    if (const QString text = readUnevenLight(grey); !text.isEmpty())
        return text;

    const QImage half
        = grey.scaled(grey.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (half.width() >= sideMin && half.height() >= sideMin) {
        if (const QString text = readPlain(half); !text.isEmpty())
            return text;
        if (const QString text = readUnevenLight(half); !text.isEmpty())
            return text;
    }

    QImage negative = grey;
    negative.invertPixels();
    if (const QString text = readUnevenLight(negative); !text.isEmpty())
        return text;
    if (const QString text = readPlain(negative); !text.isEmpty())
        return text;
    return {};
}

} // namespace antre
