// SPDX-License-Identifier: Apache-2.0
#include "fault/place.h"
#include "fault/processmall.h"
#include "support/catch.h"
#include "support/eventually.h"

using namespace antre;
using namespace antre::test;
using namespace std::chrono_literals;

namespace {

void did(const Result<> &result)
{
    INFO((result ? std::string() : result.error().detail.toStdString()));
    REQUIRE(result);
}

bool hasTrouble(const KioskView &view) { return !view.disk.isEmpty(); }
bool isWell(const KioskView &view) { return view.disk.isEmpty(); }

/// A mall whose service and kiosks keep their journals on a small disk each.
class SmallDisks
{
    QTemporaryDir m_folder; // goes last: the others live in it

public:
    /// `hall`: somebody calls the tickets. False, said aloud, where this can't be.
    bool up(bool hall = true)
    {
        auto made = Place::make(Place::Kind::Mounts);
        if (!made) {
            WARN("NOT RUN: " << made.error().detail.toStdString());
            return false;
        }
        place = std::move(*made);
        for (const char *name : {"service", "kiosks"}) {
            did(place->run(QStringLiteral("mkdir %1").arg(disk(name))));
            if (const auto mounted = mountDisk(name); !mounted) {
                WARN("NOT RUN: " << mounted.error().detail.toStdString());
                return false;
            }
        }
        mall = std::make_unique<ProcessMall>(MallPlan{.kiosks = 2,
            .serviceInside = place->inside(),
            .kioskInside = place->inside(),
            .siteFolder = disk("service") + QStringLiteral("/site"),
            .kioskFolder = disk("kiosks") + QStringLiteral("/kiosks")});
        mall->startService();
        if (hall)
            mall->openHall();
        mall->startKiosks();
        REQUIRE(mall->eachGivesMore(3));
        return true;
    }
    [[nodiscard]] QString disk(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    /// Until not a byte fits.
    void fill(const char *name)
    {
        // dd ends with an error when the disk is full, which is what it is for.
        CHECK_FALSE(place->run(
            QStringLiteral("dd if=/dev/zero of=%1/ballast bs=1024 oflag=append conv=notrunc")
                .arg(disk(name))));
    }
    void clear(const char *name)
    {
        did(place->run(QStringLiteral("rm %1/ballast").arg(disk(name))));
    }

    std::unique_ptr<Place> place;
    std::unique_ptr<ProcessMall> mall;
    bool isExt4 = false; ///< else tmpfs

private:
    /// Room enough for journals whose write-ahead logs grow to 4 MB, or they fill the disk by
    /// themselves. Root mounts ext4 from a file, everybody else a tmpfs: full is full.
    Result<> mountDisk(const char *name)
    {
        const QString image = disk(name) + QStringLiteral(".ext4");
        // In smaller blocks than a page of memory, SQLite's shared memory has holes: see sqlite's
        // unixShmMap, which touches each page once.
        const auto made = !place->hasOwnRights()
            ? Result<>(failure(ErrorCode::Unavailable, QStringLiteral("not root")))
            : place->run(QStringLiteral("truncate --size 16M %1").arg(image))
                  .and_then([&] {
                      return place->run(
                          QStringLiteral("mkfs.ext4 -q -b 4096 -m 0 -O ^has_journal %1")
                              .arg(image));
                  })
                  .and_then([&] {
                      return place->run(
                          QStringLiteral("mount -o loop %1 %2").arg(image, disk(name)));
                  });
        isExt4 = bool(made);
        return made
            ? made
            : place->run(QStringLiteral("mount -t tmpfs -o size=16m antre %1").arg(disk(name)));
    }
};

} // namespace

TEST_CASE(
    "A kiosk whose disk is full says so, prints the service's numbers, and goes on when there "
    "is room",
    "[disk]")
{
    SmallDisks disks;
    if (!disks.up())
        return;
    ProcessMall &mall = *disks.mall;
    disks.fill("kiosks");
    CHECK(eventually([&] { return mall.all(hasTrouble); }));
    CHECK(mall.eachGivesMore(5));
    disks.clear("kiosks");
    // It tries the disk again by itself, then keeps what it could not.
    letPass(TerminalMachine::diskPause + 1s);
    CHECK(mall.eachGivesMore(5));
    CHECK(mall.all(isWell));
    checkBooks(mall, "kiosks' disk full");
}

TEST_CASE(
    "A slip that a full disk did not keep is a ticket still when the kiosk was killed", "[disk]")
{
    SmallDisks disks;
    if (!disks.up(false))
        return;
    ProcessMall &mall = *disks.mall;
    // Several times, since it matters at which record the disk became full: some wishes are kept
    // whose number is not.
    for (int round = 0; round < 4; ++round) {
        disks.fill("kiosks");
        CHECK(mall.eachGivesMore(3));
        for (int i = 0; i < 2; ++i)
            mall.killKiosk(i);
        disks.clear("kiosks");
        mall.startKiosks();
        CHECK(mall.eachGivesMore(2));
    }
    checkBooks(mall, "kiosks' disk full, killed", true);
}

TEST_CASE("A service whose disk is full promises nothing that it can't keep", "[disk]")
{
    SmallDisks disks;
    if (!disks.up())
        return;
    ProcessMall &mall = *disks.mall;
    disks.fill("service");
    CHECK(eventually(
        [&] { return mall.all([](const KioskView &view) { return view.gaveOwn >= 3; }); }));
    disks.clear("service");
    CHECK(mall.eachGivesMore(5));
    checkBooks(mall, "service's disk full");
}

TEST_CASE("With no room anywhere visitors are told so, and nobody gets a number that is not kept",
    "[disk]")
{
    SmallDisks disks;
    if (!disks.up())
        return;
    ProcessMall &mall = *disks.mall;
    disks.fill("service");
    disks.fill("kiosks");
    const auto refuses = [](const KioskView &view) {
        return view.refusals.contains(QStringLiteral("cannotKeep"));
    };
    CHECK(eventually([&] { return mall.all(refuses); }));
    disks.clear("service");
    disks.clear("kiosks");
    letPass(TerminalMachine::diskPause + 1s);
    CHECK(mall.eachGivesMore(5));
    CHECK(mall.all(isWell));
    checkBooks(mall, "all disks full");
}

TEST_CASE("A kiosk that starts on a read-only disk prints the service's numbers until it can write",
    "[disk]")
{
    SmallDisks disks;
    if (!disks.up())
        return;
    ProcessMall &mall = *disks.mall;
    for (int i = 0; i < 2; ++i)
        mall.killKiosk(i);
    // The last slip's back-end may be starting still, with its dead kiosk's files open.
    REQUIRE(eventually([&] {
        return bool(disks.place->run(
            QStringLiteral("mount -o remount,bind,ro %1").arg(disks.disk("kiosks"))));
    }));
    mall.startKiosks();
    CHECK(mall.eachGivesMore(5));
    CHECK(mall.all(hasTrouble));
    did(disks.place->run(QStringLiteral("mount -o remount,bind,rw %1").arg(disks.disk("kiosks"))));
    CHECK(eventually([&] { return mall.all(isWell); }));
    CHECK(mall.eachGivesMore(5));
    checkBooks(mall, "kiosks' disk read-only");
}

TEST_CASE("While a disk hangs, whoever has another one gives the numbers", "[disk]")
{
    SmallDisks disks;
    if (!disks.up())
        return;
    ProcessMall &mall = *disks.mall;
    if (!disks.isExt4) {
        WARN("NOT RUN: only root can freeze a file system, and only ext4 (fsfreeze)");
        return;
    }
    for (const char *name : {"kiosks", "service"}) {
        // By a process of its own, which thaws the disk even if this test is killed.
        QProcess freeze;
        QStringList command = disks.place->inside();
        command << QStringLiteral("sh") << QStringLiteral("-c")
                << QStringLiteral("fsfreeze -f %1; echo frozen; sleep 4; fsfreeze -u %1")
                       .arg(disks.disk(name));
        freeze.start(command.takeFirst(), command);
        REQUIRE(eventually([&] { return freeze.readAllStandardOutput().contains("frozen"); }));
        CHECK(mall.eachGivesMore(1));
        REQUIRE(eventually([&] { return freeze.state() == QProcess::NotRunning; }));
        CHECK(mall.eachGivesMore(3));
    }
    CHECK(mall.slowest() < 3500ms);
    checkBooks(mall, "disks hang");
}
