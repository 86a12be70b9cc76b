// SPDX-License-Identifier: Apache-2.0
#include "kiosk/officersignin.h"

#include "common/key.h"
#include "kiosk/onscreenkeyboard.h"
#include "kiosk/parts.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <algorithm>

namespace antre {

// ---- the name
// ------------------------------------------------------------------------------------

OfficerNamePage::OfficerNamePage(const Look &look, const OfficerScreen &screen, QWidget *parent)
    : OfficerPage(look, tr("For officers"), {}, tr("Back"), parent)
    , m_screen(screen)
{
    const bool small = look.isSmall();
    if (look.isPortrait())
        content()->addStretch(2);
    addText(content(), tr("What is your name?"), small ? Type::Lead : Type::Headline, Weight::Bold);
    auto *card = new Card(theme(), this);
    auto *in = new QVBoxLayout(card);
    const int inset = theme().px(small ? 2.5 : 6);
    in->setContentsMargins(theme().px(6), inset, theme().px(6), inset);
    m_field = new TextLabel(theme(), {}, small ? Type::Lead : Type::Title, Weight::Bold, card);
    m_field->setOneLine();
    in->addWidget(m_field);
    content()->addWidget(card);
    m_names = new QHBoxLayout;
    m_names->setSpacing(theme().px(small ? 3 : 5));
    auto *names = new QWidget(this);
    names->setLayout(m_names);
    m_names->setContentsMargins(0, 0, 0, 0);
    names->setFixedHeight(keyHeight());
    content()->addWidget(names);
    content()->addStretch(1);
    auto *keyboard = new OnScreenKeyboard(look, this);
    connect(
        keyboard, &OnScreenKeyboard::typed, this, [this](QChar letter) { type(m_typed + letter); });
    connect(keyboard, &OnScreenKeyboard::eraseWanted, this, [this] { type(m_typed.chopped(1)); });
    connect(keyboard, &OnScreenKeyboard::clearWanted, this, [this] { type({}); });
    connect(keyboard, &OnScreenKeyboard::backWanted, this, &OfficerNamePage::backWanted);
    // It is as wide as the screen; the page's own "Back" would stand there twice.
    static_cast<QVBoxLayout *>(layout())->addWidget(keyboard);
    if (!look.isLandscape())
        static_cast<Key *>(foot()->itemAt(0)->widget())->hide();
    if (screen.hasTechnician) {
        auto *technician = actionKey(tr("I am the technician"));
        connect(technician, &Key::clicked, this, &OfficerNamePage::technicianChosen);
        foot()->addWidget(technician);
    }
    type({});
}

std::vector<std::pair<OfficerId, QString>> OfficerNamePage::matches(
    const OfficerScreen &screen, const QString &typed)
{
    std::vector<std::pair<OfficerId, QString>> found;
    const QString wanted = typed.trimmed();
    if (wanted.size() < lettersMin)
        return found;
    for (const auto &officer : screen.officers) {
        const auto words = officer.second.split(u' ', Qt::SkipEmptyParts);
        const bool fits
            = std::ranges::any_of(words,
                  [&](const QString &word) { return word.startsWith(wanted, Qt::CaseInsensitive); })
            || officer.second.startsWith(wanted, Qt::CaseInsensitive)
            || officer.first.value().startsWith(wanted, Qt::CaseInsensitive);
        if (fits)
            found.push_back(officer);
    }
    return found;
}

void OfficerNamePage::type(const QString &typed)
{
    m_typed = typed.left(40);
    m_field->setMarkup(m_typed.isEmpty() ? tr("Type the first letters") : m_typed.toHtmlEscaped());
    m_field->setColour(theme().colour(m_typed.isEmpty() ? Colour::Ink2 : Colour::Ink));
    for (Key *key : std::exchange(m_keys, {})) {
        key->hide();
        m_names->removeWidget(key);
        key->deleteLater();
    }
    const auto found = matches(m_screen, m_typed);
    for (size_t i = 0; i < std::min(found.size(), size_t(namesMax)); ++i) {
        const auto &[id, name] = found[i];
        KeyContent content{.text = name};
        content.type = look().isSmall() ? Type::Body : Type::Lead;
        auto *key = new Key(theme(), KeyKind::Plain, content, this);
        key->setFixedHeight(keyHeight());
        key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        key->setPadding(theme().px(3));
        connect(key, &Key::clicked, this,
            [this, officer = id, called = name] { Q_EMIT chosen(officer, called); });
        m_names->addWidget(key, 1);
        m_keys << key;
    }
}

// ---- the PIN
// -------------------------------------------------------------------------------------

OfficerPinPage::OfficerPinPage(const Look &look, const QString &name, QWidget *parent)
    : OfficerPage(look, tr("Your PIN"), name, tr("Back"), parent)
{
    const bool small = look.isSmall();
    content()->addStretch(look.isPortrait() ? 3 : 1);
    m_dots = addText(content(), {}, Type::Headline, Weight::Bold);
    m_dots->setAlign(Qt::AlignCenter);
    m_dots->setFixedHeight(theme().px(small ? 12 : 20));
    m_answer = addText(content(), {}, small ? Type::Body : Type::Lead, Weight::Bold);
    m_answer->setAlign(Qt::AlignCenter);
    m_answer->setFixedHeight(theme().px(small ? 9 : 16));
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(pad());
    middle->addStretch(1);
    content()->addLayout(middle);
    content()->addStretch(1);
    m_enter = primaryKey(tr("Sign in"), QStringLiteral("ui-check"));
    auto shown = m_enter->content();
    shown.type = small ? Type::Lead : Type::Title;
    shown.iconPx = theme().px(small ? 9 : 13);
    m_enter->setContent(shown);
    m_enter->setFixedHeight(keyHeight());
    connect(m_enter, &Key::clicked, this, [this] {
        if (m_pin.size() >= digitsMin)
            Q_EMIT entered(m_pin);
        setPin({});
    });
    foot()->addWidget(m_enter, 2);
    setPin({});
}

QGridLayout *OfficerPinPage::pad()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(theme().px(look().isSmall() ? 3 : 5));
    const QSize size(theme().px(look().isPortrait() ? 62
                             : look().isSmall()     ? 40
                                                    : 52),
        theme().px(look().isPortrait() ? 40
                : look().isSmall()     ? 20.5
                                       : 28));
    const auto add = [&](const QString &text, const QString &icon, int row, int column) {
        KeyContent content{.text = text, .icon = icon};
        content.type = Type::Headline;
        content.column = true;
        content.iconPx = theme().px(look().isSmall() ? 11 : 17);
        auto *key = new Key(theme(), KeyKind::Plain, content, this);
        key->setFixedSize(size);
        key->setTyping();
        grid->addWidget(key, row, column);
        m_digits << key;
        return key;
    };
    for (int digit = 0; digit < 10; ++digit) {
        const int place = digit == 0 ? 10 : digit - 1;
        auto *key = add(QString::number(digit), {}, place / 3, place % 3);
        connect(
            key, &Key::clicked, this, [this, digit] { setPin(m_pin + QString::number(digit)); });
    }
    auto *erase = add({}, QStringLiteral("ui-backspace"), 3, 2);
    erase->setAccessibleName(tr("Erase the last digit"));
    connect(erase, &Key::clicked, this, [this] { setPin(m_pin.chopped(1)); });
    return grid;
}

