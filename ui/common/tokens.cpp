// SPDX-License-Identifier: Apache-2.0
#include "common/tokens.h"

#include "base/check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace antre {

static constexpr std::array<const char *, colourCount> colourNames{"paper", "page", "ink", "ink2",
    "off", "line", "hair", "sea", "seaDeep", "seaMid", "seaTint", "barLine", "kunyit",
    "kunyitPress", "kunyitTint", "kunyitLine", "kunyitInk", "leaf", "leafTint", "brick",
    "brickTint", "onSea", "hall", "hallPanel", "hallLine", "text", "text2", "tile", "tileInk"};
static constexpr std::array<const char *, typeCount> typeNames{
    "caption", "about", "body", "lead", "title", "headline", "value", "number"};

static Colours readColours(const QJsonObject &object, const Colours &otherwise)
{
    Colours colours = otherwise;
    for (size_t i = 0; i < colours.size(); ++i) {
        const auto text = object.value(QLatin1String(colourNames[i])).toString();
        if (!text.isEmpty())
            colours[i] = QColor(text);
    }
    return colours;
}

static TypeSizes readType(const QJsonObject &object)
{
    TypeSizes sizes{};
    for (size_t i = 0; i < sizes.size(); ++i)
        sizes[i] = object.value(QLatin1String(typeNames[i])).toDouble();
    // Class B has no step of its own for an agency's second line.
    auto &about = sizes[size_t(Type::About)];
    if (about <= 0)
        about = sizes[size_t(Type::Caption)];
    return sizes;
}

static Tokens readTokens()
{
    QFile file(QStringLiteral(":/antre/look/tokens.json"));
    ANTRE_MUST(file.open(QIODevice::ReadOnly));
    const auto root = QJsonDocument::fromJson(file.readAll()).object();
    const auto mm = root.value(QLatin1String("mm")).toObject();
    const auto ms = root.value(QLatin1String("ms")).toObject();
    const auto size = [&](const char *name) { return mm.value(QLatin1String(name)).toDouble(); };
    const auto pause = [&](const char *name) { return ms.value(QLatin1String(name)).toInt(); };

    Tokens tokens;
    const auto hall = root.value(QLatin1String("hall")).toObject();
    const auto normal
        = readColours(root.value(QLatin1String("default")).toObject(), readColours(hall, {}));
    tokens.colours
        = {normal, readColours(root.value(QLatin1String("highContrast")).toObject(), normal),
            readColours(hall, normal)};
    tokens.typeMm = {readType(mm.value(QLatin1String("typeA")).toObject()),
        readType(mm.value(QLatin1String("typeB")).toObject())};
    tokens.large = size("large");
    tokens.margin = size("margin");
    tokens.gap = size("gap");
    tokens.radius = size("radius");
    tokens.border = size("border");
    tokens.edge = size("edge");
    tokens.targetMin = size("targetMin");
    tokens.primary = size("primary");
    tokens.pressUpMs = pause("pressUp");
    tokens.pageMs = pause("page");
    tokens.slipMs = pause("slip");
    tokens.idleWarnMs = pause("idleWarn");
    tokens.idleWarnShownMs = pause("idleWarnShown");
    tokens.issuedShownMs = pause("issuedShown");
    tokens.hallCallShownMs = pause("hallCallShown");
    return tokens;
}

const Tokens &tokens()
{
    static const Tokens read = readTokens();
    return read;
}

} // namespace antre
