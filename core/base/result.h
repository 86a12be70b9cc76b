// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <QString>

#include <optional>

namespace antre {

/// What the caller can do about an error. Codes travel on the wire by name: add, never rename.
enum class ErrorCode {
    NotFound, ///< the thing named does not exist
    Conflict, ///< somebody else was first; load again and retry
    Offline, ///< the other side can't be reached now; retry later
    Refused, ///< the rules say no; retrying changes nothing
    Forbidden, ///< who asks may not do that
    Invalid, ///< the message makes no sense; the sender must be mended
    Unsupported, ///< made by a newer version than this one
    Unavailable, ///< the disk or database can't take it now; nothing was kept
    Corrupt, ///< what was stored can't be trusted
};

/// `detail` is for the log and the technician, in English; the person at the screen gets a sentence
/// made from `code` and, where the rules refused, from `reason` (a word such as "quotaFull").
struct Error
{
    ErrorCode code;
    QString detail;
    QString reason = {};
    friend bool operator==(const Error &, const Error &) = default;
};

/// The value, or why there is none. Functions that return it are [[nodiscard]].
template <typename T = void> using Result = tl::expected<T, Error>;

/// Makes the failed side of any Result.
inline tl::unexpected<Error> failure(ErrorCode code, QString detail, QString reason = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(reason)});
}

/// The code's name on the wire and in logs.
[[nodiscard]] QString errorCodeName(ErrorCode code);
[[nodiscard]] std::optional<ErrorCode> errorCodeFromName(const QString &name);

} // namespace antre
