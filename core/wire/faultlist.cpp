// SPDX-License-Identifier: Apache-2.0
#include "wire/faultlist.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace antre {

void FaultList::add(const QString &path, const QString &wrong, const QString &right)
{
    addAtLine(m_places.lineOf(path), path, wrong, right);
}

void FaultList::addAtLine(int line, const QString &path, const QString &wrong, const QString &right)
{
    if (m_faults.size() < catalogueFaultsMax)
        m_faults.push_back({line, path, wrong, right});
    else
        ++m_unlisted;
}

CatalogueReading FaultList::reading() const
{
    CatalogueReading reading{nullptr, m_faults, m_unlisted};
    std::ranges::stable_sort(reading.faults, {}, &CatalogueFault::line);
    return reading;
}

static QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QStringLiteral("a number");
    case QJsonValue::String:
        return QStringLiteral("a text");
    case QJsonValue::Array:
        return QStringLiteral("a list");
    case QJsonValue::Object:
        return QStringLiteral("an object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("nothing");
}

bool JsonNode::isObject(const QStringList &keys) const
{
    if (exists() && !m_value.isObject())
        fault(QStringLiteral("this is %1").arg(kindOf(m_value)),
            QStringLiteral("write an object: { ... } with %1")
                .arg(keys.join(QStringLiteral(", "))));
    return m_value.isObject();
}

bool JsonNode::members(const QStringList &required, const QStringList &optional) const
{
    if (!isObject(required + optional))
        return false;
    const QStringList allowed = required + optional + QStringList{QStringLiteral("notes")};
    for (const QString &key : keys()) {
        if (!allowed.contains(key))
            at(key).fault(QStringLiteral("\"%1\" is not known here").arg(key.left(40)),
                QStringLiteral("allowed are %1").arg(allowed.join(QStringLiteral(", "))));
    }
    for (const QString &key : required) {
        if (!at(key).exists())
            fault(QStringLiteral("\"%1\" is missing").arg(key),
                QStringLiteral("needed are %1").arg(required.join(QStringLiteral(", "))));
    }
    return true;
}

JsonNode JsonNode::at(const QString &key) const
{
    const QJsonObject object = m_value.toObject();
    const auto found = object.constFind(key);
    return {found == object.constEnd() ? QJsonValue(QJsonValue::Undefined) : *found,
        m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key, m_faults};
}

std::vector<JsonNode> JsonNode::items(int min, int max) const
{
    std::vector<JsonNode> nodes;
    if (!exists())
        return nodes;
    const QJsonArray array = m_value.toArray();
    if (!m_value.isArray()) {
        fault(QStringLiteral("this is %1").arg(kindOf(m_value)),
            QStringLiteral("write a list: [ ... ]"));
    } else if (array.size() < min || array.size() > max) {
        fault(QStringLiteral("the list has %1 items").arg(array.size()),
            QStringLiteral("%1 to %2 are possible").arg(min).arg(max));
    }
    for (int i = 0; i < std::min(int(array.size()), max); ++i)
        nodes.emplace_back(array.at(i),
            m_path + QLatin1Char('[') + QString::number(i) + QLatin1Char(']'), m_faults);
    return nodes;
}

/// What can't be printed, or turns the reading direction of what stands beside it.
static bool isUnprintable(QChar c)
{
    const ushort code = c.unicode();
    return c.category() == QChar::Other_Control || (code >= 0x2028 && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

QString JsonNode::text(int max) const
{
    if (!exists())
        return {};
    const QString text = m_value.toString();
    const auto bad = std::ranges::find_if(text, isUnprintable);
    if (!m_value.isString())
        fault(QStringLiteral("this is %1").arg(kindOf(m_value)),
            QStringLiteral("write a text between double quotes"));
    else if (text.trimmed().isEmpty())
        fault(QStringLiteral("the text is empty"),
            QStringLiteral("write 1 to %1 characters").arg(max));
    else if (bad != text.end())
        fault(QStringLiteral("character %1 of the text is the control character U+%2")
                  .arg(bad - text.begin() + 1)
                  .arg(bad->unicode(), 4, 16, QLatin1Char('0')),
            QStringLiteral("write printable characters only, on one line"));
    else if (!text.isValidUtf16())
        fault(QStringLiteral("the text has half a character (a lone surrogate)"),
            QStringLiteral("write the character itself"));
    else if (text.trimmed() != text)
        fault(QStringLiteral("the text begins or ends with a blank"),
            QStringLiteral("leave blanks at the ends out"));
    else if (text.size() > max)
        fault(QStringLiteral("the text has %1 characters").arg(text.size()),
            QStringLiteral("at most %1 fit").arg(max));
    else
        return text;
    return {};
}

int JsonNode::integer(int min, int max, const QString &unit) const
{
    if (!exists())
        return min;
    const double number = m_value.toDouble();
    if (m_value.isDouble() && number >= min && number <= max && std::trunc(number) == number)
        return int(number);
    fault(m_value.isDouble() ? QStringLiteral("this is %1").arg(number, 0, 'g', 12)
                             : QStringLiteral("this is %1").arg(kindOf(m_value)),
        QStringLiteral("write a whole number from %1 to %2%3")
            .arg(min)
            .arg(max)
            .arg(unit.isEmpty() ? QString() : QLatin1Char(' ') + unit));
    return min;
}

bool JsonNode::boolean() const
{
    if (exists() && !m_value.isBool())
        fault(QStringLiteral("this is %1").arg(kindOf(m_value)),
            QStringLiteral("write true or false"));
    return m_value.toBool();
}

} // namespace antre
