// SPDX-License-Identifier: Apache-2.0
#include "display/slideshow.h"
#include "support/eventually.h"
#include "ui/display/film.h"
#include "ui/display/hallpictures.h"

#include <QFile>
#include <QSignalSpy>

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

/// A show of a folder's pictures, each a moment long, and the colours that were seen.
struct Show
{
    explicit Show(const PictureFolder &folder, Milliseconds each = 20ms)
        : slides({folder.path(), folder.memory(), each, 50ms})
    {
        QObject::connect(&slides, &SlideShow::pictureChanged, &slides, [this] {
            if (slides.picture().isNull())
                return;
            const QColor colour = slides.picture().pixelColor(0, 0);
            // JPEG and films of it come near to their colours, not to them.
            const QString name = colour.red() > 150 ? QStringLiteral("red")
                : colour.green() > 90               ? QStringLiteral("green")
                                                    : QStringLiteral("blue");
            if (seen.isEmpty() || seen.last() != name)
                seen += name;
        });
        slides.setRunning(true);
    }
    bool sees(const char *colours)
    {
        return eventually(
            [&] { return seen.join(QLatin1Char(' ')).startsWith(QString::fromLatin1(colours)); });
    }
    QStringList faults() const
    {
        QStringList files;
        for (const SlideFault &fault : slides.faults()) {
            CHECK_FALSE(fault.why.isEmpty());
            files += fault.file;
        }
        return files;
    }
    QStringList seen;
    SlideShow slides;
};

const QColor red(230, 20, 20), green(20, 200, 20), blue(20, 20, 230);

} // namespace

TEST_CASE("Pictures follow each other by name, and again from the first", "[display]")
{
    PictureFolder folder;
    folder.addPoster("2.png", green);
    folder.addPoster("1.jpg", red);
    folder.addPoster("3.png", blue);
    Show show(folder);
    CHECK(show.sees("red green blue red green"));
    CHECK(show.slides.faults().empty());
}

TEST_CASE("A file that can't be shown is left out and named, the others go on", "[display]")
{
    PictureFolder folder;
    folder.addPoster("1.png", red);
    folder.addFile("broken.png", "this is no picture");
    folder.addFile("empty.jpg", {});
    folder.addFile("film.mp4", "this is no film");
    folder.addFile("letter.docx", "a letter");
    folder.addPoster("z.jpg", green);
    QFile cut(folder.file("z.jpg"));
    REQUIRE(cut.open(QIODevice::ReadOnly));
    folder.addFile("cut.png", cut.readAll().left(300));
    Show show(folder);
    REQUIRE(show.sees("red green red"));
    CHECK(show.faults()
        == QStringList({QStringLiteral("letter.docx"), QStringLiteral("broken.png"),
            QStringLiteral("cut.png"), QStringLiteral("empty.jpg"), QStringLiteral("film.mp4")}));
}

TEST_CASE("A picture that would fill the memory is left out", "[display]")
{
    PictureFolder folder;
    folder.addPoster("1.png", red);
    // A PNG's header that claims 60000 x 60000 dots, with a checksum that is right.
    QByteArray png
        = QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea6008020000000fb0e215");
    folder.addFile("huge.png", png + QByteArray(1000, 'x'));
    Show show(folder);
    REQUIRE(eventually([&] { return !show.slides.faults().empty(); }));
    CHECK(show.faults() == QStringList(QStringLiteral("huge.png")));
}

TEST_CASE("An animation moves while its time lasts, and ends with its last frame", "[display]")
{
    PictureFolder folder;
    folder.addFile("1.gif", redThenGreen(5));
    folder.addPoster("2.png", blue);
    Show show(folder, 150ms);
    REQUIRE(eventually([&] { return show.seen.contains(QStringLiteral("blue")); }));
    const QString seen = show.seen.join(QLatin1Char(' '));
    CAPTURE(seen);
    CHECK(show.slides.faults().empty());
    CHECK(seen.startsWith(QStringLiteral("red green")));
    CHECK(seen.contains(QStringLiteral("green blue")));
    CHECK_FALSE(seen.contains(QStringLiteral("red blue")));
}

TEST_CASE("A film is shown to its end, then the next picture", "[display]")
{
    PictureFolder folder;
    folder.addFile("1.avi", film({red, red, red, green, green, green}));
    folder.addPoster("2.png", blue);
    Show show(folder);
    CHECK(show.sees("red green blue red"));
    CHECK(show.slides.faults().empty());
}

TEST_CASE("Files may come and go while the show runs", "[display]")
{
    PictureFolder folder;
    Show show(folder);
    REQUIRE(eventually([&] { return show.slides.isEmpty(); }));
    folder.addPoster("1.png", red);
    REQUIRE(show.sees("red"));
    CHECK_FALSE(show.slides.isEmpty());
    folder.addPoster("2.png", green);
    REQUIRE(show.sees("red green"));
    QFile::remove(folder.file("1.png"));
    QFile::remove(folder.file("2.png"));
    CHECK(eventually([&] { return show.slides.isEmpty(); }));
    CHECK(show.slides.picture().isNull());
}

TEST_CASE("A show that stands still keeps its picture and goes on with the next", "[display]")
{
    PictureFolder folder;
    folder.addPoster("1.png", red);
    folder.addPoster("2.png", green);
    Show show(folder, 100ms);
    REQUIRE(show.sees("red"));
    show.slides.setRunning(false);
    QSignalSpy changes(&show.slides, &SlideShow::pictureChanged);
    CHECK_FALSE(changes.wait(400));
    show.slides.setRunning(true);
    CHECK(show.sees("red green"));
}

TEST_CASE("A file that ended the program twice is left out until it is changed", "[display]")
{
    PictureFolder folder;
    folder.addPoster("1.png", red);
    folder.addPoster("2.png", green);
    const auto dies = [&](const char *deathsBefore) {
        // What a crash leaves: the memory as it was while the file was tried.
        QFile memory(folder.memory());
        QByteArray trying;
        {
            Show show(folder, 10s);
            REQUIRE(eventually([&] {
                if (!memory.open(QIODevice::ReadOnly))
                    return false;
                trying = memory.readAll();
                memory.close();
                return trying.startsWith(deathsBefore) && trying.contains("\"trying\":\"1.png|");
            }));
        }
        REQUIRE(memory.open(QIODevice::WriteOnly));
        memory.write(trying);
        memory.close();
    };
    dies("{\"deaths\":{}");
    dies("{\"deaths\":{\"1.png|");
    {
        Show show(folder);
        REQUIRE(show.sees("green"));
        REQUIRE(eventually([&] { return !show.slides.faults().empty(); }));
        CHECK(show.faults() == QStringList(QStringLiteral("1.png")));
    }
    folder.addPoster("1.png", blue);
    Show show(folder);
    CHECK(show.sees("blue green"));
}

TEST_CASE("An orderly end is no death of the picture on the screen", "[display]")
{
    PictureFolder folder;
    folder.addPoster("1.png", red);
    for (int i = 0; i < 4; ++i) {
        Show show(folder, 10s);
        REQUIRE(show.sees("red"));
    }
    QFile memory(folder.memory());
    REQUIRE(memory.open(QIODevice::ReadOnly));
    CHECK(memory.readAll() == QByteArray("{\"deaths\":{},\"trying\":\"\"}"));
}
