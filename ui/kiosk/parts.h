// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/card.h"
#include "common/headerbar.h"
#include "common/textlabel.h"
#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

#include <QVariantAnimation>

class QVBoxLayout;

namespace antre {

class PeopleLine;

/// The letter of a line on its tile.
class CodeTile : public QWidget
{
    Q_OBJECT
public:
    CodeTile(const Look &look, const QString &code, int fontPx, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_code;
    int m_fontPx;
};

/// Where am I: picture, name, a line above or below it, letter.
class HereHead : public QWidget
{
    Q_OBJECT
public:
    HereHead(const Look &look, const AgencyHead &head, const QString &above, const QString &name,
        const QString &below, QWidget *parent = nullptr);
};

/// The left rail of the wide layout: a ground of sea with the band at its foot.
class Rail : public QWidget
{
    Q_OBJECT
public:
    Rail(const Look &look, QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// A label in white.
    TextLabel *addText(const QString &markup, Type type, Weight weight = Weight::Regular);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QVBoxLayout *m_content;
};

/// What to bring, one below the other, as large as the place allows down to the caption step.
class RequirementList : public QLabel
{
    Q_OBJECT
public:
    RequirementList(const Look &look, const QStringList &items, QWidget *parent = nullptr);
    [[nodiscard]] bool isCut() const { return m_cut; }
    [[nodiscard]] int shownPx() const { return m_pixels; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int mostPx() const;
    [[nodiscard]] int indent(int pixels) const { return pixels; }
    [[nodiscard]] std::vector<FittedText> layOut(
        int pixels, int padding, int width, int &height) const;

    Look m_look;
    QStringList m_items;
    std::vector<FittedText> m_texts;
    int m_pixels = 0;
    int m_padding = 0;
    bool m_cut = false;
};

/// Fee, time at the counter, result: label above, value below.
class FactCard : public Card
{
    Q_OBJECT
public:
    FactCard(const Look &look, const Fact &fact, QWidget *parent = nullptr);
};

/// The queue: words, picture, range and clock time. Wide puts range and clock side by side, Brief
/// leaves picture and captions out.
class QueueCard : public Card
{
    Q_OBJECT
public:
    enum class Shape { Wide, Narrow, Brief };
    QueueCard(const Look &look, Shape shape, const QueueView &view, QWidget *parent = nullptr);

private:
    void addTimes(const Look &look, Shape shape, const QueueView &view, QVBoxLayout *column);
};

/// The slip as it was printed, gliding out of its slot once. It is a picture of the paper, nothing
/// to touch.
class SlipPicture : public QLabel
{
    Q_OBJECT
public:
    SlipPicture(const Look &look, const QImage &slip, int width, const QString &spoken,
        QWidget *parent = nullptr);
    /// Starts the glide; without it the slip hangs there already.
    void glide();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QImage m_slip;
    QVariantAnimation m_out;
};

} // namespace antre
