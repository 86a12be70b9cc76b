// SPDX-License-Identifier: Apache-2.0

// Spoken guidance: what is heard is what is shown, in its order, and a touch silences it.

#include "common/textlabel.h"
#include "kiosk/guidance.h"
#include "kiosk/keypad.h"
#include "kiosk/timeoutlayer.h"
#include "ui/kiosk/states.h"
#include "ui/kiosk/visitor.h"
#include "voice/narrator.h"

#include <QWindow>

using namespace antre;

namespace {

/// Says everything in no time; its "sounds" are the words.
class WordSynthesiser final : public Synthesiser
{
public:
    void say(const QString &text, const QString &voice, Done done) override
    {
        if (isThere && voice != missing)
            done(Sound{22050, text.toUtf8()});
        else
            done(failure(ErrorCode::Unavailable, QStringLiteral("not installed")));
    }
    bool isThere = true;
    QString missing;
};

/// A headset: the test hears sentence after sentence.
class Headset final : public Speaker
{
public:
    void play(const Playback &, Done done) override { m_done = std::move(done); }
    void stop() override { m_done = {}; }
    Result<> ready() const override
    {
        return isThere ? Result<>() : failure(ErrorCode::Unavailable, QStringLiteral("pulled"));
    }
    [[nodiscard]] bool isPlaying() const { return bool(m_done); }
    void next() { std::exchange(m_done, {})({}); }
    bool isThere = true;

private:
    Done m_done;
};

struct BlindVisitor : Visitor
{
    explicit BlindVisitor(const KioskOptions &options = still(), QSize size = {1080, 1920},
        const KioskScreen &screen = morning())
        : Visitor(options, size, screen)
    {
        window.setNarrator(&narrator);
        narrator.check();
        auto *guidance = window.findChild<Guidance *>();
        QObject::connect(guidance, &Guidance::spoken,
            [this](const QStringList &sentences) { said = sentences; });
        QCoreApplication::processEvents();
    }
    ~BlindVisitor() { window.setNarrator(nullptr); }
    void presses(Qt::Key key)
    {
        QTest::qWait(320);
        QTest::keyClick(window.windowHandle(), key, Qt::KeypadModifier);
        QCoreApplication::processEvents();
    }
    /// Lets everything be read to its end.
    void hearsAll()
    {
        while (narrator.isReading() && headset.isPlaying()) {
            headset.next();
            QCoreApplication::processEvents();
        }
    }
    [[nodiscard]] bool hears(const QString &words) const { return said.join(u' ').contains(words); }
    /// The number that was heard with `name`.
    [[nodiscard]] int heardNumberOf(const QString &name) const
    {
        for (const QString &sentence : said) {
            const auto colon = sentence.indexOf(u':');
            if (colon > 0 && sentence.mid(colon + 2).startsWith(name))
                return sentence.left(colon).toInt();
        }
        return 0;
    }
    void types(int number)
    {
        REQUIRE(number > 0);
        auto *page = window.page();
        for (const QChar digit : QString::number(number))
            presses(Qt::Key(Qt::Key_0 + digit.digitValue()));
        if (window.page() == page && wishes.empty())
            presses(Qt::Key_Enter);
    }

    WordSynthesiser synthesiser;
    Headset headset;
    Narrator narrator{synthesiser, headset};
    QStringList said;
};

const QString listenKey = QStringLiteral("Dengarkan");

} // namespace

TEST_CASE("A blind visitor takes a number by number pad and ear alone", "[kiosk][guidance]")
{
    BlindVisitor visitor;
    visitor.presses(Qt::Key_Asterisk);
    CHECK(visitor.hears(QStringLiteral("bintang"))); // how the keypad is used
    visitor.types(visitor.heardNumberOf(licences));
    CHECK(visitor.hears(QStringLiteral("Pilih layanan")));
    visitor.types(visitor.heardNumberOf(businessNumber));
    CHECK(visitor.hears(QStringLiteral("8 orang di depan Anda")));
    CHECK(visitor.hears(QStringLiteral("Yang perlu disiapkan")));
    visitor.types(visitor.heardNumberOf(takeNumber));
    REQUIRE(visitor.wishes.size() == 1);
    visitor.window.present(issuedMorning());
    QCoreApplication::processEvents();
    CHECK(visitor.hears(QStringLiteral("Nomor antrean Anda")));
    CHECK(visitor.hears(QStringLiteral("A012")));
    QTest::qWait(1000);
    visitor.types(visitor.heardNumberOf(QStringLiteral("Selesai")));
    CHECK(visitor.left == 1);
    CHECK_FALSE(visitor.narrator.isReading());
    // The next visitor is not spoken to.
    visitor.window.present(morning());
    visitor.said.clear();
    visitor.touches(licences);
    CHECK(visitor.said.isEmpty());
}

