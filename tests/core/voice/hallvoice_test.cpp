// SPDX-License-Identifier: Apache-2.0
#include "support/catch.h"
#include "voice/audiospeaker.h"
#include "voice/chime.h"
#include "voice/espeaksynthesiser.h"
#include "voice/filespeaker.h"
#include "voice/hallvoice.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <cmath>

using namespace antre;
using namespace std::chrono_literals;

namespace {

const Instant nine = fromMs(1'787'191'200'000);

Call call(int number, Instant at)
{
    return {TicketId(Uuid{1, quint64(number)}), {LineId(QStringLiteral("A")), {}, number},
        CounterId(QStringLiteral("3")), at, 1};
}

/// Waits for an event, at most ten seconds.
template <typename Signal>
void waitFor(const HallVoice &voice, Signal signal, const std::function<bool()> &enough)
{
    QEventLoop loop;
    QObject::connect(&voice, signal, &loop, [&] {
        if (enough())
            loop.quit();
    });
    QTimer::singleShot(10s, &loop, &QEventLoop::quit);
    if (!enough())
        loop.exec();
}

struct FiledHall
{
    explicit FiledHall(EspeakSynthesiser::Options options = {},
        std::vector<SpokenLanguage> script = {SpokenLanguage::Indonesian})
        : synthesiser(std::move(options))
        , voice(clock, synthesiser, speaker, {std::move(script)}, std::nullopt)
    {
        QObject::connect(&voice, &HallVoice::markMoved, &voice,
            [this](const CallMark &mark) { marks.push_back(mark); });
    }
    void hears(const std::vector<Call> &calls)
    {
        voice.follow(calls, nine);
        waitFor(voice, &HallVoice::markMoved, [&] { return marks.size() == calls.size(); });
        REQUIRE(marks.size() == calls.size());
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }
    Sound sound(int index) const
    {
        QFile file(folder.filePath(files().at(index)));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return fromWav(file.readAll()).value();
    }

    QTemporaryDir folder;
    ManualClock clock{nine};
    EspeakSynthesiser synthesiser;
    FileSpeaker speaker{folder.path()};
    HallVoice voice;
    std::vector<CallMark> marks;
};

/// A loudspeaker that plays until the test says how far it has got, after a synthesiser that
/// speaks at once.
struct SlowHall
{
    explicit SlowHall(VoiceManner manner = {}, std::optional<CallMark> restored = {})
        : voice(clock, synthesiser, speaker, std::move(manner), restored)
    {
        QObject::connect(
            &voice, &HallVoice::markMoved, &voice, [this](const CallMark &moved) { mark = moved; });
    }
    struct Slow final : Speaker
    {
        void play(const Playback &playback, Done done) override
        {
            asked.push_back(playback);
            pending = std::move(done);
        }
        Result<> ready() const override { return {}; }
        std::vector<Playback> asked;
        Done pending;
    };
    struct Instantly final : Synthesiser
    {
        void say(const QString &text, const QString &voice, Done done) override
        {
            said += voice;
            texts += text;
            done(silence(2s, 22050));
        }
        QStringList said, texts;
    };
    /// The number on its way to the ears; empty: silence.
    QString playing() const
    {
        return speaker.pending ? speaker.asked.back().name.section(QLatin1Char('-'), 2) : QString();
    }
    /// In which languages the present call is said.
    QString languages() { return std::exchange(synthesiser.said, {}).join(QLatin1Char(' ')); }
    void passes(size_t station) const { speaker.asked.back().passed(station); }
    void hearsItOut(const Result<> &heard = {})
    {
        bool isOut = false;
        const auto marks
            = QObject::connect(&voice, &HallVoice::markMoved, &voice, [&] { isOut = true; });
        std::exchange(speaker.pending, {})(heard);
        waitFor(voice, &HallVoice::markMoved, [&] { return isOut; });
        QObject::disconnect(marks);
    }

    ManualClock clock{nine};
    Instantly synthesiser;
    Slow speaker;
    HallVoice voice;
    std::optional<CallMark> mark;
};

const std::vector<SpokenLanguage> twiceAndEnglish = VoicePlan().languages;

} // namespace

TEST_CASE("Each call becomes one sound file: the chime, then the words", "[voice]")
{
    FiledHall hall;
    hall.hears({call(12, nine), call(13, nine)});
    CHECK(hall.files()
        == QStringList({QStringLiteral("20260820-020000000-A012.wav"),
            QStringLiteral("20260820-020000000-A013.wav")}));
    const Sound sound = hall.sound(0);
    CHECK(sound.samples.startsWith(chime(22050).samples));
    CHECK(sound.duration() > chime(22050).duration() + 2s);
    CHECK(hall.voice.health() == VoiceHealth::Speaking);
    CHECK(hall.marks.back() == CallMark::of(call(13, nine)));
}

