// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

namespace antre {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("notFound");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Offline:
        return QStringLiteral("offline");
    case ErrorCode::Refused:
        return QStringLiteral("refused");
    case ErrorCode::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorCode::Invalid:
        return QStringLiteral("invalid");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorCode::Corrupt:
        return QStringLiteral("corrupt");
    }
    return {};
}

std::optional<ErrorCode> errorCodeFromName(const QString &name)
{
    for (int code = 0; code <= int(ErrorCode::Corrupt); ++code) {
        if (errorCodeName(ErrorCode(code)) == name)
            return ErrorCode(code);
    }
    return std::nullopt;
}

} // namespace antre
