// SPDX-License-Identifier: Apache-2.0
#include "shared/windowsize.h"

#include <QRegularExpression>

namespace antre {

Result<QSize> windowSizeFromText(const QString &text)
{
    if (text.isEmpty())
        return QSize();
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return failure(
            ErrorCode::Invalid, QStringLiteral("--window is WIDTHxHEIGHT, such as 1080x1920"));
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

} // namespace antre
