// SPDX-License-Identifier: Apache-2.0
#include "support/virtualprinter/escposmachine.h"

#include "scan/qrcode.h"
#include "slip/dotfont.h"

#include <algorithm>
#include <iconv.h>
#include <map>
#include <utility>

namespace antre {

static constexpr int defaultPitch = 30;
static constexpr char clearCommand[] = "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08";

EscposMachine::Model EscposMachine::Model::clone()
{
    return {.processReceipt = false, .clears = false, .maker = {}, .name = {}};
}

EscposMachine::Model EscposMachine::Model::muteClone()
{
    return {.realTime = false,
        .automatic = false,
        .statusReceipt = false,
        .processReceipt = false,
        .clears = false,
        .maker = {},
        .name = {}};
}

EscposMachine::EscposMachine(Model model)
    : m_model(std::move(model))
    , m_paper(blankPaper(m_model.width, m_model.headToCutter))
    , m_head(m_model.headToCutter)
{
    reset();
}

void EscposMachine::reset()
{
    m_line.clear();
    m_lineText.clear();
    m_lineWidth = 0;
    m_pitch = defaultPitch;
    m_alignment = 0;
    m_scaleX = m_scaleY = 1;
    m_bold = false;
    m_doubleByteMode = m_model.doubleByte;
    m_automaticStatus = false;
    m_codeText.clear();
    m_codeModule = 3;
}

bool EscposMachine::isReady() const
{
    return !m_faults.paperOut && !m_faults.coverOpen && !m_faults.offline && !m_jammed;
}

void EscposMachine::allow(int dots)
{
    // A motor that stands saves nothing up, and for what a picture ran ahead it is waited.
    const int left = m_allowed.value_or(0);
    m_allowed = (m_buffer.isEmpty() || m_wantsBytes ? std::min(left, 0) : left) + dots;
    run();
}

void EscposMachine::allowAll()
{
    m_allowed.reset();
    run();
}

void EscposMachine::forget()
{
    m_buffer.clear();
    m_recent.clear();
    m_answers.clear();
    m_jammed = false;
    reset();
}

void EscposMachine::setFaults(const PrinterFaults &faults)
{
    m_faults = faults;
    m_jammed = m_jammed && faults.cutter;
    if (m_automaticStatus)
        sendAutomaticStatus();
    run();
}

void EscposMachine::receive(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        m_buffer += byte;
        watchRealTime(byte);
    }
    run();
}

void EscposMachine::watchRealTime(char byte)
{
    m_recent += byte;
    if (m_recent.size() > 256)
        m_recent.remove(0, 246);
    const qsizetype size = m_recent.size();
    if (byte >= 1 && byte <= 4 && size >= 3 && m_recent[size - 3] == 0x10
        && m_recent[size - 2] == 0x04)
        answerStatus(byte);
    if (m_model.clears && byte == clearCommand[9]
        && m_recent.endsWith(QByteArrayView(clearCommand, 10)))
        clearBuffer();
}

void EscposMachine::clearBuffer()
{
    m_buffer.clear();
    m_line.clear();
    m_lineText.clear();
    m_lineWidth = 0;
    answer(QByteArray("\x37\x25\x00", 3));
}

/// DLE EOT n: bits 1 and 4 are always set, which tells the answer from others.
void EscposMachine::answerStatus(int kind)
{
    if (!m_model.realTime)
        return;
    int status = 0x12;
    if (kind == 1 && !isReady())
        status |= 0x08;
    if (kind == 2)
        status |= (m_faults.coverOpen ? 0x04 : 0) | (m_faults.paperOut ? 0x20 : 0)
            | (m_jammed ? 0x40 : 0);
    if (kind == 3)
        status |= m_jammed ? 0x08 : 0;
    if (kind == 4)
        status |= (m_faults.nearEnd ? 0x0C : 0) | (m_faults.paperOut ? 0x60 : 0);
    answer(QByteArray(1, char(status)));
}

/// The four bytes of GS a: bit 4 of the first is set, bits 0 and 1 are not.
void EscposMachine::sendAutomaticStatus()
{
    const int first = 0x10 | (isReady() ? 0 : 0x08) | (m_faults.coverOpen ? 0x20 : 0);
    const int third = (m_faults.nearEnd ? 0x03 : 0) | (m_faults.paperOut ? 0x0C : 0);
    answer(QByteArray() + char(first) + char(m_jammed ? 0x08 : 0) + char(third) + '\0');
}

void EscposMachine::answer(const QByteArray &bytes)
{
    if (!m_faults.mute)
        m_answers += bytes;
}

QByteArray EscposMachine::takeAnswers() { return std::exchange(m_answers, {}); }

