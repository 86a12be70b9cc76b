// SPDX-License-Identifier: Apache-2.0
#include "display/picturereader.h"

#include <QFileInfo>

namespace antre {

static constexpr qint64 bytesMax = 64 * 1024 * 1024;
static constexpr Milliseconds delayMin{40};

const QStringList &pictureSuffixes()
{
    static const QStringList suffixes{QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("png"), QStringLiteral("gif"), QStringLiteral("webp"),
        QStringLiteral("bmp")};
    return suffixes;
}

PictureReader::PictureReader(const QString &path, QSize room)
    : m_path(path)
    , m_room(room)
    , m_reader(path)
{
    m_reader.setDecideFormatFromContent(true);
    m_reader.setAutoTransform(true);
}

Result<PictureFrame> PictureReader::next()
{
    if (QFileInfo(m_path).size() > bytesMax)
        return failure(ErrorCode::Invalid,
            QStringLiteral("it has more than %1 MiB").arg(bytesMax / 1024 / 1024));
    if (!m_scaled.isValid()) {
        // As it is in the file, before it is turned the way it was taken.
        const bool liesOnItsSide
            = m_reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        m_scaled = m_reader.size().scaled(
            liesOnItsSide ? m_room.transposed() : m_room, Qt::KeepAspectRatio);
    }
    if (m_scaled.isValid())
        m_reader.setScaledSize(m_scaled);
    PictureFrame frame;
    frame.image = m_reader.read();
    if (frame.image.isNull())
        return failure(ErrorCode::Corrupt, m_reader.errorString());
    if (m_reader.supportsAnimation() && m_reader.imageCount() > 1) {
        frame.delay = std::max(delayMin, Milliseconds(m_reader.nextImageDelay()));
        frame.isLast
            = !m_reader.canRead() || m_reader.currentImageNumber() >= m_reader.imageCount() - 1;
    }
    return frame;
}

} // namespace antre
