// SPDX-License-Identifier: Apache-2.0
#include "slip/escpos.h"

#include "base/check.h"
#include "scan/qrcode.h"
#include "slip/slippicture.h"
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
    explicit Writer(const PrinterProfile &profile)
        : m_stepsPerDot(profile.stepsPerDot)
    {
        command({FS, '.'});
        command({ESC, '@'});
        command({FS, '.'});
        command({ESC, 't', char(profile.codePage)});
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

    /// Model 2, error correction M as in our own pictures; without border, which the caller feeds.
    void code(const QByteArray &text, int module)
    {
        set(m_centred, 1, {ESC, 'a', 1});
        function(65, QByteArray("2\0", 2));
        function(67, QByteArray(1, char(module)));
        function(69, "1");
        function(80, "0" + text);
        function(81, "0");
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
    /// GS ( k pL pH 49 fn parameters
    void function(int number, const QByteArray &parameters)
    {
        const qsizetype length = parameters.size() + 2;
        command({GS, '(', 'k', char(length % 256), char(length / 256), '1', char(number)});
        m_bytes += parameters;
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

/// Whether a code's text holds no byte that a printer could obey.
bool isPlain(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char byte) { return byte > ' ' && byte < 0x7F; });
}

/// Feeds to each block's top and writes it.
class BlockWriter
{
public:
    BlockWriter(Writer &write, bool nativeCode)
        : m_write(write)
        , m_nativeCode(nativeCode)
    {
    }

    void operator()(const SlipTextRow &row)
    {
        advanceTo(row.y);
        m_write.text(row);
        m_y += row.pitch;
    }
    void operator()(const SlipRaster &raster) { picture(raster.y, raster.image); }
    void operator()(const SlipCode &code)
    {
        const QByteArray text = code.text.toUtf8();
        if (!m_nativeCode || !isPlain(text))
            return picture(code.y, code.image);
        const int border = qrQuietModules * code.module;
        advanceTo(code.y + border);
        m_write.code(text, code.module);
        m_y += code.image.height() - 2 * border;
    }

    void picture(int y, const QImage &image)
    {
        advanceTo(y);
        m_write.picture(image);
        m_y += image.height();
    }
    void advanceTo(int y)
    {
        m_write.feed(y - m_y);
        m_y = y;
    }

private:
    Writer &m_write;
    bool m_nativeCode;
    int m_y = 0;
};

/// One past the last byte of a row that has ink; 0: the row is blank.
int inkedBytes(const QImage &paper, int y)
{
    int count = paper.width() / 8;
    while (count > 0 && paper.constScanLine(y)[count - 1] == 0)
        --count;
    return count;
}

/// The rows from `top` until `bottom`, without the white at the right.
QImage trimmed(const QImage &paper, int top, int bottom)
{
    int bytes = 1;
    for (int y = top; y < bottom; ++y)
        bytes = std::max(bytes, inkedBytes(paper, y));
    // A row's end and the next one's beginning could meet in a real-time command; a byte of white
    // between them can't. The whole width is known to have none.
    QImage part = paper.copy(0, top, bytes * 8, bottom - top);
    while (part.width() < paper.width() && withoutRealTimeCommands(part) != part)
        part = paper.copy(0, top, part.width() + 8, bottom - top);
    return part;
}

/// A paper's ink in pictures, with what is white for at least a millimetre left out: shorter gaps
/// would make the motor stop and start.
void writePaper(BlockWriter &blocks, const QImage &paper)
{
    constexpr int gapMin = 8;
    int top = -1; ///< of the picture that is being collected
    int bottom = 0; ///< one past its last row with ink
    for (int y = 0; y <= paper.height(); ++y) {
        const bool end = y == paper.height();
        const bool ink = !end && inkedBytes(paper, y) > 0;
        if (top >= 0 && (end || y - bottom >= gapMin)) {
            blocks.picture(top, trimmed(paper, top, bottom));
            top = -1;
        }
        if (ink) {
            top = top < 0 ? y : top;
            bottom = y + 1;
        }
    }
}

} // namespace

QByteArray escposBytes(const Slip &slip, const PrinterProfile &profile)
{
    ANTRE_MUST(slip.width <= profile.width && profile.stepsPerDot >= 1 && profile.stepsPerDot <= 4);
    ANTRE_MUST(profile.codePage >= 0 && profile.codePage <= 255);
    Writer write(profile);
    BlockWriter blocks(write, profile.nativeCode);
    switch (profile.render) {
    case SlipRender::Hybrid:
        for (const SlipBlock &block : slip.blocks)
            std::visit(blocks, block);
        break;
    case SlipRender::Raster:
        writePaper(blocks, withoutRealTimeCommands(slipPicture(slip)));
        break;
    }
    blocks.advanceTo(slip.height);
    if (profile.cutter)
        write.cut();
    else
        write.feed(profile.headToCutterMm * profile.dotsPerMm);
    return write.take();
}

int paperMillimetres(const Slip &slip, const PrinterProfile &profile)
{
    return slip.height / profile.dotsPerMm + profile.headToCutterMm;
}

} // namespace antre