std::vector<QImage> EscposMachine::takeSlips() { return std::exchange(m_slips, {}); }

void EscposMachine::problem(const QString &sentence) { m_problems += sentence; }

void EscposMachine::note(const QString &line) { m_transcript += line; }

void EscposMachine::run()
{
    m_wantsBytes = false;
    while (isReady() && m_allowed.value_or(1) > 0) {
        const qsizetype used = m_buffer.isEmpty() ? 0 : step();
        m_wantsBytes = used == 0 && !m_jammed;
        if (used == 0)
            return;
        m_buffer.remove(0, used);
    }
}

/// Carries out what stands at the front of the buffer; 0: more bytes are needed.
qsizetype EscposMachine::step()
{
    switch (at(0)) {
    case 0x00:
        return 1;
    case 0x0A:
        printLine(m_pitch);
        return 1;
    case 0x0D:
        return 1;
    case 0x10:
        if (!has(3))
            return 0;
        if (at(1) == 0x14)
            return has(10) ? 10 : 0;
        if (at(1) != 0x04 && at(1) != 0x05)
            problem(QStringLiteral("unknown command 10 %1").arg(at(1), 2, 16, QLatin1Char('0')));
        return 3;
    case 0x1B:
        return stepEscape();
    case 0x1C:
        return stepChinese();
    case 0x1D:
        return stepGroup();
    default:
        if (at(0) < 0x20) {
            problem(QStringLiteral("stray control byte %1").arg(at(0), 2, 16, QLatin1Char('0')));
            return 1;
        }
        return stepText();
    }
}

qsizetype EscposMachine::stepEscape()
{
    if (!has(2))
        return 0;
    static const std::map<char, int> parameters{{'@', 0}, {'2', 0}, {'3', 1}, {'!', 1}, {'-', 1},
        {'E', 1}, {'G', 1}, {'J', 1}, {'M', 1}, {'R', 1}, {'a', 1}, {'d', 1}, {'t', 1}, {'{', 1},
        {' ', 1}, {'c', 2}, {'p', 3}, {'$', 2}};
    const char code = char(at(1));
    const auto found = parameters.find(code);
    if (found == parameters.end()) {
        problem(QStringLiteral("unknown command ESC %1").arg(QLatin1Char(code)));
        return 2;
    }
    const qsizetype size = 2 + found->second;
    if (!has(size))
        return 0;
    const int value = found->second > 0 ? at(2) : 0;
    note(QStringLiteral("ESC %1%2")
             .arg(QLatin1Char(code))
             .arg(found->second > 0 ? QStringLiteral(" %1").arg(value) : QString()));
    switch (code) {
    case '@':
        reset();
        break;
    case '2':
        m_pitch = defaultPitch;
        break;
    case '3':
        m_pitch = value / m_model.stepsPerDot;
        break;
    case 'E':
        m_bold = value & 1;
        break;
    case 'J':
        printLine(0);
        feed(value / m_model.stepsPerDot);
        break;
    case 'd':
        printLine(0);
        feed(value * m_pitch);
        break;
    case 'a':
        if (!m_line.empty())
            problem(QStringLiteral("ESC a in the middle of a line"));
        m_alignment = value % 48;
        break;
    case 't':
        if (value != m_model.codePage437)
            problem(QStringLiteral("code page %1 differs between makers").arg(value));
        break;
    default:
        problem(QStringLiteral("ESC %1 is not modelled").arg(QLatin1Char(code)));
    }
    return size;
}

qsizetype EscposMachine::stepChinese()
{
    if (!has(2))
        return 0;
    note(QStringLiteral("FS %1").arg(QLatin1Char(char(at(1)))));
    if (at(1) == '.')
        m_doubleByteMode = false;
    else if (at(1) == '&')
        m_doubleByteMode = true;
    else
        problem(QStringLiteral("unknown command FS %1").arg(QLatin1Char(char(at(1)))));
    return 2;
}

qsizetype EscposMachine::stepGroup()
{
    if (!has(3))
        return 0;
    switch (at(1)) {
    case 'v':
        return stepPicture();
    case '(':
        return stepFunction();
    case 'V':
        return stepCut();
    case '!':
        note(QStringLiteral("GS ! %1").arg(at(2)));
        m_scaleX = (at(2) >> 4) + 1;
        m_scaleY = (at(2) & 7) + 1;
        return 3;
    case 'a':
        note(QStringLiteral("GS a %1").arg(at(2)));
        m_automaticStatus = at(2) != 0 && m_model.automatic;
        if (m_automaticStatus)
            sendAutomaticStatus();
        return 3;
    case 'r':
        note(QStringLiteral("GS r %1").arg(at(2)));
        if (m_model.statusReceipt)
            answer(QByteArray(1, char(m_faults.nearEnd ? 0x03 : 0x00)));
        return 3;
    case 'I':
        return stepIdentity();
    default:
        problem(QStringLiteral("unknown command GS %1").arg(QLatin1Char(char(at(1)))));
        return 2;
    }
}

