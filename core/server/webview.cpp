// SPDX-License-Identifier: Apache-2.0
#include "server/webview.h"

namespace antre {

namespace {

const QString languageField = QStringLiteral("lang");
const QString largeWord = QStringLiteral("large");
const QString contrastWord = QStringLiteral("contrast");

void choose(bool &is, const WebFields &query, const QString &name, const QString &word)
{
    if (query.contains(name))
        is = query.value(name) == word;
}

} // namespace

WebView WebView::read(
    const WebFields &query, const WebFields &cookies, const QStringList &languages)
{
    const QStringList kept = cookies.value(viewCookie).split(u'.');
    WebView view{kept.front(), kept.contains(largeWord), kept.contains(contrastWord)};
    if (query.contains(languageField))
        view.language = query.value(languageField);
    if (!languages.contains(view.language))
        view.language.clear();
    choose(view.large, query, QStringLiteral("text"), largeWord);
    choose(view.contrast, query, contrastWord, QStringLiteral("high"));
    return view;
}

QString WebView::kept() const
{
    QStringList words{language};
    if (large)
        words << largeWord;
    if (contrast)
        words << contrastWord;
    return words.join(u'.');
}

} // namespace antre
