// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "support/eventually.h"
#include "voice/espeaksynthesiser.h"
#include "voice/filespeaker.h"
#include "voice/narrator.h"

#include <QDir>
#include <QTemporaryDir>

using namespace antre;
using test::eventually;

namespace {

/// Plays until the test says that it was heard.
class SlowSpeaker final : public Speaker
{
public:
    void play(const Playback &playback, Done done) override
    {
        played << playback.name;
        m_done = std::move(done);
    }
    void stop() override
    {
        ++stops;
        m_done = {};
    }
    Result<> ready() const override { return isThere ? Result<>() : gone(); }
    void ends(bool well = true)
    {
        REQUIRE(m_done);
        std::exchange(m_done, {})(well ? Result<>() : gone());
    }
    [[nodiscard]] bool isPlaying() const { return bool(m_done); }
    static Result<> gone() { return failure(ErrorCode::Unavailable, QStringLiteral("pulled out")); }

    QStringList played;
    int stops = 0;
    bool isThere = true;

private:
    Done m_done;
};

/// Makes a second of tone of whatever it is given, at once.
class QuickSynthesiser final : public Synthesiser
{
public:
    void say(const QString &text, const QString &voice, Done done) override
    {
        said << text;
        if (isThere && voice != missing)
            done(Sound{22050, QByteArray(44100, '\x11')});
        else
            done(failure(ErrorCode::Unavailable, QStringLiteral("not installed")));
    }
    QStringList said;
    QString missing;
    bool isThere = true;
};

struct Listener
{
    Listener()
    {
        QObject::connect(&narrator, &Narrator::reading, [this](int index) { heard << index; });
        QObject::connect(&narrator, &Narrator::finished, [this] { ++ends; });
        QObject::connect(&narrator, &Narrator::readyChanged,
            [this](bool ready, const QString &) { news << ready; });
    }
    void reads(const QStringList &sentences) { narrator.read(sentences, QStringLiteral("id")); }
    QuickSynthesiser synthesiser;
    SlowSpeaker speaker;
    Narrator narrator{synthesiser, speaker};
    QList<int> heard;
    QList<bool> news;
    int ends = 0;
};

const QStringList three{QStringLiteral("satu"), QStringLiteral("dua"), QStringLiteral("tiga")};

} // namespace

TEST_CASE("A narrator reads everything, in order, one sentence at a time", "[voice]")
{
    Listener listener;
    listener.reads(three);
    for (int i = 0; i < 3; ++i) {
        CHECK(eventually([&] { return listener.speaker.isPlaying(); }));
        CHECK(listener.speaker.played.size() == i + 1);
        listener.speaker.ends();
    }
    CHECK(eventually([&] { return listener.ends == 1; }));
    CHECK(listener.heard == QList<int>{0, 1, 2});
    CHECK_FALSE(listener.narrator.isReading());
}

TEST_CASE("The next sentence is made while the one before is heard", "[voice]")
{
    Listener listener;
    listener.reads(three);
    CHECK(listener.synthesiser.said == three.first(2));
    CHECK(listener.speaker.played.size() == 1);
}

TEST_CASE("Stopped means silent, and what comes late is not heard", "[voice]")
{
    Listener listener;
    listener.reads(three);
    REQUIRE(listener.speaker.isPlaying());
    listener.speaker.ends();
    listener.narrator.stop();
    QCoreApplication::processEvents();
    CHECK(listener.heard == QList<int>{0});
    CHECK(listener.ends == 0);
    listener.reads({QStringLiteral("baru")});
    CHECK(listener.speaker.isPlaying());
    const int stops = listener.speaker.stops;
    listener.narrator.stop();
    CHECK(listener.speaker.stops == stops + 1);
}

TEST_CASE("A new page takes the place of the old one in the listener's ear", "[voice]")
{
    Listener listener;
    listener.reads(three);
    listener.reads({QStringLiteral("halaman baru")});
    CHECK(listener.speaker.stops == 1);
    CHECK(listener.synthesiser.said.last() == QStringLiteral("halaman baru"));
    listener.speaker.ends();
    CHECK(eventually([&] { return listener.ends == 1; }));
}

TEST_CASE("A kiosk without loudspeaker or synthesiser knows that it can't be heard", "[voice]")
{
    Listener listener;
    CHECK_FALSE(listener.narrator.isReady());
    listener.narrator.check();
    CHECK(listener.narrator.isReady());
    listener.speaker.isThere = false;
    listener.narrator.check();
    CHECK_FALSE(listener.narrator.isReady());
    CHECK_FALSE(listener.narrator.isSynthesiserMissing());
    listener.speaker.isThere = true;
    listener.synthesiser.isThere = false;
    listener.narrator.check();
    CHECK_FALSE(listener.narrator.isReady());
    CHECK(listener.narrator.isSynthesiserMissing());
    CHECK(listener.news == QList<bool>{true, false});
}

