// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/localtext.h"

#include <QByteArray>

#include <vector>

namespace antre {

/// What can stand on a slip. A part whose words are not known for a ticket, such as the wait
/// without network, takes no room. The names in catalogue files are in wire/slipdesignjson.cpp.
enum class SlipPart {
    Motif, ///< the besurek band
    Logo, ///< the mall's own picture
    Name, ///< of the mall
    Subtitle,
    Line, ///< across the paper; where nothing stands between two, only one is drawn
    Number, ///< the ticket's, marked when the slip is a copy
    Service,
    Agency,
    Wait, ///< expected wait and time of the call, as ranges
    Ahead, ///< how many people are ahead
    Time, ///< day and time of issue
    Notices, ///< that a number made without network is valid; that the mall may close first
    Prepare, ///< what to bring
    Code, ///< leads a phone to the ticket
    Missed, ///< what to do when the number was passed
    Today, ///< valid today only
    Free, ///< where the service costs nothing
    Greeting,
    Text, ///< the mall's own words
};

/// One part at its place.
struct SlipItem
{
    SlipPart part = SlipPart::Line;
    LocalText text; ///< of a Text; empty for all others
    bool bold = false; ///< of a Text
    bool large = false; ///< of a Text: twice as wide and high
    friend bool operator==(const SlipItem &, const SlipItem &) = default;
};

/// A picture in dots, 8 a millimetre: rows from the top, each padded to whole bytes, the highest
/// bit leftmost, a set bit is ink.
struct SlipLogo
{
    int width = 0;
    int height = 0;
    QByteArray dots;
    [[nodiscard]] bool isEmpty() const { return dots.isEmpty(); }
    friend bool operator==(const SlipLogo &, const SlipLogo &) = default;
};

/// Height of the number's capitals on 80 mm paper: 13, 17 or 22 mm.
enum class SlipNumberSize { Medium, Large, Huge };

/// How a mall's slips look: what stands on them, in which order. The default is Antre's own design.
struct SlipDesign
{
    std::vector<SlipItem> items = defaultItems(); ///< from top to bottom
    SlipNumberSize numberSize = SlipNumberSize::Large;
    int prepareMost = 5; ///< of what to bring, so many are printed
    bool prepareBoxes = false; ///< each with a box to tick
    SlipLogo logo;

    [[nodiscard]] static std::vector<SlipItem> defaultItems();
    [[nodiscard]] bool has(SlipPart part) const;
    /// Whether it has what no mall may leave away, since paper must never lie: the number, which
    /// carries the mark of a copy, and the notices.
    [[nodiscard]] bool isHonest() const { return has(SlipPart::Number) && has(SlipPart::Notices); }
    friend bool operator==(const SlipDesign &, const SlipDesign &) = default;
};

} // namespace antre
