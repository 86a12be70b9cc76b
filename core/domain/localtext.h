// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <map>

namespace antre {

/// A text in each of the site's languages. Keys are ISO 639-1: "id", "en".
class LocalText
{
public:
    LocalText() = default;
    explicit LocalText(std::map<QString, QString> texts)
        : m_texts(std::move(texts))
    {
    }
    /// The text in `language`; in any other language when that one is missing.
    [[nodiscard]] QString in(const QString &language) const;
    [[nodiscard]] const std::map<QString, QString> &all() const { return m_texts; }
    [[nodiscard]] bool isEmpty() const { return m_texts.empty(); }
    friend bool operator==(const LocalText &, const LocalText &) = default;

private:
    std::map<QString, QString> m_texts;
};

/// Words or short phrases, in those languages that have any. Keys as above.
using LocalWords = std::map<QString, QStringList>;

} // namespace antre
