// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBuffer>
#include <QImage>
#include <QtEndian>

/// Films and animations of plain colours, made byte by byte, so that tests need no film of others.
namespace antre::test {

inline QByteArray little(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

inline QByteArray chunk(const char *name, const QByteArray &content)
{
    return QByteArray(name) + little(quint32(content.size())) + content
        + QByteArray(content.size() % 2, '\0');
}

/// An AVI file (RIFF, "AVI RIFF File Reference") of JPEG pictures, ten a second, one for each
/// colour.
inline QByteArray film(const QList<QColor> &colours, QSize size = QSize(160, 90))
{
    constexpr quint32 perSecond = 10;
    const auto frames = quint32(colours.size());
    const auto wide = quint32(size.width());
    const auto high = quint32(size.height());
    QByteArray pictures;
    for (const QColor &colour : colours) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        QBuffer jpeg;
        jpeg.open(QIODevice::WriteOnly);
        image.save(&jpeg, "JPG", 95);
        pictures += chunk("00dc", jpeg.data());
    }
    // Microseconds a frame, greatest rate, padding, flags, frames, lead, streams, buffer, size.
    QByteArray main = little(1'000'000 / perSecond) + little(1'000'000) + little(0) + little(0)
        + little(frames) + little(0) + little(1) + little(100'000) + little(wide) + little(high)
        + QByteArray(16, '\0');
    // Kind, coder, flags, priority, lead, scale, rate, start, length, buffer, quality, sample.
    QByteArray stream = QByteArray("vidsMJPG") + little(0) + little(0) + little(0) + little(1)
        + little(perSecond) + little(0) + little(frames) + little(100'000) + little(0xFFFFFFFF)
        + little(0) + QByteArray(8, '\0');
    // BITMAPINFOHEADER; planes and bits share four bytes.
    QByteArray format = little(40) + little(wide) + little(high) + little(1 | 24U << 16)
        + QByteArray("MJPG") + little(wide * high * 3) + QByteArray(16, '\0');
    const QByteArray streams
        = chunk("LIST", QByteArray("strl") + chunk("strh", stream) + chunk("strf", format));
    const QByteArray header = chunk("LIST", QByteArray("hdrl") + chunk("avih", main) + streams);
    return chunk(
        "RIFF", QByteArray("AVI ") + header + chunk("LIST", QByteArray("movi") + pictures));
}

/// A GIF of one pixel that is red and then green, `hundredths` of a second each (GIF89a; the LZW
/// codes are "clear", the pixel, "end").
inline QByteArray redThenGreen(char hundredths)
{
    const auto frame = [hundredths](char pixel) -> QByteArray {
        QByteArray bytes("\x21\xF9\x04\x00", 4);
        bytes += hundredths;
        bytes += QByteArray("\x00\x00\x00\x2C\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02", 15);
        bytes += pixel;
        return bytes + QByteArray("\x01\x00", 2);
    };
    return QByteArray("GIF89a\x01\x00\x01\x00\x80\x00\x00\xFF\x00\x00\x00\xFF\x00", 19)
        + frame('\x44') + frame('\x4C') + ';';
}

} // namespace antre::test
