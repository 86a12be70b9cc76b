// SPDX-License-Identifier: Apache-2.0
#include "server/qrsvg.h"

#include "scan/qrcode.h"

#include <QImage>

namespace antre {

Result<QString> qrSvg(const QString &text)
{
    return qrModules(text).map([](const QImage &modules) {
        QString path;
        for (int y = 0; y < modules.height(); ++y) {
            for (int x = 0; x < modules.width(); ++x) {
                if (modules.pixelIndex(x, y) == 1)
                    path += QStringLiteral("M%1 %2h1v1h-1z")
                                .arg(x + qrQuietModules)
                                .arg(y + qrQuietModules);
            }
        }
        return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %1\" "
                              "shape-rendering=\"crispEdges\"><path fill=\"#fff\" "
                              "d=\"M0 0h%1v%1h-%1z\"/><path d=\"%2\"/></svg>")
            .arg(QString::number(modules.width() + 2 * qrQuietModules), path);
    });
}

} // namespace antre
