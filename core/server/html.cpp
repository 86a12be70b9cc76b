// SPDX-License-Identifier: Apache-2.0
#include "server/html.h"

#include "base/check.h"

#include <QFile>
#include <QHash>
#include <QUrl>

namespace antre::html {

namespace {

/// The drawing without its tag, which pages have shorter.
QString drawingOf(const QString &name)
{
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll()).trimmed();
    const qsizetype from = text.indexOf(u'>', text.indexOf(QLatin1String("<svg"))) + 1;
    return text.mid(from, text.lastIndexOf(QLatin1String("</svg>")) - from);
}

/// File names are made of what the catalogue says.
bool isIconName(const QString &name)
{
    return std::ranges::all_of(
        name, [](QChar c) { return (c >= u'a' && c <= u'z') || c.isDigit() || c == u'-'; });
}

} // namespace

QString safe(const QString &text)
{
    QString shown = text;
    shown.removeIf([](QChar c) {
        const bool turnsText // U+202A to U+202E and U+2066 to U+2069 make text run backwards
            = (c.unicode() >= 0x202a && c.unicode() <= 0x202e)
            || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
        return c.category() == QChar::Other_Control || turnsText;
    });
    return shown.toHtmlEscaped().replace(u'\'', QLatin1String("&#39;"));
}

QString element(const QString &open, const QString &content)
{
    const QString name = open.section(u' ', 0, 0);
    return u'<' % open % u'>' % content % QStringLiteral("</") % name % QStringLiteral(">\n");
}

QString hidden(const QString &name, const QString &value)
{
    return QStringLiteral("<input type=\"hidden\" name=\"") % safe(name)
        % QStringLiteral("\" value=\"") % safe(value) % QStringLiteral("\">\n");
}

QString icon(const QString &name, const QString &classes)
{
    // The service's thread only, and it is asked for the same few again and again.
    static QHash<QString, QString> drawings;
    if (!isIconName(name))
        return {};
    auto known = drawings.constFind(name);
    if (known == drawings.constEnd() && drawings.size() < 200)
        known = drawings.insert(name, drawingOf(name));
    const QString drawing = known == drawings.constEnd() ? QString() : *known;
    if (drawing.isEmpty())
        return {};
    const QString more = classes.isEmpty() ? QString() : QString(u' ' % classes);
    return QStringLiteral("<svg class=\"ic") % more
        % QStringLiteral("\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">") % drawing
        % QStringLiteral("</svg>");
}

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/") + name);
    ANTRE_MUST(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString filled(const QString &frame, const Values &values)
{
    QString page;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = frame.indexOf(QLatin1String("{{"), at);
        const qsizetype close = open < 0 ? -1 : frame.indexOf(QLatin1String("}}"), open);
        if (close < 0)
            return page + frame.mid(at);
        page += frame.mid(at, open - at);
        const QString name = frame.mid(open + 2, close - open - 2);
        for (const auto &[key, value] : values) {
            if (name == QLatin1String(key))
                page += value;
        }
        at = close + 2;
    }
}

QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

} // namespace antre::html
