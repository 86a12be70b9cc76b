// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"

#include <QJsonObject>

namespace antre {

struct CatalogueFault
{
    int line = 0;
    QString path;
    QString wrong;
    QString right;
};
struct CatalogueReading
{
    CataloguePtr catalogue;
    std::vector<CatalogueFault> faults;
};
[[nodiscard]] CatalogueReading readCatalogue(const QByteArray &json);
[[nodiscard]] CatalogueReading readCatalogue(const QJsonObject &json);
[[nodiscard]] QJsonObject catalogueToJson(const Catalogue &catalogue);

} // namespace antre
