// SPDX-License-Identifier: Apache-2.0
// Photographs every page of the kiosk, in each layout, language and help, for people to look at.
#include "ui/kiosk/states.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace antre;

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc < 2) {
        QTextStream(stderr)
            << "photograph_kiosk FOLDER [ONLY [pseudo]]\n"
               "ONLY: those whose name contains this, such as 1024x768-id-large-5;\n"
               "pseudo: in the language that nobody speaks, too\n";
        return 2;
    }
    QDir folder(QString::fromLocal8Bit(argv[1]));
    const QString only = QString::fromLocal8Bit(argc > 2 ? argv[2] : "");
    folder.mkpath(QStringLiteral("."));
    auto modes = kioskModes();
    if (argc > 3) {
        modes.clear();
        for (const auto size : {QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)})
            modes.push_back({size, 0, pseudoLanguage});
    }
    const auto words = argc > 3 ? pseudoWords() : nullptr;
    for (const auto &mode : modes) {
        for (const auto &state : kioskStates()) {
            const QString name = mode.name() % u'-' % state.name;
            if (name.contains(only))
                kioskIn(state, mode)->grab().save(folder.filePath(name % u".png"));
        }
    }
    return 0;
}
