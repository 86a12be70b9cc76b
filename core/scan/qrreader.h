// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

#include <memory>
#include <optional>

class QZXing;

namespace antre {

/// Finds a QR code in a picture. One reader belongs to one thread at a time.
///
/// For the next implementer: `read` takes any QImage format, may take some 60 ms, gives the first
/// code it finds and nothing when there is none; pictures come from cameras, so no picture is an
/// error.
class QrReader
{
public:
    virtual ~QrReader() = default;
    [[nodiscard]] virtual std::optional<QString> read(const QImage &picture) = 0;
};

/// Reads with QZXing, in steps from cheap to thorough: as the library does it, with a threshold
/// that follows uneven light, both again at half size (noise averages out), and both on the
/// negative (a phone's dark mode).
class QZXingReader final : public QrReader
{
public:
    QZXingReader();
    ~QZXingReader() override;
    [[nodiscard]] std::optional<QString> read(const QImage &picture) override;

private:
    [[nodiscard]] QString readPlain(const QImage &grey);

    std::unique_ptr<QZXing> m_decoder;
};

} // namespace antre
