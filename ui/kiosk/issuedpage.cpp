// SPDX-License-Identifier: Apache-2.0
#include "common/key.h"
#include "common/notestrip.h"
#include "common/numberlabel.h"
#include "common/qrpicture.h"
#include "kiosk/pages.h"
#include "kiosk/parts.h"

#include <QBoxLayout>

namespace antre {

IssuingPage::IssuingPage(const Look &look, QWidget *parent)
    : Page(look, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look.side(), 0, look.side(), 0);
    column->setSpacing(theme().px(8));
    column->addStretch(2);
    column->addWidget(new IconPicture(QStringLiteral("ui-slip"),
                          theme().px(look.isSmall() ? 30 : 60), theme().colour(Colour::Sea), this),
        0, Qt::AlignHCenter);
    auto *words
        = new TextLabel(theme(), tr("Your number is coming"), Type::Headline, Weight::Bold, this);
    words->setAlign(Qt::AlignHCenter);
    column->addWidget(words);
    m_waited = new TextLabel(theme(), {}, Type::Lead, Weight::Regular, this);
    m_waited->setAlign(Qt::AlignHCenter);
    m_waited->setColour(theme().colour(Colour::Ink2));
    column->addWidget(m_waited);
    column->addStretch(3);
}

void IssuingPage::setWaited(int seconds)
{
    m_waited->setMarkup(
        tr("This takes longer than usual. Please wait here: %1 seconds so far.").arg(seconds));
}

IssuedPage::IssuedPage(const Look &look, const IssuedView &view, bool fresh, QWidget *parent)
    : Page(look, parent)
{
    look.isPortrait() ? layOutPortrait(view, fresh) : layOutWide(view, fresh);
}

void IssuedPage::setSecondsLeft(int seconds)
{
    if (m_secondsLeft)
        m_secondsLeft->setMarkup(
            seconds >= 0 ? tr("Returns to the start in %1 seconds").arg(seconds) : QString());
}

// ---- parts
// ---------------------------------------------------------------------------------------

QWidget *IssuedPage::numberPanel(const IssuedView &view)
{
    auto *panel = new QWidget(this);
    panel->setAutoFillBackground(true);
    QPalette palette;
    // Yours: kunyit in every palette.
    palette.setColor(QPalette::Window, theme().colour(Colour::Kunyit));
    panel->setPalette(palette);
    const auto ink = theme().colour(Colour::KunyitInk);
    auto *column = new QVBoxLayout(panel);
    const int above = theme().px(look().isPortrait() ? 12 : look().isSmall() ? 4 : 8);
    column->setContentsMargins(look().side(), above, look().side(), above);
    column->setSpacing(0);
    const auto centred = [&](const QString &text, Type type, Weight weight) {
        auto *label = new TextLabel(theme(), text, type, weight, panel);
        label->setAlign(Qt::AlignHCenter | Qt::AlignVCenter);
        label->setColour(ink);
        column->addWidget(label);
        return label;
    };
    centred(tr("Your queue number"), look().isSmall() ? Type::Lead : Type::Title, Weight::Bold);
    const int numberPx = theme().px(look().isPortrait() ? 122
            : look().isSmall()                          ? 60
            : look().isLarge()                          ? 66
                                                        : 77);
    auto *number = new NumberLabel(theme(), view.number, numberPx, panel);
    number->setColour(ink);
    // It gives way to long names, but stays by far the largest.
    number->setMinimumHeight(theme().px(look().isPortrait() ? 60 : 26));
    column->addStretch(1);
    column->addWidget(number, 1000);
    column->addStretch(1);
    centred(view.service, Type::Lead, Weight::Bold)->setMaxLines(2);
    centred(view.agency, Type::Body, Weight::Regular);
    return panel;
}

QWidget *IssuedPage::slot()
{
    auto *slot = new QWidget(this);
    slot->setAutoFillBackground(true);
    QPalette palette;
    palette.setColor(QPalette::Window,
        theme().colour(theme().isHighContrast() ? Colour::Line : Colour::SeaDeep));
    slot->setPalette(palette);
    slot->setFixedHeight(theme().px(look().isPortrait() ? 12.6 : look().isSmall() ? 4 : 7.4));
    return slot;
}

QWidget *IssuedPage::slip(const IssuedView &view, int width, bool fresh)
{
    auto *picture = new SlipPicture(look(), view.slip, width, tr("Picture of your slip"), this);
    if (fresh)
        picture->glide();
    return picture;
}

QWidget *IssuedPage::takeSlip(const IssuedView &view)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(look().isSmall() ? 3 : 5));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(look().isPortrait() ? 8 : 4));
    const int iconPx = theme().px(look().isPortrait() ? 35 : look().isSmall() ? 14 : 22);
    row->addWidget(
        new IconPicture(view.isElsewhere ? QStringLiteral("ui-printer") : QStringLiteral("ui-down"),
            iconPx, theme().colour(Colour::Sea), box));
    auto *words = new TextLabel(theme(), view.take,
        look().isPortrait()    ? Type::Headline
            : look().isSmall() ? Type::Lead
                               : Type::Title,
        Weight::Bold, box);
    row->addWidget(words, 1, Qt::AlignVCenter);
    column->addLayout(row);
    column->addWidget(reprintKey(view.mayTryAgain));
    return box;
}

