// SPDX-License-Identifier: Apache-2.0
#include "kiosk/firststartpages.h"

#include "common/key.h"
#include "common/language.h"
#include "kiosk/onscreenkeyboard.h"
#include "kiosk/parts.h"
#include "kiosk/scanpage.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

namespace antre {

FirstStartPage::FirstStartPage(const Look &look, const FirstStartScreen &screen,
    const QString &title, bool mayGoBack, QWidget *parent)
    : OfficerPage(look, title,
        screen.number() == 0
            ? QString()
            : tr("Step %1 of %2").arg(screen.number()).arg(int(screen.steps.size()) - 1),
        tr("Back"), parent)
{
    foot()->itemAt(0)->widget()->setVisible(mayGoBack);
}

Key *FirstStartPage::nextKey(const QString &text, const QString &icon)
{
    auto *key = primaryKey(text, icon);
    auto content = key->content();
    content.type = look().isSmall() ? Type::Lead : Type::Title;
    content.iconPx = theme().px(look().isSmall() ? 9 : 13);
    key->setContent(content);
    key->setFixedHeight(keyHeight());
    foot()->addWidget(key, 2);
    return key;
}

Key *FirstStartPage::plainKey(const QString &text, const QString &icon)
{
    auto *key = actionKey(text, icon);
    auto content = key->content();
    content.type = textType();
    key->setContent(content);
    key->setFixedHeight(keyHeight());
    key->setPadding(theme().px(4));
    return key;
}

void FirstStartPage::addState(const FirstStartScreen &screen, const QString &busy)
{
    if (screen.isBusy)
        addNote(content(), Note{NoteKind::Calm, QStringLiteral("ui-clock"), busy});
    else if (!screen.trouble.isEmpty())
        addNote(content(),
            Note{NoteKind::Bad, QStringLiteral("ui-warning"), screen.trouble.toHtmlEscaped()});
}

/// This page speaks two languages, whatever the mall will speak.
QString FirstStartTyping::otherLanguage(const QString &language)
{
    return language == QLatin1String("id") ? QStringLiteral("en") : QStringLiteral("id");
}

FirstStartTyping::FirstStartTyping(const Look &look, const FirstStartScreen &screen, What what,
    const QString &typed, QWidget *parent)
    : FirstStartPage(look, screen,
        what == What::Address ? tr("Connect this kiosk") : tr("The code for this kiosk"),
        what == What::Code, parent)
    , m_what(what)
{
    auto *words = addText(content(),
        what == What::Code ? tr("Eight letters and digits. The manager's page shows them under "
                                "Devices; they are good for ten minutes.")
            : screen.hasCamera
            ? tr("Hold the QR code of the manager's page before the camera, or type the address of "
                 "the queue service, such as 192.168.7.2.")
            : tr("Type the address of the queue service as the manager's page shows it under "
                 "Devices, such as 192.168.7.2."),
        textType());
    words->setLineHeight(1.2);
    if (what == What::Address && screen.hasCamera && !screen.isBusy) {
        m_camera = new CameraPicture(look, this);
        m_camera->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
        m_camera->setMinimumHeight(theme().px(look.isPortrait() ? 60 : 34));
        content()->addWidget(m_camera, 1);
    } else if (look.isPortrait()) {
        content()->addStretch(1);
    }
    content()->addWidget(fieldCard());
    addState(screen, tr("Asking the service …"));
    if (what == What::Address) {
        auto *language
            = plainKey(languageName(otherLanguage(look.language)), QStringLiteral("ui-language"));
        connect(language, &Key::clicked, this, &FirstStartTyping::otherLanguageWanted);
        foot()->addWidget(language);
    }
    m_next = nextKey(what == What::Address ? tr("Next") : tr("Connect"),
        what == What::Address ? QStringLiteral("ui-forward") : QStringLiteral("ui-check"));
    connect(m_next, &Key::clicked, this, &FirstStartTyping::enter);
    auto *keyboard = new OnScreenKeyboard(look, this, OnScreenKeyboard::Use::Codes);
    connect(keyboard, &OnScreenKeyboard::typed, this, &FirstStartTyping::type);
    connect(
        keyboard, &OnScreenKeyboard::eraseWanted, this, [this] { setTyped(m_typed.chopped(1)); });
    // It is as wide as the screen.
    static_cast<QVBoxLayout *>(layout())->addWidget(keyboard);
    setTyped(typed);
    if (screen.isBusy) {
        m_next->setEnabled(false);
        keyboard->setEnabled(false);
    }
}

QWidget *FirstStartTyping::fieldCard()
{
    auto *card = new Card(theme(), this);
    auto *in = new QVBoxLayout(card);
    const int inset = theme().px(look().isSmall() ? 2.5 : 6);
    in->setContentsMargins(theme().px(6), inset, theme().px(6), inset);
    m_field = new TextLabel(
        theme(), {}, look().isSmall() ? Type::Title : Type::Headline, Weight::Bold, card);
    m_field->setOneLine();
    in->addWidget(m_field);
    return card;
}

void FirstStartTyping::setPicture(const QImage &picture)
{
    if (m_camera)
        m_camera->setPicture(picture);
}

void FirstStartTyping::type(QChar letter)
{
    const bool fits = m_what == What::Address
        ? m_typed.size() < addressMax
        : m_typed.size() < codeSigns && letter.isLetterOrNumber();
    if (fits && !letter.isSpace())
        setTyped(m_typed + (m_what == What::Address ? letter.toLower() : letter.toUpper()));
}

QString FirstStartTyping::shown() const
{
    if (m_what == What::Code && m_typed.size() > codeSigns / 2)
        return m_typed.left(codeSigns / 2) % u'-' % m_typed.mid(codeSigns / 2);
    return m_typed;
}

bool FirstStartTyping::isWhole() const
{
    return m_what == What::Address ? !m_typed.isEmpty() : m_typed.size() == codeSigns;
}

void FirstStartTyping::setTyped(const QString &typed)
{
    m_typed = typed;
    const QString example
        = m_what == What::Address ? QStringLiteral("192.168.7.2") : QStringLiteral("K7QF-3M2D");
    m_field->setMarkup(typed.isEmpty() ? tr("for example %1").arg(example) : shown());
    m_field->setColour(theme().colour(typed.isEmpty() ? Colour::Ink2 : Colour::Ink));
    m_next->setEnabled(isWhole());
    Q_EMIT changed(typed);
}

void FirstStartTyping::enter()
{
    if (isWhole())
        Q_EMIT entered(m_typed);
}

bool FirstStartTyping::takesKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QString text = event.text();
    if (event.key() == Qt::Key_Backspace)
        setTyped(m_typed.chopped(1));
    else if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        enter();
    else if (text.size() == 1
        && (text[0].isLetterOrNumber() || QStringLiteral(".:-").contains(text[0])))
        type(text[0]);
    else
        return false;
    return true;
}