TEST_CASE("A language that no voice speaks is known, and the others are spoken", "[voice]")
{
    Listener listener;
    listener.synthesiser.missing = QStringLiteral("min");
    listener.narrator.setVoices({QStringLiteral("id"), QStringLiteral("min")});
    listener.narrator.check();
    CHECK(listener.narrator.speaks(QStringLiteral("id")));
    CHECK_FALSE(listener.narrator.speaks(QStringLiteral("min")));
    listener.synthesiser.missing.clear();
    listener.narrator.check();
    CHECK(listener.narrator.speaks(QStringLiteral("min")));
    CHECK(listener.news == QList<bool>{true, true});
}

TEST_CASE("A loudspeaker pulled out while it speaks is news, and ends the reading", "[voice]")
{
    Listener listener;
    listener.narrator.check();
    listener.reads(three);
    listener.speaker.ends(false);
    CHECK(eventually([&] { return !listener.narrator.isReady(); }));
    CHECK_FALSE(listener.narrator.isReading());
}

TEST_CASE("What pleases the eye is said as people say it", "[voice]")
{
    const auto id = [](const char *text) {
        return spokenScreenText(QString::fromUtf8(text), QStringLiteral("id"));
    };
    const auto en = [](const char *text) {
        return spokenScreenText(QString::fromUtf8(text), QStringLiteral("en"));
    };
    CHECK(id("35–55 menit") == QStringLiteral("35 sampai 55 menit"));
    CHECK(en("35–55 minutes") == QStringLiteral("35 to 55 minutes"));
    CHECK(id("pukul 10.15–10.40")
        == QStringLiteral("pukul sepuluh lima belas sampai sepuluh empat puluh"));
    CHECK(en("at 08:05") == QStringLiteral("at eight oh five"));
    CHECK(en("at 08:00") == QStringLiteral("at eight o'clock"));
    CHECK(id("Nomor Anda A012 sah.") == QStringLiteral("Nomor Anda A, nol, satu, dua sah."));
    CHECK(en("A2-07") == QStringLiteral("A, two, dash, zero seven"));
    CHECK(id("Dukcapil · kode B") == QStringLiteral("Dukcapil, kode B"));
    CHECK(id("KTP-el") == QStringLiteral("KTP-el"));
    CHECK(id("“buat ktp”") == QStringLiteral("buat ktp"));
}

TEST_CASE("A third language's voice says digits and signs by itself", "[voice]")
{
    const QString ms = QStringLiteral("ms");
    CHECK(spokenScreenText(QStringLiteral("A2-07"), ms) == QStringLiteral("A 2 , 0 7"));
    CHECK(spokenScreenText(QStringLiteral("10:05–10:40"), ms) == QStringLiteral("10 05, 10 40"));
    CHECK(spokenScreenText(QStringLiteral("35–55 minit"), ms) == QStringLiteral("35, 55 minit"));
}

TEST_CASE(
    "The real synthesiser has a voice for a third language, and knows which it lacks", "[voice]")
{
    QTemporaryDir folder;
    EspeakSynthesiser synthesiser;
    FileSpeaker speaker(folder.path());
    Narrator narrator(synthesiser, speaker);
    const QStringList voices{QStringLiteral("id"), QStringLiteral("ms"), QStringLiteral("min")};
    narrator.setVoices(voices);
    narrator.check();
    REQUIRE(eventually([&] { return narrator.isReady(); }));
    CHECK(narrator.speaks(QStringLiteral("ms")));
    CHECK_FALSE(narrator.speaks(QStringLiteral("min")));
}

TEST_CASE("The real synthesiser reads a page into sound", "[voice]")
{
    QTemporaryDir folder;
    EspeakSynthesiser synthesiser;
    FileSpeaker speaker(folder.path());
    Narrator narrator(synthesiser, speaker);
    int ends = 0;
    QObject::connect(&narrator, &Narrator::finished, [&] { ++ends; });
    narrator.read({QStringLiteral("Anda ingin mengurus apa?"), QStringLiteral("DPMPTSP")},
        QStringLiteral("id"));
    REQUIRE(eventually([&] { return ends == 1; }));
    const auto files = QDir(folder.path()).entryInfoList(QDir::Files, QDir::Name);
    REQUIRE(files.size() == 2);
    for (const auto &file : files)
        CHECK(file.size() > 20'000); // half a second at least
}
