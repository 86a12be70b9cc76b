// SPDX-License-Identifier: Apache-2.0
#include "domain/command.h"

namespace antre {

QString transferPlaceName(TransferPlace place)
{
    switch (place) {
    case TransferPlace::Keep:
        return QStringLiteral("keep");
    case TransferPlace::End:
        return QStringLiteral("end");
    }
    return {};
}

std::optional<TransferPlace> transferPlaceFromName(const QString &name)
{
    for (const auto place : {TransferPlace::Keep, TransferPlace::End}) {
        if (transferPlaceName(place) == name)
            return place;
    }
    return std::nullopt;
}

} // namespace antre
