// SPDX-License-Identifier: Apache-2.0
#include "common/fittedtext.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "support/catch.h"

using namespace antre;

static QFont lead() { return Theme::touch({}).font(Type::Lead, Weight::Bold); }

static FitRules downTo(int pixels, int lines = 0)
{
    FitRules rules;
    rules.minPixels = pixels;
    rules.maxLines = lines;
    return rules;
}

TEST_CASE("A text wraps before it shrinks", "[text]")
{
    const auto text = QStringLiteral("BPJS Ketenagakerjaan");
    const int width = FittedText::naturalWidth(text, lead()) - 10;
    const FittedText fitted(text, lead(), {width, 200}, downTo(19));
    CHECK(fitted.lineCount() == 2);
    CHECK(fitted.pixelSize() == 28);
    CHECK_FALSE(fitted.isCut());
}

TEST_CASE("A text shrinks before it is cut", "[text]")
{
    const auto text = QStringLiteral("BPJS Ketenagakerjaan");
    const int width = FittedText::naturalWidth(text, lead()) - 30;
    const FittedText fitted(text, lead(), {width, 200}, downTo(19, 1));
    CHECK(fitted.lineCount() == 1);
    CHECK(fitted.pixelSize() < 28);
    CHECK(fitted.pixelSize() >= 19);
    CHECK_FALSE(fitted.isCut());
}

TEST_CASE("A text that fits in no way is cut and says so", "[text]")
{
    const FittedText fitted(
        QStringLiteral("Pendampingan penerbitan NIB"), lead(), {80, 30}, downTo(19, 1));
    CHECK(fitted.isCut());
    CHECK(fitted.pixelSize() == 19);
    CHECK(fitted.width() <= 80);
}

TEST_CASE("A word parts only at its soft hyphen", "[text]")
{
    const auto text = QStringLiteral("Ketenaga\u00ADkerjaan");
    const int width = FittedText::naturalWidth(QStringLiteral("Ketenaga-"), lead()) + 6;
    const FittedText fitted(text, lead(), {width, 200}, downTo(28));
    CHECK(fitted.lineCount() == 2);
    CHECK_FALSE(fitted.isCut());
    CHECK(FittedText::plain(text) == QStringLiteral("Ketenagakerjaan"));
}

TEST_CASE("Bold is markup on screen and nothing to a screen reader", "[text]")
{
    CHECK(FittedText::plain(QStringLiteral("<b>8 orang</b> menunggu"))
        == QStringLiteral("8 orang menunggu"));
    const QFont font = Theme::touch({}).font(Type::Lead);
    CHECK(FittedText::naturalWidth(QStringLiteral("<b>menunggu</b>"), font)
        > FittedText::naturalWidth(QStringLiteral("menunggu"), font));
}

TEST_CASE("A label asks for the height that its words need", "[text]")
{
    TextLabel label(Theme::touch({}),
        QStringLiteral("Pilih instansi yang dituju, atau cari nama layanannya."), Type::Lead);
    const int one = label.heightForWidth(5000);
    CHECK(label.heightForWidth(400) > 3 * one / 2);
    label.resize(400, label.heightForWidth(400));
    CHECK_FALSE(label.isCut());
    CHECK(label.shownPx() == 28);
}
