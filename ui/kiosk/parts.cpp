// SPDX-License-Identifier: Apache-2.0
#include "kiosk/parts.h"

#include "common/band.h"
#include "common/icons.h"
#include "common/numberlabel.h"
#include "common/peopleline.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace antre {

// ---- letter and head
// -----------------------------------------------------------------------------

CodeTile::CodeTile(const Look &look, const QString &code, int fontPx, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_code(code)
    , m_fontPx(fontPx)
{
    setFixedSize(int(fontPx * 1.25), int(fontPx * 1.36));
}

void CodeTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto &theme = m_look.theme;
    const int line = theme.isHighContrast() ? theme.border() : 0;
    painter.setBrush(theme.colour(line > 0 ? Colour::Ink : Colour::SeaTint));
    painter.drawRoundedRect(rect(), theme.px(2), theme.px(2));
    if (line > 0) {
        painter.setBrush(theme.colour(Colour::Page));
        painter.drawRoundedRect(
            rect().adjusted(line, line, -line, -line), theme.px(1.6), theme.px(1.6));
    }
    painter.setFont(theme.fontPx(m_fontPx, Weight::Bold));
    painter.setPen(theme.colour(Colour::Sea));
    painter.drawText(rect(), Qt::AlignCenter, m_code);
}

HereHead::HereHead(const Look &look, const AgencyHead &head, const QString &above,
    const QString &name, const QString &below, QWidget *parent)
    : QWidget(parent)
{
    const auto &theme = look.theme;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(6));
    const int iconPx = theme.px(look.isSmall() ? 15 : 31);
    const auto upright = look.isSmall() ? Qt::AlignVCenter : Qt::AlignTop;
    row->addWidget(new IconPicture(head.icon, iconPx, theme.colour(Colour::Sea), this), 0, upright);
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(1.6));
    if (!above.isEmpty()) {
        auto *label = new TextLabel(
            theme, above, look.isSmall() ? Type::Caption : Type::Lead, Weight::Regular, this);
        label->setColour(theme.colour(Colour::Ink2));
        words->addWidget(label);
    }
    auto *title = new TextLabel(
        theme, name, look.isSmall() ? Type::Lead : Type::Headline, Weight::Bold, this);
    title->setLineHeight(1.1);
    title->setMaxLines(2);
    if (look.isSmall())
        title->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    words->addWidget(title);
    if (!below.isEmpty()) {
        auto *label = new TextLabel(theme, below, Type::Body, Weight::Regular, this);
        label->setColour(theme.colour(Colour::Ink2));
        label->setMaxLines(2);
        words->addWidget(label);
    }
    if (!look.isSmall())
        words->addStretch();
    row->addLayout(words, 1);
    const int codePx = look.isSmall() ? theme.typePx(Type::Title) : theme.typePx(Type::Headline);
    row->addWidget(new CodeTile(look, head.code, codePx, this), 0, upright);
}

// ---- rail
// ----------------------------------------------------------------------------------------

