// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instant.h"
#include "voice/filewriter.h"

#include <QHash>
#include <QImage>
#include <QSet>
#include <QTimer>

#include <memory>

namespace antre {

class PictureReader;
class SilentFilm;

/// A file that can't be shown, and why, for the log.
struct SlideFault
{
    QString file; ///< without its folder
    QString why;
    friend bool operator==(const SlideFault &, const SlideFault &) = default;
};

/// The pictures, animations and silent films of a folder, one after the other in the order of their
/// names, for ever. The folder is looked through anew at each round, so files can be added, changed
/// and taken out while it runs. Films are shown once to their end, without sound: calls must be
/// heard.
///
/// A file that can't be shown is left out and named in faults(); one that brings the whole program
/// down (decoders of films are large and old) is left out from the third start on, until it is
/// changed: `memory` says which file was tried when the program ended. So a bad file never leaves
/// the hall without calls.
///
/// Reading and scaling happen in a thread of its own, films in those of Qt Multimedia; only turning
/// a film's frame into a picture happens on the interface thread, and a film that takes too long at
/// that is given up. Interface thread.
class SlideShow : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString folder;
        QString memory; ///< a file of the show's own
        Milliseconds each{12'000}; ///< for a picture
        Milliseconds again{30'000}; ///< pause before an empty folder is looked through again
    };
    explicit SlideShow(Options options, QObject *parent = nullptr);
    ~SlideShow() override;

    /// Paused, the present picture stays; nothing is read and no film goes on.
    void setRunning(bool running);
    /// Real pixels that a picture has; larger ones are read no larger.
    void setRoom(QSize room);
    /// Null: there is nothing to show.
    [[nodiscard]] const QImage &picture() const { return m_picture; }
    /// Looked through, and nothing found that can be shown.
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    /// In the order of the round.
    [[nodiscard]] const std::vector<SlideFault> &faults() const { return m_faults; }

Q_SIGNALS:
    void pictureChanged();
    void faultsChanged();

private:
    struct Slide
    {
        QString name;
        QString key; ///< changes when the file does
        bool isFilm = false;
    };
    void scan();
    void take(std::vector<Slide> slides, const QStringList &strange);
    void next();
    void tryToShow(const Slide &slide);
    void show(const Slide &slide);
    void readFrame(const std::shared_ptr<PictureReader> &reader, quint64 turn);
    void showFrame(const std::shared_ptr<PictureReader> &reader, const QImage &frame,
        Milliseconds delay, bool isLast);
    void showFilm(const Slide &slide);
    void present(const QImage &picture);
    void works();
    void fails(const QString &why);
    void remember(const QString &trying, FileWriter::Done done);
    [[nodiscard]] QString pathOf(const Slide &slide) const;

    const Options m_options;
    QSize m_room{1920, 1080};
    bool m_running = false;
    QImage m_picture;
    std::vector<SlideFault> m_faults;
    std::vector<SlideFault> m_roundsFaults; ///< of the round that is under way
    std::vector<Slide> m_slides;
    size_t m_next = 0;
    bool m_roundShowed = false; ///< at least one file of this round
    bool m_isEmpty = false;
    quint64 m_turn = 0; ///< answers of earlier turns are stale
    Slide m_slide; ///< the present one
    QSet<QString> m_good; ///< keys of files that were shown in this life
    QHash<QString, int> m_deaths; ///< by key: how often the program ended while it was tried
    bool m_trying = false; ///< the memory says that m_slide is tried
    QTimer m_timer; ///< ends a picture, or the pause after an empty round
    QTimer m_frames; ///< the next frame of an animation
    bool m_isAnimated = false; ///< the present picture: it ends with its last frame
    bool m_isOver = false; ///< its time has passed
    std::unique_ptr<SilentFilm> m_film;
    QObject m_answers;
    FileWriter m_files;
    QThreadPool m_thread; ///< last: its end waits for the readers, whose answers nobody gets then
};

} // namespace antre