/// GS v 0 m xL xH yL yH, then rows of 8 dots a byte.
qsizetype EscposMachine::stepPicture()
{
    if (!has(8))
        return 0;
    const int rowBytes = at(4) + 256 * at(5);
    const int rows = at(6) + 256 * at(7);
    const qsizetype size = 8 + qsizetype(rowBytes) * rows;
    if (!has(size))
        return 0;
    note(QStringLiteral("GS v 0 %1x%2").arg(rowBytes * 8).arg(rows));
    if (at(2) != '0' || at(3) != 0)
        problem(QStringLiteral("a picture mode that is not modelled"));
    if (!m_line.empty())
        problem(QStringLiteral("a picture in the middle of a line"));
    if (rows > 255)
        problem(QStringLiteral("a picture higher than 255 rows"));
    QImage picture = blankPaper(rowBytes * 8, rows);
    for (qsizetype i = 0; i < qsizetype(rowBytes) * rows; ++i) {
        picture.scanLine(int(i / rowBytes))[i % rowBytes] = uchar(m_buffer[8 + i]);
        const int next = 9 + i < size ? at(9 + i) : 0;
        if (at(8 + i) == 0x10 && (next == 0x04 || next == 0x05 || next == 0x14))
            problem(QStringLiteral("a real-time command inside a picture"));
    }
    putOnPaper(picture, m_alignment == 1 ? (m_model.width - picture.width()) / 2 : 0);
    feed(rows);
    return size;
}

/// GS ( x pL pH and that many bytes. Function 48 of H asks for a receipt, answered in its turn.
qsizetype EscposMachine::stepFunction()
{
    if (!has(5))
        return 0;
    const qsizetype size = 5 + at(3) + 256 * at(4);
    if (!has(size))
        return 0;
    note(QStringLiteral("GS ( %1").arg(QLatin1Char(char(at(2)))));
    if (at(2) == 'H' && size == 11 && at(5) == '0' && at(6) == '0' && m_model.processReceipt)
        answer(QByteArray("\x37\x22", 2) + m_buffer.mid(7, 4) + '\0');
    else if (at(2) == 'k' && size >= 8 && at(5) == '1')
        stepCode(at(6), m_buffer.mid(7, size - 7));
    else
        problem(QStringLiteral("GS ( %1 is not modelled").arg(QLatin1Char(char(at(2)))));
    return size;
}

/// GS I 66 asks for the maker, 67 for the model; others answer with one byte, which is not
/// modelled.
qsizetype EscposMachine::stepIdentity()
{
    note(QStringLiteral("GS I %1").arg(at(2)));
    const QByteArray name = at(2) == 66 ? m_model.maker : at(2) == 67 ? m_model.name : QByteArray();
    if (!name.isEmpty())
        answer('\x5F' + name + '\0');
    return 3;
}

/// The QR functions of GS ( k: model, module, correction, store, print. The printer draws no
/// border.
void EscposMachine::stepCode(int function, const QByteArray &parameters)
{
    switch (function) {
    case 65:
        if (parameters != QByteArray("2\0", 2))
            problem(QStringLiteral("a QR model that is not modelled"));
        break;
    case 67:
        m_codeModule = uchar(parameters.front());
        break;
    case 69:
        if (parameters != "1")
            problem(QStringLiteral("an error correction that is not modelled"));
        break;
    case 80:
        m_codeText = QString::fromUtf8(parameters.mid(1));
        break;
    case 81:
        if (const auto code = qrPicture(m_codeText, m_codeModule)) {
            const int border = qrQuietModules * m_codeModule;
            const QImage modules
                = code->copy(code->rect().adjusted(border, border, -border, -border));
            putOnPaper(modules, m_alignment == 1 ? (m_model.width - modules.width()) / 2 : 0);
            feed(modules.height());
        } else {
            problem(QStringLiteral("no code for this text"));
        }
        break;
    default:
        problem(QStringLiteral("QR function %1 is not modelled").arg(function));
    }
}

