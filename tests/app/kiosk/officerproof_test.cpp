// SPDX-License-Identifier: Apache-2.0
#include "base/uuid.h"
#include "kiosk/officerproof.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/mall.h"

#include <QFile>
#include <QTemporaryDir>

using namespace antre;
using namespace std::chrono_literals;
using test::eventually;

namespace {

const OfficerId rina(QStringLiteral("rina"));

/// A kiosk's sign-in, and a service that knows that Rina's PIN is 4711.
struct Kiosk
{
    QTemporaryDir folder;
    ManualClock clock{thursday(9)};
    std::unique_ptr<KeptFiles> files;
    std::unique_ptr<OfficerProof> proof;
    bool network = true;
    int asked = 0;
    SeededRandom random{1};

    Kiosk() { starts(); }
    ~Kiosk() { proof.reset(); }
    void starts()
    {
        proof.reset();
        files = std::make_unique<KeptFiles>(folder.path());
        proof = std::make_unique<OfficerProof>(
            clock, *files, [this](const SignIn &message) { answers(message); });
    }
    void answers(const SignIn &message)
    {
        ++asked;
        Answer answer;
        answer.id = message.id;
        if (!network)
            answer.error = Error{ErrorCode::Offline, {}, QStringLiteral("linkLost")};
        else if (message.pin != QLatin1String("4711"))
            answer.error = Error{ErrorCode::Forbidden, {}, QStringLiteral("wrongPin")};
        QMetaObject::invokeMethod(
            proof.get(), [this, answer] { proof->answered(answer); }, Qt::QueuedConnection);
    }
    void signsIn(const char *pin, bool active = true)
    {
        proof->tryNow(CommandId(makeUuid(clock, random)), rina, QStringLiteral("Rina"),
            QString::fromLatin1(pin), active);
        CHECK(eventually([this] { return proof->now() != SignInNow::Checking; }));
        files->wait();
    }
    bool isIn() const { return !proof->name().isEmpty(); }
};

} // namespace

TEST_CASE("With the network the service says who an officer is", "[officer]")
{
    Kiosk kiosk;
    kiosk.signsIn("1234");
    CHECK(kiosk.proof->now() == SignInNow::WrongPin);
    CHECK_FALSE(kiosk.isIn());
    kiosk.signsIn("4711");
    CHECK(kiosk.isIn());
    CHECK_FALSE(kiosk.proof->isTechnician());
    kiosk.proof->signOut();
    CHECK_FALSE(kiosk.isIn());
}

TEST_CASE("Without the network who was here before is known, nobody else", "[officer]")
{
    Kiosk kiosk;
    kiosk.network = false;
    kiosk.signsIn("4711");
    CHECK(kiosk.proof->now() == SignInNow::NotKnownHere);
    kiosk.network = true;
    kiosk.signsIn("4711");
    REQUIRE(kiosk.isIn());
    kiosk.network = false;
    kiosk.starts(); // also after a restart
    kiosk.signsIn("1111");
    CHECK_FALSE(kiosk.isIn());
    kiosk.signsIn("4711");
    CHECK(kiosk.isIn());
    kiosk.proof->signOut();
    kiosk.clock.advance(31 * 24h); // and not for ever
    kiosk.signsIn("4711");
    CHECK_FALSE(kiosk.isIn());
}

TEST_CASE("No PIN stands in the kiosk's files", "[officer]")
{
    Kiosk kiosk;
    kiosk.signsIn("4711");
    QFile file(kiosk.folder.filePath(QStringLiteral("officers.json")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    CHECK(kept.contains("argon2id"));
    CHECK_FALSE(kept.contains("4711"));
    CHECK((file.permissions()
              & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther))
        == 0);
}

TEST_CASE("Wrong PINs cost growing pauses, also without the network", "[officer]")
{
    Kiosk kiosk;
    kiosk.signsIn("4711");
    kiosk.proof->signOut();
    kiosk.network = false;
    for (int wrong = 0; wrong < 4; ++wrong)
        kiosk.signsIn("0000");
    CHECK(kiosk.proof->now() == SignInNow::MustWait);
    CHECK(kiosk.proof->waitSeconds() >= 1);
    const int asked = kiosk.asked;
    kiosk.signsIn("4711"); // the right one, too early
    CHECK_FALSE(kiosk.isIn());
    CHECK(kiosk.asked == asked);
    kiosk.clock.advance(10min);
    kiosk.proof->tick();
    CHECK(kiosk.proof->now() == SignInNow::Free);
    kiosk.signsIn("4711");
    CHECK(kiosk.isIn());
}

TEST_CASE("An officer who was dismissed is nobody here, with the right PIN or not", "[officer]")
{
    Kiosk kiosk;
    kiosk.signsIn("4711", false);
    CHECK_FALSE(kiosk.isIn());
    CHECK(kiosk.asked == 0);
}

TEST_CASE("The technician's PIN is the kiosk's own and needs nobody", "[officer]")
{
    Kiosk kiosk;
    CHECK_FALSE(kiosk.proof->hasTechnician());
    CHECK(OfficerProof::keepTechnicianPin(*kiosk.files, QStringLiteral("12")).error().code
        == ErrorCode::Invalid);
    REQUIRE(OfficerProof::keepTechnicianPin(*kiosk.files, QStringLiteral("271828")));
    kiosk.files->wait();
    kiosk.network = false;
    kiosk.starts();
    CHECK(kiosk.proof->hasTechnician());
    kiosk.proof->tryTechnician(QStringLiteral("271829"));
    REQUIRE(eventually([&] { return kiosk.proof->now() == SignInNow::WrongPin; }));
    kiosk.proof->tryTechnician(QStringLiteral("271828"));
    REQUIRE(eventually([&] { return kiosk.isIn(); }));
    CHECK(kiosk.proof->isTechnician());
    CHECK(kiosk.asked == 0);
}
