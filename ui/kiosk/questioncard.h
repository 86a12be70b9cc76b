// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/card.h"
#include "kiosk/kioskviews.h"
#include "kiosk/look.h"

namespace antre {

class Key;
class TextLabel;

/// Asks somebody who may stand here: the last visitor before the kiosk restarted, or who filled the
/// printer. It says whom it means, so that nobody takes a stranger's number for their own; whoever
/// touches anything else just goes on.
class QuestionCard : public Card
{
    Q_OBJECT
public:
    QuestionCard(const Look &look, const QuestionView &view, QWidget *parent = nullptr);
    /// How much longer the question stands.
    void setLeft(const QString &sentence);

Q_SIGNALS:
    void answered(bool yes);

private:
    QWidget *words(const QuestionView &view);
    Key *answer(const QString &text, const QString &icon);

    Look m_look;
    TextLabel *m_left = nullptr;
};

} // namespace antre
