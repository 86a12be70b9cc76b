// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "chance.h"
#include "wire/messages.h"

#include <functional>

namespace antre::sim {

class World;

/// A visitor with a phone: takes a number through the web, follows it, leaves and rejoins, lets
/// others go first and takes that back. Requests and answers get lost; who sees no answer asks
/// anew, as browsers do.
class Phone
{
public:
    Phone(World &world, int number);

    void visitorComes();

private:
    using Answered = std::function<void(const Answer &)>;

    void take(int triesLeft);
    void got(const Answer &answer);
    void act(int actsLeft);
    void leave();
    void stepBack();
    void ask(const CommandData &wish, const Answered &answered);
    void arrive(const CommandData &wish, const Answered &answered);
    [[nodiscard]] bool isLost() { return m_chance.happens(0.06); }

    World &m_world;
    Chance m_chance;
    QString m_name; ///< what its cookie's hash would be
    TicketId m_ticket; ///< on the screen; empty: none
    ServiceId m_wanted;
    int m_visit = 0; ///< what belongs to an earlier visit means nothing any more
};

} // namespace antre::sim