qsizetype EscposMachine::stepCut()
{
    const bool feedsFirst = at(2) == 65 || at(2) == 66;
    if (feedsFirst && !has(4))
        return 0;
    if (m_faults.cutter) {
        m_jammed = true;
        if (m_automaticStatus)
            sendAutomaticStatus();
        return 0; // it stays in the buffer, and is carried out when the jam is over
    }
    note(QStringLiteral("GS V %1").arg(at(2)));
    if (!m_line.empty()) {
        problem(QStringLiteral("text without a line feed before the cut"));
        m_line.clear();
        m_lineText.clear();
        m_lineWidth = 0;
    }
    if (feedsFirst)
        feed(m_model.headToCutter + at(3));
    cutAt(m_head - m_model.headToCutter);
    return feedsFirst ? 4 : 3;
}

static QString fromCodePage437(const QByteArray &bytes)
{
    const iconv_t converter = iconv_open("UTF-8", "CP437");
    QByteArray input = bytes;
    QByteArray output(bytes.size() * 4, '\0');
    char *from = input.data();
    char *to = output.data();
    size_t fromLeft = size_t(input.size());
    size_t toLeft = size_t(output.size());
    iconv(converter, &from, &fromLeft, &to, &toLeft);
    iconv_close(converter);
    return QString::fromUtf8(output.constData(), to - output.constData());
}

qsizetype EscposMachine::stepText()
{
    qsizetype size = 0;
    while (size < m_buffer.size() && at(size) >= 0x20)
        ++size;
    const QByteArray bytes = m_buffer.left(size);
    const bool plain = std::ranges::all_of(bytes, [](char byte) { return uchar(byte) < 0x80; });
    if (m_doubleByteMode && !plain)
        problem(QStringLiteral("bytes above 7F in double-byte mode"));
    const QString text = fromCodePage437(bytes);
    note(QLatin1Char('"') + text + QLatin1Char('"'));
    addText(text);
    return size;
}

void EscposMachine::addText(const QString &text)
{
    for (const QChar letter : text) {
        const QSize size(cellWidth * m_scaleX, cellHeight * m_scaleY);
        const QImage cell = m_model.draws ? dotText(QString(letter), m_bold).scaled(size)
                                          : blankPaper(size.width(), size.height());
        if (m_lineWidth + cell.width() > m_model.width) {
            problem(QStringLiteral("a line too long for the paper"));
            printLine(m_pitch);
        }
        m_lineWidth += cell.width();
        m_line.push_back(cell);
        m_lineText += letter;
    }
}

/// Prints the waiting line, if any, and feeds by its height but at least `feedMin`.
void EscposMachine::printLine(int feedMin)
{
    int x = m_alignment == 1 ? (m_model.width - m_lineWidth) / 2
        : m_alignment == 2   ? m_model.width - m_lineWidth
                             : 0;
    int height = 0;
    for (const QImage &cell : m_line) {
        putOnPaper(cell, x);
        x += cell.width();
        height = std::max(height, cell.height());
    }
    if (!m_lineText.isEmpty())
        m_lines += m_lineText;
    m_line.clear();
    m_lineText.clear();
    m_lineWidth = 0;
    feed(std::max(height, feedMin));
}

void EscposMachine::putOnPaper(const QImage &ink, int x)
{
    if (x < 0 || x + ink.width() > m_model.width)
        problem(QStringLiteral("dots beyond the edge of the paper"));
    if (!m_model.draws)
        return;
    const int bottom = m_head + ink.height();
    if (bottom > m_paper.height()) {
        const QImage before = m_paper;
        m_paper = blankPaper(m_model.width, bottom);
        putInk(m_paper, before, 0, 0);
    }
    putInk(m_paper, ink, x, m_head);
    m_marks += ink != blankPaper(ink.width(), ink.height()) ? 1 : 0;
}

void EscposMachine::feed(int dots)
{
    m_head += dots;
    if (m_allowed)
        *m_allowed -= dots;
    if (m_paperLeft >= 0) {
        m_paperLeft -= dots;
        if (m_paperLeft < 0) {
            m_paperLeft = -1;
            m_faults.paperOut = true;
            if (m_automaticStatus)
                sendAutomaticStatus();
        }
    }
}

void EscposMachine::cutAt(int row)
{
    m_lines += QString();
    const int left = m_head - row;
    if (!m_model.draws) {
        m_head = left;
        return;
    }
    QImage slip = blankPaper(m_model.width, std::max(row, 1));
    putInk(slip, m_paper, 0, 0);
    m_slips.push_back(slip);
    QImage rest = blankPaper(m_model.width, left);
    putInk(rest, m_paper, 0, -row);
    if (rest != blankPaper(m_model.width, left))
        problem(QStringLiteral("print left behind the cutter"));
    m_paper = rest;
    m_head = left;
}

bool EscposMachine::hasUncutPrint() const
{
    return m_paper != blankPaper(m_paper.width(), m_paper.height());
}

} // namespace antre
