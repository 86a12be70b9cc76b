// SPDX-License-Identifier: Apache-2.0
#include "antrectl/qrtext.h"

#include "scan/qrcode.h"

#include <QImage>

namespace antre {

Result<QString> qrText(const QString &text)
{
    return qrModules(text).map([](const QImage &modules) {
        const auto isLight = [&](int x, int y) {
            return !modules.rect().contains(x, y) || qGray(modules.pixel(x, y)) > 127;
        };
        const QChar blocks[]{QLatin1Char(' '), QChar(0x2584), QChar(0x2580), QChar(0x2588)};
        QStringList lines;
        for (int y = -qrQuietModules; y < modules.height() + qrQuietModules; y += 2) {
            QString line;
            for (int x = -qrQuietModules; x < modules.width() + qrQuietModules; ++x)
                line += blocks[(isLight(x, y) ? 2 : 0) + (isLight(x, y + 1) ? 1 : 0)];
            lines.append(line);
        }
        return lines.join(QLatin1Char('\n'));
    });
}

} // namespace antre
