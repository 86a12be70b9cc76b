// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/localtext.h"
#include "server/http.h"
#include "server/publicwords.h"
#include "server/webfiles.h"
#include "server/webview.h"

namespace antre {

/// One page's own part. All texts are HTML already.
struct PageContent
{
    QString title;
    QString main;
    QString kind = {}; ///< of the body, for the style sheet: "home", "turn"
    QString subtitle = {}; ///< below the mall's name
    /// Query fields that links to another language or size must keep: "q=ktp&".
    QString keeps = {};
    int refreshSeconds = 0; ///< without scripts; 0: never
    int status = 200;
};

/// What all pages of the mall have in common: header, style, choice of language, size and contrast.
/// Complete without scripts; where they run, they make it live. Looks are files in resources/web.
class PageFrame
{
public:
    /// Both outlive the frame.
    PageFrame(const PublicWords &words, const WebFiles &files);

    /// `view.language` is one that there are words for. `site`: the mall's short name.
    [[nodiscard]] HttpResponse page(
        const PageContent &content, const WebView &view, const LocalText &site) const;
    /// A language that there are words for: the first of these two, else the usual one.
    [[nodiscard]] QString language(const QString &chosen, const QString &slips = {}) const;
    [[nodiscard]] const PublicWords &words() const { return m_words; }

private:
    [[nodiscard]] QString choices(const PageContent &content, const WebView &view) const;

    const PublicWords &m_words;
    const WebFiles &m_files;
    QString m_frame;
    QString m_style;
    QByteArray m_styleHash;
};

/// Words of one language, as HTML.
class PageWords
{
public:
    PageWords(const PublicWords &words, const QString &language)
        : m_words(words.in(language))
    {
    }
    [[nodiscard]] QString operator()(const char *key) const;
    /// With %1 and %2 replaced by texts, which need not be safe.
    [[nodiscard]] QString operator()(
        const char *key, const QString &first, const QString &second = {}) const;
    /// "no one", "1 person", "%1 people": the word of `key` + "None", "One" or "", where there is
    /// one.
    [[nodiscard]] QString count(const char *key, int number) const;

private:
    QJsonObject m_words;
};

} // namespace antre
