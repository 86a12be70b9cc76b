// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"

#include <QCoreApplication>

namespace antre {

/// The console's sentences, in the language of the installed translator. Interface thread only.
struct CounterWords
{
    Q_DECLARE_TR_FUNCTIONS(antre::CounterWords)

public:
    /// Minutes and seconds, "06.12" in Indonesian; the minutes go on after 59, for nobody thinks in
    /// hours here.
    [[nodiscard]] static QString timer(std::chrono::seconds lasting, const QString &language);
    [[nodiscard]] static QString minutes(Minutes time);
    [[nodiscard]] static QString headStart(Minutes time);
    [[nodiscard]] static QString counterName(const CounterId &id);
    /// "counter 2", "counters 2, 4": within a sentence.
    [[nodiscard]] static QString countersInSentence(const std::vector<CounterId> &ids);
    [[nodiscard]] static QString calls(int times);
    /// Empty when the paper is as it should be.
    [[nodiscard]] static QString slipTrouble(SlipState slip);
    /// The same for the card, with <b>.
    [[nodiscard]] static QString slipAdvice(SlipState slip);
    [[nodiscard]] static QString slip(SlipState slip);
    [[nodiscard]] static QString phase(DeskPhase phase);
    /// What stands on the key.
    [[nodiscard]] static QString key(Wish wish, const CounterView &view);
    /// Why the key can't be used, short enough for a small key; empty when it can.
    [[nodiscard]] static QString hindrance(Hindrance hindrance);
    /// The same for the large key, which has room for the number.
    [[nodiscard]] static QString longHindrance(Hindrance hindrance, const CounterView &view);
    /// The same as a sentence that says what to do instead.
    [[nodiscard]] static QString hindranceSentence(Hindrance hindrance, const CounterView &view);
    [[nodiscard]] static QString refusal(const CounterView &view);
    /// Why the desk is suddenly free, with <b>; empty when nothing is strange about it.
    [[nodiscard]] static QString takenBack(const CounterView &view);
    /// What was pressed without a connection and waits for it; empty: nothing.
    [[nodiscard]] static QString noted(const CounterView &view);
    /// The same on the visitor's card.
    [[nodiscard]] static QString notedHere(Wish wish);
    /// "was A012"; empty when the number was never another.
    [[nodiscard]] static QString was(const QString &number);
    /// What there is to say about the link, with <b>; empty when it is up.
    [[nodiscard]] static QString linkTrouble(const CounterView &view);
    /// What a key says while its answer takes longer than a moment.
    [[nodiscard]] static QString waitingForAnswer();
};

} // namespace antre
