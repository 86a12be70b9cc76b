// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/card.h"
#include "common/theme.h"
#include "counter/counterview.h"

#include <QHBoxLayout>

namespace antre {

class DesktopKey;
class MarkedLine;
class NumberLabel;
class QrPicture;
class TextLabel;

/// The number that a visitor was just given: as large as on the slip, with the wait, what became of
/// the paper, and the code for a phone.
class IssuedCard : public QWidget
{
    Q_OBJECT
public:
    explicit IssuedCard(const Theme &theme, QWidget *parent = nullptr);
    /// REQUIRES: view.issued.
    void setView(const CounterView &view);

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void slipWanted(const antre::TerminalId &kiosk, bool copy);

private:
    void layOut();
    void showCode(const QString &link);
    void offerKiosks(const CounterView &view);

    Theme m_theme;
    NumberLabel *m_number;
    TextLabel *m_service;
    TextLabel *m_wait;
    MarkedLine *m_good;
    MarkedLine *m_bad;
    MarkedLine *m_note;
    QrPicture *m_code;
    TextLabel *m_codeWords;
    QWidget *m_again;
    QHBoxLayout *m_againKeys;
    QString m_link;
    std::vector<KioskChoice> m_kiosks;
    std::vector<DesktopKey *> m_keys;
    bool m_copy = false;
};

} // namespace antre
