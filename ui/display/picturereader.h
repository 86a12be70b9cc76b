// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "base/result.h"

#include <QImageReader>

namespace antre {

/// One picture of a file: the only one, or the next of an animation.
struct PictureFrame
{
    QImage image;
    Milliseconds delay{0}; ///< until the next one; 0: there is only this one
    bool isLast = true; ///< then an animation begins anew
};

/// Reads a picture file, each frame as large as fits into a room. What it is is seen by its
/// content. One thread at a time.
class PictureReader
{
public:
    PictureReader(const QString &path, QSize room);
    /// REQUIRES: the frame before was not the last.
    [[nodiscard]] Result<PictureFrame> next();
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    QSize m_room;
    QSize m_scaled; ///< of what lies in the file
    QImageReader m_reader;
};

/// "jpg", "png", ...
[[nodiscard]] const QStringList &pictureSuffixes();

} // namespace antre