TEST_CASE("The script says a sentence twice and in two languages", "[voice]")
{
    FiledHall once;
    once.hears({call(12, nine)});
    FiledHall thrice(
        {}, {SpokenLanguage::Indonesian, SpokenLanguage::Indonesian, SpokenLanguage::English});
    thrice.hears({call(12, nine)});
    CHECK(thrice.sound(0).duration() > once.sound(0).duration() + 4s);
}

TEST_CASE("Without a synthesiser the hall still hears the chime", "[voice]")
{
    EspeakSynthesiser::Options missing;
    missing.program = QStringLiteral("/nowhere/espeak-ng");
    FiledHall hall(missing);
    QString fault;
    QObject::connect(&hall.voice, &HallVoice::healthChanged, &hall.voice,
        [&](VoiceHealth, const QString &detail) { fault = detail; });
    hall.hears({call(12, nine), call(13, nine)});
    CHECK(hall.files().size() == 2);
    CHECK(hall.sound(0).duration() < chime(22050).duration() + 300ms);
    CHECK(hall.sound(0).peak() == Approx(chime(22050).peak()));
    CHECK(hall.voice.health() == VoiceHealth::ChimeOnly);
    CHECK(fault.contains(QStringLiteral("/nowhere/espeak-ng")));
}

TEST_CASE("A speaker that fails is reported, and the next call is tried all the same", "[voice]")
{
    struct Broken final : Speaker
    {
        void play(const Playback &playback, Done done) override
        {
            asked += playback.name;
            done(failure(ErrorCode::Unavailable, QStringLiteral("unplugged")));
        }
        Result<> ready() const override { return {}; }
        QStringList asked;
    } speaker;
    const ManualClock clock(nine);
    EspeakSynthesiser espeak;
    HallVoice voice(clock, espeak, speaker, {{SpokenLanguage::Indonesian}}, std::nullopt);
    int marks = 0;
    QObject::connect(&voice, &HallVoice::markMoved, &voice, [&] { ++marks; });
    voice.follow({call(1, nine), call(2, nine)}, nine);
    waitFor(voice, &HallVoice::markMoved, [&] { return marks == 2; });
    CHECK(speaker.asked.size() == 2);
    CHECK(voice.health() == VoiceHealth::Silent);
    voice.check(); // the device is there, and yet nothing was heard
    CHECK(voice.health() == VoiceHealth::Silent);
}

TEST_CASE("A machine whose own clock is a day off speaks by the service's time", "[voice]")
{
    FiledHall hall;
    hall.clock.setWall(nine - 24h);
    hall.hears({call(12, nine - 5s)});
    CHECK(hall.files().size() == 1);
}

TEST_CASE("Waiting is measured while the hall listens", "[voice]")
{
    SlowHall hall;
    hall.voice.follow({call(1, nine), call(2, nine), call(3, nine)}, nine);
    REQUIRE(hall.playing() == QStringLiteral("A001"));
    hall.clock.advance(2min);
    hall.hearsItOut();
    CHECK(hall.playing() == QStringLiteral("A003"));
}

TEST_CASE("A display killed in mid-call goes on with the sentence that was cut off", "[voice]")
{
    SlowHall before({twiceAndEnglish});
    before.voice.follow({call(1, nine), call(2, nine)}, nine);
    CHECK(before.languages() == QStringLiteral("id id en"));
    before.passes(0);
    REQUIRE(before.mark);
    SlowHall after({twiceAndEnglish}, callMarkFromJson(toJson(*before.mark)).value());
    after.voice.follow({call(1, nine), call(2, nine)}, nine + 5s);
    CHECK(after.playing() == QStringLiteral("A001"));
    CHECK(after.languages() == QStringLiteral("id en"));
    after.passes(0);
    CHECK(after.mark->heard == 2);
    after.hearsItOut();
    CHECK(after.playing() == QStringLiteral("A002"));
    CHECK(after.languages() == QStringLiteral("id id en"));
    CHECK_FALSE(after.mark->heard);
}

TEST_CASE("Stations lie in the silence after each sentence but the last", "[voice]")
{
    SlowHall hall({twiceAndEnglish});
    hall.voice.follow({call(1, nine)}, nine);
    const Playback &playback = hall.speaker.asked.back();
    const Milliseconds first = chime(22050).duration() + 150ms + 2s;
    REQUIRE(playback.stations.size() == 2);
    CHECK(std::chrono::abs(playback.stations[0] - (first + 300ms)) < 5ms);
    CHECK(std::chrono::abs(playback.stations[1] - (first + 300ms + 2600ms)) < 5ms);
}

TEST_CASE(
    "When several counters call at once less is said of each, and nobody is left out", "[voice]")
{
    SlowHall hall({twiceAndEnglish});
    std::vector<Call> calls;
    for (int i = 1; i <= 8; ++i) {
        calls.push_back(call(i, nine));
        calls.back().counter = CounterId(QString::number(i));
    }
    hall.voice.follow(calls, nine);
    QStringList said;
    for (int i = 1; i <= 8; ++i) {
        REQUIRE(hall.playing() == QStringLiteral("A00%1").arg(i));
        said += hall.languages();
        hall.hearsItOut();
    }
    CHECK(said
        == QStringList({QStringLiteral("id"), QStringLiteral("id"), QStringLiteral("id"),
            QStringLiteral("id en"), QStringLiteral("id en"), QStringLiteral("id en"),
            QStringLiteral("id id en"), QStringLiteral("id id en")}));
}

