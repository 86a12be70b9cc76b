// SPDX-License-Identifier: Apache-2.0
#include "print/paperroll.h"
#include "print/printer.h"
#include "support/catch.h"

#include <QFile>

using namespace antre;

namespace {

QByteArray shipped()
{
    QFile file(QStringLiteral(ANTRE_SOURCE_DIR "/resources/printers/models.json"));
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

TEST_CASE("A roll of paper runs low long before its end", "[print]")
{
    PaperRoll roll(80, fromMs(1'000));
    CHECK(roll.leftMm() == 80'000);
    CHECK(!roll.isLow());
    int slips = 0;
    for (; !roll.isLow(); ++slips)
        roll.used(150);
    CHECK(slips == 474);
    CHECK(roll.slipsLeft() == 59);
    for (; slips < 1'000; ++slips)
        roll.used(150);
    CHECK(roll.leftMm() == 0);
    CHECK(roll.slipsLeft() == 0);
}

TEST_CASE("The printer's own sensor corrects the estimate, never upwards", "[print]")
{
    PaperRoll roll(80, fromMs(0));
    roll.atMost(5'000);
    CHECK(roll.leftMm() == 5'000);
    CHECK(roll.isLow());
    roll.atMost(70'000);
    CHECK(roll.leftMm() == 5'000);
}

TEST_CASE("The estimate survives a restart, and a spoiled one counts as none", "[print]")
{
    PaperRoll roll(20, fromMs(1'771'234'567'890));
    for (int i = 0; i < 12; ++i)
        roll.used(101);
    CHECK(PaperRoll::fromText(roll.text()) == roll);
    for (const char *spoiled : {"", "roll", "roll 20 1 2", "roll 0 1 2 3", "roll 20 1 -2 3",
             "roll 20 1 2 x", "rolls 20 1 2 3", "roll 20 1 2 3 4"})
        CHECK(!PaperRoll::fromText(QString::fromLatin1(spoiled)));
}
