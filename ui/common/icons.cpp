// SPDX-License-Identifier: Apache-2.0
#include "common/icons.h"

#include <QDebug>
#include <QFile>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace antre {

// SVG Tiny has no currentColor from outside: the word is replaced before the renderer sees it.
static QPixmap paintedSvg(const QString &path, QSize size, QColor colour, qreal ratio)
{
    const QString key = path % u'/' % QString::number(size.width()) % u'x'
        % QString::number(size.height()) % u'/' % colour.name() % u'/' % QString::number(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("Missing picture %s", qUtf8Printable(path));
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    pixmap = QPixmap(
        QSize(int(std::ceil(size.width() * ratio)), int(std::ceil(size.height() * ratio))));
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

static QString iconPath(const QString &name) { return u":/antre/icons/" % name % u".svg"; }

bool hasIcon(const QString &name) { return QFile::exists(iconPath(name)); }

QPixmap icon(const QString &name, int pixels, QColor colour, qreal devicePixelRatio)
{
    const QSize size(std::max(1, pixels), std::max(1, pixels));
    if (!hasIcon(name)) {
        qWarning("No icon named %s", qUtf8Printable(name));
        return paintedSvg(iconPath(QStringLiteral("ui-document")), size, colour, devicePixelRatio);
    }
    return paintedSvg(iconPath(name), size, colour, devicePixelRatio);
}

void paintIcon(QPainter &painter, const QRect &box, const QString &name, QColor colour, int pixels)
{
    const int side = pixels > 0 ? pixels : std::min(box.width(), box.height());
    QRect square(0, 0, side, side);
    square.moveCenter(box.center());
    painter.drawPixmap(
        square.topLeft(), icon(name, side, colour, painter.device()->devicePixelRatioF()));
}

void paintMark(QPainter &painter, const QRect &box, QColor colour)
{
    painter.drawPixmap(box.topLeft(),
        paintedSvg(QStringLiteral(":/antre/look/mark.svg"), box.size(), colour,
            painter.device()->devicePixelRatioF()));
}

QPixmap motifTile(int height, QColor colour, qreal devicePixelRatio)
{
    return paintedSvg(QStringLiteral(":/antre/look/motif-band.svg"), QSize(height * 6, height),
        colour, devicePixelRatio);
}

} // namespace antre
