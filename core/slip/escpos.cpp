// SPDX-License-Identifier: Apache-2.0
#include "slip/escpos.h"

#include "base/check.h"
#include "base/overloaded.h"
#include "slip/slipraster.h"
#include "slip/sliptext.h"

#include <algorithm>
#include <initializer_list>

namespace antre {

namespace {

constexpr char ESC = 0x1B;
constexpr char FS = 0x1C;
constexpr char GS = 0x1D;
constexpr char LF = 0x0A;

/// Writes commands, and each setting only when it changes.
class Writer
{
public:
    explicit Writer(int stepsPerDot)
        : m_stepsPerDot(stepsPerDot)
    {
        command({FS, '.'});
        command({ESC, '@'});
        command({FS, '.'});
        command({ESC, 't', 0});
    }

    void feed(int dots)
    {
        for (int steps = dots * m_stepsPerDot; steps > 0; steps -= stepsMax)
            command({ESC, 'J', char(std::min(steps, stepsMax))});
    }

    void text(const SlipTextRow &row)
    {
        set(m_pitch, row.pitch, {ESC, '3', char(row.pitch * m_stepsPerDot)});
        set(m_centred, int(row.centred), {ESC, 'a', char(row.centred)});
        set(m_scale, row.scale, {GS, '!', char((row.scale - 1) * 0x11)});
        for (const SlipRun &run : row.runs) {
            set(m_bold, int(run.bold), {ESC, 'E', char(run.bold)});
            m_bytes += printerBytes(run.text);
        }
        m_bytes += LF;
    }

    void picture(const QImage &image)
    {
        set(m_centred, 0, {ESC, 'a', 0});
        const int rowBytes = image.width() / 8;
        for (int y = 0; y < image.height(); y += rowsMax) {
            const int rows = std::min(rowsMax, image.height() - y);
            command({GS, 'v', '0', 0, char(rowBytes % 256), char(rowBytes / 256), char(rows), 0});
            m_bytes += rasterBytes(image.copy(0, y, image.width(), rows));
        }
    }

    void cut() { command({GS, 'V', 66, 0}); }
    QByteArray take() { return std::move(m_bytes); }

private:
    static constexpr int stepsMax = 255;
    static constexpr int rowsMax = 255; ///< some models look at yL only

    void command(std::initializer_list<char> bytes)
    {
        m_bytes.append(bytes.begin(), qsizetype(bytes.size()));
    }
    void set(int &current, int wanted, std::initializer_list<char> bytes)
    {
        if (std::exchange(current, wanted) != wanted)
            command(bytes);
    }

    int m_stepsPerDot;
    QByteArray m_bytes;
    // As ESC @ leaves them; the pitch differs between models.
    int m_pitch = 0;
    int m_centred = 0;
    int m_scale = 1;
    int m_bold = 0;
};

} // namespace

QByteArray escposBytes(const Slip &slip, const PrinterProfile &profile)
{
    ANTRE_MUST(slip.width <= profile.width && profile.stepsPerDot >= 1 && profile.stepsPerDot <= 4);
    Writer write(profile.stepsPerDot);
    int y = 0;
    const auto advanceTo = [&](int top) {
        write.feed(top - y);
        y = top;
    };
    for (const SlipBlock &block : slip.blocks) {
        std::visit(Overloaded{[&](const SlipTextRow &row) {
                                  advanceTo(row.y);
                                  write.text(row);
                                  y += row.pitch;
                              },
                       [&](const SlipRaster &raster) {
                           advanceTo(raster.y);
                           write.picture(raster.image);
                           y += raster.image.height();
                       }},
            block);
    }
    advanceTo(slip.height);
    constexpr int tearBar = 8 * 8; // millimetres from head to tear bar, at 8 dots each
    if (profile.cutter)
        write.cut();
    else
        write.feed(tearBar);
    return write.take();
}

} // namespace antre