TEST_CASE("Everything that a page shows is read, in the order of the page", "[kiosk][guidance]")
{
    const QSize size = GENERATE(QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768));
    BlindVisitor visitor(Visitor::still(), size);
    visitor.touches(listenKey);
    const auto readsAll = [&] {
        auto *page = visitor.window.page();
        CAPTURE(page->metaObject()->className(), visitor.said);
        for (auto *label : page->findChildren<QLabel *>())
            if (label->isVisible() && !label->text().isEmpty())
                CHECK(visitor.hears(
                    label->accessibleName().isEmpty() ? label->text() : label->accessibleName()));
        for (auto *key : page->findChildren<Key *>())
            if (key->isVisible())
                CHECK(visitor.hears(key->accessibleName()));
        for (auto *key : visitor.window.helpBar()->findChildren<Key *>())
            CHECK(visitor.hears(key->accessibleName()));
    };
    readsAll();
    visitor.touches(licences);
    QCoreApplication::processEvents();
    readsAll();
    visitor.touches(businessNumber);
    QCoreApplication::processEvents();
    readsAll();
    visitor.window.present(issuedMorning());
    QCoreApplication::processEvents();
    readsAll();
}

TEST_CASE("A touch silences the voice; the key reads again, or ends it", "[kiosk][guidance]")
{
    BlindVisitor visitor;
    visitor.touches(listenKey);
    REQUIRE(visitor.narrator.isReading());
    visitor.finger.downAt({5, 5});
    visitor.finger.upAt({5, 5});
    CHECK_FALSE(visitor.narrator.isReading());
    visitor.said.clear();
    visitor.touches(listenKey);
    CHECK(visitor.hears(licences)); // again
    visitor.touches(listenKey); // while it speaks
    CHECK_FALSE(visitor.narrator.isReading());
    visitor.said.clear();
    visitor.touches(licences);
    CHECK(visitor.said.isEmpty());
}

TEST_CASE("The voice follows the focus", "[kiosk][guidance]")
{
    BlindVisitor visitor;
    visitor.presses(Qt::Key_Asterisk);
    visitor.presses(Qt::Key_Down);
    auto *key = qobject_cast<Key *>(visitor.window.focusWidget());
    REQUIRE(key);
    CHECK(visitor.said.size() == 1);
    CHECK(visitor.hears(key->accessibleName()));
}

TEST_CASE("The voice speaks the visitor's language", "[kiosk][guidance]")
{
    BlindVisitor visitor;
    visitor.touches(listenKey);
    CHECK(visitor.hears(QStringLiteral("Anda ingin mengurus apa?")));
    visitor.touches(QStringLiteral("English"));
    CHECK(visitor.hears(QStringLiteral("What do you need today?")));
}

TEST_CASE(
    "Nobody is timed out while being read to, and the warning is read, too", "[kiosk][guidance]")
{
    auto options = Visitor::still();
    options.warnAfter = std::chrono::milliseconds(900);
    options.warnFor = std::chrono::seconds(5);
    BlindVisitor visitor(options);
    visitor.touches(listenKey);
    for (int i = 0; i < 5; ++i) {
        QTest::qWait(400);
        CHECK_FALSE(visitor.window.warning());
        REQUIRE(visitor.headset.isPlaying());
        visitor.headset.next();
        QCoreApplication::processEvents();
    }
    visitor.hearsAll();
    REQUIRE(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    CHECK(visitor.hears(QStringLiteral("Masih di sini?")));
    CHECK(visitor.hears(QStringLiteral("1: Lanjutkan")));
}

TEST_CASE("A language without a voice has no listen key, unless another one's voice reads it",
    "[kiosk][guidance]")
{
    auto options = Visitor::still();
    const bool hasReader = GENERATE(false, true);
    if (hasReader)
        options.voices.insert(pseudoLanguage, QStringLiteral("id"));
    auto screen = morning();
    screen.catalogue = pseudoCatalogue();
    BlindVisitor visitor(options, {1080, 1920}, screen);
    visitor.synthesiser.missing = pseudoLanguage;
    visitor.narrator.check();
    QCoreApplication::processEvents();
    auto *bar = visitor.window.helpBar();
    CHECK((bar->key(Help::Listen) != nullptr) == hasReader);
    visitor.finger.tap(bar->key(Help::Language));
    QCoreApplication::processEvents();
    CHECK(visitor.find(listenKey));
}

TEST_CASE("Without loudspeaker or synthesiser there is no listen key", "[kiosk][guidance]")
{
    BlindVisitor visitor;
    CHECK(visitor.find(listenKey));
    visitor.headset.isThere = false;
    visitor.narrator.check();
    QCoreApplication::processEvents();
    CHECK_FALSE(visitor.find(listenKey));
    visitor.headset.isThere = true;
    visitor.synthesiser.isThere = false;
    visitor.narrator.check();
    QCoreApplication::processEvents();
    CHECK_FALSE(visitor.find(listenKey));
    visitor.synthesiser.isThere = true;
    visitor.narrator.check();
    QCoreApplication::processEvents();
    CHECK(visitor.find(listenKey));
}
