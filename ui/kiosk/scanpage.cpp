// SPDX-License-Identifier: Apache-2.0
#include "kiosk/scanpage.h"

#include "common/icons.h"
#include "common/key.h"
#include "common/numberlabel.h"
#include "kiosk/parts.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace antre {

// ---- what the camera sees
// ------------------------------------------------------------------------

CameraPicture::CameraPicture(const Look &look, QWidget *parent)
    : QLabel(parent)
    , m_look(look)
{
    setText(tr("Picture of the camera")); // for those who listen
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
}

void CameraPicture::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void CameraPicture::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath frame;
    frame.addRoundedRect(rect(), theme.radius(), theme.radius());
    painter.fillPath(frame, theme.colour(Colour::SeaDeep));
    if (!m_picture.isNull()) {
        painter.setClipPath(frame);
        const QSize size = m_picture.size().scaled(this->size(), Qt::KeepAspectRatioByExpanding);
        QRect place(QPoint(), size);
        place.moveCenter(rect().center());
        painter.drawImage(place, m_picture);
        painter.setClipping(false);
    }
    paintMarks(painter);
}

/// Four corners, where a code is seen best.
void CameraPicture::paintMarks(QPainter &painter) const
{
    const auto &theme = m_look.theme;
    const int side = std::min(width(), height()) * 7 / 10;
    QRect box(0, 0, side, side);
    box.moveCenter(rect().center());
    const int arm = side / 5;
    QPainterPath corners;
    for (const auto &[corner, across, down] : {std::tuple(box.topLeft(), 1, 1),
             {box.topRight(), -1, 1}, {box.bottomRight(), -1, -1}, {box.bottomLeft(), 1, -1}}) {
        corners.moveTo(corner + QPoint(across * arm, 0));
        corners.lineTo(corner);
        corners.lineTo(corner + QPoint(0, down * arm));
    }
    // White on dark, seen on any picture.
    for (const auto &[colour, mm] :
        {std::pair(theme.colour(Colour::SeaDeep), 4.5), {QColor(Qt::white), 2.0}}) {
        painter.setPen(QPen(colour, theme.px(mm), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(corners);
    }
    if (m_picture.isNull())
        paintIcon(painter, box, QStringLiteral("ui-scan"), Qt::white, side / 2);
}

// ---- the page
// ------------------------------------------------------------------------------------

ScanPage::ScanPage(const Look &look, const ScanView &view, QWidget *parent)
    : Page(look, parent)
{
    look.isLandscape() ? layOutWide(view) : layOutTall(view);
}

void ScanPage::setPicture(const QImage &picture)
{
    if (m_camera)
        m_camera->setPicture(picture);
}

Key *ScanPage::backKey()
{
    auto *key = actionKey(tr("Back"), QStringLiteral("ui-back"));
    connect(key, &Key::clicked, this, &ScanPage::backWanted);
    return key;
}

Key *ScanPage::slipKey()
{
    auto *key = primaryKey(tr("Print the slip again"), QStringLiteral("ui-printer"));
    auto content = key->content();
    content.type = look().isSmall() ? Type::Lead : Type::Title;
    content.iconPx = theme().px(look().isSmall() ? 9 : 13);
    key->setContent(content);
    key->setFixedHeight(theme().px(look().isPortrait() ? 34 : look().isSmall() ? 20.5 : 28));
    connect(key, &Key::clicked, this, &ScanPage::slipWanted);
    return key;
}

QWidget *ScanPage::foundCard(const ScanFound &found)
{
    auto *card = new Card(theme(), this);
    card->setStripe(found.isKnown ? Colour::Leaf : Colour::Line);
    auto *column = new QVBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 5 : 10);
    column->setContentsMargins(inset + theme().px(4), inset, inset, inset);
    column->setSpacing(theme().px(look().isSmall() ? 2 : 4));
    column->addStretch(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme().px(6));
    if (found.number.isEmpty()) {
        head->addWidget(new IconPicture(
            found.icon, theme().px(look().isSmall() ? 16 : 30), theme().colour(Colour::Sea), card));
    } else {
        auto *number
            = new NumberLabel(theme(), found.number, theme().px(look().isSmall() ? 24 : 44), card);
        number->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
        head->addWidget(number);
    }
    head->addStretch(1);
    column->addLayout(head);
    if (!found.service.isEmpty()) {
        auto *service = new TextLabel(theme(), found.service, Type::Body, Weight::Regular, card);
        service->setColour(theme().colour(Colour::Ink2));
        column->addWidget(service);
    }
    column->addWidget(new TextLabel(
        theme(), found.title, look().isSmall() ? Type::Title : Type::Headline, Weight::Bold, card));
    if (!found.detail.isEmpty())
        column->addWidget(new TextLabel(theme(), found.detail,
            look().isSmall() ? Type::Body : Type::Lead, Weight::Regular, card));
    column->addStretch(2);
    return card;
}

/// Without a camera there is nothing to see, so the page says where the reader is.
QWidget *ScanPage::howCard(const ScanView &view)
{
    auto *card = new Card(theme(), this);
    auto *column = new QVBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 5 : 12);
    column->setContentsMargins(inset, inset, inset, inset);
    column->setSpacing(theme().px(5));
    column->addStretch(1);
    column->addWidget(
        new IconPicture(QStringLiteral("ui-scan"), theme().px(look().isSmall() ? 30 : 60),
            theme().colour(Colour::Sea), card),
        0, Qt::AlignHCenter);
    auto *words = new TextLabel(theme(), view.how, Type::Title, Weight::Bold, card);
    words->setAlign(Qt::AlignHCenter);
    column->addWidget(words);
    column->addStretch(2);
    return card;
}

