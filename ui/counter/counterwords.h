// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterview.h"
#include "counter/globalkeys.h"

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
    // Keys

    /// What stands on the large key.
    [[nodiscard]] static QString key(Wish wish, const CounterView &view);
    /// On a small one, always the same.
    [[nodiscard]] static QString smallKey(Wish wish);
    /// On the bar's main key: two short lines.
    [[nodiscard]] static QString shortKey(Wish wish, const CounterView &view);
    /// On the key of a row.
    [[nodiscard]] static QString rowKey(Wish wish);
    [[nodiscard]] static QString icon(Wish wish);
    /// The number of the function key that is printed on it; 0: it has none.
    [[nodiscard]] static int functionKey(Wish wish);
    /// What is printed on it: "F9", "Ctrl+Z". The same in every language.
    [[nodiscard]] static QString cap(Wish wish);
    /// "Call again (F5)".
    [[nodiscard]] static QString nameAndCap(Wish wish, const CounterView &view);
    /// All that the keyboard can ask for, each key once.
    [[nodiscard]] static const std::vector<Wish> &wishesWithKeys();
    [[nodiscard]] static std::vector<Wish> wishesWithFunctionKeys();

    // Why not

    /// Why the key can't be used, short enough for a small key; empty when it can, and when that
    /// can be seen anyway.
    [[nodiscard]] static QString smallHindrance(Hindrance hindrance, const CounterView &view);
    /// The same for the large key, which has room for the number.
    [[nodiscard]] static QString longHindrance(Hindrance hindrance, const CounterView &view);
    /// The same as a sentence that says what to do instead.
    [[nodiscard]] static QString hindranceSentence(Hindrance hindrance, const CounterView &view);
    /// Why a visitor can't be sent to that service; empty: it can.
    [[nodiscard]] static QString transferHindrance(
        const ServiceChoice &service, const CounterView &view);
    /// Why that service can't be added to the visit; empty: it can.
    [[nodiscard]] static QString addHindrance(
        const ServiceChoice &service, const CounterView &view);
    /// What is special about that service's numbers now, for its row; empty: nothing.
    [[nodiscard]] static QString issueRemark(const ServiceChoice &service, const CounterView &view);
    /// Why this officer can't give a number of that service, as sentences; empty: it can be given.
    [[nodiscard]] static QString issueHindrance(
        const ServiceChoice &service, const CounterView &view);
    [[nodiscard]] static QString refusal(const CounterView &view);
    /// What the officer may wonder about, with <b>: why the desk is suddenly free, that a break is
    /// over; empty when nothing is strange.
    [[nodiscard]] static QString strange(const CounterView &view);
    /// What was pressed without a connection and waits for it; empty: nothing.
    [[nodiscard]] static QString noted(const CounterView &view);
    /// The same on the visitor's card.
    [[nodiscard]] static QString notedHere(Wish wish);
    /// "was A012"; empty when the number was never another.
    [[nodiscard]] static QString was(const QString &number);
    /// What there is to say about the link, with <b>; empty when it is up.
    [[nodiscard]] static QString linkTrouble(const CounterView &view);
    // What goes on

    /// Why it came before others: "elderly, +20 min"; empty: it was its turn.
    [[nodiscard]] static QString why(CallReason reason, Minutes headStart);
    /// Why the next one is the next although others wait longer, as a sentence; empty: they don't.
    [[nodiscard]] static QString whyNext(const WaitingRow &next);
    /// "back in 04.12"; that it is due; empty for who did not come.
    [[nodiscard]] static QString backIn(const AsideRow &row, const QString &language);
    [[nodiscard]] static QString undo(const UndoOffer &offer);
    [[nodiscard]] static QString pauseStory(const CounterView &view);
    /// What an officer reads where the queue would be.
    [[nodiscard]] static QString emptyQueue(const CounterView &view);
    /// The visit's other services, done and to come; empty: it has none.
    [[nodiscard]] static QString visitSoFar(const CounterView &view);
    /// That the visitor waits for the next service when this one is done; empty: the visit ends.
    [[nodiscard]] static QString visitGoesOn(const CounterView &view);
    /// Who is left waiting when this counter closes; empty: nobody.
    [[nodiscard]] static QString whoWillWait(const CounterView &view);
    /// What keeps a kiosk from printing, else how much paper it has; empty: nothing is known.
    [[nodiscard]] static QString kioskState(const KioskChoice &kiosk, const CounterView &view);
    /// What keeps a kiosk from printing; empty: nothing that is known.
    [[nodiscard]] static QString printerTrouble(const KioskChoice &kiosk);
    /// The same as sentences that say what to do instead.
    [[nodiscard]] static QString kioskAdvice(const KioskChoice &kiosk);
    /// "Kiosk 1: out of paper".
    [[nodiscard]] static QString news(const DeskNews &news);

    // The number that was just given

    [[nodiscard]] static QString issuedWait(const IssuedNumber &given);
    /// Where its slip is, when that is well; else empty.
    [[nodiscard]] static QString issuedSlip(const IssuedNumber &given);
    /// What became of its slip, when that is not well, and what to do; with <b>.
    [[nodiscard]] static QString issuedTrouble(const IssuedNumber &given);
    [[nodiscard]] static QString issuedNote(const IssuedNumber &given);
    /// Where the keys can be pressed, for whoever works in another program.
    [[nodiscard]] static QString globalKeys(
        GlobalKeys::Reach reach, const std::vector<Wish> &missing);
    /// What a key says while its answer takes longer than a moment.
    [[nodiscard]] static QString waitingForAnswer();
};

} // namespace antre
