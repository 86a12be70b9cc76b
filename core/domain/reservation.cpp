// SPDX-License-Identifier: Apache-2.0
#include "domain/reservation.h"

#include "domain/appointmentrules.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>
#include <array>

namespace antre {

static constexpr std::array states{"booked", "cancelled", "checkedIn"};
static_assert(states.size() == size_t(ReservationState::CheckedIn) + 1);

/// Shorter ones could be guessed, longer ones are something else.
static constexpr qsizetype codeMin = 20;
static constexpr qsizetype codeMax = 64;

QString SlotPlace::key() const
{
    return QStringLiteral("%1:%2:%3:%4")
        .arg(service.value())
        .arg(day.days % (2 * reservationDaysMax))
        .arg(from.count())
        .arg(number);
}

QString reservationStateName(ReservationState state)
{
    return QString::fromLatin1(states[size_t(state)]);
}

std::optional<ReservationState> reservationStateFromName(const QString &name)
{
    for (size_t i = 0; i < states.size(); ++i) {
        if (name == QLatin1String(states[i]))
            return ReservationState(i);
    }
    return std::nullopt;
}

QString reservationHash(const QString &code)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(code.toUtf8(), QCryptographicHash::Sha256).toHex());
}

static bool isCode(QStringView text)
{
    const auto isOfBase64Url = [](QChar c) {
        return c.unicode() < 0x80
            && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
    };
    return text.size() >= codeMin && text.size() <= codeMax
        && std::ranges::all_of(text, isOfBase64Url);
}

std::optional<QString> reservationCodeIn(const QString &scanned)
{
    const QString text = scanned.trimmed();
    if (isCode(text))
        return text;
    const QUrl url(text, QUrl::StrictMode);
    const QStringList path = url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const bool isWeb
        = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!isWeb || path.size() < 2 || path[path.size() - 2] != QLatin1String("r")
        || !isCode(path.last()))
        return std::nullopt;
    return path.last();
}

QString reservationLink(const QString &publicUrl, const QString &code)
{
    return publicUrl + QStringLiteral("/r/") + code;
}

} // namespace antre
