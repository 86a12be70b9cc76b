// SPDX-License-Identifier: Apache-2.0
#include "display/slideshow.h"

#include "display/picturereader.h"
#include "display/silentfilm.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace antre {

static constexpr size_t slidesMax = 500;
// The program may end for other reasons, too: a power cut is no proof.
static constexpr int deathsToBar = 2;
static constexpr Milliseconds filmWorksAfter{5000};

static const QStringList &filmSuffixes()
{
    static const QStringList suffixes{QStringLiteral("mp4"), QStringLiteral("m4v"),
        QStringLiteral("webm"), QStringLiteral("mkv"), QStringLiteral("mov"), QStringLiteral("avi"),
        QStringLiteral("mpg"), QStringLiteral("mpeg"), QStringLiteral("ogv")};
    return suffixes;
}

// The memory: {"trying": "KEY", "deaths": {"KEY": 1}}; a key is a file's name, size and time. Do
// not rename.
static QHash<QString, int> loadDeaths(const QString &path)
{
    QFile file(path);
    constexpr qint64 bytesMax = 1024 * 1024;
    const QJsonObject json = file.open(QIODevice::ReadOnly)
        ? QJsonDocument::fromJson(file.read(bytesMax)).object()
        : QJsonObject();
    QHash<QString, int> deaths;
    const QJsonObject known = json.value(QLatin1String("deaths")).toObject();
    for (auto death = known.begin(); death != known.end(); ++death)
        deaths.insert(death.key(), death.value().toInt());
    if (const QString trying = json.value(QLatin1String("trying")).toString(); !trying.isEmpty())
        ++deaths[trying];
    return deaths;
}

SlideShow::SlideShow(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_deaths(loadDeaths(m_options.memory))
{
    m_thread.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_isOver = true;
        if (m_slides.empty())
            scan();
        else if (!m_isAnimated)
            next();
    });
    m_frames.setSingleShot(true);
}

SlideShow::~SlideShow()
{
    // An orderly end is no death.
    if (m_trying)
        remember({}, [](const Result<> &) {});
}

QString SlideShow::pathOf(const Slide &slide) const
{
    return QDir(m_options.folder).filePath(slide.name);
}

void SlideShow::setRoom(QSize room) { m_room = room; }

void SlideShow::setRunning(bool running)
{
    if (std::exchange(m_running, running) == running)
        return;
    if (!running) {
        m_timer.stop();
        m_frames.stop();
        if (m_film)
            m_film->setPaused(true);
    } else if (m_film && m_film->isUnderWay()) {
        m_film->setPaused(false);
    } else if (m_slides.empty()) {
        scan();
    } else {
        next();
    }
}

void SlideShow::scan()
{
    const quint64 turn = ++m_turn;
    m_thread.start([this, turn, folder = m_options.folder] {
        std::vector<Slide> slides;
        QStringList strange;
        const auto files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            const QString suffix = file.suffix().toLower();
            const bool isFilm = filmSuffixes().contains(suffix);
            if (!isFilm && !pictureSuffixes().contains(suffix))
                strange += file.fileName();
            else if (slides.size() < slidesMax)
                slides.push_back({file.fileName(),
                    QStringLiteral("%1|%2|%3")
                        .arg(file.fileName())
                        .arg(file.size())
                        .arg(file.lastModified().toMSecsSinceEpoch()),
                    isFilm});
        }
        QMetaObject::invokeMethod(
            &m_answers,
            [this, turn, slides = std::move(slides), strange]() mutable {
                if (turn == m_turn)
                    take(std::move(slides), strange);
            },
            Qt::QueuedConnection);
    });
}

void SlideShow::take(std::vector<Slide> slides, const QStringList &strange)
{
    m_slides = std::move(slides);
    m_next = 0;
    m_roundShowed = false;
    m_roundsFaults.clear();
    for (const QString &file : strange)
        m_roundsFaults.push_back({file, QStringLiteral("it is neither a picture nor a film")});
    next();
}

void SlideShow::next()
{
    m_frames.stop();
    if (m_next < m_slides.size()) {
        tryToShow(m_slides[m_next++]);
        return;
    }
    if (m_faults != m_roundsFaults) {
        m_faults = m_roundsFaults;
        Q_EMIT faultsChanged();
    }
    m_isEmpty = !m_roundShowed;
    if (!m_isEmpty) {
        scan();
        return;
    }
    present({});
    m_slides.clear();
    m_next = 0;
    m_timer.start(m_options.again);
}

