// SPDX-License-Identifier: Apache-2.0
#include "source/sources.h"

#include "support/paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace antre::source {

// The same as .gitignore says; a clone from a tarball has no git to ask.
static bool isIgnored(const QString &path)
{
    const QString top = path.section(u'/', 0, 0);
    return top == QLatin1String("build") || top.startsWith(QLatin1String("build-"))
        || top == QLatin1String(".git") || top == QLatin1String(".cache")
        || top == QLatin1String("CMakeUserPresets.json") || path.endsWith(QLatin1String(".fail"));
}

static bool isText(const QByteArray &bytes) { return !bytes.left(8000).contains('\0'); }

Files projectFiles()
{
    const QDir root(antre::sourceRoot());
    Files files;
    QDirIterator entries(root.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = root.relativeFilePath(entries.next());
        if (isIgnored(path))
            continue;
        QFile file(root.filePath(path));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (isText(bytes))
            files.append({path, QString::fromUtf8(bytes)});
    }
    std::ranges::sort(files, {}, &File::path);
    return files;
}

QStringList topLevelEntries()
{
    const QDir root(antre::sourceRoot());
    QStringList names = root.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.removeIf(isIgnored);
    return names;
}

namespace {

// Walks through C++ text once and blanks what is not code.
class Blanker
{
public:
    explicit Blanker(const QString &text)
        : m_text(text)
        , m_out(text)
    {
    }

    QString run()
    {
        while (m_at < m_text.size())
            step();
        return m_out;
    }

private:
    void step()
    {
        if (isAt("//") || (startsLine() && m_text[m_at] == u'#'))
            return blankTo(endOfLogicalLine());
        if (isAt("/*"))
            return blankTo(after(QStringLiteral("*/"), m_at + 2));
        if (isAt("R\"") && (m_at == 0 || !isWord(m_text[m_at - 1])))
            return blankRawString();
        if (m_text[m_at] == u'"')
            return blankQuoted(u'"');
        if (m_text[m_at] == u'\'' && !isInNumber())
            return blankQuoted(u'\'');
        ++m_at;
    }

    static bool isWord(QChar c) { return c.isLetterOrNumber() || c == u'_'; }
    bool isAt(const char *what) const
    {
        return QStringView(m_text).mid(m_at).startsWith(QLatin1String(what));
    }

    // 1'000: the apostrophe separates digits.
    bool isInNumber() const
    {
        qsizetype start = m_at;
        while (start > 0 && (isWord(m_text[start - 1]) || m_text[start - 1] == u'\''))
            --start;
        return m_text[start].isDigit();
    }

    bool startsLine() const
    {
        for (qsizetype i = m_at - 1; i >= 0 && m_text[i] != u'\n'; --i)
            if (!m_text[i].isSpace())
                return false;
        return true;
    }

    qsizetype after(const QString &what, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(what, from);
        return found < 0 ? m_text.size() : found + what.size();
    }

    qsizetype endOfLogicalLine() const
    {
        qsizetype end = m_text.indexOf(u'\n', m_at);
        while (end > 0 && m_text[end - 1] == u'\\')
            end = m_text.indexOf(u'\n', end + 1);
        return end < 0 ? m_text.size() : end;
    }

    void blankRawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString end = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        blankTo(after(end, open));
    }

    void blankQuoted(QChar quote)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote && m_text[end] != u'\n')
            end += m_text[end] == u'\\' ? 2 : 1;
        blankTo(std::min(end + 1, m_text.size()));
    }

    void blankTo(qsizetype end)
    {
        for (; m_at < end; ++m_at)
            if (m_text[m_at] != u'\n')
                m_out[m_at] = u' ';
    }

    const QString &m_text;
    QString m_out;
    qsizetype m_at = 0;
};

} // namespace

QString codeOnly(const QString &text) { return Blanker(text).run(); }

int lineAt(const QString &text, qsizetype offset)
{
    return int(QStringView(text).left(offset).count(u'\n')) + 1;
}

QString fault(const File &file, int line, const QString &sentence)
{
    return QStringLiteral("%1:%2: %3").arg(file.path).arg(line).arg(sentence);
}

} // namespace antre::source
