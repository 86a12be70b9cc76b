// SPDX-License-Identifier: Apache-2.0
#include "server/cataloguedrafts.h"

#include "wire/cataloguejson.h"

#include <algorithm>

namespace antre {

namespace {

constexpr qsizetype pathMax = 12;

tl::unexpected<Error> nowhere()
{
    return failure(ErrorCode::Invalid, QStringLiteral("nothing is there to be changed"),
        QStringLiteral("nowhere"));
}

/// `value` with the change at what is left of the path, from step `at` on; absent: nothing stands
/// there any more.
Result<std::optional<QJsonValue>> put(
    const QJsonValue &value, const CatalogueChange &change, qsizetype at)
{
    if (at == change.path.size())
        return change.value;
    const QJsonValue step = change.path.at(at);
    if (value.isObject() && step.isString()) {
        QJsonObject object = value.toObject();
        auto inner = put(object.value(step.toString()), change, at + 1);
        if (!inner)
            return inner;
        if (*inner)
            object.insert(step.toString(), **inner);
        else
            object.remove(step.toString());
        return std::optional<QJsonValue>(object);
    }
    if (value.isArray() && step.isDouble()) {
        QJsonArray array = value.toArray();
        const int index = step.toInt(-1);
        if (index < 0 || index > array.size())
            return nowhere();
        const bool isNew = index == array.size();
        auto inner = put(isNew ? QJsonValue(QJsonObject()) : array.at(index), change, at + 1);
        if (!inner)
            return inner;
        if (isNew && *inner)
            array.append(**inner);
        else if (!isNew && *inner)
            array.replace(index, **inner);
        else if (!isNew)
            array.removeAt(index);
        return std::optional<QJsonValue>(array);
    }
    // A key of what isn't there yet makes it.
    if (value.isUndefined() && step.isString())
        return put(QJsonObject(), change, at);
    return nowhere();
}

} // namespace

Result<QJsonObject> changed(const QJsonObject &catalogue, const CatalogueChange &change)
{
    if (change.path.size() > pathMax)
        return nowhere();
    const auto made = put(catalogue, change, 0);
    if (!made)
        return tl::unexpected(made.error());
    if (!*made || !(*made)->isObject())
        return nowhere();
    return (*made)->toObject();
}

CatalogueDrafts::Draft &CatalogueDrafts::of(const OfficerId &officer, const CataloguePtr &present)
{
    const auto known = m_drafts.find(officer);
    if (known != m_drafts.end())
        return known->second;
    if (m_drafts.size() >= draftsMax)
        m_drafts.erase(std::ranges::min_element(
            m_drafts, {}, [](const auto &entry) { return entry.second.order; }));
    return m_drafts[officer]
        = {present ? catalogueToJson(*present) : QJsonObject(), present, ++m_order};
}

QJsonObject CatalogueDrafts::faultsJson(const QJsonObject &draft)
{
    const CatalogueReading reading = readCatalogue(draft);
    QJsonArray faults;
    for (const CatalogueFault &fault : reading.faults)
        faults.append(QJsonObject{{QStringLiteral("path"), fault.path},
            {QStringLiteral("wrong"), fault.wrong}, {QStringLiteral("right"), fault.right}});
    return {{QStringLiteral("faults"), faults}, {QStringLiteral("unlisted"), reading.unlisted}};
}

} // namespace antre