Rail::Rail(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_content(new QVBoxLayout)
{
    const auto &theme = look.theme;
    setFixedWidth(theme.px(107));
    m_content->setContentsMargins(theme.px(7.4), theme.px(10), theme.px(7.4), theme.px(8));
    m_content->setSpacing(theme.px(3));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(m_content, 1);
    all->addWidget(new Band(theme, this));
}

TextLabel *Rail::addText(const QString &markup, Type type, Weight weight)
{
    auto *label = new TextLabel(m_look.theme, markup, type, weight, this);
    label->setColour(m_look.theme.colour(Colour::OnSea));
    m_content->addWidget(label);
    return label;
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = m_look.theme;
    painter.fillRect(rect(), theme.colour(theme.isHighContrast() ? Colour::Page : Colour::Sea));
    if (theme.isHighContrast())
        painter.fillRect(
            width() - theme.border(), 0, theme.border(), height(), theme.colour(Colour::Line));
}

// ---- requirements
// --------------------------------------------------------------------------------

RequirementList::RequirementList(const Look &look, const QStringList &items, QWidget *parent)
    : QLabel(items.join(QStringLiteral(". ")), parent)
    , m_look(look)
    , m_items(items)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int RequirementList::mostPx() const
{
    const int lead = m_look.theme.typePx(Type::Lead);
    return m_look.isPortrait() && !m_look.isLarge() ? lead * 118 / 100 : lead;
}

std::vector<FittedText> RequirementList::layOut(
    int pixels, int padding, int width, int &height) const
{
    FitRules rules;
    rules.lineHeight = 1.2;
    rules.alignment = Qt::AlignLeft | Qt::AlignTop;
    std::vector<FittedText> texts;
    height = 0;
    for (const auto &item : m_items) {
        texts.emplace_back(item, m_look.theme.fontPx(pixels),
            QSize(std::max(1, width - indent(pixels)), 10000), rules);
        height += texts.back().height() + 2 * padding + 1;
    }
    return texts;
}

int RequirementList::heightForWidth(int width) const
{
    int height = 0;
    (void)layOut(mostPx(), mostPx() * 2 / 5, width, height);
    return height;
}

QSize RequirementList::sizeHint() const
{
    return {mostPx() * 20, heightForWidth(std::max(width(), mostPx() * 20))};
}

QSize RequirementList::minimumSizeHint() const { return {1, m_look.theme.typePx(Type::Caption)}; }

void RequirementList::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    // A long list on fifteen inches may go a little below the smallest step rather than lose an
    // item.
    const int least = std::min(m_look.theme.leastPx(m_look.isPortrait() ? 1 : 0.9), mostPx());
    // Rows move together before their letters grow smaller.
    constexpr std::array roomy{0.4, 0.25, 0.12};
    int height = 0;
    m_cut = true;
    for (m_pixels = mostPx(); m_cut && m_pixels >= least; m_cut ? --m_pixels : m_pixels) {
        for (const double room : roomy) {
            m_padding = int(m_pixels * room);
            m_texts = layOut(m_pixels, m_padding, width(), height);
            m_cut = height > this->height();
            if (!m_cut)
                break;
        }
    }
    m_pixels = std::max(m_pixels, least);
}

void RequirementList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &theme = m_look.theme;
    const int pad = m_padding;
    int y = 0;
    for (size_t i = 0; i < m_texts.size(); ++i) {
        const auto &text = m_texts[i];
        const int dot = std::max(4, m_pixels / 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::Sea));
        painter.drawEllipse(QRect(1, y + pad + int(m_pixels * 0.6) - dot / 2, dot, dot));
        text.paint(painter,
            QRect(indent(m_pixels), y + pad, width() - indent(m_pixels), text.height()),
            theme.colour(Colour::Ink));
        y += text.height() + 2 * pad;
        if (i + 1 < m_texts.size())
            painter.fillRect(0, y, width(), 1, theme.colour(Colour::Hair));
        ++y;
    }
}

// ---- cards
// ---------------------------------------------------------------------------------------

