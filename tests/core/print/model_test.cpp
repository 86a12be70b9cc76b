// SPDX-License-Identifier: Apache-2.0
#include "print/printer.h"
#include "slip/slippicture.h"
#include "slip/slipraster.h"
#include "support/catch.h"
#include "support/paths.h"
#include "support/sampleslip.h"
#include "support/virtualprinter/escposmachine.h"

#include <QFile>

using namespace antre;

namespace {

QByteArray shipped()
{
    QFile file(sourcePath("resources/printers/models.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString faultAfter(const QByteArray &before, const QByteArray &after)
{
    QByteArray json = shipped();
    REQUIRE(json.contains(before));
    const auto models = readPrinterModels(json.replace(json.indexOf(before), before.size(), after));
    return models ? QString() : models.error().detail;
}

} // namespace

TEST_CASE("Every printer profile that comes with Antre can be read and used", "[print]")
{
    const auto models = readPrinterModels(shipped());
    REQUIRE(models.has_value());
    CHECK(*models == printerModels());
    for (const PrinterModel &model : *models) {
        CAPTURE(model.id);
        CHECK(printerModel(model.id) == model);
        CHECK(slipProfile(model).width == model.width);
        // Who answers nothing confirms nothing, and can't be waited for.
        if (model.answers == AnswerHabit::Never) {
            CHECK(model.receipt == ReceiptKind::None);
            CHECK(!model.paced);
        }
    }
}

TEST_CASE(
    "On every model each way to print that its profile allows gives the same paper", "[print]")
{
    for (PrinterModel model : printerModels()) {
        model.codePage = model.id == QLatin1String("clone-80") ? 3 : model.codePage;
        CAPTURE(model.id);
        const int width = std::min(model.width, slipWidth80);
        const Slip slip = layOutSlip(sampleSlip(), width);
        for (const char *render : {"hybrid", "raster", "native-qr"}) {
            CAPTURE(render);
            const auto profile = slipProfile(model, QLatin1String(render));
            const bool isRaster = qstrcmp(render, "raster") == 0;
            const bool isNative = qstrcmp(render, "native-qr") == 0;
            REQUIRE(profile.has_value()
                == ((!isRaster || model.fullRaster) && (!isNative || model.nativeQr)));
            if (!profile)
                continue;
            const QByteArray bytes = escposBytes(slip, *profile);
            CHECK(bytes.contains(QByteArray("\x1Bt").append(char(model.codePage))));
            CHECK(bytes.contains("\x1D(k") == isNative);
            EscposMachine machine({.width = model.width,
                .headToCutter = 0,
                .stepsPerDot = model.stepsPerDot,
                .codePage437 = model.codePage});
            machine.receive(model.cutter ? bytes : bytes + QByteArray("\x1DV\x42\x00", 4));
            CHECK(machine.problems() == QStringList());
            const std::vector<QImage> slips = machine.takeSlips();
            REQUIRE(slips.size() == 1);
            const QImage expected
                = isRaster ? withoutRealTimeCommands(slipPicture(slip)) : slipPicture(slip);
            CHECK((slips.front().copy(0, 0, width, slip.height) == expected));
        }
    }
}

TEST_CASE("What is wrong in a printer profile is one sentence with its place", "[print]")
{
    CHECK(faultAfter("\"width\": 576", "\"width\": 570")
        == QStringLiteral("printers[0]: \"width\" must be a whole number from 288 to 832, a "
                          "multiple of 8."));
    CHECK(faultAfter("\"cutter\": true", "\"cutter\": 1")
        == QStringLiteral("printers[0]: \"cutter\" must be true or false."));
    CHECK(faultAfter("\"receipt\": \"status\"", "\"receipt\": \"maybe\"")
        == QStringLiteral("printers[0]: \"receipt\" must be one of processId, status, none."));
    CHECK(faultAfter("\"stepsPerDot\": 1,", "")
        == QStringLiteral("printers[0]: \"stepsPerDot\" is missing."));
    CHECK(faultAfter("\"stepsPerDot\": 1,", "\"stepsPerDot\": 1, \"speed\": 3,")
        == QStringLiteral("printers[0]: \"speed\" is not a field of a printer."));
    CHECK(faultAfter("\"epson-tm\"", "\"generic\"")
        == QStringLiteral("printers[1]: \"id\" generic is there twice."));
    CHECK(faultAfter("\"printers\"", "\"drucker\"").contains(QStringLiteral("\"printers\"")));
    CHECK(faultAfter("{", "").startsWith(QStringLiteral("not JSON: ")));
}
