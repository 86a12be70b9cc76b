// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kiosk/officerpages.h"

namespace antre {

class OnScreenKeyboard;

/// "Who are you?" Names appear as they are typed, never all of them: whoever finds this page must
/// not read who works here.
class OfficerNamePage : public OfficerPage
{
    Q_OBJECT
public:
    static constexpr int lettersMin = 2;
    static constexpr int namesMax = 4;

    OfficerNamePage(const Look &look, const OfficerScreen &screen, QWidget *parent = nullptr);
    /// Officers whose name has a word, or whose sign-in name begins, with `typed`.
    [[nodiscard]] static std::vector<std::pair<OfficerId, QString>> matches(
        const OfficerScreen &screen, const QString &typed);

Q_SIGNALS:
    void chosen(const antre::OfficerId &officer, const QString &name);
    void technicianChosen();

private:
    void type(const QString &typed);

    OfficerScreen m_screen;
    QString m_typed;
    TextLabel *m_field;
    QHBoxLayout *m_names;
    QList<Key *> m_keys;
};

/// The PIN, on a pad of digits; only dots are shown.
class OfficerPinPage : public OfficerPage
{
    Q_OBJECT
public:
    static constexpr int digitsMin = 4;
    static constexpr int digitsMax = 12;

    OfficerPinPage(const Look &look, const QString &name, QWidget *parent = nullptr);
    /// How the last try went.
    void setAnswer(SignInNow now, int waitSeconds);

Q_SIGNALS:
    void entered(const QString &pin);

private:
    QGridLayout *pad();
    void setPin(const QString &pin);

    QString m_pin;
    SignInNow m_now = SignInNow::Free;
    TextLabel *m_dots;
    TextLabel *m_answer;
    Key *m_enter;
    QList<Key *> m_digits;
};

} // namespace antre
