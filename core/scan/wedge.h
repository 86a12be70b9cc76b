// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"

#include <QString>

#include <optional>

namespace antre {

/// Tells a reader that types ("keyboard wedge") from a person at a keyboard or keypad: nobody
/// strikes `lengthMin` keys within `pauseMax` of each other and Enter after them. Letters are kept
/// back until it is known whose they are, a person's for at most `pauseMax`.
///
/// For the next user: hand each key press to letter() or enter(), in order, and call silence() when
/// no key came for `pauseMax`. What comes back as `person` belongs on the screen, `code` is what a
/// reader read. Pure: time is a parameter.
class Wedge
{
public:
    /// Readers type a character in 1 to 20 ms; fast typists strike one in 60 and rarely roll over
    /// two in less.
    static constexpr Milliseconds pauseMax{40};
    static constexpr int lengthMin = 5;
    /// Longer than any QR code that a slip or a reservation has; a book on the keyboard is none.
    static constexpr int lengthMax = 512;

    struct Heard
    {
        QString person; ///< these letters were typed by hand
        bool enter = false; ///< and Enter after them
        std::optional<QString> code;
        friend bool operator==(const Heard &, const Heard &) = default;
    };

    [[nodiscard]] Heard letter(QChar letter, Milliseconds now);
    [[nodiscard]] Heard enter(Milliseconds now);
    /// Nothing came for a while. A reader that is set up without Enter ends its code so.
    [[nodiscard]] Heard silence();
    /// Something is kept back: silence() is due `pauseMax` after the last key.
    [[nodiscard]] bool isListening() const { return !m_kept.isEmpty(); }

private:
    [[nodiscard]] QString takeKept();
    [[nodiscard]] bool isLate(Milliseconds now) const;

    QString m_kept;
    Milliseconds m_last{0};
    bool m_tooLong = false; ///< the rest of what was too long is dropped until silence
};

} // namespace antre