void OfficerPinPage::setPin(const QString &pin)
{
    m_pin = pin.left(digitsMax);
    m_dots->setMarkup(QString(m_pin.size(), QChar(0x25CF)));
    m_dots->setAccessibleName(tr("%1 digits typed").arg(m_pin.size()));
    if (!m_pin.isEmpty() && m_now == SignInNow::WrongPin)
        setAnswer(SignInNow::Free, 0);
    m_enter->setEnabled(m_pin.size() >= digitsMin && m_now == SignInNow::Free);
}

void OfficerPinPage::setAnswer(SignInNow now, int waitSeconds)
{
    m_now = now;
    switch (now) {
    case SignInNow::Free:
        m_answer->setMarkup({});
        break;
    case SignInNow::Checking:
        m_answer->setMarkup(tr("One moment …"));
        break;
    case SignInNow::WrongPin:
        m_answer->setMarkup(tr("Name and PIN don't match."));
        break;
    case SignInNow::MustWait:
        m_answer->setMarkup(tr("Too many wrong PINs. Wait %1 seconds.").arg(waitSeconds));
        break;
    case SignInNow::NotKnownHere:
        m_answer->setMarkup(
            tr("No network: only who has signed in at this kiosk before can do it now."));
        break;
    }
    const bool mayType
        = now == SignInNow::Free || now == SignInNow::WrongPin || now == SignInNow::NotKnownHere;
    for (Key *key : m_digits)
        key->setEnabled(mayType);
    m_enter->setEnabled(mayType && m_pin.size() >= digitsMin);
}

} // namespace antre
