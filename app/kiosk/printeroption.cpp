// SPDX-License-Identifier: Apache-2.0
#include "kiosk/printeroption.h"

namespace antre {

Result<int> dotsOfPaper(const QString &paper)
{
    if (const auto width = slipWidthFromText(paper))
        return *width;
    return failure(
        ErrorCode::Invalid, QStringLiteral("paper is 58, 80 or 80-180dpi, not \"%1\"").arg(paper));
}

void PrinterOption::setModel(const PrinterModel &what)
{
    model = what;
    profile = slipProfile(model);
    known.rollMetres = model.rollMetres;
}

static bool isLanguage(const QString &key)
{
    const auto isLetter = [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); };
    return key.size() == 2 && std::ranges::all_of(key, isLetter);
}

static Result<> take(PrinterOption &option, const QString &key, const QString &value,
    std::map<QString, QString> &place)
{
    if (isLanguage(key)) {
        place.insert_or_assign(key, value);
        return {};
    }
    if (key == QLatin1String("profile"))
        return printerModel(value).map([&](const PrinterModel &model) { option.setModel(model); });
    if (key == QLatin1String("render"))
        return slipProfile(option.model, value).map([&](const PrinterProfile &made) {
            option.profile.render = made.render;
            option.profile.nativeCode = made.nativeCode;
        });
    if (key == QLatin1String("paper"))
        return dotsOfPaper(value).map([&](int dots) { option.profile.width = dots; });
    const int metres = key == QLatin1String("roll") ? value.toInt() : 0;
    if (metres < 5 || metres > 500)
        return failure(ErrorCode::Invalid,
            QStringLiteral("\"%1=%2\" is none of profile=PROFILE, paper=WIDTH, render=WAY, "
                           "roll=METRES (5 to 500) and LANGUAGE=PLACE, such as id=sebelah kanan")
                .arg(key, value));
    option.known.rollMetres = metres;
    return {};
}

Result<PrinterOption> PrinterOption::fromText(const QString &text, const PrinterOption &defaults)
{
    QStringList parts = text.split(QLatin1Char(';'));
    PrinterOption option = defaults;
    option.known.id = parts.takeFirst();
    const auto target = PrinterTarget::fromText(option.known.id);
    if (!target)
        return tl::unexpected(target.error());
    option.target = *target;
    // A profile brings its width; whoever names both means the paper.
    std::ranges::stable_partition(
        parts, [](const QString &part) { return part.startsWith(QLatin1String("profile=")); });
    std::map<QString, QString> place;
    for (const QString &part : parts) {
        const QString key = part.section(QLatin1Char('='), 0, 0).trimmed();
        const QString value = part.section(QLatin1Char('='), 1).trimmed();
        if (auto taken = take(option, key, value, place); !taken)
            return failure(
                ErrorCode::Invalid, QStringLiteral("--printer: ") + taken.error().detail);
    }
    option.known.place = LocalText(std::move(place));
    return option;
}

} // namespace antre
