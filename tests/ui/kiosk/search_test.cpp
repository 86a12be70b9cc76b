// SPDX-License-Identifier: Apache-2.0
#include "kiosk/foundkey.h"
#include "kiosk/searchfield.h"
#include "ui/kiosk/visitor.h"

using namespace antre;

namespace {

const QString findKey = QStringLiteral("Cari layanan");
const QString back = QStringLiteral("Kembali");
const QString newCard = QStringLiteral("KTP-el baru (perekaman pertama)");

/// A visitor who searches: letters follow each other without a pause.
struct Searcher : Visitor
{
    explicit Searcher(QSize size = {1080, 1920}, const KioskOptions &options = still())
        : Visitor(options, size)
    {
        touches(findKey);
        QTest::qWait(320);
    }

    void types(const QString &text)
    {
        for (const QChar letter : text) {
            // The same letter twice in a moment is a trembling finger.
            if (letter == m_last)
                QTest::qWait(int(PressGuard::sameLetter.count()) + 10);
            tap(letter == u' ' ? QStringLiteral("spasi") : QString(letter.toUpper()));
            m_last = letter;
        }
        QCoreApplication::processEvents();
    }
    void tap(const QString &text)
    {
        CAPTURE(text);
        auto *key = find(text);
        REQUIRE(key);
        finger.tap(key);
    }
    /// On a real keyboard, through the window system.
    void strikes(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void strikes(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window.windowHandle(), letter.toLatin1());
        QCoreApplication::processEvents();
    }
    /// Downwards, from what was found.
    void walksToLetters()
    {
        const auto isLetter = [] {
            const QWidget *key = QApplication::focusWidget();
            return key && key->property(PressGuard::types).toBool();
        };
        for (int step = 0; step < 20 && !isLetter(); ++step)
            strikes(Qt::Key_Down);
        CHECK(isLetter());
    }
    /// By one arrow, until the key with this on it has the focus.
    void walks(Qt::Key arrow, const QString &text)
    {
        for (int step = 0; step < 20 && focused() != text; ++step)
            strikes(arrow);
        CHECK(focused() == text);
    }
    [[nodiscard]] QString typed() const
    {
        const auto *field = window.findChild<SearchField *>();
        return field ? field->text() : QStringLiteral("(no field)");
    }
    [[nodiscard]] QString focused() const
    {
        const auto *key = qobject_cast<Key *>(QApplication::focusWidget());
        return key ? key->accessibleName() : QString();
    }

private:
    QChar m_last;
};

} // namespace

TEST_CASE("A visitor who types what the mall calls otherwise comes to a number", "[kiosk][search]")
{
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        CAPTURE(size.width());
        Searcher visitor(size);
        visitor.types(QStringLiteral("izin usaha"));
        visitor.touches(businessNumber);
        visitor.touches(takeNumber);
        REQUIRE(visitor.wishes.size() == 1);
        CHECK(visitor.wishes[0].service == ServiceId(QStringLiteral("dpmptsp.nib")));
    }
}

TEST_CASE(
    "Back leads from a service to what was found, and from there to the start", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("ktp"));
    CHECK(visitor.sees(QStringLiteral("3 layanan untuk “ktp”")));
    visitor.touches(newCard);
    CHECK(visitor.find(takeNumber));
    visitor.touches(back);
    CHECK(visitor.typed() == QStringLiteral("ktp"));
    CHECK(visitor.find(newCard));
    visitor.touches(back);
    CHECK(visitor.find(licences));
    visitor.touches(findKey);
    CHECK(visitor.typed().isEmpty());
}

TEST_CASE("An agency that was found leads to its services, and back again", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("polisi"));
    visitor.touches(QStringLiteral("Polresta"));
    visitor.touches(QStringLiteral("Izin keramaian"));
    visitor.touches(back);
    CHECK(visitor.find(QStringLiteral("Izin keramaian")));
    visitor.touches(back);
    CHECK(visitor.typed() == QStringLiteral("polisi"));
}

TEST_CASE("What the mall does not have is said, and something else offered", "[kiosk][search]")
{
    Searcher visitor;
    CHECK(visitor.find(QStringLiteral("Pajak motor")));
    visitor.types(QStringLiteral("pizza"));
    CHECK(visitor.sees(QStringLiteral("Tidak ada layanan “pizza” di mal ini.")));
    visitor.touches(QStringLiteral("KTP hilang"));
    CHECK(visitor.sees(QStringLiteral("Cetak ulang KTP-el hilang")));
}

