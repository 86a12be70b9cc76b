// SPDX-License-Identifier: Apache-2.0
#include "server/webfiles.h"

#include "base/check.h"
#include "server/html.h"

#include <QCryptographicHash>

namespace antre {

namespace {

const QByteArray javascript = "text/javascript; charset=utf-8";
const QString folder = QStringLiteral("/web/");

QString withHash(const QString &name, const QByteArray &bytes)
{
    const QByteArray hash
        = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(12);
    const qsizetype dot = name.lastIndexOf(u'.');
    return name.left(dot) % u'.' % QString::fromLatin1(hash) % name.mid(dot);
}

/// The mall's motif in the one colour that a header has for it.
QByteArray band()
{
    return html::resource(QStringLiteral("look/motif-band.svg")).replace("currentColor", "#1B6472");
}

} // namespace

WebFiles::WebFiles()
{
    add(QStringLiteral("app.js"), javascript, html::resource(QStringLiteral("web/app.js")));
    add(QStringLiteral("icon.svg"), "image/svg+xml",
        html::resource(QStringLiteral("web/icon.svg")));
    add(QStringLiteral("band.svg"), "image/svg+xml", band());
    for (const char *name : {"regular.woff2", "bold.woff2"})
        add(QLatin1String(name), "font/woff2",
            html::resource(QStringLiteral("web/") + QLatin1String(name)));
    // What the worker keeps from its first day on.
    QStringList kept;
    for (const QString &name : m_names)
        kept << u'"' % folder % name % u'"';
    kept.sort();
    m_worker = html::resource(QStringLiteral("web/worker.js"))
                   .replace("\"KEPT\"", kept.join(QLatin1String(", ")).toUtf8());
}

void WebFiles::add(const QString &name, const QByteArray &type, const QByteArray &bytes)
{
    const QString named = withHash(name, bytes);
    m_names.insert(name, named);
    m_files.insert(named, {type, bytes});
}

QString WebFiles::path(const QString &name) const
{
    ANTRE_MUST(m_names.contains(name));
    return folder + m_names.value(name);
}

HttpResponse WebFiles::file(const QString &name) const
{
    const auto known = m_files.constFind(name);
    if (known == m_files.constEnd())
        return httpError(
            404, QStringLiteral("notFound"), QStringLiteral("There is nothing at this address."));
    return {
        200, known->type, known->bytes, {{"Cache-Control", "public, max-age=31536000, immutable"}}};
}

HttpResponse WebFiles::worker() const
{
    // A worker asks this same site, and nobody else.
    return {200, javascript, m_worker,
        {{"Cache-Control", "no-cache"},
            {"Content-Security-Policy", "default-src 'none'; connect-src 'self'"}}};
}

QString WebFiles::fontFaces() const
{
    const auto face = [this](const char *file, int weight) {
        return QStringLiteral("@font-face { font-family: \"Antre Sans\"; font-weight: %1; "
                              "font-display: swap; src: url(%2) format(\"woff2\"); }\n")
            .arg(weight)
            .arg(path(QLatin1String(file)));
    };
    return face("regular.woff2", 400) + face("bold.woff2", 700);
}

} // namespace antre
