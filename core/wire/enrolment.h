// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/people.h"

namespace antre {

/// What a device needs to be a terminal of a site: who it is, the proof, and where the service is. One
/// file a device, made by "antrectl terminal enrol", readable by the device's user alone:
///
///     {"terminal":"kiosk-1","kind":"kiosk","name":"Kiosk 1","mark":"1","token":"…",
///      "service":"wss://10.0.0.2:7443","fingerprint":"…"}
struct Enrolment
{
    Terminal terminal; ///< without tokenHash
    QString token;
    QString service; ///< WebSocket address: ws:// or wss://, host, port
    QString fingerprint; ///< SHA-256 of the service's certificate, hexadecimal; empty with ws://
    friend bool operator==(const Enrolment &, const Enrolment &) = default;
};

[[nodiscard]] QByteArray enrolmentToBytes(const Enrolment &enrolment);
/// Errors: Invalid, with what is wrong.
[[nodiscard]] Result<Enrolment> enrolmentFromBytes(const QByteArray &bytes);

} // namespace antre
