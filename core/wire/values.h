// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/people.h"
#include "wire/json.h"

namespace antre {

// Values that stand in events and in commands alike. Readers leave their fault in the FieldReader.

[[nodiscard]] QJsonObject terminalToJson(const Terminal &terminal);
[[nodiscard]] Terminal terminalFromJson(FieldReader &in);
[[nodiscard]] QJsonObject officerToJson(const Officer &officer);
[[nodiscard]] Officer officerFromJson(FieldReader &in);
/// Reads the key "slip".
[[nodiscard]] SlipState slipFromJson(FieldReader &in);

} // namespace antre
