// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace antre {

/// Where in a text something stands; both count from 1.
struct TextPlace
{
    int line = 1;
    int column = 1; ///< in bytes
    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

/// The place of the byte at `offset`.
[[nodiscard]] TextPlace placeOfByte(const QByteArray &text, qsizetype offset);

/// The first byte that no well-formed UTF-8 (RFC 3629, section 4) can have at its place.
[[nodiscard]] std::optional<qsizetype> firstInvalidUtf8(const QByteArray &text);

/// On which line each value of a JSON text begins. A path reads "agencies[3].services[2].fee.en";
/// the whole text's path is empty. QJsonDocument keeps neither lines nor repeated keys, hence this.
class JsonPlaces
{
public:
    struct RepeatedKey
    {
        QString path;
        int line = 0;
        int firstLine = 0;
    };

    static constexpr int depthMax = 16; ///< a catalogue needs 8

    JsonPlaces() = default;
    /// REQUIRES: QJsonDocument has accepted `json`. Reads no deeper than depthMax.
    explicit JsonPlaces(const QByteArray &json);

    /// The line of the value at `path`, or of the nearest value around it; 0 when nothing is known.
    [[nodiscard]] int lineOf(const QString &path) const;
    [[nodiscard]] const std::vector<RepeatedKey> &repeatedKeys() const { return m_repeated; }
    /// The line where the nesting exceeds depthMax; 0: nowhere.
    [[nodiscard]] int tooDeepLine() const { return m_tooDeepLine; }

private:
    class Scanner;
    QHash<QString, int> m_lines;
    std::vector<RepeatedKey> m_repeated;
    int m_tooDeepLine = 0;
};

} // namespace antre
