// SPDX-License-Identifier: Apache-2.0
#include "scan/qrcode.h"

#include "base/check.h"

#include <zxing/qrcode/ErrorCorrectionLevel.h>
#include <zxing/qrcode/encoder/Encoder.h>

#include <exception>

namespace antre {

static QImage whiteMono(int side)
{
    QImage image(side, side, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    image.fill(0);
    return image;
}

Result<QImage> qrModules(const QString &text)
{
    if (text.isEmpty())
        return failure(ErrorCode::Invalid, QStringLiteral("a QR code needs a text"));
    try {
        const auto code = zxing::qrcode::Encoder::encode(
            text.toStdWString(), zxing::qrcode::ErrorCorrectionLevel::M);
        const auto matrix = code->getMatrix();
        const int side = int(matrix->getWidth());
        QImage modules = whiteMono(side);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                if (matrix->get(size_t(x), size_t(y)) == 1)
                    modules.setPixel(x, y, 1);
        return modules;
    } catch (const std::exception &error) {
        return failure(ErrorCode::Invalid,
            QStringLiteral("no QR code for %1 characters: %2")
                .arg(text.size())
                .arg(QString::fromLocal8Bit(error.what())));
    }
}

Result<QImage> qrPicture(const QString &text, int dotsPerModule)
{
    ANTRE_MUST(dotsPerModule > 0);
    return qrModules(text).map([dotsPerModule](const QImage &modules) {
        const int side = int(modules.width());
        QImage picture = whiteMono((side + 2 * qrQuietModules) * dotsPerModule);
        for (int y = 0; y < side * dotsPerModule; ++y)
            for (int x = 0; x < side * dotsPerModule; ++x)
                if (modules.pixelIndex(x / dotsPerModule, y / dotsPerModule) == 1)
                    picture.setPixel(
                        x + qrQuietModules * dotsPerModule, y + qrQuietModules * dotsPerModule, 1);
        return picture;
    });
}

} // namespace antre
