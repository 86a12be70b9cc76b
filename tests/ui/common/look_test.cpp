// SPDX-License-Identifier: Apache-2.0
#include "common/clocktext.h"
#include "common/icons.h"
#include "common/key.h"
#include "common/numberlabel.h"
#include "common/theme.h"
#include "support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QImage>

using namespace antre;

TEST_CASE("Every colour of the look is known in every palette", "[look]")
{
    for (const auto &palette : tokens().colours)
        for (const auto &colour : palette)
            CHECK(colour.isValid());
    CHECK(Theme::touch({}).colour(Colour::Kunyit) == QColor(0xFF, 0xC7, 0x2C));
    CHECK(Theme::hall(1920).colour(Colour::Hall) == QColor(0x05, 0x1D, 0x23));
}

TEST_CASE("Text can be read on every ground that it stands on", "[look]")
{
    struct Pair
    {
        Colour text;
        Colour ground;
        double least;
    };
    const std::vector<Pair> pairs{{Colour::Ink, Colour::Paper, 7}, {Colour::Ink, Colour::Page, 7},
        {Colour::Ink, Colour::SeaTint, 7}, {Colour::Ink, Colour::KunyitTint, 7},
        {Colour::Ink, Colour::BrickTint, 7}, {Colour::Ink2, Colour::Paper, 7},
        {Colour::Ink2, Colour::Page, 7}, {Colour::KunyitInk, Colour::Kunyit, 7},
        {Colour::KunyitInk, Colour::KunyitPress, 7}, {Colour::Off, Colour::Page, 4.5},
        {Colour::Line, Colour::Page, 3}, {Colour::Sea, Colour::Paper, 7}};
    for (const auto palette : {Palette::Default, Palette::HighContrast}) {
        const auto theme = Theme::touch({}, palette);
        for (const auto &pair : pairs) {
            CAPTURE(int(pair.text), int(pair.ground), int(palette));
            CHECK(contrast(theme.colour(pair.text), theme.colour(pair.ground)) >= pair.least);
        }
    }
    const auto hall = Theme::hall(1920);
    CHECK(contrast(hall.colour(Colour::Text2), hall.colour(Colour::HallPanel)) >= 7);
}

TEST_CASE("A key's own words can be read in every state", "[look]")
{
    for (const auto palette : {Palette::Default, Palette::HighContrast}) {
        for (const auto kind : {KeyKind::Plain, KeyKind::Primary, KeyKind::Bar}) {
            Key key(Theme::touch({}, palette), kind, {.text = QStringLiteral("Key")});
            for (int state = 0; state < 8; ++state) {
                key.setClosed(state & 1);
                key.setDown(state & 2);
                key.setCheckable(true);
                key.setChecked(state & 4);
                CAPTURE(int(palette), int(kind), state);
                CHECK(contrast(key.inkColour(), key.faceColour()) >= 7);
            }
        }
    }
}

TEST_CASE("Every icon paints in the colour asked for", "[look]")
{
    const auto files = QDir(QStringLiteral(":/antre/icons")).entryList({QStringLiteral("*.svg")});
    CHECK(files.size() == 60);
    for (const auto &file : files) {
        CAPTURE(file);
        const auto image = icon(file.chopped(4), 48, QColor(200, 0, 0))
                               .toImage()
                               .convertToFormat(QImage::Format_ARGB32);
        bool painted = false;
        bool foreign = false;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                painted = painted || pixel.alpha() > 128;
                foreign
                    = foreign || (pixel.alpha() > 128 && (pixel.red() < 180 || pixel.green() > 20));
            }
        CHECK(painted);
        CHECK_FALSE(foreign);
    }
}

TEST_CASE("A second painting of an icon comes from the cache", "[look]")
{
    (void)icon(QStringLiteral("agency-samsat"), 73, Qt::black);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1000; ++i)
        (void)icon(QStringLiteral("agency-samsat"), 73, Qt::black);
    CHECK(timer.elapsed() < 200);
}

TEST_CASE("A 32 inch portrait screen has 2.7 pixels a millimetre and reads at 60 cm", "[look]")
{
    const auto scale = ScreenScale::of({1080, 1920}, {400, 711}, 400);
    CHECK(scale.pxPerMm == Approx(2.7));
    CHECK(scale.reading == ReadingClass::A);
    const auto theme = Theme::touch(scale);
    CHECK(theme.typePx(Type::Lead) == 28);
    CHECK(theme.typePx(Type::Headline) == 46);
    CHECK(Theme::touch(scale, Palette::Default, true).typePx(Type::Lead) == 37);
}

TEST_CASE("A monitor that doesn't know its size is taken to be as the layout was drawn", "[look]")
{
    CHECK(ScreenScale::of({1080, 1920}, {0, 0}, 400).pxPerMm == Approx(2.7));
    CHECK(ScreenScale::of({1920, 1080}, {160, 90}, 476).pxPerMm == Approx(4.03).epsilon(0.01));
    CHECK(ScreenScale::of({1920, 1080}, {0, 0}, 476).reading == ReadingClass::B);
    // 43 inches: keys stay as large as hands are, and leave more room.
    CHECK(ScreenScale::of({1080, 1920}, {535, 952}, 400).pxPerMm == Approx(2.02).epsilon(0.01));
}

TEST_CASE("Ticket numbers of one shape are equally wide", "[look]")
{
    const QFont font = Theme::touch({}).fontPx(330, Weight::Bold);
    CHECK(numberWidth(QStringLiteral("A111"), font)
        == Approx(numberWidth(QStringLiteral("A888"), font)));
    CHECK(numberWidth(QStringLiteral("11.11"), font)
        == Approx(numberWidth(QStringLiteral("20:48"), font)));
}

TEST_CASE("A number shrinks to the widest that it may become", "[look]")
{
    NumberLabel label(Theme::touch({}), QStringLiteral("A012"), 330);
    label.setWidest(QStringLiteral("W2-07"));
    label.resize(700, 300);
    CHECK(label.shownPx() < 330);
    CHECK(
        numberWidth(QStringLiteral("W2-07"), Theme::touch({}).fontPx(label.shownPx(), Weight::Bold))
        <= 700);
}

TEST_CASE("Times and dates read as people write them", "[look]")
{
    const auto day = *BusinessDay::fromText(u"2026-08-20");
    CHECK(clockText(Minutes(582), QStringLiteral("id")) == QStringLiteral("09.42"));
    CHECK(clockText(Minutes(582), QStringLiteral("en")) == QStringLiteral("09:42"));
    CHECK(dateText(day, QStringLiteral("id")) == QStringLiteral("Kamis, 20 Agustus 2026"));
    CHECK(dateText(day, QStringLiteral("en")) == QStringLiteral("Thursday, 20 August 2026"));
}