FactCard::FactCard(const Look &look, const Fact &fact, QWidget *parent)
    : Card(look.theme, parent)
{
    const auto &theme = look.theme;
    auto *column = new QVBoxLayout(this);
    const int above = theme.px(look.isSmall() ? 2.4 : 5);
    column->setContentsMargins(theme.px(6), above, theme.px(5), above);
    column->setSpacing(theme.px(2));
    auto *label = new QHBoxLayout;
    label->setSpacing(theme.px(3.5));
    const int iconPx = theme.px(look.isPortrait() ? 12.5 : 9);
    label->addWidget(new IconPicture(fact.icon, iconPx, theme.colour(Colour::Sea), this));
    auto *name = new TextLabel(theme, fact.label, Type::Caption, Weight::Regular, this);
    name->setColour(theme.colour(Colour::Ink2));
    name->setOneLine();
    label->addWidget(name, 1);
    column->addLayout(label);
    auto *value = new TextLabel(theme, fact.value, Type::Lead, Weight::Bold, this);
    value->setLineHeight(1.15);
    // Long fees shrink rather than push the page apart.
    value->setMaxLines(look.isLandscape() ? 2 : 3);
    value->setAlign(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(value, 1);
}

QueueCard::QueueCard(const Look &look, Shape shape, const QueueView &view, QWidget *parent)
    : Card(look.theme, parent)
{
    const auto &theme = look.theme;
    auto *column = new QVBoxLayout(this);
    const int inset = theme.px(look.isPortrait() ? 9 : look.isSmall() ? 4.5 : 8);
    column->setContentsMargins(
        inset, theme.px(look.isSmall() ? 3 : 7), inset, theme.px(look.isSmall() ? 3 : 7));
    column->setSpacing(theme.px(look.isSmall() ? 1 : 2));
    column->addWidget(new TextLabel(theme, view.headline, Type::Lead, Weight::Bold, this));
    if (shape == Shape::Brief) {
        if (!view.wait.isEmpty())
            column->addWidget(new TextLabel(theme, view.wait, Type::Title, Weight::Bold, this));
    } else {
        const double figureMm = look.isSmall() ? 8
            : look.isLandscape()               ? 11
            : shape == Shape::Wide             ? 16
                                               : 10;
        if (view.ahead) {
            column->addSpacing(theme.px(look.isSmall() ? 0.5 : 2));
            column->addWidget(new PeopleLine(
                theme, *view.ahead, tr("You"), view.headline, theme.px(figureMm), this));
        }
        if (!view.wait.isEmpty())
            addTimes(look, shape, view, column);
    }
    if (!view.remark.isEmpty()) {
        auto *remark = new TextLabel(theme, view.remark, Type::Caption, Weight::Regular, this);
        remark->setColour(theme.colour(Colour::Ink2));
        column->addWidget(remark);
    }
}

void QueueCard::addTimes(const Look &look, Shape shape, const QueueView &view, QVBoxLayout *column)
{
    const auto &theme = look.theme;
    column->addSpacing(theme.px(look.isSmall() ? 0.5 : 3));
    QBoxLayout *times = column;
    if (shape == Shape::Wide) {
        times = new QHBoxLayout;
        times->setSpacing(theme.px(look.isSmall() ? 4 : look.isLandscape() ? 9 : 12));
        column->addLayout(times);
    }
    const auto addTime = [&](const QString &caption, const QString &value) {
        auto *pair = new QVBoxLayout;
        pair->setSpacing(theme.px(0.6));
        auto *label = new TextLabel(theme, caption,
            look.isPortrait() && shape == Shape::Narrow ? Type::Body : Type::Caption,
            Weight::Regular, this);
        label->setColour(theme.colour(Colour::Ink2));
        pair->addWidget(label);
        auto *number = new TextLabel(
            theme, value, look.isSmall() ? Type::Title : Type::Value, Weight::Bold, this);
        number->setOneLine();
        pair->addWidget(number);
        times->addLayout(pair);
    };
    addTime(tr("Expected wait"), view.wait);
    if (shape == Shape::Wide) {
        auto *line = new QWidget(this);
        line->setFixedWidth(1);
        line->setAutoFillBackground(true);
        QPalette palette;
        palette.setColor(QPalette::Window, theme.colour(Colour::Hair));
        line->setPalette(palette);
        times->addWidget(line);
    }
    addTime(tr("Called at about"), view.calledAt);
    if (shape == Shape::Wide)
        times->addStretch(1);
}

// ---- slip
// ----------------------------------------------------------------------------------------

SlipPicture::SlipPicture(
    const Look &look, const QImage &slip, int width, const QString &spoken, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
    , m_slip(slip.scaledToWidth(std::max(1, width), Qt::SmoothTransformation)
                 .convertToFormat(QImage::Format_RGB32))
{
    setAccessibleName(spoken);
    setFixedWidth(width);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_out.setStartValue(0.0);
    m_out.setEndValue(1.0);
    m_out.setDuration(tokens().slipMs);
    m_out.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_out, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void SlipPicture::glide()
{
    if (m_look.theme.moves())
        m_out.start();
}

void SlipPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double out
        = m_out.state() == QAbstractAnimation::Running ? m_out.currentValue().toDouble() : 1.0;
    const int tooth = std::max(4, width() / 22);
    const int length = std::min(m_slip.height() + tooth, height());
    const int top = int((out - 1.0) * length);
    // The paper, torn at its lower end where the whole of it can be seen.
    QPainterPath paper(QPointF(0, top));
    paper.lineTo(0, top + length - tooth);
    for (double x = 0; x < width(); x += tooth) {
        paper.lineTo(x + tooth / 2.0, top + length);
        paper.lineTo(std::min<double>(x + tooth, width()), top + length - tooth);
    }
    paper.lineTo(width(), top);
    painter.fillPath(paper, Qt::white);
    painter.setClipRect(0, top, width(), std::max(0, length - tooth));
    painter.drawImage(0, top, m_slip);
}

} // namespace antre
