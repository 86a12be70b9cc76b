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

/// Reads with QZXing, in steps from cheap to thorough, each with one threshold for all and with one
/// that follows uneven light: at half size (noise averages out), as it is, as a negative (a phone's
/// dark mode), with noise smoothed away and contrast stretched, and with edges sharpened.
class QZXingReader final : public QrReader
{
public:
    enum class Pace {
        Thorough, ///< all steps: for one picture
        Stream, ///< the first and one of the others in turn: a camera shows the code again at once
    };
    explicit QZXingReader(Pace pace = Pace::Thorough);
    ~QZXingReader() override;
    [[nodiscard]] std::optional<QString> read(const QImage &picture) override;

private:
    [[nodiscard]] QString readPlain(const QImage &grey);
    [[nodiscard]] QString readBoth(const QImage &grey);

    std::unique_ptr<QZXing> m_decoder;
    Pace m_pace;
    int m_step = 0; ///< the next in turn
};

} // namespace antre
