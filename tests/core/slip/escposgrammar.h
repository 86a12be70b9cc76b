// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace antre {

/// One command of a stream, as Epson's reference names it, or text.
struct EscposWord
{
    QByteArray name; ///< "ESC J"; "text" for bytes to print
    std::vector<int> parameters;
    QByteArray data; ///< text, dots of a picture, contents of a code
};

/// A second reader of ESC/POS, written from the manual and sharing nothing with the virtual
/// printer: knows only the commands that escpos.h promises and accepts nothing else. `problem` says
/// where a stream leaves them.
struct EscposStream
{
    std::vector<EscposWord> words;
    QString problem;

    [[nodiscard]] static EscposStream parse(const QByteArray &bytes);
    /// Everything to be printed as letters, without blanks and line ends.
    [[nodiscard]] QString letters() const;
    [[nodiscard]] int count(const QByteArray &name) const;
    /// Dots that the paper moves, one step a dot, without what the cut adds. `codeModules`: a side
    /// of the code, if the printer draws it.
    [[nodiscard]] int length(int codeModules) const;
};

} // namespace antre
