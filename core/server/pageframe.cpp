// SPDX-License-Identifier: Apache-2.0
#include "server/pageframe.h"

#include "server/html.h"

#include <QCryptographicHash>

namespace antre {

using namespace html;

QString PageWords::operator()(const char *key) const
{
    return safe(m_words.value(QLatin1String(key)).toString());
}

QString PageWords::operator()(const char *key, const QString &first, const QString &second) const
{
    QString text = m_words.value(QLatin1String(key)).toString();
    text.replace(QLatin1String("%1"), first);
    if (!second.isEmpty())
        text.replace(QLatin1String("%2"), second);
    return safe(text);
}

QString PageWords::count(const char *key, int number) const
{
    const QString name = QLatin1String(key);
    const QString special = number == 0 ? QString(name % QStringLiteral("None"))
        : number == 1                   ? QString(name % QStringLiteral("One"))
                                        : name;
    const QString text = m_words.value(m_words.contains(special) ? special : name).toString();
    return safe(text).replace(QLatin1String("%1"), QString::number(number));
}

PageFrame::PageFrame(const PublicWords &words, const WebFiles &files)
    : m_words(words)
    , m_files(files)
    , m_frame(QString::fromUtf8(resource(QStringLiteral("web/page.html"))))
    , m_style(
          filled(QString::fromUtf8(resource(QStringLiteral("web/page.css"))),
              {{"band", QStringLiteral("url(%1)").arg(m_files.path(QStringLiteral("band.svg")))}})
          + m_files.fontFaces())
    , m_styleHash(QCryptographicHash::hash(m_style.toUtf8(), QCryptographicHash::Sha256).toBase64())
{
}

QString PageFrame::language(const QString &chosen, const QString &slips) const
{
    return m_words.has(chosen) ? chosen
        : m_words.has(slips)   ? slips
                               : m_words.languages().constFirst();
}

QString PageFrame::choices(const PageContent &content, const WebView &view) const
{
    const PageWords word(m_words, view.language);
    const auto link = [&](const QString &field, const QString &picture, const QString &text) {
        return element(
            QStringLiteral("a class=\"key\" href=\"?%1%2\"").arg(safe(content.keeps), field),
            icon(picture) + text);
    };
    return link(view.large ? QStringLiteral("text=normal") : QStringLiteral("text=large"),
               QStringLiteral("ui-text-size"), word(view.large ? "textNormal" : "textLarge"))
        + link(view.contrast ? QStringLiteral("contrast=normal") : QStringLiteral("contrast=high"),
            QStringLiteral("ui-contrast"), word(view.contrast ? "contrastNormal" : "contrastHigh"));
}

HttpResponse PageFrame::page(
    const PageContent &content, const WebView &view, const LocalText &site) const
{
    const PageWords word(m_words, view.language);
    const QString other
        = view.language == QLatin1String("id") ? QStringLiteral("en") : QStringLiteral("id");
    const QString languages = element(
        QStringLiteral("a class=\"other\" href=\"?%1lang=%2\" lang=\"%2\" hreflang=\"%2\"")
            .arg(safe(content.keeps), other),
        word("otherLanguage"));
    const QString refresh = content.refreshSeconds == 0
        ? QString()
        : QStringLiteral("<noscript><meta http-equiv=\"refresh\" content=\"%1\"></noscript>")
              .arg(content.refreshSeconds);
    QStringList look;
    if (view.large)
        look << QStringLiteral("large");
    if (view.contrast)
        look << QStringLiteral("contrast");
    const QString name = safe(site.in(view.language));
    const QString page = filled(m_frame,
        {{"language", view.language}, {"look", look.join(u' ')}, {"refresh", refresh},
            {"title", content.title % QStringLiteral(" · ") % name}, {"style", m_style},
            {"kind", content.kind}, {"site", name},
            {"subtitle",
                content.subtitle.isEmpty() ? QString()
                                           : element(QStringLiteral("span"), content.subtitle)},
            {"skip", word("skip")}, {"languages", languages}, {"main", content.main},
            {"choices", choices(content, view)}, {"choicesName", word("choices")},
            {"script", m_files.path(QStringLiteral("app.js"))},
            {"picture", m_files.path(QStringLiteral("icon.svg"))}});
    return {content.status, "text/html; charset=utf-8", page.toUtf8(),
        securityHeaders(PagePolicy{m_styleHash})};
}

} // namespace antre
