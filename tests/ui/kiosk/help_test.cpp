// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/visitor.h"

using namespace antre;

static const QString english = QStringLiteral("English");
static const QString indonesian = QStringLiteral("Bahasa Indonesia");

TEST_CASE("Every page can be switched to English and back", "[kiosk]")
{
    Visitor visitor;
    const auto switches = [&](const QString &there, const QString &here) {
        CAPTURE(there, here);
        CHECK(visitor.sees(here));
        visitor.touches(english);
        CHECK(visitor.sees(there));
        visitor.touches(indonesian);
        CHECK(visitor.sees(here));
    };
    switches(QStringLiteral("What do you need today?"), QStringLiteral("Anda ingin mengurus apa?"));
    visitor.touches(licences);
    switches(QStringLiteral("Choose a service"), QStringLiteral("Pilih layanan"));
    visitor.touches(businessNumber);
    switches(QStringLiteral("Take a number"), takeNumber);
    visitor.window.present(issuedMorning());
    QTest::qWait(1000);
    switches(QStringLiteral("Your queue number"), QStringLiteral("Nomor antrean Anda"));
    auto ticket = sampleTicket();
    ticket.slip = SlipState::Failed;
    visitor.window.present(issuedMorning(ticket));
    switches(QStringLiteral("Try printing again"), QStringLiteral("Coba cetak lagi"));
}

TEST_CASE("The wish carries the language that the visitor reads", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(english);
    visitor.touches(licences);
    visitor.touches(QStringLiteral("Business ID number (NIB) via OSS, assisted"));
    visitor.touches(QStringLiteral("Take a number"));
    REQUIRE(visitor.wishes.size() == 1);
    CHECK(visitor.wishes[0].language == QStringLiteral("en"));
}

TEST_CASE("Size, contrast and reach are the visitor's and not the next one's", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(QStringLiteral("Huruf besar"));
    CHECK(visitor.window.look().isLarge());
    visitor.touches(QStringLiteral("Kontras"));
    CHECK(visitor.window.look().theme.isHighContrast());
    visitor.touches(QStringLiteral("Lebih rendah"));
    CHECK(visitor.window.look().low);
    visitor.touches(english);
    visitor.window.present(issuedMorning());
    QTest::qWait(1000);
    visitor.touches(QStringLiteral("Done"));
    CHECK(visitor.left == 1);
    visitor.window.present(morning());
    CHECK_FALSE(visitor.window.look().isLarge());
    CHECK_FALSE(visitor.window.look().theme.isHighContrast());
    CHECK_FALSE(visitor.window.look().low);
    CHECK(visitor.window.look().language == QStringLiteral("id"));
}

TEST_CASE("In reach mode everything to be touched is in the lower half", "[kiosk]")
{
    Visitor visitor;
    visitor.touches(QStringLiteral("Lebih rendah"));
    const auto allLow = [&] {
        for (auto *key : visitor.window.findChildren<Key *>())
            if (key->isVisible())
                CHECK(key->mapTo(&visitor.window, QPoint(0, 0)).y() >= 1920 - 945);
    };
    allLow();
    visitor.touches(licences);
    allLow();
    visitor.touches(businessNumber);
    allLow();
    for (const char *query : {"", "KTP", "IZIN", "VISA"}) {
        visitor.touches(QStringLiteral("Kembali"));
        if (visitor.find(licences) == nullptr)
            visitor.touches(QStringLiteral("Kembali"));
        visitor.touches(QStringLiteral("Cari layanan"));
        for (const char *letter = query; *letter; ++letter)
            visitor.touches(QString(QLatin1Char(*letter)));
        QCoreApplication::processEvents();
        allLow();
    }
}

TEST_CASE("A kiosk can be walked through by keyboard alone", "[kiosk]")
{
    Visitor visitor;
    const auto walkTo = [&](const QString &text) {
        for (int i = 0; i < 60; ++i) {
            auto *focused = qobject_cast<Key *>(QApplication::focusWidget());
            if (focused && focused->accessibleName() == text)
                break;
            QTest::keyClick(&visitor.window, Qt::Key_Tab);
        }
        auto *focused = qobject_cast<Key *>(QApplication::focusWidget());
        REQUIRE(focused);
        REQUIRE(focused->accessibleName() == text);
        QTest::qWait(320);
        QTest::keyClick(focused, Qt::Key_Return);
    };
    walkTo(licences);
    walkTo(businessNumber);
    walkTo(takeNumber);
    CHECK(visitor.wishes.size() == 1);
}