TEST_CASE("What is full today is found all the same, with the reason", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("skck"));
    auto *full = visitor.find(QStringLiteral("SKCK baru"));
    REQUIRE(full);
    CHECK(full->isClosed());
    CHECK(full->accessibleDescription().contains(QStringLiteral("Kuota hari ini sudah habis")));
    visitor.touches(QStringLiteral("SKCK baru"));
    CHECK_FALSE(visitor.find(takeNumber));
}

TEST_CASE("Letters can be erased, one and all", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("sim"));
    visitor.tap(QStringLiteral("Hapus huruf terakhir"));
    CHECK(visitor.typed() == QStringLiteral("si"));
    visitor.touches(QStringLiteral("Kosongkan"));
    CHECK(visitor.typed().isEmpty());
    visitor.touches(QStringLiteral("Angka"));
    visitor.tap(QStringLiteral("1"));
    visitor.touches(QStringLiteral("Huruf"));
    CHECK(visitor.typed() == QStringLiteral("1"));
    CHECK(visitor.find(QStringLiteral("Q")));
}

TEST_CASE("A trembling finger types a letter once, a quick one types all", "[kiosk][search]")
{
    Searcher visitor;
    visitor.tap(QStringLiteral("K"));
    visitor.tap(QStringLiteral("K"));
    visitor.tap(QStringLiteral("T"));
    visitor.tap(QStringLiteral("P"));
    CHECK(visitor.typed() == QStringLiteral("ktp"));
}

TEST_CASE(
    "Two fingers type both letters, though the first still rests on the glass", "[kiosk][search]")
{
    Searcher visitor;
    auto *k = visitor.find(QStringLiteral("K"));
    auto *t = visitor.find(QStringLiteral("T"));
    auto touch = QTest::touchEvent(&visitor.window, Fingers::device(), false);
    const auto at = [&](Key *key) { return key->mapTo(&visitor.window, key->rect().center()); };
    touch.press(0, at(k), &visitor.window).commit();
    touch.stationary(0).press(1, at(t), &visitor.window).commit();
    CHECK(visitor.typed() == QStringLiteral("k"));
    touch.release(0, at(k), &visitor.window).stationary(1).commit();
    touch.release(1, at(t), &visitor.window).commit();
    CHECK(visitor.typed() == QStringLiteral("kt"));
}

TEST_CASE("Right after a letter no result is touched by mistake", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("ktp"));
    visitor.tap(newCard);
    CHECK(visitor.typed() == QStringLiteral("ktp"));
    visitor.touches(newCard);
    CHECK(visitor.find(takeNumber));
}

TEST_CASE("A real keyboard types, erases and opens the best", "[kiosk][search]")
{
    Searcher visitor;
    visitor.strikes(QStringLiteral("aktr lahrx"));
    visitor.strikes(Qt::Key_Backspace);
    visitor.strikes(QStringLiteral("i"));
    CHECK(visitor.typed() == QStringLiteral("aktr lahri"));
    CHECK(visitor.focused() == QStringLiteral("Akta Kelahiran"));
    QTest::qWait(320);
    visitor.strikes(Qt::Key_Return);
    CHECK(visitor.find(takeNumber));
}

TEST_CASE("A real keyboard can do nothing else in the search", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("sim"));
    const auto *page = visitor.window.page();
    for (const auto key : {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Z, Qt::Key_W,
             Qt::Key_Q, Qt::Key_P, Qt::Key_F4, Qt::Key_Backspace}) {
        for (const auto modifier : {Qt::ControlModifier, Qt::AltModifier, Qt::MetaModifier})
            visitor.strikes(key, modifier);
    }
    for (const auto key : {Qt::Key_Menu, Qt::Key_Escape, Qt::Key_F1, Qt::Key_F5, Qt::Key_F11,
             Qt::Key_Delete, Qt::Key_Insert, Qt::Key_Home, Qt::Key_Print})
        visitor.strikes(key);
    CHECK(visitor.typed() == QStringLiteral("sim"));
    CHECK(visitor.window.page() == page);
    CHECK(visitor.window.isVisible());
    visitor.strikes(QStringLiteral("<b>%1\\"));
    CHECK(visitor.typed() == QStringLiteral("simb1"));
}

