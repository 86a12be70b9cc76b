// SPDX-License-Identifier: Apache-2.0
#include "counter/issuedcard.h"

#include "common/desktopkey.h"
#include "common/numberlabel.h"
#include "common/qrpicture.h"
#include "common/textlabel.h"
#include "counter/counterwords.h"
#include "counter/markedline.h"
#include "scan/qrcode.h"

#include <QVBoxLayout>

#include <algorithm>

namespace antre {

static constexpr int numberPixels = 104;
static constexpr int codePixels = 236;
static constexpr int keyHeightPx = 46;

IssuedCard::IssuedCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_number(new NumberLabel(theme, QString(), theme.dp(numberPixels), this))
    , m_service(new TextLabel(theme, QString(), Type::Lead, Weight::Bold, this))
    , m_wait(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
    , m_good(new MarkedLine(theme, QStringLiteral("ui-check"), Colour::Leaf, this))
    , m_bad(new MarkedLine(theme, QStringLiteral("ui-paper-out"), Colour::Brick, this))
    , m_note(new MarkedLine(theme, QStringLiteral("ui-document"), Colour::Sea, this))
    , m_code(
          new QrPicture({}, theme.dp(codePixels), tr("Code to follow the number on a phone"), this))
    , m_codeWords(new TextLabel(theme, QString(), Type::Body, Weight::Regular, this))
    , m_again(new QWidget(this))
    , m_againKeys(new QHBoxLayout)
{
    m_number->setAlign(Qt::AlignLeft | Qt::AlignVCenter);
    m_codeWords->setColour(theme.colour(Colour::Ink2));
    m_codeWords->setAlign(Qt::AlignHCenter | Qt::AlignTop);
    m_codeWords->setFixedWidth(theme.dp(codePixels));
    layOut();
}

void IssuedCard::layOut()
{
    auto *words = new QVBoxLayout;
    words->setSpacing(m_theme.dp(8));
    words->addWidget(m_number);
    words->addWidget(m_service);
    words->addWidget(m_wait);
    words->addSpacing(m_theme.dp(6));
    words->addWidget(m_good);
    words->addWidget(m_bad);
    words->addWidget(m_note);
    words->addStretch(1);
    auto *code = new QVBoxLayout;
    code->setSpacing(m_theme.dp(8));
    code->addWidget(m_code);
    code->addWidget(m_codeWords);
    code->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(m_theme.dp(20));
    columns->addLayout(words, 1);
    columns->addLayout(code);
    auto *again = new QHBoxLayout(m_again);
    again->setContentsMargins(0, 0, 0, 0);
    again->setSpacing(m_theme.gap());
    m_againKeys->setSpacing(m_theme.gap());
    again->addLayout(m_againKeys);
    again->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(m_theme.dp(12));
    all->addLayout(columns, 1);
    all->addWidget(m_again);
}

void IssuedCard::setView(const CounterView &view)
{
    const IssuedNumber &given = *view.issued;
    m_number->setNumber(given.number);
    m_number->setAccessibleName(tr("Number %1").arg(given.number));
    m_service->setMarkup(given.service % u" · " % given.agency);
    m_wait->setMarkup(CounterWords::issuedWait(given));
    m_good->setMarkup(CounterWords::issuedSlip(given));
    m_bad->setMarkup(CounterWords::issuedTrouble(given));
    m_note->setMarkup(CounterWords::issuedNote(given));
    m_copy = given.slip == SlipState::Printed || given.slip == SlipState::Sent
        || given.slip == SlipState::Unknown || given.isLate;
    showCode(given.link);
    offerKiosks(view);
}

/// Where the window is low, number and code share what there is.
void IssuedCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    static constexpr int wordsMin = 64; // below the code
    const int keys = m_again->isHidden() ? 0 : m_again->sizeHint().height() + m_theme.dp(12);
    const int room = height() - keys;
    const int code = std::min(m_theme.dp(codePixels), room);
    m_code->setFixedSize(code, code);
    m_codeWords->setFixedWidth(code);
    m_codeWords->setVisible(m_link.isEmpty() || room - code >= m_theme.dp(wordsMin));
    m_number->setPixels(std::min(m_theme.dp(numberPixels), room / 3));
}

void IssuedCard::showCode(const QString &link)
{
    m_code->setVisible(!link.isEmpty());
    m_codeWords->setMarkup(link.isEmpty() ? tr("This mall has no address for phones.")
                                          : tr("The visitor's phone can follow the number here."));
    if (link == m_link)
        return;
    m_link = link;
    const auto code = qrModules(link);
    if (code)
        m_code->setCode(*code);
    m_code->setVisible(code.has_value());
}

/// Each kiosk prints it at one press, for the first time or once more.
void IssuedCard::offerKiosks(const CounterView &view)
{
    if (m_kiosks != view.kiosks) {
        m_kiosks = view.kiosks;
        for (DesktopKey *old : m_keys) {
            old->hide();
            old->deleteLater();
        }
        m_keys.clear();
        for (const KioskChoice &kiosk : m_kiosks) {
            auto *key = new DesktopKey(m_theme, KeyKind::Plain,
                {.text = tr("Print at %1").arg(kiosk.name),
                    .icon = QStringLiteral("ui-printer"),
                    .second = CounterWords::printerTrouble(kiosk),
                    .iconPx = m_theme.dp(18),
                    .type = Type::Body,
                    .weight = Weight::Regular},
                {}, m_again);
            key->setMinimumHeight(m_theme.dp(keyHeightPx));
            key->setPadding(m_theme.dp(10));
            connect(key, &DesktopKey::clicked, this,
                [this, id = kiosk.id] { Q_EMIT slipWanted(id, m_copy); });
            m_againKeys->addWidget(key);
            m_keys.push_back(key);
        }
    }
    for (size_t i = 0; i < m_keys.size(); ++i) {
        const KioskChoice &kiosk = m_kiosks[i];
        const QString trouble = CounterWords::printerTrouble(kiosk);
        m_keys[i]->setClosed(!trouble.isEmpty(), trouble);
        m_keys[i]->setDown(
            view.key(Wish::Slip).isPending && view.issued && view.issued->kiosk == kiosk.id);
    }
    m_again->setVisible(!m_keys.empty());
}

} // namespace antre