FirstStartPrinters::FirstStartPrinters(
    const Look &look, const FirstStartScreen &screen, int part, QWidget *parent)
    : FirstStartPage(look, screen, tr("Which printer makes the slips?"), false, parent)
{
    const int most = columns() * 3;
    const int all = int(screen.printers.size());
    const int parts = std::max(1, (all + most - 1) / most);
    const int from = std::clamp(part, 0, parts - 1) * most;
    if (look.isPortrait())
        content()->addStretch(1);
    addState(screen, tr("Asking the print service …"));
    if (all == 0 && !screen.isBusy && screen.trouble.isEmpty())
        addNote(content(),
            Note{NoteKind::Plain, QStringLiteral("ui-printer"),
                tr("<b>The print service of this machine knows no printer.</b> Switch the printer "
                   "on, connect it, and set up a queue for it.")});
    auto *grid = new QGridLayout;
    grid->setSpacing(theme().px(look.isSmall() ? 3 : 5));
    for (int i = from; i < std::min(all, from + most); ++i) {
        const auto &found = screen.printers[size_t(i)];
        KeyContent content{.text = found.name, .icon = QStringLiteral("ui-printer")};
        content.iconPx = theme().px(look.isSmall() ? 9 : 14);
        content.second = found.isReady ? found.about : tr("stopped");
        content.type = textType();
        content.centred = false;
        auto *key = new Key(theme(), KeyKind::Plain, content, this);
        key->setFixedHeight(keyHeight() * (look.isPortrait() ? 4 : 3) / 3);
        key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        key->setPadding(theme().px(4));
        connect(key, &Key::clicked, this, [this, id = found.id] { Q_EMIT chosen(id); });
        grid->addWidget(key, (i - from) / columns(), (i - from) % columns());
    }
    for (int column = 0; column < columns(); ++column)
        grid->setColumnStretch(column, 1);
    content()->addLayout(grid);
    content()->addStretch(1);
    auto *again = plainKey(tr("Look again"), QStringLiteral("ui-search"));
    again->setEnabled(!screen.isBusy);
    connect(again, &Key::clicked, this, &FirstStartPrinters::lookAgainWanted);
    foot()->addWidget(again);
    if (parts > 1) {
        auto *more = plainKey(tr("More printers"), QStringLiteral("ui-down"));
        connect(more, &Key::clicked, this,
            [this, next = (part + 1) % parts] { Q_EMIT partWanted(next); });
        foot()->addWidget(more);
    }
}

