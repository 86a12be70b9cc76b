// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/localtext.h"
#include "domain/people.h"
#include "domain/reservation.h"
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
/// {"service":"dukcapil.ktp","day":"2026-08-20","from":600,"number":0,"code":"9f86d0…",
/// "language":"id","holder":"…","state":"booked","ticket":"0198c5…"}; "from" in minutes since local
/// midnight, "holder" and "ticket" only if there are.
[[nodiscard]] QJsonObject reservationToJson(const Reservation &reservation);
[[nodiscard]] Reservation reservationFromJson(FieldReader &in);
/// Reads `key` as a time of day; more than a day is a fault.
[[nodiscard]] Minutes ofDayFromJson(FieldReader &in, const QString &key);
/// Reads the key "scope".
[[nodiscard]] Scope scopeFromJson(FieldReader &in);
/// Reads the key "slip".
[[nodiscard]] SlipState slipFromJson(FieldReader &in);

} // namespace antre
