// SPDX-License-Identifier: Apache-2.0
#include "antrectl/pin.h"

#include <array>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace antre {

/// Keeps a terminal from showing what is typed, as long as it lives.
class SilentTyping
{
public:
    explicit SilentTyping(const QString &what)
        : m_isTerminal(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        std::fputs(qPrintable(what + QStringLiteral(": ")), stderr);
    }
    SilentTyping(const SilentTyping &) = delete;
    SilentTyping &operator=(const SilentTyping &) = delete;
    ~SilentTyping()
    {
        if (!m_isTerminal)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputs("\n", stderr);
    }

private:
    termios m_before{};
    bool m_isTerminal;
};

Result<QString> readSecret(const QString &what)
{
    std::array<char, 1100> line{};
    {
        const SilentTyping silent(what);
        if (!std::fgets(line.data(), int(line.size()), stdin))
            return failure(ErrorCode::Invalid,
                QStringLiteral("the %1 is read from standard input, and there was none").arg(what));
    }
    return QString::fromUtf8(line.data()).trimmed();
}

} // namespace antre
