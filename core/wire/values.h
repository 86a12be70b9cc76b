// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/localtext.h"
#include "domain/people.h"
#include "domain/scope.h"
#include "wire/json.h"

namespace antre {

// Values that stand in events and in commands alike. Readers leave their fault in the FieldReader.

[[nodiscard]] QJsonObject terminalToJson(const Terminal &terminal);
[[nodiscard]] Terminal terminalFromJson(FieldReader &in);
[[nodiscard]] QJsonObject officerToJson(const Officer &officer);
[[nodiscard]] Officer officerFromJson(FieldReader &in);
/// Writes the key "further" unless there are none.
void insertFurther(QJsonObject &json, const std::vector<ServiceId> &further);
[[nodiscard]] std::vector<ServiceId> furtherFromJson(FieldReader &in);
/// Writes `key` unless the id is empty, or the moment the epoch.
template <typename Id> void insertKnown(QJsonObject &json, const QString &key, const Id &id)
{
    if (!id.isEmpty())
        json.insert(key, id.text());
}
void insertKnown(QJsonObject &json, const QString &key, Instant moment);
/// {"id":"listrik padam","en":"power cut"}
[[nodiscard]] QJsonObject textToJson(const LocalText &text);
/// Reads what textToJson() made from `key`; absent: an empty text.
[[nodiscard]] LocalText textFromJson(FieldReader &in, const QString &key);
/// Reads the key "scope".
[[nodiscard]] Scope scopeFromJson(FieldReader &in);
/// Reads the key "slip".
[[nodiscard]] SlipState slipFromJson(FieldReader &in);

} // namespace antre