/// Always in its place, so that nothing moves when it comes and goes.
Key *IssuedPage::reprintKey(bool offered)
{
    KeyContent content{.text = tr("Slip did not come out?"),
        .icon = look().isSmall() ? QString() : QStringLiteral("ui-printer")};
    content.iconPx = theme().px(look().isPortrait() ? 12 : 9);
    content.type = look().isPortrait() ? Type::Lead : Type::Body;
    content.weight = Weight::Regular;
    auto *key = new Key(theme(), KeyKind::Plain, content, this);
    key->setFixedHeight(theme().px(look().isPortrait() ? 26 : look().isSmall() ? 20.5 : 22));
    QSizePolicy stays(QSizePolicy::Ignored, QSizePolicy::Fixed);
    stays.setRetainSizeWhenHidden(true);
    key->setSizePolicy(stays);
    key->setVisible(offered);
    connect(key, &Key::clicked, this, &IssuedPage::reprintWanted);
    return key;
}

QWidget *IssuedPage::codeCard(const IssuedView &view, int codePx)
{
    auto *card = new Card(theme(), this);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(theme().px(4), theme().px(3), theme().px(8), theme().px(3));
    row->setSpacing(theme().px(4.5));
    row->addWidget(
        new QrPicture(view.code, codePx, tr("Code to follow your number on a phone"), card));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme().px(2));
    words->addStretch(1);
    words->addWidget(
        new TextLabel(theme(), tr("Follow on your phone"), Type::Lead, Weight::Bold, card));
    auto *how = new TextLabel(
        theme(), tr("Scan this code with the phone camera."), Type::Body, Weight::Regular, card);
    how->setColour(theme().colour(Colour::Ink2));
    words->addWidget(how);
    words->addStretch(1);
    row->addLayout(words, 1);
    return card;
}

QWidget *IssuedPage::waysToKeep(const IssuedView &view)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(look().isSmall() ? 3 : 5));
    const int pictureMm = look().isPortrait() ? 48 : look().isSmall() ? 26 : 34;
    const auto addWay = [&](QWidget *picture, const QString &words) {
        auto *card = new Card(theme(), box);
        auto *column = new QVBoxLayout(card);
        const int inset = theme().px(look().isSmall() ? 3 : 7);
        column->setContentsMargins(inset, inset, inset, inset);
        column->setSpacing(theme().px(3));
        picture->setParent(card);
        column->addWidget(picture, 0, Qt::AlignLeft | Qt::AlignBottom);
        auto *label = new TextLabel(
            theme(), words, look().isPortrait() ? Type::Lead : Type::Body, Weight::Regular, card);
        label->setLineHeight(1.2);
        column->addWidget(label, 1);
        row->addWidget(card, 1);
    };
    const int iconPx = theme().px(look().isPortrait() ? 27 : look().isSmall() ? 14 : 22);
    const auto sea = theme().colour(Colour::Sea);
    addWay(new IconPicture(QStringLiteral("ui-officer"), iconPx, sea),
        view.staffKnow ? tr("<b>Ask an officer for the slip.</b> Staff have been told.")
                       : tr("<b>Ask an officer for the slip.</b>"));
    addWay(new IconPicture(QStringLiteral("ui-phone"), iconPx, sea),
        tr("<b>Photograph this screen</b> or note the number."));
    if (!view.code.isNull())
        addWay(new QrPicture(
                   view.code, theme().px(pictureMm), tr("Code to follow your number on a phone")),
            tr("<b>Follow on your phone.</b> Scan this code."));
    return box;
}

QBoxLayout *IssuedPage::actions(const IssuedView &view)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(look().isPortrait() ? 5 : 4));
    const auto add = [&](const QString &text, const QString &icon, auto wish) {
        auto *key = actionKey(text, look().isSmall() ? QString() : icon);
        key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        key->setPadding(theme().px(look().isPortrait() ? 4 : 2));
        connect(key, &Key::clicked, this, wish);
        row->addWidget(key, 1);
    };
    switch (view.paper) {
    case IssuedView::Paper::Unknown:
        add(tr("No, it did not"), QStringLiteral("ui-close"), [this] { Q_EMIT slipSeen(false); });
        add(tr("Yes, I have it"), QStringLiteral("ui-check"), [this] { Q_EMIT slipSeen(true); });
        return row;
    case IssuedView::Paper::Failed:
        if (view.mayTryAgain)
            add(tr("Try printing again"), {}, [this] { Q_EMIT reprintWanted(); });
        break;
    case IssuedView::Paper::Coming:
    case IssuedView::Paper::None:
        add(look().isPortrait() ? tr("Take another number") : tr("Another number"), {},
            [this] { Q_EMIT anotherWanted(); });
        // The page goes back by itself, and everybody may have it longer.
        add(tr("Stay here"), {}, [this] { Q_EMIT stayWanted(); });
        break;
    }
    add(tr("Done"), QStringLiteral("ui-check"), [this] { Q_EMIT doneWanted(); });
    return row;
}

