// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "common/theme.h"
#include "counter/counterview.h"

#include <QWidget>

class QLineEdit;

namespace antre {

class Card;
class ChoiceList;
class DesktopKey;
class NoteStrip;
class TextLabel;

/// Where an officer proves who sits at which counter: counter, name, PIN. Keeps nothing: the PIN is
/// gone when it was sent, the name when somebody has signed in.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(const Theme &theme, QWidget *parent = nullptr);
    void setView(const CounterView &view);
    void forget();
    /// Puts the keyboard where the first thing is missing.
    void takeFocus();

Q_SIGNALS:
    void signInWanted(
        const antre::OfficerId &officer, const QString &pin, const antre::CounterId &counter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCounterColumn();
    [[nodiscard]] QWidget *makeOfficerColumn();
    [[nodiscard]] QWidget *makePinColumn();
    [[nodiscard]] QWidget *makePad();
    void signIn();
    void clearPin();
    void refresh();
    void setKey();
    void setNote();
    /// What is still missing, as a sentence; empty: all is there.
    [[nodiscard]] QString missing() const;
    /// Empty: the lobby, or nothing chosen yet.
    [[nodiscard]] CounterId counter() const;
    [[nodiscard]] bool isPlaceMissing() const;

    Theme m_theme;
    CounterView m_view;
    Card *m_card;
    QWidget *m_counterColumn;
    ChoiceList *m_counters;
    ChoiceList *m_officers;
    TextLabel *m_noOfficers;
    QLineEdit *m_pin;
    DesktopKey *m_go;
    NoteStrip *m_note;
};

} // namespace antre
