// SPDX-License-Identifier: Apache-2.0
#include "support/golden.h"

#include "support/paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <cstdio>

namespace antre {

static QString goldenPath(const QString &name) { return sourcePath("tests/data/") + name; }

static QString failedPath(const QString &name)
{
    const QString path = programPath("golden-failed/") + name;
    QDir().mkpath(path.section(QLatin1Char('/'), 0, -2));
    return path;
}

static bool isUpdating() { return qEnvironmentVariableIntValue("ANTRE_UPDATE_GOLDEN") == 1; }

static bool write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(QLatin1Char('/'), 0, -2));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool matchesGolden(const QString &name, const QByteArray &text)
{
    if (isUpdating())
        return write(goldenPath(name), text);
    QFile file(goldenPath(name));
    if (file.open(QIODevice::ReadOnly) && file.readAll() == text)
        return true;
    const QString failed = failedPath(name);
    write(failed, text);
    QProcess diff;
    diff.start(QStringLiteral("diff"), {QStringLiteral("-u"), goldenPath(name), failed});
    diff.waitForFinished();
    std::printf("%s\n", diff.readAllStandardOutput().constData());
    return false;
}

static int differentDots(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    return count;
}

bool matchesGoldenPicture(const QString &name, const QImage &picture, int dotsMax)
{
    if (isUpdating())
        return QDir().mkpath(goldenPath(name).section(QLatin1Char('/'), 0, -2))
            && picture.save(goldenPath(name));
    const QImage golden = QImage(goldenPath(name)).convertToFormat(QImage::Format_RGB32);
    const QImage found = picture.convertToFormat(QImage::Format_RGB32);
    const int different = golden.size() == found.size() ? differentDots(golden, found) : -1;
    if (different >= 0 && different <= dotsMax)
        return true;
    const QString failed = failedPath(name);
    picture.save(failed);
    std::printf("%s: %d dots differ, %d may; sizes %dx%d and %dx%d; see %s\n", qPrintable(name),
        different, dotsMax, golden.width(), golden.height(), found.width(), found.height(),
        qPrintable(failed));
    return false;
}

} // namespace antre