// ---- layouts
// -------------------------------------------------------------------------------------

void IssuedPage::layOutPortrait(const IssuedView &view, bool fresh)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *panel = numberPanel(view);
    panel->setFixedHeight(theme().px(198));
    all->addWidget(panel);
    const bool coming = view.paper == IssuedView::Paper::Coming;
    if (coming)
        all->addWidget(slot());
    auto *body = new QHBoxLayout;
    body->setContentsMargins(look().side(), 0, look().side(), 0);
    body->setSpacing(theme().px(13));
    if (coming && !view.slip.isNull())
        body->addWidget(slip(view, theme().px(178), fresh));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, theme().px(coming ? 15 : 8), 0, theme().px(4));
    column->setSpacing(theme().px(coming ? 9 : 7));
    if (coming)
        column->addWidget(takeSlip(view));
    addNote(column, view.note);
    if (view.paper == IssuedView::Paper::Failed)
        column->addWidget(waysToKeep(view));
    if (view.queue)
        column->addWidget(new QueueCard(look(),
            !coming || view.slip.isNull() ? QueueCard::Shape::Wide
                : view.note               ? QueueCard::Shape::Brief
                                          : QueueCard::Shape::Narrow,
            *view.queue, this));
    if (!view.code.isNull() && view.paper != IssuedView::Paper::Failed)
        column->addWidget(codeCard(view, theme().px(64)));
    column->addStretch(1);
    body->addLayout(column, 1);
    all->addLayout(body, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(look().side(), 0, look().side(), theme().px(5.4));
    foot->setSpacing(theme().px(4));
    m_secondsLeft = new TextLabel(theme(), {}, Type::Body, Weight::Regular, this);
    m_secondsLeft->setColour(theme().colour(Colour::Ink2));
    m_secondsLeft->setAlign(Qt::AlignRight | Qt::AlignVCenter);
    m_secondsLeft->setOneLine();
    foot->addWidget(m_secondsLeft);
    foot->addLayout(actions(view));
    all->addLayout(foot);
}

void IssuedPage::layOutWide(const IssuedView &view, bool fresh)
{
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    using Paper = IssuedView::Paper;
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    auto *panel = numberPanel(view);
    const bool alone = view.paper == Paper::None || view.paper == Paper::Unknown;
    left->addWidget(panel, alone ? 1 : 0);
    if (!alone)
        panel->setFixedHeight(theme().px(!look().isSmall() ? 129
                : view.paper == Paper::Failed              ? 84
                                                           : 96));
    if (view.paper == Paper::Coming) {
        left->addWidget(slot());
        auto *below = new QHBoxLayout;
        below->setContentsMargins(theme().px(look().isSmall() ? 8 : 22), 0, theme().px(6), 0);
        below->setSpacing(theme().px(8));
        // Large words about another printer need the place of the picture.
        if (!view.slip.isNull() && !(look().isLarge() && view.isElsewhere))
            below->addWidget(slip(view, theme().px(look().isSmall() ? 62 : 107), fresh));
        below->addWidget(takeSlip(view), 1, Qt::AlignVCenter);
        left->addLayout(below, 1);
    } else if (view.paper == Paper::Failed) {
        auto *below = new QVBoxLayout;
        const int room = theme().px(look().isSmall() ? 3 : 7.4);
        below->setContentsMargins(room, room, room, room);
        below->addWidget(waysToKeep(view));
        left->addLayout(below, 1);
    }
    all->addLayout(left, 25);
    auto *right = new QVBoxLayout;
    const int inset = theme().px(look().isSmall() ? 4 : 8);
    right->setContentsMargins(inset, inset, inset, theme().px(look().isSmall() ? 2.4 : 5));
    right->setSpacing(theme().px(look().isSmall() ? 2.4 : 4.5));
    addNote(right, view.note);
    if (view.queue)
        right->addWidget(new QueueCard(look(),
            (look().isSmall() && view.note) || (look().isLarge() && (view.note || view.isElsewhere))
                ? QueueCard::Shape::Brief
                : QueueCard::Shape::Narrow,
            *view.queue, this));
    if (view.paper != Paper::Failed && !view.code.isNull())
        right->addWidget(codeCard(view, theme().px(!look().isSmall() ? 47 : view.note ? 26 : 34)));
    right->addStretch(1);
    m_secondsLeft = new TextLabel(theme(), {}, Type::Caption, Weight::Regular, this);
    m_secondsLeft->setColour(theme().colour(Colour::Ink2));
    m_secondsLeft->setAlign(Qt::AlignHCenter | Qt::AlignVCenter);
    m_secondsLeft->setOneLine();
    right->addWidget(m_secondsLeft);
    right->addLayout(actions(view));
    all->addLayout(right, 23);
}

} // namespace antre
