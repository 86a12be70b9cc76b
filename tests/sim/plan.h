// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/catalogue.h"

#include <vector>

namespace antre::sim {

/// What can go wrong, or at least change, at some moment of the day.
enum class Trouble {
    ConnectionBreaks, ///< one side notices, the other may not
    Stall, ///< frames of one terminal wait some seconds and come in a burst
    Partition, ///< one terminal is cut off, both ways or one
    MallPartition, ///< all are
    AnswerLost, ///< a kiosk is cut off just when its question has left
    SlowNetwork,
    TerminalDies, ///< its process
    ServiceDies,
    TerminalPowerCut,
    ServicePowerCut,
    DiesAtStore, ///< a kiosk's process, just before or after a record is on the disk
    DiesAtCommit, ///< the service's
    StoreFails, ///< once, before or after writing
    CommitFails,
    KioskDisk, ///< full, read-only, locked or damaged for a while
    ServiceDisk,
    SlowDisk,
    ClockJumps, ///< a terminal's
    ServiceClockJumps,
    PaperOut,
    PrinterMute, ///< prints or not, and never says so
    NewCatalogue,
};
constexpr int troubleCount = int(Trouble::NewCatalogue) + 1;

/// What the command line may ask for; absent: as the seed brings it.
struct Wishes
{
    std::optional<int> days;
    std::optional<int> visitors;
    bool sqlite = false;
};

/// Everything a seed decides beforehand.
struct Plan
{
    [[nodiscard]] static Plan of(quint64 seed, const Wishes &wishes);

    quint64 seed = 0;
    BusinessDay firstDay;
    int days = 1;
    bool overMidnight = false; ///< the mall never closes, and visitors come about midnight
    int kiosks = 3;
    int counters = 3;
    int displays = 1;
    int phones = 0;
    int visitorsADay = 40;
    int burstsADay = 2;

    Milliseconds pingEvery{5000};
    Milliseconds silenceMax{15000};
    Milliseconds delayMin{1};
    Milliseconds delayMax{20};
    double swapFrames
        = 0; ///< chance that a frame overtakes others of its connection, or comes twice
    Milliseconds storeMin{1};
    Milliseconds storeMax{15};

    std::vector<Trouble> troubles; ///< the kinds that this seed knows
    int troublesADay = 0;
    double dieBetweenActions = 0; ///< chance at each action of a terminal
    bool wrongClocks = false; ///< terminals' clocks are hours off from the start
    bool batteriesDead = false; ///< a power cut sets wall clocks to 1970
    bool disksLie = false;
    bool serviceClockTrue = true;
    bool sqlite = false;
    bool realPins = false;
    DayEnd dayEnd = DayEnd::ServeAll;

    [[nodiscard]] const QTimeZone &zone() const { return catalogue->zone(); }
    CataloguePtr catalogue;
};

/// The mall of the simulation; `edition` 1 is the first, later ones differ in what a manager may
/// change during the day.
[[nodiscard]] CataloguePtr simulatedMall(
    bool neverCloses, int edition, DayEnd dayEnd = DayEnd::ServeAll);

} // namespace antre::sim