void ScanPage::addContent(QBoxLayout *column, const ScanView &view)
{
    if (view.found) {
        column->addWidget(foundCard(*view.found), 1);
    } else if (view.camera) {
        m_camera = new CameraPicture(look(), this);
        column->addWidget(m_camera, 1);
    } else {
        column->addWidget(howCard(view), 1);
    }
}

void ScanPage::layOutTall(const ScanView &view)
{
    auto *column = new QVBoxLayout(this);
    const bool isSmall = look().isSmall();
    column->setContentsMargins(look().side(), theme().px(isSmall ? 3 : 10), look().side(),
        theme().px(isSmall ? 2.4 : 5.4));
    column->setSpacing(theme().px(isSmall ? 2.4 : 6));
    if (look().low)
        column->addStretch(1);
    column->addWidget(new TextLabel(
        theme(), view.title, isSmall ? Type::Title : Type::Headline, Weight::Bold, this));
    if (!view.hint.isEmpty()) {
        auto *hint = new TextLabel(
            theme(), view.hint, isSmall ? Type::Body : Type::Lead, Weight::Regular, this);
        hint->setColour(theme().colour(Colour::Ink2));
        column->addWidget(hint);
    }
    auto *content = new QVBoxLayout;
    addContent(content, view);
    column->addLayout(content, look().low ? 2 : 1);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(theme().px(isSmall ? 3 : 5));
    actions->addWidget(backKey());
    if (view.found && view.found->mayPrint)
        actions->addWidget(slipKey(), 1);
    else
        actions->addStretch(1);
    column->addLayout(actions);
}

void ScanPage::layOutWide(const ScanView &view)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *rail = new Rail(look(), this);
    auto *in = rail->content();
    in->addWidget(new IconPicture(
        QStringLiteral("ui-scan"), theme().px(24), theme().colour(Colour::OnSea), rail));
    in->addSpacing(theme().px(3));
    rail->addText(view.title, Type::Title, Weight::Bold);
    in->addSpacing(theme().px(3));
    rail->addText(view.hint, Type::Body);
    in->addStretch(1);
    in->addWidget(backKey());
    row->addWidget(rail);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(theme().px(7.4), theme().px(7), theme().px(7), theme().px(4));
    content->setSpacing(theme().px(4));
    addContent(content, view);
    if (view.found && view.found->mayPrint)
        content->addWidget(slipKey());
    row->addLayout(content, 1);
}

} // namespace antre
