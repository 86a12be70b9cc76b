// SPDX-License-Identifier: Apache-2.0
#include "core/slip/escposgrammar.h"

#include <algorithm>

namespace antre {

namespace {

struct Form
{
    const char *prefix;
    const char *name;
    int parameters;
};

constexpr Form forms[] = {
    {"\x1C.", "FS .", 0},
    {"\x1B@", "ESC @", 0},
    {"\x1Bt", "ESC t", 1},
    {"\x1BJ", "ESC J", 1},
    {"\x1B\x33", "ESC 3", 1},
    {"\x1B\x61", "ESC a", 1},
    {"\x1B\x45", "ESC E", 1},
    {"\x1D!", "GS !", 1},
    {"\x1DV", "GS V", 2},
    {"\x1Dv\x30", "GS v 0", 5},
    {"\x1D(k", "GS ( k", 2},
    {"\n", "LF", 0},
};

int unsignedAt(const QByteArray &bytes, qsizetype index) { return uchar(bytes.at(index)); }

/// How many bytes of data follow the parameters; fewer than 0: they make no sense.
qsizetype dataLength(const EscposWord &word)
{
    const std::vector<int> &p = word.parameters;
    if (word.name == "GS v 0") {
        const int rowBytes = p[1] + 256 * p[2];
        const int rows = p[3] + 256 * p[4];
        return p[0] == 0 && rowBytes > 0 && rows > 0 && rows < 256 ? qsizetype(rowBytes) * rows
                                                                   : -1;
    }
    if (word.name == "GS ( k")
        return p[0] + 256 * p[1] >= 3 ? p[0] + 256 * p[1] : -1;
    if (word.name == "GS V")
        return p[0] == 66 && p[1] == 0 ? 0 : -1;
    if (word.name == "ESC t")
        return p[0] == 0 ? 0 : -1;
    if (word.name == "ESC a" || word.name == "ESC E")
        return p[0] <= 1 ? 0 : -1;
    if (word.name == "GS !")
        return p[0] == 0 || p[0] == 0x11 ? 0 : -1;
    return 0;
}

} // namespace

EscposStream EscposStream::parse(const QByteArray &bytes)
{
    EscposStream stream;
    qsizetype at = 0;
    const auto failed = [&] {
        stream.problem = QStringLiteral("at byte %1: %2")
                             .arg(at)
                             .arg(QString::fromLatin1(bytes.mid(at, 12).toHex(' ')));
        return stream;
    };
    while (at < bytes.size()) {
        EscposWord word{"text", {}, {}};
        while (at < bytes.size() && unsignedAt(bytes, at) >= 0x20 && bytes.at(at) != 0x7F)
            word.data += bytes.at(at++);
        if (!word.data.isEmpty()) {
            stream.words.push_back(word);
            continue;
        }
        const auto *form = std::ranges::find_if(forms, [&](const Form &candidate) {
            return QByteArrayView(bytes).sliced(at).startsWith(candidate.prefix);
        });
        if (form == std::end(forms))
            return failed();
        word.name = form->name;
        const qsizetype begin = at + qsizetype(qstrlen(form->prefix));
        if (begin + form->parameters > bytes.size())
            return failed();
        for (int i = 0; i < form->parameters; ++i)
            word.parameters.push_back(unsignedAt(bytes, begin + i));
        const qsizetype length = dataLength(word);
        if (length < 0 || begin + form->parameters + length > bytes.size())
            return failed();
        word.data = bytes.mid(begin + form->parameters, length);
        at = begin + form->parameters + length;
        stream.words.push_back(word);
    }
    return stream;
}

QString EscposStream::letters() const
{
    QString letters;
    for (const EscposWord &word : words)
        if (word.name == "text")
            letters += QString::fromLatin1(word.data);
    return letters.remove(QLatin1Char(' '));
}

int EscposStream::count(const QByteArray &name) const
{
    return int(std::ranges::count(words, name, &EscposWord::name));
}

int EscposStream::length(int codeModules) const
{
    int length = 0;
    int pitch = 0;
    int module = 0;
    for (const EscposWord &word : words) {
        if (word.name == "ESC J")
            length += word.parameters[0];
        else if (word.name == "ESC 3")
            pitch = word.parameters[0];
        else if (word.name == "LF")
            length += pitch;
        else if (word.name == "GS v 0")
            length += word.parameters[3];
        else if (word.name == "GS ( k" && word.data[1] == 67)
            module = word.data[2];
        else if (word.name == "GS ( k" && word.data[1] == 81)
            length += module * codeModules;
    }
    return length;
}

} // namespace antre
