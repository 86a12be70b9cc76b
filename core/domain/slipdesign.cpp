// SPDX-License-Identifier: Apache-2.0
#include "domain/slipdesign.h"

#include <algorithm>

namespace antre {

std::vector<SlipItem> SlipDesign::defaultItems()
{
    using enum SlipPart;
    std::vector<SlipItem> items;
    for (const SlipPart part : {Motif, Name, Subtitle, Line, Number, Service, Agency, Line, Wait,
             Ahead, Time, Notices, Line, Prepare, Line, Code, Missed, Today, Free, Greeting})
        items.push_back({part, {}, false, false});
    return items;
}

bool SlipDesign::has(SlipPart part) const
{
    return std::ranges::find(items, part, &SlipItem::part) != items.end();
}

} // namespace antre
