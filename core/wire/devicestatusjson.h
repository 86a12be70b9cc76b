// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/devicestatus.h"
#include "wire/json.h"

namespace antre {

// How terminals are, as it stands in the messages "status" and "devices":
//
//     status  = {"version":"0.1.0","clockOffset":-120,"backlog":0,"unknownSlips":1,"failedSlips":0,
//                "troubles":["disk.full"],"printers":[printer, ...]}
//     printer = {"place":{"id":"sebelah kanan","en":"on the right"},"condition":"paperLow",
//                "paper":{"millimetres":4800,"slips":40}}
//     device  = {"terminal":"kiosk-1","connected":true,"heardAt":1787193360000,"status":status}
//
// "paper" and "status" may be absent: not known. All else of a status may be absent in a later
// version's, and then means 0 or none.

/// More is not honest: a terminal has two printers, not hundreds.
constexpr int maxPrinters = 8;
constexpr int maxTroubles = 32;

[[nodiscard]] QJsonObject statusToJson(const TerminalStatus &status);
/// Leaves its fault in `in`.
[[nodiscard]] TerminalStatus statusFromJson(FieldReader &in, const QJsonObject &json);
[[nodiscard]] QJsonObject deviceToJson(const DeviceStatus &device);
/// Errors: Invalid.
[[nodiscard]] Result<DeviceStatus> deviceFromJson(const QJsonObject &json);

} // namespace antre
