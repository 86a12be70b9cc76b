// SPDX-License-Identifier: Apache-2.0
#include "slip/sliptext.h"

#include "base/check.h"

#include <algorithm>
#include <array>
#include <utility>

namespace antre {

/// Code page 437 from 0x80 on, as Unicode.
static const QString &upperHalf()
{
    static const QString letters
        = QStringLiteral(u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟"
                         u"╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                         u"αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■");
    return letters;
}

static bool isPrinterLetter(QChar letter)
{
    return (letter >= QLatin1Char(' ') && letter <= QLatin1Char('~'))
        || upperHalf().contains(letter);
}

static QString plainForm(uint sign)
{
    switch (sign) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return QStringLiteral("-");
    case 0x2018:
    case 0x2019:
    case 0x02BC:
        return QStringLiteral("'");
    case 0x201C:
    case 0x201D:
        return QStringLiteral("\"");
    case 0x2026:
        return QStringLiteral("...");
    case 0x2022:
        return QStringLiteral("-");
    default:
        return {};
    }
}

/// The letter without its accents, when that leaves something the printer has.
static QString withoutAccents(const QString &letter)
{
    QString plain;
    for (const QChar part : letter.normalized(QString::NormalizationForm_KD))
        if (part.category() != QChar::Mark_NonSpacing)
            plain += part;
    return isPrinterText(plain) ? plain : letter;
}

/// What of one character may be printed; a blank for what moves the carriage.
static QString slipLetter(uint code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
        return QStringLiteral(" ");
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return {};
    default:
        break;
    }
    const auto code32 = char32_t(code);
    const QString letter = QString::fromUcs4(&code32, 1);
    if (QChar::isSpace(code))
        return QStringLiteral(" ");
    if (isPrinterText(letter))
        return letter;
    const QString plain = plainForm(code);
    return plain.isEmpty() ? withoutAccents(letter) : plain;
}

QString slipText(const QString &text)
{
    QString result;
    const QString composed = text.normalized(QString::NormalizationForm_C);
    for (qsizetype i = 0; i < composed.size(); ++i) {
        const QChar unit = composed[i];
        const bool pair
            = unit.isHighSurrogate() && i + 1 < composed.size() && composed[i + 1].isLowSurrogate();
        result += slipLetter(
            pair ? QChar::surrogateToUcs4(unit, composed[++i]) : uint(unit.unicode()));
    }
    return result.simplified();
}

bool isPrinterText(const QString &text) { return std::ranges::all_of(text, isPrinterLetter); }

QByteArray printerBytes(const QString &text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const QChar letter : text) {
        ANTRE_MUST(isPrinterLetter(letter));
        const qsizetype upper = upperHalf().indexOf(letter);
        bytes += upper >= 0 ? char(0x80 + upper) : char(letter.unicode());
    }
    return bytes;
}

static int cellsOf(char32_t letter)
{
    const QChar::Category category = QChar::category(letter);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    // Unicode Standard Annex 11, "wide" and "fullwidth", in whole blocks.
    constexpr std::array<std::pair<char32_t, char32_t>, 8> wide{
        {{0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
            {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}}};
    for (const auto &[from, to] : wide)
        if (letter >= from && letter <= to)
            return 2;
    return 1;
}

int cellCount(const QString &text)
{
    int cells = 0;
    for (const uint letter : text.toUcs4())
        cells += cellsOf(char32_t(letter));
    return cells;
}

/// As much of `text` as fits into `cells`, at least one letter.
static QString fitting(const QString &text, int cells)
{
    QString part;
    for (const uint letter : text.toUcs4()) {
        const QString more
            = part + QString::fromUcs4(reinterpret_cast<const char32_t *>(&letter), 1);
        if (!part.isEmpty() && cellCount(more) > cells)
            break;
        part = more;
    }
    return part;
}

QStringList wrapText(const QString &text, int cells, const QString &first, const QString &rest)
{
    QStringList lines;
    QString line = first;
    bool empty = true;
    for (QString word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!empty && cellCount(line) + 1 + cellCount(word) <= cells) {
            line += QLatin1Char(' ') + word;
            continue;
        }
        if (!empty)
            lines += std::exchange(line, rest);
        while (cellCount(line) + cellCount(word) > cells) {
            // In even parts: a last line of one letter is read as a word of its own.
            const int room = cells - cellCount(line);
            const int parts = (cellCount(word) + room - 1) / room;
            const QString part
                = fitting(word, std::min(room, (cellCount(word) + parts - 1) / parts));
            lines += line + part;
            line = rest;
            word.remove(0, part.size());
        }
        line += word;
        empty = false;
    }
    if (!empty)
        lines += line;
    return lines;
}

} // namespace antre