FirstStartTestSlip::FirstStartTestSlip(
    const Look &look, const FirstStartScreen &screen, QWidget *parent)
    : FirstStartPage(look, screen, tr("Print a test slip"), true, parent)
{
    if (look.isPortrait())
        content()->addStretch(1);
    addText(
        content(), tr("Printer <b>%1</b>").arg(screen.printer.name.toHtmlEscaped()), textType());
    addText(content(), tr("How wide is its paper?"), textType(), Weight::Bold);
    content()->addLayout(papers(screen));
    const bool isOut = screen.testSlip == TestSlipNow::Out;
    if (isOut)
        addNote(content(),
            Note{NoteKind::Plain, QStringLiteral("ui-slip"),
                tr("<b>Did a slip come out?</b> It is right if nothing is cut off at either side "
                   "and the paper was cut below the last line.")});
    else if (screen.testSlip == TestSlipNow::Printing)
        addNote(content(), Note{NoteKind::Calm, QStringLiteral("ui-clock"), tr("Printing …")});
    else if (screen.testSlip == TestSlipNow::Failed)
        addNote(content(),
            Note{NoteKind::Bad, QStringLiteral("ui-printer"),
                tr("<b>No slip was printed.</b>") % u' ' % screen.trouble.toHtmlEscaped()});
    content()->addStretch(1);
    const bool isBusy = screen.testSlip == TestSlipNow::Printing;
    if (isOut) {
        auto *again = plainKey(tr("No, print again"), QStringLiteral("ui-printer"));
        connect(again, &Key::clicked, this, &FirstStartTestSlip::printWanted);
        foot()->addWidget(again);
        auto *yes = nextKey(tr("Yes, it is right"), QStringLiteral("ui-check"));
        connect(yes, &Key::clicked, this, &FirstStartTestSlip::isRight);
    } else {
        auto *print = nextKey(tr("Print a test slip"), QStringLiteral("ui-printer"));
        print->setEnabled(!isBusy);
        connect(print, &Key::clicked, this, &FirstStartTestSlip::printWanted);
    }
}

QBoxLayout *FirstStartTestSlip::papers(const FirstStartScreen &screen)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(look().isSmall() ? 3 : 5));
    auto *group = new QButtonGroup(this);
    for (const int millimetres : {80, 58}) {
        auto *key = plainKey(tr("%1 mm").arg(millimetres));
        key->setCheckable(true);
        key->setChecked(screen.paperMm == millimetres);
        group->addButton(key);
        connect(key, &Key::clicked, this, [this, millimetres] { Q_EMIT paperChosen(millimetres); });
        row->addWidget(key, 1);
    }
    return row;
}

