// SPDX-License-Identifier: Apache-2.0

// Every screen in every mode, measured from its widgets: contrast, the size of what is touched, the
// room between, cut and covered words. modes_long_test.cpp measures all of them.

#include "support/catch.h"
#include "ui/kiosk/measure.h"
#include "ui/kiosk/states.h"

#include <QRegularExpression>

using namespace antre;

TEST_CASE("Every screen can be read and touched, in a sample of its modes", "[modes]")
{
    const auto modes = kioskModes();
    // Each state in a few modes, other ones for its neighbour: all modes come by.
    constexpr size_t step = 13;
    size_t next = 0;
    for (const auto &state : kioskStates()) {
        for (int i = 0; i < 3; ++i) {
            const auto &mode = modes[next % modes.size()];
            next += step;
            CAPTURE(mode.name(), state.name);
            CHECK(faultsIn(state, mode).join(u'\n') == QString());
        }
    }
}

// The made-up language is read since three letters are allowed, but its sentences are not found:
// its file isn't loaded.
TEST_CASE("A language more is one file and one column: nothing stays untranslated or is cut",
    "[modes][language][!mayfail]")
{
    const auto words = pseudoWords();
    for (const auto size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)}) {
        KioskMode mode;
        mode.pixels = size;
        mode.language = pseudoLanguage;
        for (const auto &state : kioskStates()) {
            const auto window = kioskIn(state, mode);
            CAPTURE(mode.name(), state.name);
            CHECK(cutTexts(*window) == QStringList());
            QStringList untranslated;
            for (const QString &text : shownTexts(*window)) {
                // Numbers, times, names of languages and the letters of a keyboard are no words.
                static const QRegularExpression word(QStringLiteral("[a-z]{3,}"));
                const bool isWord = word.match(text).hasMatch();
                if (isWord && !text.contains(u'\u00AB')
                    && text != languageName(QStringLiteral("id")) && text != state.typed)
                    untranslated << text;
            }
            CHECK(untranslated == QStringList());
        }
    }
}
