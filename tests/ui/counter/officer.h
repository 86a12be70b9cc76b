// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "counter/counterwindow.h"
#include "mall.h"

#include <QTest>

class QTranslator;

namespace antre {

/// An officer at counter 1 with the real window, in front of the real rules. What the window asks
/// for is done at once or, when `answersLate`, when the service `answers()`.
class OfficerAtDesk
{
public:
    OfficerAtDesk();
    ~OfficerAtDesk();

    Mall mall;
    Console console;
    CounterWindow window;
    QStringList wishes; ///< what the window asked for, in words
    bool answersLate = false;

    void signsIn();
    /// Time passes and the window is shown the present.
    void looks(Milliseconds later = Milliseconds(0));
    void answers();
    void refuses(const Error &error);
    /// A real key press, once the window's guard against double presses has rested.
    void presses(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// A real key press at once.
    void pressesAtOnce(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void types(const QString &text);
    void speaks(const QString &language);

private:
    void asks(Wish wish, const QString &words, CommandData command);
    [[nodiscard]] QString inWords(const CommandData &command) const;

    CommandData m_asked;
    OfficerId m_signingIn;
    QTranslator *m_translator = nullptr;
};

} // namespace antre
