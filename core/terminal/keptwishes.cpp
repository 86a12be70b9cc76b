// SPDX-License-Identifier: Apache-2.0
#include "terminal/keptwishes.h"

#include "wire/json.h"
#include "wire/messages.h"

#include <algorithm>

namespace antre {

namespace {

const QString wishKind = QStringLiteral("wish");
const QString answeredKind = QStringLiteral("wishAnswered");
const QString idKey = QStringLiteral("id");
const QString nameKey = QStringLiteral("name");
const QString dataKey = QStringLiteral("data");

QJsonObject wishToJson(const KeptWish &wish)
{
    return {{idKey, wish.id.text()}, {nameKey, commandName(wish.data)},
        {dataKey, commandToJson(wish.data)}};
}

Result<KeptWish> wishFromJson(const QJsonObject &json)
{
    FieldReader in(json);
    const CommandId id(in.uuid(idKey));
    const QString name = in.text(nameKey);
    const QJsonObject data = in.object(dataKey);
    if (!in.ok())
        return in.error();
    return commandFromJson(name, data).map([&](CommandData command) {
        return KeptWish{id, std::move(command)};
    });
}

} // namespace

const KeptWish *KeptWishes::find(const CommandId &id) const
{
    const auto found = std::ranges::find(m_wishes, id, &KeptWish::id);
    return found == m_wishes.end() ? nullptr : &*found;
}

void KeptWishes::add(KeptWish wish)
{
    if (!find(wish.id))
        m_wishes.push_back(std::move(wish));
}

void KeptWishes::remove(const CommandId &id)
{
    std::erase_if(m_wishes, [&](const KeptWish &wish) { return wish.id == id; });
}

JournalRecord KeptWishes::record(const KeptWish &wish, BusinessDay day)
{
    return {wishKind, day, QString(), toBytes(wishToJson(wish))};
}

JournalRecord KeptWishes::answeredRecord(const CommandId &id, BusinessDay day)
{
    return {answeredKind, day, QString(), toBytes({{idKey, id.text()}})};
}

Result<> KeptWishes::fold(const JournalRecord &record)
{
    if (record.kind != wishKind && record.kind != answeredKind)
        return {};
    const auto json = parseObject(record.body);
    if (!json)
        return tl::unexpected(json.error());
    if (record.kind == wishKind)
        return wishFromJson(*json).map([this](KeptWish wish) { add(std::move(wish)); });
    FieldReader in(*json);
    const CommandId id(in.uuid(idKey));
    if (!in.ok())
        return in.error();
    remove(id);
    return {};
}

QJsonArray KeptWishes::toJson() const
{
    QJsonArray json;
    for (const KeptWish &wish : m_wishes)
        json.append(wishToJson(wish));
    return json;
}

Result<> KeptWishes::restore(const QJsonArray &json)
{
    m_wishes.clear();
    for (const QJsonValue &entry : json) {
        auto wish = wishFromJson(entry.toObject());
        if (!wish)
            return tl::unexpected(wish.error());
        add(std::move(*wish));
    }
    return {};
}

} // namespace antre