TEST_CASE("Escape and Backspace leave the search only once nothing is typed", "[kiosk][search]")
{
    for (const auto key : {Qt::Key_Escape, Qt::Key_Backspace}) {
        Searcher visitor;
        visitor.strikes(QStringLiteral("s"));
        visitor.strikes(Qt::Key_Escape);
        CHECK(visitor.typed() == QStringLiteral("s"));
        visitor.strikes(Qt::Key_Backspace);
        CHECK(visitor.typed().isEmpty());
        visitor.strikes(key);
        CHECK(visitor.find(licences));
    }
}

TEST_CASE("Arrows and OK alone find a service", "[kiosk][search]")
{
    Searcher visitor;
    visitor.tap(QStringLiteral("K"));
    visitor.walksToLetters();
    visitor.walks(Qt::Key_Left, QStringLiteral("Q"));
    visitor.strikes(Qt::Key_Down);
    CHECK(visitor.focused() == QStringLiteral("A"));
    visitor.strikes(Qt::Key_Right);
    CHECK(visitor.focused() == QStringLiteral("S"));
    visitor.strikes(Qt::Key_Select);
    CHECK(visitor.typed() == QStringLiteral("ks"));
    CHECK(visitor.focused() == QStringLiteral("S"));
    visitor.strikes(Qt::Key_Backspace);
    const auto isFound
        = [] { return qobject_cast<FoundKey *>(QApplication::focusWidget()) != nullptr; };
    for (int up = 0; up < 20 && !isFound(); ++up)
        visitor.strikes(Qt::Key_Up);
    CHECK(isFound());
    QTest::qWait(320);
    visitor.strikes(Qt::Key_Select);
    CHECK(visitor.typed() == QStringLiteral("(no field)"));
}

TEST_CASE("News from the queue does not disturb who is typing", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("skc"));
    auto *letter = visitor.find(QStringLiteral("K"));
    visitor.finger.down(letter);
    auto screen = morning();
    screen.services[ServiceId(QStringLiteral("polresta.skck-baru"))].availability
        = Availability::Open;
    visitor.window.present(screen);
    visitor.finger.up(letter);
    CHECK(visitor.typed() == QStringLiteral("skck"));
    CHECK(visitor.find(QStringLiteral("K")) == letter);
    CHECK_FALSE(visitor.find(QStringLiteral("SKCK baru"))->isClosed());
}

TEST_CASE("What was typed stays when language, size or contrast change", "[kiosk][search]")
{
    Searcher visitor;
    visitor.types(QStringLiteral("ktp"));
    for (const char *help : {"Huruf besar", "Kontras", "Lebih rendah", "English"})
        visitor.touches(QLatin1String(help));
    CHECK(visitor.typed() == QStringLiteral("ktp"));
    CHECK(visitor.find(QStringLiteral("New e-ID card (first enrolment)")));
}

TEST_CASE("Who walks away from the search leaves nothing behind", "[kiosk][search]")
{
    auto options = Visitor::still();
    options.warnAfter = std::chrono::milliseconds(700);
    options.warnFor = std::chrono::seconds(2);
    Searcher visitor({1080, 1920}, options);
    visitor.types(QStringLiteral("rehab narkoba"));
    CHECK(QTest::qWaitFor([&] { return visitor.window.warning() != nullptr; }, 3000));
    CHECK(QTest::qWaitFor([&] { return visitor.find(licences) != nullptr; }, 4000));
    CHECK(visitor.left == 1);
    visitor.touches(findKey);
    CHECK(visitor.typed().isEmpty());
}

TEST_CASE("More than the screen holds is a touch further", "[kiosk][search]")
{
    for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        CAPTURE(size.width());
        Searcher visitor(size);
        visitor.types(QStringLiteral("izin"));
        CHECK_FALSE(visitor.find(QStringLiteral("Sebelumnya")));
        const QString first = QStringLiteral("DPMPTSP");
        CHECK(visitor.find(first));
        visitor.touches(QStringLiteral("Berikutnya"));
        QCoreApplication::processEvents();
        CHECK_FALSE(visitor.find(first));
        visitor.touches(QStringLiteral("Sebelumnya"));
        QCoreApplication::processEvents();
        CHECK(visitor.find(first));
    }
}
