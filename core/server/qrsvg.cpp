// SPDX-License-Identifier: Apache-2.0
#include "server/qrsvg.h"

#include "scan/qrcode.h"

#include <QImage>

namespace antre {

Result<QrPath> qrPath(const QString &text)
{
    return qrModules(text).map([](const QImage &modules) {
        QString path;
        for (int y = 0; y < modules.height(); ++y) {
            for (int x = 0; x < modules.width(); ++x) {
                const int from = x;
                while (x < modules.width() && modules.pixelIndex(x, y) == 1)
                    ++x;
                if (x > from)
                    path += QStringLiteral("M%1 %2h%3v1h-%3z").arg(from).arg(y).arg(x - from);
            }
        }
        return QrPath{path, int(modules.width())};
    });
}

Result<QString> qrSvg(const QString &text)
{
    return qrPath(text).map([](const QrPath &drawn) {
        return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-%1 -%1 %2 %2\" "
                              "shape-rendering=\"crispEdges\"><path fill=\"#fff\" "
                              "d=\"M-%1 -%1h%2v%2h-%2z\"/><path d=\"%3\"/></svg>")
            .arg(qrQuietModules)
            .arg(drawn.modules + 2 * qrQuietModules)
            .arg(drawn.path);
    });
}

} // namespace antre
