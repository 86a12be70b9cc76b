// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "display/halldisplay.h"
#include "support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QPainter>
#include <QTemporaryDir>
#include <QTranslator>

/// Photographs of the hall's display, and what can be found in them; pictures that it may show.
namespace antre::test {

/// The program's translation in the language asked for; English needs none.
struct Speaking
{
    explicit Speaking(const QString &code)
        : language(code)
    {
        if (language == QLatin1String("id")) {
            REQUIRE(translator.load(QStringLiteral(":/i18n/antre_id.qm")));
            QCoreApplication::installTranslator(&translator);
        }
    }
    ~Speaking() { QCoreApplication::removeTranslator(&translator); }
    Q_DISABLE_COPY_MOVE(Speaking)

    QString language;
    QTranslator translator;
};

inline const std::vector<QSize> screens{
    {1920, 1080}, {1080, 1920}, {1280, 720}, {1024, 768}, {3840, 2160}};

inline QString nameOf(QSize size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

/// Kept for looking at when ANTRE_PHOTOS names a folder.
inline QImage photograph(HallDisplay &display, const QString &name)
{
    QCoreApplication::sendPostedEvents(); // what waits for its place gets it
    const QImage image = display.grab().toImage();
    const QString folder = qEnvironmentVariable("ANTRE_PHOTOS");
    if (!folder.isEmpty())
        image.save(QDir(folder).filePath(name + QStringLiteral(".png")));
    return image;
}

/// How many pixels of exactly this colour there are.
inline qsizetype count(const QImage &any, QColor colour)
{
    const QImage image = any.convertToFormat(QImage::Format_RGB32);
    qsizetype pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        pixels += std::count(line, line + image.width(), colour.rgb());
    }
    return pixels;
}

inline QColor hall(Colour colour) { return Theme::hall(1920).colour(colour); }

/// A folder as staff fill it, and the show's memory beside it.
class PictureFolder
{
public:
    PictureFolder() { REQUIRE(QDir(m_folder.path()).mkdir(QStringLiteral("media"))); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("media")); }
    [[nodiscard]] QString memory() const
    {
        return m_folder.filePath(QStringLiteral("slides.json"));
    }
    [[nodiscard]] QString file(const char *name) const
    {
        return QDir(path()).filePath(QString::fromUtf8(name));
    }
    /// One colour, and a line of words across.
    void addPoster(const char *name, QColor colour = QColor(0x1A, 0x63, 0x39),
        QSize size = QSize(1280, 720)) const
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        QPainter painter(&image);
        painter.setPen(Qt::white);
        QFont font = painter.font();
        font.setPixelSize(size.height() / 10);
        painter.setFont(font);
        painter.drawText(image.rect(), Qt::AlignCenter, QStringLiteral("Layanan tanpa pungutan"));
        REQUIRE(image.save(file(name)));
    }
    void addFile(const char *name, const QByteArray &content) const
    {
        QFile file(this->file(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace antre::test
