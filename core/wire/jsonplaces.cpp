// SPDX-License-Identifier: Apache-2.0
#include "wire/jsonplaces.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace antre {

TextPlace placeOfByte(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before
        = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(before.size() - lineStart) + 1};
}

/// How many bytes the well-formed character at `at` has; 0 when there is none. The second byte's
/// range depends on the first, so that overlong forms, surrogates and values above U+10FFFF fall
/// out.
static int characterLength(const uchar *at, qsizetype left)
{
    const uchar lead = at[0];
    if (lead < 0x80)
        return 1;
    const int length = lead >= 0xC2 && lead <= 0xDF ? 2
        : lead >= 0xE0 && lead <= 0xEF              ? 3
        : lead >= 0xF0 && lead <= 0xF4              ? 4
                                                    : 0;
    if (length == 0 || left < length)
        return 0;
    const uchar low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const uchar high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < low || at[1] > high)
        return 0;
    for (int i = 2; i < length; ++i) {
        if (at[i] < 0x80 || at[i] > 0xBF)
            return 0;
    }
    return length;
}

std::optional<qsizetype> firstInvalidUtf8(const QByteArray &text)
{
    const auto *bytes = reinterpret_cast<const uchar *>(text.constData());
    for (qsizetype at = 0; at < text.size();) {
        const int length = characterLength(bytes + at, text.size() - at);
        if (length == 0)
            return at;
        at += length;
    }
    return std::nullopt;
}

/// Walks over JSON known to be well-formed and notes places.
class JsonPlaces::Scanner
{
public:
    Scanner(const QByteArray &json, JsonPlaces &places)
        : m_at(json.constData())
        , m_end(m_at + json.size())
        , m_places(places)
    {
    }

    void value(const QString &path, int depth)
    {
        blanks();
        note(path);
        if (m_at == m_end)
            return;
        if (*m_at != '{' && *m_at != '[') {
            scalar();
        } else if (depth > depthMax) {
            m_places.m_tooDeepLine = m_line;
            m_at = m_end;
        } else if (*m_at == '{') {
            members(path, depth);
        } else {
            items(path, depth);
        }
    }

private:
    // So that a hostile file can't make this map much larger than itself.
    static constexpr qsizetype notesMax = 100'000;

    void note(const QString &path)
    {
        if (m_places.m_lines.size() < notesMax)
            m_places.m_lines.insert(path, m_line);
    }

    void blanks()
    {
        for (; m_at < m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\r' || *m_at == '\n');
             ++m_at)
            m_line += *m_at == '\n' ? 1 : 0;
    }

    void scalar()
    {
        if (*m_at == '"') {
            string();
            return;
        }
        while (m_at < m_end && !QByteArrayView(",]} \t\r\n").contains(*m_at))
            ++m_at;
    }

    QString string()
    {
        const char *const start = m_at;
        bool escaped = false;
        for (++m_at; m_at < m_end && *m_at != '"'; ++m_at) {
            if (*m_at == '\\') {
                escaped = true;
                ++m_at;
            }
        }
        m_at = std::min(m_at + 1, m_end);
        const QByteArray raw(start, m_at - start);
        if (!escaped)
            return QString::fromUtf8(raw.mid(1, raw.size() - 2));
        return QJsonDocument::fromJson('[' + raw + ']').array().at(0).toString();
    }

    void members(const QString &path, int depth)
    {
        QHash<QString, int> seen;
        for (++m_at; blanks(), m_at < m_end && *m_at != '}';) {
            const int line = m_line;
            const QString key = string();
            const QString inner = path.isEmpty() ? key : path + QLatin1Char('.') + key;
            if (const auto first = seen.constFind(key); first != seen.constEnd())
                m_places.m_repeated.push_back({inner, line, *first});
            else
                seen.insert(key, line);
            separator(':');
            value(inner, depth + 1);
            separator(',');
        }
        m_at = std::min(m_at + 1, m_end);
    }

    void items(const QString &path, int depth)
    {
        int index = 0;
        for (++m_at; blanks(), m_at < m_end && *m_at != ']'; ++index) {
            value(path + QLatin1Char('[') + QString::number(index) + QLatin1Char(']'), depth + 1);
            separator(',');
        }
        m_at = std::min(m_at + 1, m_end);
    }

    void separator(char expected)
    {
        blanks();
        if (m_at < m_end && *m_at == expected)
            ++m_at;
    }

    const char *m_at;
    const char *m_end;
    JsonPlaces &m_places;
    int m_line = 1;
};

JsonPlaces::JsonPlaces(const QByteArray &json) { Scanner(json, *this).value(QString(), 1); }

int JsonPlaces::lineOf(const QString &path) const
{
    for (QString around = path;; around.truncate(std::max(
             around.lastIndexOf(QLatin1Char('.')), around.lastIndexOf(QLatin1Char('['))))) {
        if (const auto found = m_lines.constFind(around); found != m_lines.constEnd())
            return *found;
        if (!around.contains(QLatin1Char('.')) && !around.contains(QLatin1Char('[')))
            return m_lines.value(QString(), 0);
    }
}

} // namespace antre
