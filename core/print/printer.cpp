// SPDX-License-Identifier: Apache-2.0
#include "print/printer.h"

namespace antre {

PrinterProfile slipProfile(const PrinterModel &model)
{
    PrinterProfile profile;
    profile.width = model.width;
    profile.dotsPerMm = model.dotsPerMm;
    profile.stepsPerDot = model.stepsPerDot;
    profile.cutter = model.cutter;
    profile.headToCutterMm = model.headToCutterMm;
    profile.codePage = model.codePage;
    return profile;
}

Result<PrinterProfile> slipProfile(const PrinterModel &model, const QString &render)
{
    PrinterProfile profile = slipProfile(model);
    const auto cannot = [&](const char *why) {
        return failure(ErrorCode::Invalid,
            QStringLiteral("render=%1 is not for the profile %2: %3")
                .arg(render, model.id, QLatin1String(why)));
    };
    if (render != QLatin1String("hybrid") && model.id.isEmpty())
        return failure(ErrorCode::Invalid,
            QStringLiteral("render=%1 needs profile=, to know what the printer can").arg(render));
    if (render == QLatin1String("raster")) {
        if (!model.fullRaster)
            return cannot("its printers may be too slow for a whole slip as a picture");
        profile.render = SlipRender::Raster;
    } else if (render == QLatin1String("native-qr")) {
        if (!model.nativeQr)
            return cannot("its printers may not know the command for a code");
        profile.nativeCode = true;
    } else if (render != QLatin1String("hybrid")) {
        return failure(ErrorCode::Invalid,
            QStringLiteral("render is hybrid, raster or native-qr, not \"%1\"").arg(render));
    }
    return profile;
}

} // namespace antre