CardOutline::CardOutline(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CardOutline::setCardPx(double wide)
{
    m_wide = wide;
    setAccessibleName(tr("A card, %1 pixels wide").arg(int(wide)));
    update();
}

void CardOutline::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = m_wide / cardMm;
    QRectF card(0, 0, m_wide, m_wide * cardHighMm / cardMm);
    card.moveCenter(QRectF(rect()).center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Kunyit));
    // Corners of 3.18 mm, as the standard has them.
    painter.drawRoundedRect(card, 3.18 * scale, 3.18 * scale);
    painter.setBrush(theme.colour(Colour::SeaDeep));
    painter.drawRoundedRect(
        QRectF(card.left() + 9 * scale, card.top() + 19 * scale, 12 * scale, 9.5 * scale),
        scale * 1.5, scale * 1.5);
    for (const double down : {36.0, 43.0})
        painter.drawRect(QRectF(card.left() + 9 * scale, card.top() + down * scale,
            (down < 40 ? 60 : 38) * scale, 2.2 * scale));
}

FirstStartSize::FirstStartSize(
    const Look &look, const FirstStartScreen &screen, int pixels, QWidget *parent)
    : FirstStartPage(look, screen, tr("How large is this screen?"), false, parent)
    , m_pixels(pixels)
    , m_mmWidth(std::clamp(screen.mmWidth, leastMm, mostMm))
    , m_card(new CardOutline(look, this))
{
    addText(content(),
        tr("Hold an identity card or a bank card against the glass. Make the card on the screen "
           "exactly as large."),
        textType());
    content()->addWidget(m_card, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme().px(look.isSmall() ? 3 : 5));
    for (const auto &[text, factor] : {std::pair(tr("Much smaller"), 0.95), {tr("Smaller"), 0.995},
             {tr("Larger"), 1.005}, {tr("Much larger"), 1.05}}) {
        auto *key = plainKey(text);
        key->setTyping(); // many times, quickly
        connect(key, &Key::clicked, this, [this, by = factor] { grow(by); });
        row->addWidget(key, 1);
    }
    content()->addLayout(row);
    auto *fits = nextKey(tr("It is as large"), QStringLiteral("ui-check"));
    connect(fits, &Key::clicked, this, [this] { Q_EMIT chosen(m_mmWidth); });
    grow(1);
}

/// A larger card means that more pixels make a millimetre, so the glass is smaller.
void FirstStartSize::grow(double factor)
{
    m_mmWidth = std::clamp(m_mmWidth / factor, leastMm, mostMm);
    m_card->setCardPx(m_pixels * CardOutline::cardMm / m_mmWidth);
}

FirstStartDone::FirstStartDone(const Look &look, const FirstStartScreen &screen, QWidget *parent)
    : FirstStartPage(look, screen, tr("This kiosk is ready"), false, parent)
{
    if (look.isPortrait())
        content()->addStretch(1);
    const auto add = [&](const QString &icon, const QString &markup) {
        auto *card = new Card(theme(), this);
        auto *row = new QHBoxLayout(card);
        const int inset = theme().px(look.isSmall() ? 3 : 6);
        row->setContentsMargins(inset, inset, inset, inset);
        row->setSpacing(theme().px(5));
        row->addWidget(new IconPicture(
            icon, theme().px(look.isSmall() ? 10 : 16), theme().colour(Colour::Sea), card));
        row->addWidget(new TextLabel(theme(), markup, textType(), Weight::Regular, card), 1);
        content()->addWidget(card);
    };
    if (!screen.joined.isEmpty())
        add(QStringLiteral("ui-check"),
            tr("It is <b>%1</b> of the service at %2.")
                .arg(screen.joined.toHtmlEscaped(), screen.address.toHtmlEscaped()));
    add(QStringLiteral("ui-printer"),
        tr("Slips come from <b>%1</b>, on paper of %2 mm.")
            .arg(screen.printer.name.toHtmlEscaped())
            .arg(screen.paperMm));
    add(QStringLiteral("ui-text-size"),
        tr("The screen is %1 mm wide.").arg(qRound(screen.mmWidth)));
    content()->addStretch(1);
    auto *open = nextKey(tr("Open the kiosk"), QStringLiteral("ui-check"));
    connect(open, &Key::clicked, this, &FirstStartDone::openWanted);
}

} // namespace antre
