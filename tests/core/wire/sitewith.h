// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/catch.h"
#include "support/paths.h"
#include "wire/cataloguejson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace antre::test {

inline QJsonObject smallMallJson()
{
    QFile file(sourcePath("tests/data/catalogue-small.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// The small mall whose site has this under `key`; JSON with ' for ".
inline CatalogueReading mallWithSite(const char *key, QByteArray json)
{
    QJsonParseError error;
    const QJsonDocument document
        = QJsonDocument::fromJson('[' + json.replace('\'', '"') + ']', &error);
    REQUIRE(error.error == QJsonParseError::NoError);
    QJsonObject mall = smallMallJson();
    QJsonObject site = mall[QStringLiteral("site")].toObject();
    site[QLatin1String(key)] = document.array().at(0);
    mall[QStringLiteral("site")] = site;
    return readCatalogue(mall);
}

/// Every fault as "path: wrong".
inline QStringList siteFaults(const char *key, const QByteArray &json)
{
    const CatalogueReading reading = mallWithSite(key, json);
    CHECK(reading.catalogue == nullptr);
    QStringList all;
    for (const CatalogueFault &fault : reading.faults) {
        CHECK_FALSE(fault.right.isEmpty());
        all += fault.path + QStringLiteral(": ") + fault.wrong;
    }
    return all;
}

} // namespace antre::test