TEST_CASE("In quiet hours nothing is heard, and afterwards only what is still fresh", "[voice]")
{
    SlowHall hall({twiceAndEnglish, 100, true});
    hall.voice.follow({call(1, nine)}, nine);
    CHECK(hall.playing().isEmpty());
    hall.clock.advance(5min);
    hall.voice.follow({call(1, nine), call(2, nine + 4min + 30s)}, nine + 5min);
    CHECK(hall.playing().isEmpty());
    hall.voice.setManner({twiceAndEnglish});
    CHECK(hall.playing() == QStringLiteral("A002"));
    hall.hearsItOut();
    CHECK(hall.playing().isEmpty());
}

TEST_CASE("Quiet hours let the sentence under way end", "[voice]")
{
    SlowHall hall({twiceAndEnglish});
    hall.voice.follow({call(1, nine), call(2, nine)}, nine);
    hall.voice.setManner({twiceAndEnglish, 100, true});
    CHECK(hall.playing() == QStringLiteral("A001"));
    hall.hearsItOut();
    CHECK(hall.playing().isEmpty());
}

TEST_CASE("Half the volume sounds half as loud: ten decibels less", "[voice]")
{
    CHECK(amplitudeOf(100) == Approx(1));
    CHECK(20 * std::log10(amplitudeOf(50)) == Approx(-10));
    CHECK(20 * std::log10(amplitudeOf(25)) == Approx(-20));
    const VoicePlan plan{{}, 1, {{Minutes(720), Minutes(750)}}, {{Minutes(450), 50}}};
    CHECK(mannerAt(plan, Minutes(730)).quiet);
    CHECK(mannerAt(plan, Minutes(750)) == VoiceManner{{}, 50, false});
    SlowHall hall(mannerAt(plan, Minutes(750)));
    hall.voice.follow({call(1, nine)}, nine);
    CHECK(hall.speaker.asked.back().sound.peak()
        == Approx(chime(22050).peak() * amplitudeOf(50)).epsilon(0.01));
}

TEST_CASE("A hall without voice is found out before the first call", "[voice]")
{
    EspeakSynthesiser::Options missing;
    missing.program = QStringLiteral("/nowhere/espeak-ng");
    FiledHall hall(missing);
    hall.voice.check();
    waitFor(hall.voice, &HallVoice::healthChanged,
        [&] { return hall.voice.health() == VoiceHealth::ChimeOnly; });
    CHECK(hall.voice.health() == VoiceHealth::ChimeOnly);
    CHECK(hall.files().isEmpty());
}

TEST_CASE("A display killed in mid-call does not begin again a call that it had ended", "[voice]")
{
    CallMark mark = CallMark::of(call(1, nine));
    mark.heard = 3;
    SlowHall hall({twiceAndEnglish}, mark);
    int marks = 0;
    QObject::connect(&hall.voice, &HallVoice::markMoved, &hall.voice, [&] { ++marks; });
    hall.voice.follow({call(1, nine)}, nine + 5s);
    waitFor(hall.voice, &HallVoice::markMoved, [&] { return marks == 1; });
    CHECK(hall.speaker.asked.empty());
    CHECK_FALSE(hall.mark->heard);
}

TEST_CASE("Files that can't be written are an error with their path", "[voice]")
{
    const QTemporaryDir folder;
    QFile blocking(folder.filePath(QStringLiteral("sounds")));
    REQUIRE(blocking.open(QIODevice::WriteOnly));
    FileSpeaker speaker(blocking.fileName());
    QEventLoop loop;
    Result<> result;
    speaker.play({QStringLiteral("a"), silence(10ms, 8000)}, [&](Result<> heard) {
        result = std::move(heard);
        loop.quit();
    });
    loop.exec();
    CHECK(result.error().code == ErrorCode::Unavailable);
    CHECK(result.error().detail.contains(blocking.fileName()));
}

TEST_CASE("A machine without loudspeakers is told apart from one that plays", "[voice]")
{
    // No sound server can be reached in the tests' environment.
    qputenv("PULSE_SERVER", "unix:/nowhere");
    AudioSpeaker speaker;
    CHECK(speaker.ready().error().code == ErrorCode::Unavailable);
    QEventLoop loop;
    std::optional<Result<>> result;
    speaker.play({QStringLiteral("a"), silence(10ms, 8000)}, [&](Result<> heard) {
        result = std::move(heard);
        loop.quit();
    });
    if (!result)
        loop.exec();
    CHECK(result->error().code == ErrorCode::Unavailable);
}
