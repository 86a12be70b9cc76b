// SPDX-License-Identifier: Apache-2.0
#include "kiosk/timeoutlayer.h"

#include "common/card.h"
#include "common/headerbar.h"
#include "common/key.h"
#include "common/textlabel.h"

#include <QBoxLayout>
#include <QPainter>

#include <algorithm>

namespace antre {

/// The time left as a bar that grows shorter by the second.
class TimeoutLayer::Countdown : public QWidget
{
public:
    Countdown(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(theme.px(8));
    }
    void setPart(double part)
    {
        m_part = part;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.isHighContrast()
                ? QPen(m_theme.colour(Colour::Line), m_theme.border())
                : QPen(Qt::NoPen));
        painter.setBrush(m_theme.colour(Colour::SeaTint));
        painter.drawRoundedRect(rect(), height() / 2, height() / 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Colour::Sea));
        painter.drawRoundedRect(QRect(0, 0, std::max(height(), int(width() * m_part)), height()),
            height() / 2, height() / 2);
    }

private:
    Theme m_theme;
    double m_part = 1;
};

TimeoutLayer::TimeoutLayer(const Look &look, int seconds, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_seconds(seconds)
    , m_left(seconds)
    , m_dialog(new Card(look.theme, this))
    , m_words(new TextLabel(look.theme, {}, Type::Lead, Weight::Regular, m_dialog))
    , m_bar(new Countdown(look.theme, m_dialog))
{
    const auto &theme = look.theme;
    auto *column = new QVBoxLayout(m_dialog);
    const int inset = theme.px(look.isSmall() ? 8 : look.isPortrait() ? 19 : 14);
    column->setContentsMargins(inset, inset, inset, inset * 9 / 10);
    column->setSpacing(theme.px(look.isSmall() ? 5 : 10));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(10));
    head->addWidget(new IconPicture(QStringLiteral("ui-clock"), theme.px(look.isSmall() ? 24 : 36),
        theme.colour(Colour::Sea), m_dialog));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(3));
    auto *title = new TextLabel(theme, tr("Still here?"), Type::Headline, Weight::Bold, m_dialog);
    words->addWidget(title);
    words->addWidget(m_words);
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addWidget(m_bar);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(theme.px(5));
    const int height = theme.px(look.isSmall() ? 28 : look.isPortrait() ? 55 : 38);
    auto *done = new Key(theme, KeyKind::Plain, {.text = tr("Done")}, m_dialog);
    auto *more = new Key(theme, KeyKind::Primary,
        {.text = tr("Continue"), .icon = QStringLiteral("ui-check"), .type = Type::Headline},
        m_dialog);
    done->setFixedHeight(height);
    more->setFixedHeight(height);
    keys->addWidget(done, 3);
    keys->addWidget(more, 6);
    column->addLayout(keys);
    connect(done, &Key::clicked, this, &TimeoutLayer::doneWanted);
    connect(more, &Key::clicked, this, &TimeoutLayer::continueWanted);
    setSecondsLeft(seconds);
}

void TimeoutLayer::setSecondsLeft(int seconds)
{
    m_left = seconds;
    m_words->setMarkup(
        tr("This screen returns to the start in <b>%1 seconds</b>. Your choices will be erased.")
            .arg(seconds));
    m_bar->setPart(m_seconds > 0 ? double(seconds) / m_seconds : 0);
}

void TimeoutLayer::resizeEvent(QResizeEvent *)
{
    const auto &theme = m_look.theme;
    const int width = m_look.isPortrait()
        ? this->width() - 2 * theme.px(22)
        : std::min(this->width() - 2 * theme.px(10), theme.px(m_look.isSmall() ? 220 : 290));
    const int height = std::max(
        m_dialog->layout()->heightForWidth(width), m_dialog->layout()->minimumSize().height());
    const int below = theme.px(m_look.isPortrait() ? 12 : 8);
    m_dialog->setGeometry(
        (this->width() - width) / 2, this->height() - height - below, width, height);
}

void TimeoutLayer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor dim = m_look.theme.colour(Colour::SeaDeep);
    dim.setAlphaF(0.82F);
    painter.fillRect(rect(), dim);
}

void TimeoutLayer::mouseReleaseEvent(QMouseEvent *) { Q_EMIT continueWanted(); }

} // namespace antre
