// SPDX-License-Identifier: Apache-2.0
#include "source/translations.h"

#include <QMap>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace antre::source {

static void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    if (!message.plural) {
        message.translations << xml.readElementText(QXmlStreamReader::IncludeChildElements);
        return;
    }
    while (xml.readNextStartElement())
        message.translations << xml.readElementText(QXmlStreamReader::IncludeChildElements);
}

static Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            message.comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

static void readContext(QXmlStreamReader &xml, QList<Message> &list)
{
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            list << readMessage(xml, context);
        else
            xml.skipCurrentElement();
    }
}

std::optional<QList<Message>> messages(const File &file)
{
    QXmlStreamReader xml(file.text);
    QList<Message> list;
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("TS"))
        return std::nullopt;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("context"))
            readContext(xml, list);
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return std::nullopt;
    return list;
}

// "%1 of %L2" -> "1 2": the arguments that a text shows, in order of their number.
static QString placeholders(const QString &text)
{
    static const QRegularExpression holder(QStringLiteral(R"(%L?(\d{1,2}|n))"));
    QStringList found;
    for (auto matches = holder.globalMatch(text); matches.hasNext();)
        found << matches.next().captured(1);
    found.removeDuplicates();
    found.sort();
    return found.join(u' ');
}

static QString faultOf(const Message &message)
{
    if (!message.type.isEmpty())
        return QStringLiteral("is ") + message.type;
    if (message.translations.isEmpty() || message.translations.contains(QString()))
        return QStringLiteral("is empty");
    for (const QString &translation : message.translations) {
        // "One person is before you" may leave its number out.
        const bool maySkipNumber
            = message.plural && placeholders(message.source) == QLatin1String("n");
        if (placeholders(translation) != placeholders(message.source)
            && !(maySkipNumber && !translation.contains(u'%')))
            return QStringLiteral("shows other arguments than its source");
    }
    return {};
}

Faults unfinishedTranslations(const File &file)
{
    const auto list = messages(file);
    if (!list)
        return {fault(file, 1, QStringLiteral("is not well-formed"))};
    Faults faults;
    for (const Message &message : *list)
        if (const QString what = faultOf(message); !what.isEmpty())
            faults << fault(file,
                lineAt(file.text, file.text.indexOf(message.source.toHtmlEscaped())),
                QStringLiteral("\"%1\" %2").arg(message.key(), what));
    return faults;
}

static QMap<QString, Message> byKey(const QList<Message> &list)
{
    QMap<QString, Message> map;
    for (const Message &message : list)
        map.insert(message.key(), message);
    return map;
}

Faults strayTranslations(const File &file, const File &collected)
{
    const auto has = messages(file), needs = messages(collected);
    if (!has || !needs)
        return {fault(file, 1, QStringLiteral("is not well-formed, or lupdate failed"))};
    const auto known = byKey(*has), wanted = byKey(*needs);
    Faults faults;
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        if (!known.contains(it.key()))
            faults << fault(file, 1,
                QStringLiteral("lacks \"%1\"; build the target update_translations").arg(it.key()));
    for (auto it = known.begin(); it != known.end(); ++it)
        if (!wanted.contains(it.key()))
            faults << fault(
                file, 1, QStringLiteral("translates \"%1\", which nobody says").arg(it.key()));
    return faults;
}

} // namespace antre::source
