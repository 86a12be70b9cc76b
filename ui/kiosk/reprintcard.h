// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/card.h"
#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

namespace antre {

class Key;
class TextLabel;

/// Asks the last visitor before the kiosk restarted whether the slip came out. It names number and
/// time, so that nobody takes a stranger's number for their own; whoever touches anything else
/// just goes on.
class ReprintCard : public Card
{
    Q_OBJECT
public:
    ReprintCard(const Look &look, const ReprintView &view, QWidget *parent = nullptr);
    /// How much longer the question stands.
    void setLeft(const QString &sentence);

Q_SIGNALS:
    void printWanted();
    void slipThere();

private:
    QWidget *words(const ReprintView &view);
    Key *answer(const QString &text, const QString &icon);

    Look m_look;
    TextLabel *m_left = nullptr;
};

} // namespace antre