void SlideShow::tryToShow(const Slide &slide)
{
    m_slide = slide;
    ++m_turn;
    if (m_deaths.value(slide.key) >= deathsToBar) {
        fails(QStringLiteral("the display ended %1 times while it showed it; change or remove the "
                             "file")
                  .arg(m_deaths.value(slide.key)));
        return;
    }
    if (m_good.contains(slide.key)) {
        show(slide);
        return;
    }
    m_trying = true;
    remember(slide.key, [this, turn = m_turn, slide](const Result<> &) {
        if (turn == m_turn)
            show(slide);
    });
}

void SlideShow::show(const Slide &slide)
{
    m_isOver = false;
    m_isAnimated = false;
    if (slide.isFilm)
        showFilm(slide);
    else
        readFrame(std::make_shared<PictureReader>(pathOf(slide), m_room), m_turn);
}

void SlideShow::readFrame(const std::shared_ptr<PictureReader> &reader, quint64 turn)
{
    m_thread.start([this, reader, turn] {
        const Result<PictureFrame> frame = reader->next();
        QMetaObject::invokeMethod(
            &m_answers,
            [this, reader, frame, turn] {
                if (turn != m_turn)
                    return;
                if (frame)
                    showFrame(reader, frame->image, frame->delay, frame->isLast);
                else
                    fails(frame.error().detail);
            },
            Qt::QueuedConnection);
    });
}

void SlideShow::showFrame(const std::shared_ptr<PictureReader> &reader, const QImage &frame,
    Milliseconds delay, bool isLast)
{
    works();
    present(frame);
    if (!m_running)
        return;
    if (!m_timer.isActive() && !m_isOver)
        m_timer.start(m_options.each);
    m_isAnimated = delay > Milliseconds(0);
    if (!m_isAnimated)
        return;
    // An animation whose time is over ends with its last frame.
    m_frames.disconnect(this);
    connect(&m_frames, &QTimer::timeout, this, [this, reader, isLast] {
        if (isLast && m_isOver)
            next();
        else
            readFrame(
                isLast ? std::make_shared<PictureReader>(reader->path(), m_room) : reader, m_turn);
    });
    m_frames.start(delay);
}

void SlideShow::showFilm(const Slide &slide)
{
    if (!m_film) {
        m_film = std::make_unique<SilentFilm>();
        connect(m_film.get(), &SilentFilm::frame, this, [this](const QImage &picture) {
            m_roundShowed = true;
            present(picture);
        });
        connect(m_film.get(), &SilentFilm::failed, this, &SlideShow::fails);
        connect(m_film.get(), &SilentFilm::ended, this, [this] {
            works();
            next();
        });
    }
    QTimer::singleShot(filmWorksAfter, &m_answers, [this, turn = m_turn] {
        if (turn == m_turn)
            works();
    });
    m_film->play(pathOf(slide));
    if (!m_running)
        m_film->setPaused(true);
}

void SlideShow::present(const QImage &picture)
{
    if (picture.isNull() && m_picture.isNull())
        return;
    m_picture = picture;
    Q_EMIT pictureChanged();
}

/// The present file did no harm.
void SlideShow::works()
{
    m_roundShowed = true;
    m_isEmpty = false;
    m_good.insert(m_slide.key);
    m_deaths.remove(m_slide.key);
    if (std::exchange(m_trying, false))
        remember({}, [](const Result<> &) {});
}

void SlideShow::fails(const QString &why)
{
    m_roundsFaults.push_back({m_slide.name, why});
    if (std::exchange(m_trying, false))
        remember({}, [](const Result<> &) {});
    next();
}

void SlideShow::remember(const QString &trying, FileWriter::Done done)
{
    QJsonObject deaths;
    for (auto death = m_deaths.begin(); death != m_deaths.end(); ++death)
        deaths.insert(death.key(), death.value());
    const QJsonObject json{{QStringLiteral("trying"), trying}, {QStringLiteral("deaths"), deaths}};
    m_files.write(
        m_options.memory, QJsonDocument(json).toJson(QJsonDocument::Compact), std::move(done));
}

} // namespace antre
